/// Finds what a code in a table of facts names: a code, whatever its case, a former or official name, or a node.
struct CodeResolver {
  /// What a text was taken for.
  enum Outcome {
    /// A subject by its index; `note` says how it was recognised when it is not its code.
    case found(Int32, note: String?)
    /// Nothing, or several things: why, as an Indonesian sentence.
    case unknown(String)
  }

  private let catalogue: Catalogue
  private let wantsNodes: Bool
  private var names: [String: [Int]] = [:]

  /// - Parameter wantsNodes: Whether the table hangs on nodes (budgets) or on indicators.
  init(_ catalogue: Catalogue, wantsNodes: Bool) {
    self.catalogue = catalogue
    self.wantsNodes = wantsNodes
    if wantsNodes {
      for (index, node) in catalogue.nodes.enumerated() {
        names[Self.folded(node.name), default: []].append(index)
      }
    } else {
      for (index, indicator) in catalogue.indicators.enumerated() {
        for name in Set(([indicator.name] + indicator.aliases).map(Self.folded)).sorted() where !name.isEmpty
        {
          names[name, default: []].append(index)
        }
      }
    }
  }

  /// What a text names.
  ///
  /// - Complexity: O(1) for codes and names, O(catalogue) for shortened names and unknown texts.
  func resolve(_ text: String) -> Outcome {
    if text.isEmpty { return .unknown("kolom \(wantsNodes ? "simpul" : "kode") kosong") }
    return wantsNodes ? resolveNode(text) : resolveIndicator(text)
  }

  private func resolveIndicator(_ text: String) -> Outcome {
    if let index = catalogue.indicator(text) { return .found(Int32(index), note: nil) }
    if let outcome = byName(text) { return outcome }
    if let node = catalogue.node(text) {
      let measured = catalogue.indicators(of: node)
      if measured.count == 1, let only = measured.first {
        return .found(Int32(only), note: "simpul “\(text)” dibaca sebagai indikatornya, \(code(only))")
      }
      let list = measured.prefix(5).map { code($0) }.joined(separator: ", ")
      return .unknown(
        measured.isEmpty
          ? "“\(text)” adalah simpul tanpa indikator"
          : "“\(text)” adalah simpul dengan beberapa indikator: \(list)")
    }
    return unknown(text)
  }

  private func resolveNode(_ text: String) -> Outcome {
    if let index = catalogue.node(text) { return .found(Int32(index), note: nil) }
    if let outcome = byName(text) { return outcome }
    if let indicator = catalogue.indicator(text), let node = catalogue.indicators[indicator].node {
      return .found(Int32(node), note: "indikator “\(text)” dibaca sebagai simpulnya, \(code(node))")
    }
    return unknown(text)
  }

  /// A whole name, else the only name that begins with the text.
  private func byName(_ text: String) -> Outcome? {
    let folded = Self.folded(text)
    var found = names[folded] ?? []
    if found.isEmpty, folded.utf8.count >= 12 {
      found = Set(names.filter { $0.key.hasPrefix(folded) }.flatMap(\.value)).sorted()
    }
    guard let first = found.first else { return nil }
    if found.count == 1 {
      return .found(Int32(first), note: "“\(text)” dibaca sebagai \(code(first))")
    }
    let list = found.prefix(5).map { code($0) }.joined(separator: ", ")
    return .unknown("“\(text)” dapat berarti beberapa kode: \(list)")
  }

  private func unknown(_ text: String) -> Outcome {
    let codes = wantsNodes ? catalogue.nodes.map(\.code) : catalogue.indicators.map(\.code)
    let near = Suggestion.nearest(to: text, among: codes, limit: 1).first
    let what = wantsNodes ? "simpul" : "kode"
    return .unknown("\(what) “\(text)” tidak dikenal" + (near.map { "; yang terdekat \($0)" } ?? ""))
  }

  private func code(_ index: Int) -> String {
    wantsNodes ? catalogue.nodes[index].code : catalogue.indicators[index].code
  }

  /// A name for comparison: lower case, only letters and digits, common abbreviations written out.
  static func folded(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }
      .map { abbreviations[String($0)] ?? String($0) }.joined(separator: " ")
  }

  private static let abbreviations = [
    "kec": "kecamatan", "kab": "kabupaten", "prov": "provinsi", "kel": "kelurahan", "pd": "perangkat daerah",
  ]
}
