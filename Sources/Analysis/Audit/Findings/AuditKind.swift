/// What a check looks at; its Indonesian name is the `jenis` of a finding.
public enum AuditKind: String, Hashable, Sendable, CaseIterable {
  /// A row of `klaim`: a printed figure against its formula.
  case claim = "klaim"
  /// Statements of the same figure that print it differently.
  case statements = "pernyataan"
  /// Words of direction that contradict the figure.
  case direction = "arah"
  /// A stored indicator against its own formula.
  case formula = "rumus"
  /// Rows that state the same fact differently.
  case conflict = "konflik"
  /// A node's budget against the sum of the nodes below it.
  case cascade = "anggaran"
  /// What the budget leaves.
  case remainder = "silpa"
  /// Spending against its ceiling.
  case absorption = "serapan"
  /// Achievements that cannot be measured.
  case achievement = "capaian"
  /// Means whose predicate depends on the cap.
  case mean = "rata-rata"
  /// Spending without result, and result without spending.
  case efficiency = "efisiensi"
  /// Progress towards a mid-term target.
  case progress = "kemajuan"
  /// A target-setting worksheet against its sums and the agreements.
  case worksheet = "kktp"
  /// Predicates: holes, edges and rounding of the scale in force.
  case predicate = "predikat"
  /// Values outside their bounds.
  case bounds = "batas"
  /// A factor of ten, a hundred or a thousand between years.
  case scale = "satuan"
  /// Targets below the last result or beyond the mid-term target.
  case target
  /// Figures equal to another year's where they should differ.
  case copy = "salinan"
  /// Parents at 100 % over children that are not.
  case hierarchy = "jenjang"

  /// What is checked, in one phrase.
  public var help: String {
    switch self {
    case .claim: "angka tercetak (tabel klaim) terhadap rumusnya"
    case .statements: "pernyataan sama yang dicetak berbeda"
    case .direction: "kata naik, turun, atau efisien yang bertentangan dengan angkanya"
    case .formula: "nilai tersimpan terhadap rumus indikatornya"
    case .conflict: "baris yang menyebut fakta sama secara berbeda"
    case .cascade: "pagu dan belanja simpul terhadap jumlah bawahannya"
    case .remainder: "sisa anggaran yang negatif"
    case .absorption: "belanja tanpa pagu atau di atas pagu"
    case .achievement: "capaian yang tidak dapat diukur"
    case .mean: "rata-rata yang predikatnya bergantung pada batas capaian"
    case .efficiency: "belanja tanpa hasil dan hasil tanpa belanja"
    case .progress: "target akhir renstra yang sudah terlampaui"
    case .worksheet: "kertas kerja target terhadap jumlahnya dan perjanjian kinerja"
    case .predicate: "predikat: lubang, tepi, dan pembulatan skala"
    case .bounds: "nilai di luar batasnya"
    case .scale: "perubahan sepuluh atau seratus kali antartahun"
    case .target: "target di bawah hasil terakhir atau melampaui renstra"
    case .copy: "angka yang sama persis dengan tahun lain"
    case .hierarchy: "induk 100% di atas anak yang tidak"
    }
  }
}
