/// A figure of efficiency that a report prints (`klaim`), beside the one computed from its data.
public struct PrintedEfficiency: Hashable, Sendable {
  /// What is printed.
  public enum Kind: Hashable, Sendable {
    case absorption
    case efficiency(EfficiencyMethod)
    case remainder

    /// The name in Indonesian; the method is named where it is not the reports' usual one.
    public var name: String {
      switch self {
      case .absorption: "serapan"
      case .efficiency(.difference): "efisiensi"
      case .efficiency(let method): "efisiensi \(method.rawValue)"
      case .remainder: "SiLPA"
      }
    }
  }

  /// How the printed figure stands to the computed one.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Equal when the computed figure is rounded like the printed one.
    case equal = "cocok"
    /// Less than one unit of the last printed digit away: cut off, or computed from figures rounded before.
    case rounding = "pembulatan"
    /// The printed calculation gives the printed figure, but from figures that differ from the data.
    case otherInputs = "dari angka lain"
    /// Neither the data nor the printed calculation give it.
    case different = "salah hitung"
    /// There is nothing to compare with.
    case unverifiable = "tidak dapat dibandingkan"
  }

  /// What is printed.
  public var kind: Kind
  /// The node; `nil` for the total.
  public var node: Int?
  /// The figure as printed.
  public var text: String
  /// The printed figure.
  public var printed: Double
  /// Its decimals.
  public var decimals: Int
  /// The figure from the data, in full precision.
  public var computed: Measured
  /// What the printed calculation gives; `nil` when it cannot be computed.
  public var ofExpression: Double?
  /// Where it is printed.
  public var source: SourceRow

  /// Printed − computed.
  public var difference: Double? { computed.value.map { printed - $0 } }

  /// How the two stand to each other.
  public var outcome: Outcome {
    guard let computed = computed.value else { return .unverifiable }
    if computed.roundedHalfAway(places: decimals) == printed { return .equal }
    let unit = (0..<decimals).reduce(1.0) { size, _ in size / 10 }
    if (printed - computed).magnitude < unit { return .rounding }
    return ofExpression?.roundedHalfAway(places: decimals) == printed ? .otherInputs : .different
  }
}

extension PrintedEfficiency {
  /// The printed figures that belong to a table, in the order of the report.
  ///
  /// A claim belongs to a node by its formula (`serapan(P01)`) or by the name after “Serapan” or “Tingkat
  /// efisiensi”. “SiLPA” alone is the total's, and so is “Tingkat efisiensi” where its calculation starts from
  /// the total's achievement; only a whole table of the reports' levels has such a total.
  ///
  /// - Complexity: O(claims).
  public static func all(for table: EfficiencyTable, evaluator: inout Evaluator) -> [PrintedEfficiency] {
    let model = evaluator.model
    let dataset = model.dataset(of: table.context)
    let names = NodeNames(dataset.catalogue)
    let isWhole = table.levels == EfficiencyTable.reportLevels
    var found: [PrintedEfficiency] = []
    for claim in dataset.claims
    where claim.unit == table.context.unit && claim.year == table.context.year
      && claim.period == table.context.period
    {
      guard let kind = kind(of: claim) else { continue }
      let expression = try? Expression(parsing: claim.expression)
      let node = node(of: claim, expression, names, dataset.catalogue)
      let figures: EfficiencyFigures
      if let node, let row = table.row(of: node) {
        figures = row.figures
      } else if node == nil, isWhole, isTotal(claim, expression, table.total.figures) {
        figures = table.total.figures
      } else {
        continue
      }
      guard let printed = number(claim.printed) else { continue }
      let source = SourceRow(
        dataset: dataset.name, table: "klaim", fileLine: claim.fileLine, source: claim.source,
        sourceLine: claim.sourceLine)
      found.append(
        PrintedEfficiency(
          kind: kind, node: node, text: claim.printed, printed: printed.value, decimals: printed.decimals,
          computed: figures.value(of: kind),
          ofExpression: expression.flatMap { evaluator.value(of: $0).number },
          source: source))
    }
    return found
  }

  private static func kind(of claim: Claim) -> Kind? {
    let statement = claim.statement.lowercased()
    if statement == "silpa" { return .remainder }
    if statement.hasPrefix("tingkat efisiensi") {
      return .efficiency(claim.expression.contains("/") ? .relative : .difference)
    }
    return statement.hasPrefix("serapan ") ? .absorption : nil
  }

  private static func isTotal(_ claim: Claim, _ expression: Expression?, _ total: EfficiencyFigures) -> Bool {
    switch claim.statement.lowercased() {
    case "silpa": return true
    case "tingkat efisiensi":
      guard case .number(let number)? = expression?.children.first?.node else { return false }
      return number == total.achievement.value?.roundedHalfAway(places: 2)
    default: return false
    }
  }

  private static func node(
    of claim: Claim, _ expression: Expression?, _ names: NodeNames, _ catalogue: Catalogue
  ) -> Int? {
    if case .reference(let reference)? = expression?.node, let node = catalogue.node(reference.code) {
      return node
    }
    for prefix in ["serapan ", "tingkat efisiensi "] where claim.statement.lowercased().hasPrefix(prefix) {
      return names.node(String(claim.statement.dropFirst(prefix.count)))
    }
    return nil
  }

  /// A printed figure with its number of decimals.
  private static func number(_ text: String) -> (value: Double, decimals: Int)? {
    guard case .value(let value) = NumberNotation(.comma).read(text) else { return nil }
    let decimals = text.lastIndex(of: ",").map { comma in
      text[text.index(after: comma)...].prefix { $0.isNumber }.count
    }
    return (value, decimals ?? 0)
  }
}

extension EfficiencyFigures {
  /// The figure that a report prints of these.
  func value(of kind: PrintedEfficiency.Kind) -> Measured {
    switch kind {
    case .absorption: absorption
    case .efficiency(let method): efficiency(method)
    case .remainder: remainder
    }
  }
}
