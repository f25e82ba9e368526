/// Which component of a worksheet is part of which, by the formulas of the measurement.
public struct WorksheetStructure: Sendable {
  /// A row of a key indicator's tree.
  public struct Node: Hashable, Sendable {
    /// The component's code.
    public let code: String
    /// The code of the component or key indicator it goes into; `nil` when no formula links it to the key
    /// indicator.
    public let parent: String?
    /// How deep it stands below the key indicator, from 1.
    public let depth: Int
    /// Whether it is computed from other components of the worksheet.
    public let isComputed: Bool
  }

  private let nodes: [String: [Node]]
  private let computed: Set<String>

  /// Finds the structure.
  ///
  /// - Complexity: O(components × inputs of their formulas).
  public init(_ worksheet: Worksheet, model: FormulaModel, context: Context) {
    let catalogue = model.catalogue(of: context)
    let graph = model.graphs[context.dataset]
    let members = Set(worksheet.codes.compactMap { catalogue.indicator($0) })
    var nodes: [String: [Node]] = [:]
    var computed: Set<String> = []
    for code in worksheet.codes {
      guard let index = catalogue.indicator(code), graph.formulas[index] != nil else { continue }
      if graph.ancestors(of: index).contains(where: { members.contains($0) }) { computed.insert(code) }
    }
    for entry in worksheet.entries {
      nodes[entry.code] = Self.tree(of: entry, catalogue, graph, computed)
    }
    self.nodes = nodes
    self.computed = computed
  }

  /// The components of a key indicator: each below the one it is part of, in the order of the worksheet.
  public func tree(of code: String) -> [Node] { nodes[code] ?? [] }

  /// Whether a key indicator or component is computed from components of the worksheet.
  public func isComputed(_ code: String) -> Bool { computed.contains(code) }

  private static func tree(
    of entry: WorksheetEntry, _ catalogue: Catalogue, _ graph: DependencyGraph, _ computed: Set<String>
  ) -> [Node] {
    let codes = entry.components.map(\.code)
    let own = Set(([entry.code] + codes).compactMap { catalogue.indicator($0) })
    var parents: [String: String] = [:]
    for parent in [entry.code] + codes {
      guard let start = catalogue.indicator(parent) else { continue }
      for found in nearest(to: start, among: own, graph) {
        let code = catalogue.indicators[found].code
        if parents[code] == nil, code != parent { parents[code] = parent }
      }
    }
    var result: [Node] = []
    func add(_ code: String, depth: Int) {
      result.append(
        Node(code: code, parent: parents[code], depth: depth, isComputed: computed.contains(code)))
      for child in codes where parents[child] == code { add(child, depth: depth + 1) }
    }
    for code in codes where parents[code] == nil || parents[code] == entry.code { add(code, depth: 1) }
    return result
  }

  /// The members that a formula reads, directly or through indicators that are not in the worksheet.
  private static func nearest(to start: Int, among members: Set<Int>, _ graph: DependencyGraph) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = [start]
    var pending = Array(graph.inputs[start].reversed())
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      if members.contains(index) {
        found.append(index)
      } else {
        pending.append(contentsOf: graph.inputs[index].reversed())
      }
    }
    return found
  }
}
