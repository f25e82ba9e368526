/// Which figure of an indicator or of a node of the cascade a reference reads.
public enum Quantity: String, CaseIterable, Hashable, Sendable {
  /// The actual value; what a bare code means.
  case realization = "realisasi"
  /// The promised value.
  case target
  /// Achievement in percent by the rule set, uncapped.
  case achievement = "capaian"
  /// The budget ceiling in rupiah.
  case ceiling = "pagu"
  /// The spending in rupiah.
  case spending = "belanja"
  /// Absorption in percent: spending ÷ ceiling × 100.
  case absorption = "serapan"
  /// Achievement minus absorption, in percentage points.
  case efficiency = "efisiensi"
  /// The ordinal category, a text.
  case predicate = "predikat"

  /// The Indonesian name, as it is written and saved.
  public var name: String { rawValue }

  /// The English alias.
  public var alias: String {
    switch self {
    case .realization: "actual"
    case .target: "target"
    case .achievement: "achievement"
    case .ceiling: "ceiling"
    case .spending: "spending"
    case .absorption: "absorption"
    case .efficiency: "efficiency"
    case .predicate: "predicate"
    }
  }

  /// One line of help in Indonesian.
  public var help: String {
    switch self {
    case .realization: "nilai yang dicapai; sama dengan menulis kodenya saja"
    case .target: "nilai yang dijanjikan"
    case .achievement: "capaian dalam persen menurut aturan, tanpa batas atas"
    case .ceiling: "pagu anggaran simpul, atau simpul tempat indikator itu menggantung"
    case .spending: "realisasi anggaran simpul"
    case .absorption: "belanja dibagi pagu, dalam persen"
    case .efficiency: "capaian dikurangi serapan, dalam poin persen"
    case .predicate: "predikat menurut skala yang berlaku, berupa teks"
    }
  }

  /// Whether the figure comes from the budget.
  public var isBudget: Bool { self == .ceiling || self == .spending || self == .absorption }

  /// Finds a quantity by its Indonesian name or English alias, without regard to case.
  public static func named(_ name: String) -> Quantity? { byName[name.lowercased()] }

  private static let byName: [String: Quantity] = Dictionary(
    allCases.flatMap { [($0.name, $0), ($0.alias, $0)] }, uniquingKeysWith: { first, _ in first })
}
