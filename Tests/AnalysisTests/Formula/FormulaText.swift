import Analysis

/// Draws a problem the way a reader sees it: the line, the caret, the sentence and what was expected.
func drawing(of problem: Problem) -> String {
  guard case .text(let source, let range) = problem.place else { return problem.message }
  let width = max(1, range.count)
  var lines = [
    source, String(repeating: " ", count: range.lowerBound) + String(repeating: "^", count: width),
  ]
  lines.append(problem.message)
  if let expected = problem.expected { lines.append("diharapkan: \(expected)") }
  if !problem.suggestions.isEmpty { lines.append("saran: " + problem.suggestions.joined(separator: ", ")) }
  return lines.joined(separator: "\n")
}

/// The drawing of the problem that reading a formula gives, or the formula's text when there is none.
func drawingOfParsing(_ source: String) -> String {
  do {
    return try "tanpa galat: " + Expression(parsing: source).text
  } catch {
    return drawing(of: error)
  }
}
