/// The ways of comparing what was achieved with what was spent.
public enum EfficiencyMethod: String, Hashable, Sendable, CaseIterable {
  /// Achievement − absorption, in percentage points.
  case difference = "selisih"
  /// (Achievement ÷ absorption − 1) × 100, in percent.
  case relative = "relatif"
  /// Achievement ÷ absorption.
  case ratio = "rasio"
  /// Spending per point of achievement and per unit of output, in rupiah.
  case cost = "biaya"
  /// The finance minister's efficiency E and its score NE.
  case budget = "pmk"
  /// Achievement − availability of staff or facilities, in percentage points.
  case resources = "sumberdaya"
  /// The efficiency frontier among units.
  case frontier = "dea"

  /// The formula in Indonesian, for explanations.
  public var formula: String {
    switch self {
    case .difference: "capaian − serapan (poin persen); di atas 0 berarti efisien"
    case .relative: "(capaian ÷ serapan − 1) × 100"
    case .ratio: "capaian ÷ serapan"
    case .cost: "realisasi anggaran per poin capaian dan per satuan keluaran"
    case .budget:
      "E = (Σ pagu × capaian − Σ realisasi) ÷ Σ (pagu × capaian) × 100; NE = 50 + E ÷ 20 × 50, dibatasi 0–100"
    case .resources: "capaian − ketersediaan (tersedia ÷ dibutuhkan × 100), untuk SDM dan sarana"
    case .frontier: "efisiensi garis depan antarunit (CCR dan BCC)"
    }
  }

  /// The method with a name.
  ///
  /// - Throws: A `Problem` with the nearest names.
  public init(named name: String) throws(Problem) {
    guard let method = EfficiencyMethod(rawValue: name.lowercased()) else {
      let names = Self.allCases.map(\.rawValue)
      throw Problem(
        "metode efisiensi “\(name)” tidak dikenal",
        expected: "salah satu dari \(names.joined(separator: ", "))",
        suggestions: Suggestion.nearest(to: name, among: names))
    }
    self = method
  }
}
