/// What the frontier takes from a unit as an input or output.
public enum FrontierQuantity: Hashable, Sendable {
  /// Spending of the topmost budgets, in rupiah.
  case spending
  /// Ceilings of the topmost budgets, in rupiah.
  case ceiling
  /// Staff available.
  case staff
  /// Facilities available.
  case facilities
  /// The mean achievement of goals, objectives and programmes, in percent.
  case achievement
  /// The value of a formula, with its text.
  case formula(String)

  /// The words that stand for a quantity, besides formulas.
  public static let words = ["belanja", "pagu", "sdm", "sarana", "capaian"]

  /// Reads a word or a formula.
  ///
  /// - Throws: A usage problem with a place in the text when it is neither.
  public init(_ text: String) throws(Problem) {
    switch text.lowercased() {
    case "belanja": self = .spending
    case "pagu": self = .ceiling
    case "sdm": self = .staff
    case "sarana": self = .facilities
    case "capaian": self = .achievement
    default:
      _ = try Expression(parsing: text)
      self = .formula(text)
    }
  }

  /// The quantity as it is written.
  public var name: String {
    switch self {
    case .spending: "belanja"
    case .ceiling: "pagu"
    case .staff: "sdm"
    case .facilities: "sarana"
    case .achievement: "capaian"
    case .formula(let text): text
    }
  }

  /// The value in the evaluator's context.
  ///
  /// - Parameters:
  ///   - evaluator: Reads the values.
  ///   - resources: The rows of staff and facilities of the context's dataset, where many units are asked about.
  public func value(_ evaluator: inout Evaluator, resources: ResourceIndex? = nil) -> Measured {
    switch self {
    case .spending, .ceiling, .achievement:
      let figures = EfficiencyTable(levels: EfficiencyTable.reportLevels, evaluator: &evaluator).total.figures
      switch self {
      case .spending: return figures.spending
      case .ceiling: return figures.ceiling
      default: return figures.achievement
      }
    case .staff: return Self.available("SDM", resources, &evaluator)
    case .facilities: return Self.available("sarana", resources, &evaluator)
    case .formula(let text):
      guard let expression = try? Expression(parsing: text) else {
        return .missing("rumus tidak dapat dibaca")
      }
      return evaluator.value(of: expression).measured
    }
  }

  private static func available(
    _ kind: String, _ resources: ResourceIndex?, _ evaluator: inout Evaluator
  ) -> Measured {
    guard let table = ResourceAvailability(kind, index: resources, evaluator: &evaluator) else {
      return .missing("data \(kind) tidak ada")
    }
    return table.total.map { .value($0.available) }
      ?? .missing("jumlah \(kind) yang tersedia tidak tercantum")
  }
}
