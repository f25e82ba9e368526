/// What was expected in a worksheet beside what came.
public struct WorksheetEvaluation: Sendable {
  /// A key indicator or component.
  public struct Row: Hashable, Sendable {
    /// The code.
    public let code: String
    /// Whether it is a key indicator; the expected value is then its target.
    public let isKey: Bool
    /// How deep it stands below its key indicator; 0 for a key indicator.
    public let depth: Int
    /// Value of the year before.
    public let previous: Double?
    /// What was expected or promised.
    public let expected: Double?
    /// What came, with the reason when it is not known.
    public let actual: Measured
    /// Where it was printed.
    public let source: SourceRow?
    /// What came less what was expected.
    public let difference: Double?
    /// Whether it came as well as expected or better; `nil` when something is missing.
    public let isReached: Bool?
    /// The share of the targeted change that was achieved, in percent; `nil` when no change was targeted.
    public let progress: Double?
  }

  /// The rows in the order of the worksheet.
  public let rows: [Row]

  /// Compares a worksheet with the results of its year.
  public init(_ figures: WorksheetFigures) {
    let worksheet = figures.worksheet
    var evaluator = Evaluator(figures.model, in: figures.context)
    var rows: [Row] = []
    for entry in worksheet.entries {
      rows.append(
        Self.row(
          entry.code, isKey: true, depth: 0, previous: entry.previousActual,
          expected: figures.target(of: entry),
          figures, &evaluator))
      for node in figures.structure.tree(of: entry.code) {
        guard let component = worksheet.component(node.code) else { continue }
        rows.append(
          Self.row(
            component.code, isKey: false, depth: node.depth, previous: component.previousValue,
            expected: figures.expected(of: component), figures, &evaluator))
      }
    }
    self.rows = rows
  }

  private static func row(
    _ code: String, isKey: Bool, depth: Int, previous: Double?, expected: Double?,
    _ figures: WorksheetFigures,
    _ evaluator: inout Evaluator
  ) -> Row {
    let catalogue = figures.model.catalogue(of: figures.context)
    guard let index = catalogue.indicator(code) else {
      return Row(
        code: code, isKey: isKey, depth: depth, previous: previous, expected: expected,
        actual: .missing("kode tidak ada dalam katalog"), source: nil, difference: nil, isReached: nil,
        progress: nil)
    }
    let figure = FigureKey(.realization, of: .indicator(index), in: figures.context)
    let actual = evaluator.value(of: figure)
    let isRising = catalogue.indicators[index].direction == .rising
    let pair = expected.flatMap { expected in actual.number.map { (expected, $0) } }
    let gain = expected.flatMap { expected in previous.map { WorksheetComponent.sum(expected, -$0) } }
    let came = actual.number.flatMap { actual in previous.map { WorksheetComponent.sum(actual, -$0) } }
    return Row(
      code: code, isKey: isKey, depth: depth, previous: previous, expected: expected, actual: actual.measured,
      source: figures.model.source(of: figure), difference: pair.map { WorksheetComponent.sum($0.1, -$0.0) },
      isReached: pair.map { pair in
        let rounded = pair.0.roundedHalfAway(places: 2)
        return isRising ? pair.1 >= rounded : pair.1 <= rounded
      },
      progress: gain.flatMap { gain in gain == 0 ? nil : came.map { $0 / gain * 100 } })
  }
}
