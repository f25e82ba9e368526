/// A figure of another period, year, or row of the same kind.
struct OtherPlaceGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    guard doubt.agreement == .wrong, doubt.expression.readsData, doubt.isTelling else { return [] }
    var found: [String] = []
    var periods: [String] = []
    for period in 0..<min(desk.dataset.periods.count, 64) where Int16(period) != desk.context.period {
      let place = desk.context.with(period: Int16(period))
      guard doubt.isReproduced(by: desk.value(of: doubt.expression, in: place)) else { continue }
      let name = desk.dataset.periods[Int32(period)]
      periods.append(name.isEmpty ? "setahun" : name)
    }
    if !periods.isEmpty { found.append("angka periode lain: \(periods.joined(separator: ", "))") }
    for distance in [-1, 1, -2, 2] {
      let place = desk.context.with(year: desk.context.year + distance)
      if doubt.isReproduced(by: desk.value(of: doubt.expression, in: place)) {
        found.append("angka tahun \(place.year)")
      }
    }
    if found.isEmpty, let other = otherSubject(doubt, &desk) { found.append(other) }
    return found
  }

  /// The only other indicator or node whose same figure is the printed one.
  private func otherSubject(_ doubt: ClaimDoubt, _ desk: inout CauseDesk) -> String? {
    guard case .reference(let reference) = doubt.expression.node, reference.isInContext, !reference.isPattern,
      doubt.printed.decimals > 0
    else { return nil }
    let catalogue = desk.dataset.catalogue
    guard let own = catalogue.subject(reference.code) else { return nil }
    let others: [Catalogue.Subject]
    switch own {
    case .indicator: others = catalogue.indicators.indices.map { .indicator($0) }
    case .node: others = catalogue.nodes.indices.map { .node($0) }
    }
    var matches: [Catalogue.Subject] = []
    for other in others where other != own {
      guard doubt.isReproduced(by: desk.value(reference.quantity, other, in: desk.context)) else { continue }
      matches.append(other)
      if matches.count > 1 { return nil }
    }
    switch matches.first {
    case .indicator(let index)?: return "angka baris lain: \(catalogue.indicators[index].code)"
    case .node(let index)?: return "angka baris lain: \(catalogue.nodes[index].code)"
    case nil: return nil
    }
  }
}
