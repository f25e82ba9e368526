/// Finds nodes of a cascade by the names that reports print, which vary in case, spaces and a leading “Program”.
struct NodeNames: Sendable {
  private var nodes: [String: Int] = [:]

  init(_ catalogue: Catalogue) {
    for (index, node) in catalogue.nodes.enumerated() {
      let key = Self.key(node.name)
      if !key.isEmpty, nodes[key] == nil { nodes[key] = index }
    }
  }

  /// The node with a printed name.
  func node(_ name: String) -> Int? { nodes[Self.key(name)] }

  /// Letters and digits in lower case, without the level that reports put before a name.
  static func key(_ name: String) -> String {
    var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words.count > 1, let first = words.first, ["program", "kegiatan", "subkegiatan"].contains(first) {
      words.removeFirst()
    }
    return words.joined()
  }
}
