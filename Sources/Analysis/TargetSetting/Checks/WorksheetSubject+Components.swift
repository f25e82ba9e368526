extension WorksheetSubject {
  /// The components give the target, and their own sums are right.
  var components: WorksheetFinding? {
    if let wrong = wrongComponent { return wrong }
    let computed = figures.computed(entry.code)
    guard let value = computed?.value.value else {
      let reason = computed?.value.reason ?? "target tidak diturunkan: \(entry.code) tidak mempunyai rumus"
      return finding(.components, .warn, reason, target)
    }
    let computedText = style.text(value)
    if let target, !Worksheet.agrees(target, value) {
      let gap = style.signed.text(figures.difference(of: entry) ?? target - value)
      return finding(
        .components, .fail,
        "komponen memberi \(computedText), target \(style.text(target)) (\(gap))\(heldText)", target, value)
    }
    if let held = computed?.held, !held.isEmpty {
      return finding(.components, .warn, "komponen memberi \(computedText)\(heldText)", target, value)
    }
    return finding(.components, .pass, "komponen memberi \(computedText)", target, value)
  }

  private var heldText: String {
    guard let held = figures.computed(entry.code)?.held, !held.isEmpty else { return "" }
    let shown =
      held.prefix(3).joined(separator: ", ") + (held.count > 3 ? " dan \(held.count - 3) lainnya" : "")
    return "; \(shown) belum berperkiraan dan memakai nilai \(year - 1)"
  }

  /// The first component whose written value is not what its parts or its gain give.
  private var wrongComponent: WorksheetFinding? {
    for component in entry.components {
      if figures.structure.isComputed(component.code) {
        guard let written = component.forecast, let computed = figures.computed(component.code)?.value.value,
          !Worksheet.agrees(written, computed)
        else { continue }
        return finding(
          .components, .fail,
          "\(component.code) tertulis \(style.text(written)), komponennya memberi \(style.text(computed))",
          written, computed)
      }
      guard let before = component.previousValue, let gain = component.gain, let written = component.forecast,
        !Worksheet.agrees(written, before + gain)
      else { continue }
      return finding(
        .components, .fail,
        "\(component.code): \(style.text(before)) \(style.signed.text(gain)) = \(style.text(before + gain)), tertulis \(style.text(written))",
        written, before + gain)
    }
    return nil
  }

  /// The worksheet puts the components together in another way than the measurement.
  func aggregation(_ target: Double) -> WorksheetFinding {
    let direct = figures.structure.tree(of: entry.code).filter { $0.depth == 1 }
    let values = direct.compactMap { node in
      figures.worksheet.component(node.code).flatMap { figures.expected(of: $0) }
    }
    guard let index = figures.model.catalogue(of: figures.context).indicator(entry.code),
      let formula = figures.model.graphs[figures.context.dataset].formulas[index]
    else { return finding(.aggregation, .unknown, "\(entry.code) tidak mempunyai rumus pengukuran", target) }
    let rule = formula.expression.text
    guard values.count >= 2, values.count == direct.count else {
      return finding(
        .aggregation, .unknown, "perkiraan komponen belum lengkap; pengukuran memakai \(rule)", target)
    }
    let sum = values.reduce(0, +)
    let mean = sum / Double(values.count)
    let unlinked = direct.filter { $0.parent == nil }.map(\.code)
    let computed = figures.computed(entry.code)?.value.value
    if Worksheet.agrees(target, mean), !isMean(formula.expression) || !unlinked.isEmpty {
      return finding(
        .aggregation, .fail, differentAggregation(mean, values.count, rule, computed, unlinked), mean,
        computed)
    }
    if Worksheet.agrees(target, sum), isMean(formula.expression) {
      let text = "lembar kerja menjumlah komponen (\(style.text(sum))), pengukuran memakai \(rule)"
      return finding(.aggregation, .fail, text, sum, computed)
    }
    if !unlinked.isEmpty {
      return finding(
        .aggregation, .warn, "\(unlinked.joined(separator: ", ")) tidak masuk rumus pengukuran \(rule)",
        target, computed)
    }
    return finding(.aggregation, .pass, "sama dengan pengukuran: \(rule)", target, computed)
  }

  private func isMean(_ expression: Expression) -> Bool {
    if case .call(.mean, _) = expression.node { return true }
    return false
  }

  private func differentAggregation(
    _ mean: Double, _ count: Int, _ rule: String, _ computed: Double?, _ unlinked: [String]
  ) -> String {
    var text =
      "lembar kerja merata-ratakan \(count) komponen (\(style.text(mean))), pengukuran memakai \(rule)"
    if let computed {
      text += " (\(style.text(computed))\(heldText.isEmpty ? "" : ", sebagian nilai \(year - 1)"))"
    }
    if !unlinked.isEmpty { text += "; \(unlinked.joined(separator: ", ")) tidak masuk rumus itu" }
    if let evidence = lastYearEvidence { text += "; \(evidence)" }
    return text
  }

  /// What the worksheet's way of putting together would have given in the year before.
  private var lastYearEvidence: String? {
    guard let measured = history.values.last(where: { $0.year == year - 1 })?.value else { return nil }
    let catalogue = figures.model.catalogue(of: figures.context)
    var evaluator = Evaluator(figures.model, in: figures.context.with(year: year - 1))
    let values = figures.structure.tree(of: entry.code).filter { $0.depth == 1 }.compactMap { node in
      catalogue.indicator(node.code).flatMap { evaluator.value(.realization, of: .indicator($0)).number }
    }
    guard values.count >= 2 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    return
      "pada \(year - 1) rata-rata \(values.count) komponen terukur \(style.text(mean)), hasil pengukuran \(style.text(measured))"
  }

  /// The parts of an index changed between the two years before.
  var instrument: WorksheetFinding {
    let model = figures.model
    let catalogue = model.catalogue(of: figures.context)
    let graph = model.graphs[figures.context.dataset]
    guard let root = catalogue.indicator(entry.code) else {
      return finding(.instrument, .unknown, "kode tidak ada dalam katalog")
    }
    func isStored(_ index: Int, _ year: Int) -> Bool {
      model.entry(of: FigureKey(.realization, of: .indicator(index), in: figures.context.with(year: year)))
        != nil
    }
    var changes: [String] = []
    for parent in [root] + graph.ancestors(of: root) where graph.inputs[parent].count > 1 {
      let now = graph.inputs[parent].filter { isStored($0, year - 1) }
      let before = graph.inputs[parent].filter { isStored($0, year - 2) }
      guard !now.isEmpty, !before.isEmpty else { continue }
      changes += now.filter { !before.contains($0) }.map { "+\(catalogue.indicators[$0].code)" }
      changes += before.filter { !now.contains($0) }.map { "−\(catalogue.indicators[$0].code)" }
    }
    if let year = history.analysis?.segment.breakYear {
      return finding(
        .instrument, .warn, "cara ukur berganti pada \(year); tren hanya memakai nilai sesudahnya")
    }
    guard !changes.isEmpty else {
      return finding(.instrument, .pass, "tidak ada pergantian cara ukur yang tercatat")
    }
    return finding(
      .instrument, .warn,
      "bagian yang diukur berubah antara \(year - 2) dan \(year - 1): \(changes.joined(separator: ", "))")
  }
}
