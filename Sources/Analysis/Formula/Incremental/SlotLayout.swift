/// The numbering of the figures of one context that may be assumed: results and targets of indicators,
/// ceilings and spending of nodes.
struct SlotLayout: Hashable, Sendable {
  let indicatorCount: Int
  let nodeCount: Int

  /// How many slots there are.
  var count: Int { 2 * indicatorCount + 2 * nodeCount }

  func result(_ indicator: Int) -> Int { indicator }
  func target(_ indicator: Int) -> Int { indicatorCount + indicator }
  func ceiling(_ node: Int) -> Int { 2 * indicatorCount + node }
  func spending(_ node: Int) -> Int { 2 * indicatorCount + nodeCount + node }

  /// The slot of a figure; `nil` for derived figures.
  func slot(_ quantity: Quantity, of subject: Catalogue.Subject) -> Int? {
    switch (quantity, subject) {
    case (.realization, .indicator(let index)): result(index)
    case (.target, .indicator(let index)): target(index)
    case (.ceiling, .node(let index)): ceiling(index)
    case (.spending, .node(let index)): spending(index)
    default: nil
    }
  }

  /// What a slot holds.
  func figure(_ slot: Int) -> (quantity: Quantity, subject: Catalogue.Subject) {
    if slot < indicatorCount { return (.realization, .indicator(slot)) }
    if slot < 2 * indicatorCount { return (.target, .indicator(slot - indicatorCount)) }
    let node = slot - 2 * indicatorCount
    return node < nodeCount ? (.ceiling, .node(node)) : (.spending, .node(node - nodeCount))
  }
}
