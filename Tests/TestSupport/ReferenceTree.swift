import FoundationEssentials

/// A JSON file of reference numbers, read by path: `tree["series"]["A"]["ols"]["slope"]`.
public struct ReferenceTree: Decodable, Sendable {
  private enum Node: Sendable {
    case missing, truth(Bool), number(Double), text(String), list([ReferenceTree]), members(
      [String: ReferenceTree])
  }

  private let node: Node

  /// Reads a file beside or below the folder of the test targets' sources.
  ///
  /// - Parameter path: From the folder `Tests`, such as `AnalysisTests/References/trend.json`.
  public static func read(_ path: String) throws -> ReferenceTree {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(ReferenceTree.self, from: Data(contentsOf: tests.appending(path: path)))
  }

  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      node = .missing
    } else if let number = try? container.decode(Double.self) {
      node = .number(number)
    } else if let truth = try? container.decode(Bool.self) {
      node = .truth(truth)
    } else if let text = try? container.decode(String.self) {
      node = .text(text)
    } else if let list = try? container.decode([ReferenceTree].self) {
      node = .list(list)
    } else if let members = try? container.decode([String: ReferenceTree].self) {
      node = .members(members)
    } else {
      node = .missing
    }
  }

  private init(_ node: Node) { self.node = node }

  /// A member of an object; a missing value where there is none.
  public subscript(name: String) -> ReferenceTree {
    if case .members(let members) = node {
      members[name] ?? ReferenceTree(.missing)
    } else {
      ReferenceTree(.missing)
    }
  }

  /// The elements of an array.
  public var list: [ReferenceTree] { if case .list(let list) = node { list } else { [] } }

  /// The members of an object.
  public var members: [String: ReferenceTree] {
    if case .members(let members) = node { members } else { [:] }
  }

  /// A number, or a text that holds one, also as a fraction such as `1/60`.
  public var number: Double? {
    switch node {
    case .number(let number): return number
    case .text(let text):
      let parts = text.split(separator: "/").map { Double($0) }
      guard let first = parts.first, let top = first else { return nil }
      guard parts.count == 2, let bottom = parts[1] else { return parts.count == 1 ? top : nil }
      return top / bottom
    default: return nil
    }
  }

  /// The numbers of an array.
  public var numbers: [Double] { list.compactMap(\.number) }

  /// A truth value.
  public var truth: Bool? { if case .truth(let truth) = node { truth } else { nil } }

  /// Whether the value is absent or null.
  public var isMissing: Bool { if case .missing = node { true } else { false } }
}
