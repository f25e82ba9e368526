import Analysis

/// Where each key indicator is heading and how sure that is.
enum TrendSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    let keys = try writer.keyIndicators()
    let codes = (keys + (try inputs(of: keys, writer))).map { writer.catalogue.indicators[$0].code }
    for code in codes {
      writer.heading("Tren \(code)")
      writer.answer("tren.\(code)", "tren \(code)", keeping: isShown)
      writer.placeholder("penjelasan perkembangan \(code)")
    }
  }

  /// Tables, charts and paragraphs; the list of what a short series does not allow belongs to the prompt.
  private static func isShown(_ block: Block) -> Bool {
    if case .list = block { return false }
    return block.belongsIntoReport
  }

  /// The direct inputs of composite key indicators that are measured in at least three years.
  private static func inputs(of keys: [Int], _ writer: DraftWriter) throws(Problem) -> [Int] {
    let model = try writer.state.requireModel()
    let graph = model.graphs[writer.context.dataset]
    var evaluator = try writer.evaluator()
    let years = writer.state.dataset(of: writer.context).measuredYears(of: writer.context.unit)
    var found: [Int] = []
    for input in keys.flatMap({ graph.inputs[$0] }) where !keys.contains(input) && !found.contains(input) {
      guard !writer.catalogue.indicators[input].isComponent else { continue }
      let measured = years.count { year in
        evaluator.value(
          of: FigureKey(.realization, of: .indicator(input), in: writer.context.with(year: year))
        ).number != nil
      }
      if measured >= 3 { found.append(input) }
    }
    return found
  }
}
