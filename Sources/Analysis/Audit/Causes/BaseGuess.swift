/// A percentage of the wrong base, an averaged percentage, or the formula for the other direction.
struct BaseGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    guard doubt.isTelling else { return [] }
    if case .reference(let reference) = doubt.expression.node, reference.isInContext, !reference.isPattern,
      let subject = desk.dataset.catalogue.subject(reference.code)
    {
      return derived(reference.quantity, subject, doubt, &desk)
    }
    return written(doubt, &desk)
  }

  private func derived(
    _ quantity: Quantity, _ subject: Catalogue.Subject, _ doubt: ClaimDoubt, _ desk: inout CauseDesk
  ) -> [String] {
    let pair: (Quantity, Quantity)
    switch quantity {
    case .achievement: pair = (.realization, .target)
    case .absorption: pair = (.spending, .ceiling)
    default: return []
    }
    var found: [String] = []
    if let part = desk.value(pair.0, subject, in: desk.context),
      let base = desk.value(pair.1, subject, in: desk.context)
    {
      if part != 0, doubt.isReproduced(by: base / part * 100) {
        found.append("pembilang dan penyebutnya terbalik: \(pair.1.name) dibagi \(pair.0.name)")
      }
      if base != 0, doubt.isReproduced(by: (2 * base - part) / base * 100) {
        found.append("memakai rumus untuk indikator yang makin rendah makin baik")
      }
      if base != 0, doubt.isReproduced(by: part / base * 100) {
        found.append("memakai rumus untuk indikator yang makin tinggi makin baik")
      }
      if let parent = parentBase(quantity, subject, part, doubt, &desk) { found.append(parent) }
    }
    if case .node(let node) = subject, let mean = averaged(quantity, node, doubt, &desk) {
      found.append(mean)
    }
    return found
  }

  /// The spending of a node against the ceiling of the node above it.
  private func parentBase(
    _ quantity: Quantity, _ subject: Catalogue.Subject, _ part: Double, _ doubt: ClaimDoubt,
    _ desk: inout CauseDesk
  ) -> String? {
    guard quantity == .absorption, case .node(let node) = subject,
      let parent = desk.dataset.catalogue.nodes[node].parent,
      let base = desk.value(.ceiling, .node(parent), in: desk.context), base != 0,
      doubt.isReproduced(by: part / base * 100)
    else { return nil }
    return "dasar persentasenya pagu \(desk.dataset.catalogue.nodes[parent].code)"
  }

  /// The plain mean of the percentages below a node.
  private func averaged(_ quantity: Quantity, _ node: Int, _ doubt: ClaimDoubt, _ desk: inout CauseDesk)
    -> String?
  {
    let values = desk.dataset.catalogue.children(of: node).compactMap {
      desk.value(quantity, .node($0), in: desk.context)
    }
    guard values.count > 1, doubt.isReproduced(by: values.reduce(0, +) / Double(values.count)) else {
      return nil
    }
    return
      "rata-rata \(quantity.name) \(values.count) simpul di bawahnya, bukan \(quantity.name) dari jumlahnya"
  }

  /// `a/b*100` turned round, or taken of the other figure.
  private func written(_ doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    let turned = doubt.expression.replacing { part in
      guard case .binary(.divide, let part, let base) = part.node else { return nil }
      return Expression(.binary(.divide, base, part))
    }
    if turned != doubt.expression, doubt.isReproduced(by: desk.value(of: turned, in: desk.context)) {
      return ["pembilang dan penyebutnya terbalik: \(turned.text)"]
    }
    return []
  }
}
