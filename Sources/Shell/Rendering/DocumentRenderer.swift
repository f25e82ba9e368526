import Analysis

/// Writes a document in one format.
protocol DocumentRenderer {
  /// Writes the document; every text in it is made harmless for the format on the way.
  func render(_ document: Document, to output: inout some TextOutputStream)
}

extension DocumentRenderer {
  /// The document as a string.
  func text(of document: Document) -> String {
    var output = ""
    render(document, to: &output)
    return output
  }
}

/// The reasons of missing figures in a table, numbered from 1 in order of appearance, each once.
struct MissingReasons {
  /// The reasons in order.
  private(set) var reasons: [String] = []

  /// The number of a reason.
  mutating func number(of reason: String) -> Int {
    if let index = reasons.firstIndex(of: reason) { return index + 1 }
    reasons.append(reason)
    return reasons.count
  }

  /// The number of a cell's reason; `nil` when nothing is missing or no reason is known.
  mutating func number(of cell: Table.Cell) -> Int? {
    guard case .figure(let figure) = cell, figure.value == nil, !figure.reason.isEmpty else { return nil }
    return number(of: figure.reason)
  }
}
