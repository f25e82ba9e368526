import Analysis
import FoundationEssentials

@testable import Shell

/// A session on the datasets that come with the project.
enum SampleSession {
  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of a dataset.
  static func path(_ dataset: String) -> String { "\(root)/notebooks/data/\(dataset)" }

  /// A session with datasets loaded; the last one is asked about.
  static func loaded(_ datasets: String...) throws -> Session {
    var session = Session(surroundings: Surroundings(folder: root))
    for dataset in datasets { _ = try session.execute("muat \(Words.quoted(path(dataset)))") }
    return session
  }
}

extension JSONValue {
  /// The number, if it is one.
  var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  /// The text, if it is one.
  var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  /// The elements of an array.
  var elements: [JSONValue] {
    if case .array(let values) = self { return values }
    return []
  }
}
