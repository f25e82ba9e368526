/// How serious a finding is, the gravest first.
public enum AuditSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The printed figure does not follow from its inputs.
  case wrong = "salah"
  /// Two rows or statements of the report cannot both be true.
  case contradiction = "kontradiksi"
  /// The figure is off by no more than one unit of its last printed digit.
  case rounding = "pembulatan"
  /// Nothing is proved wrong, but a person should look.
  case notice = "perlu dilihat"

  /// The gravest is the least.
  public static func < (left: AuditSeverity, right: AuditSeverity) -> Bool { left.rank < right.rank }

  /// What the severity means, for help.
  public var help: String {
    switch self {
    case .wrong: "angka tercetak tidak sesuai dengan masukannya"
    case .contradiction: "dua baris atau pernyataan tidak mungkin sama-sama benar"
    case .rounding: "selisih paling banyak satu satuan angka terakhir yang tercetak"
    case .notice: "belum tentu salah, tetapi perlu dilihat orang"
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
