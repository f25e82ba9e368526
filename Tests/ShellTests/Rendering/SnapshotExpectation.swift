import TestSupport
import Testing

/// Expects text to be what the snapshot of this name holds.
func expectSnapshot(
  _ actual: String, _ name: String, file: StaticString = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  switch try Snapshot.compare(actual, named: name, file: file) {
  case .same: break
  case .recorded(let path): Issue.record("recorded \(path)", sourceLocation: location)
  case .different(let expected, let actual):
    let pairs = zip(expected.split(separator: "\n"), actual.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }.map { "\n- \($0)\n+ \($1)" } ?? ""
    Issue.record("\(name) differs:\(first)", sourceLocation: location)
  }
}
