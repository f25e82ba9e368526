/// The relations of a part of an office package: which other parts it uses and as what.
package struct PackageRelations {
  /// One relation.
  package struct Relation: Hashable, Sendable {
    /// The name by which the part refers to it.
    package var id: String
    /// The full type, an URI.
    package var type: String
    /// The target as written: a part's path or, when external, an address.
    package var target: String
    /// Whether the target lies outside the package.
    package var isExternal: Bool

    /// Makes a relation.
    package init(id: String, type: String, target: String, isExternal: Bool) {
      self.id = id
      self.type = type
      self.target = target
      self.isExternal = isExternal
    }

    /// The last word of the type: `styles`, `worksheet`, `image`.
    package var kind: String { type.split(separator: "/").last.map(String.init) ?? "" }
  }

  /// The relations in order.
  package var relations: [Relation] = []
  private let folder: String

  /// Reads the relations of a part; `""` stands for the package itself.
  package init(of part: String, in archive: ZipArchiveReader) throws(Problem) {
    folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = Self.name(of: part)
    guard let bytes = archive[name] else { return }
    var scanner = try XMLScanner(bytes, part: name)
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.name == "Relationship":
        relations.append(
          Relation(
            id: scanner.attribute("Id") ?? "", type: scanner.attribute("Type") ?? "",
            target: scanner.attribute("Target") ?? "",
            isExternal: scanner.attribute("TargetMode") == "External"))
      default: break
      }
    }
  }

  /// Makes the relations of a part that is being written.
  package init(folder: String, _ relations: [Relation] = []) {
    self.folder = folder
    self.relations = relations
  }

  /// The path of the relations part that belongs to a part.
  package static func name(of part: String) -> String {
    var pieces = part.split(separator: "/").map(String.init)
    let last = pieces.popLast() ?? ""
    return (pieces + ["_rels", last + ".rels"]).joined(separator: "/")
  }

  /// The path of the first part used as a kind.
  package func target(ofKind kind: String) -> String? {
    relations.first { $0.kind == kind && !$0.isExternal }.map { path($0.target) }
  }

  /// The path of the part with an id.
  package func target(id: String) -> String? {
    relations.first { $0.id == id && !$0.isExternal }.map { path($0.target) }
  }

  /// The kind of the relation with an id.
  package func kind(id: String) -> String? { relations.first { $0.id == id }?.kind }

  /// A target as a path inside the package.
  package func path(_ target: String) -> String {
    var pieces = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = pieces.popLast() } else { pieces.append(String(piece)) }
    }
    return pieces.joined(separator: "/")
  }
}
