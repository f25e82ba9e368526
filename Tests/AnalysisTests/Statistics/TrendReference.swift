import Analysis
import TestSupport
import Testing

/// The reference results of well-known implementations and 50-digit arithmetic for six short series.
struct TrendReference {
  static let names = ["A", "B", "C", "D", "E", "F"]

  /// The whole file, read once.
  static let file = Result { try ReferenceTree.read("AnalysisTests/References/trend.json") }

  let tree: ReferenceTree
  let analysis: TrendAnalysis

  init(_ name: String) throws {
    tree = try TrendReference.file.get()["series"][name]
    let bounds = tree["bounds"].numbers
    try #require(tree["years"].list.count >= 3)
    analysis = TrendAnalysis(
      try YearlySeries(
        years: tree["years"].numbers.map { Int($0) }, values: tree["values"].numbers,
        bounds: bounds.count == 2 ? ValueBounds(least: bounds[0], greatest: bounds[1]) : .none))
  }

  /// Expects a number to agree with the reference to nine significant digits.
  static func expect(
    _ actual: Double?, _ expected: ReferenceTree, _ what: String, location: SourceLocation = #_sourceLocation
  ) {
    expect(actual, expected.number, what, location: location)
  }

  /// Expects two numbers to agree to nine significant digits, or both to be missing.
  static func expect(
    _ actual: Double?, _ expected: Double?, _ what: String, location: SourceLocation = #_sourceLocation
  ) {
    let actual = actual.flatMap { $0.isNaN ? nil : $0 }
    guard let actual, let expected else {
      #expect(
        actual == nil && expected == nil, "\(what): \(String(describing: actual))", sourceLocation: location)
      return
    }
    let isClose = abs(actual - expected) <= max(0.5e-9 * abs(expected), 1e-12)
    #expect(isClose, "\(what): \(actual) in place of \(expected)", sourceLocation: location)
  }

  /// The same for each element, and for their number.
  static func expect(
    _ actual: [Double], _ expected: ReferenceTree, _ what: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(actual.count == expected.numbers.count, "\(what)", sourceLocation: location)
    for (one, other) in zip(actual, expected.numbers) { expect(one, other, what, location: location) }
  }
}
