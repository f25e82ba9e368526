/// One row of a worksheet: value before + gain = forecast, and the figures it repeats from elsewhere.
struct WorksheetRowCheck {
  let row: WorksheetRow
  let indicator: Int

  /// Puts what does not fit on the desk.
  func run(_ desk: inout AuditDesk) {
    sum(&desk)
    repeated("nilai sebelum", row.previousValue, .realization, year: row.year - 1, &desk)
    repeated("realisasi sebelum", row.previousActual, .realization, year: row.year - 1, &desk)
    repeated("target sebelum", row.previousTarget, .target, year: row.year - 1, &desk)
    agreement(&desk)
  }

  private func sum(_ desk: inout AuditDesk) {
    guard let before = row.previousValue, let gain = row.gain, let forecast = row.forecast else { return }
    let decimals = [before, gain, forecast].map(Self.decimals).max() ?? 2
    let agreement = Agreement(before + gain, printed: forecast, decimals: decimals)
    desk.count(agreement, .worksheet)
    guard agreement != .agrees else { return }
    var finding = desk.finding(
      agreement == .rounding ? .rounding : .wrong, "perkiraan \(desk.title(.indicator(indicator)))",
      about: row)
    finding.printed = shown(forecast)
    finding.printedValue = forecast
    finding.computed = .number(before + gain)
    finding.formula = "\(Expression.numberText(before)) + \(Expression.numberText(gain))"
    finding.explanation = "nilai sebelum \(shown(before)) ditambah \(shown(gain))"
    desk.add(finding)
  }

  /// A figure of the year before that the worksheet repeats.
  private func repeated(
    _ name: String, _ value: Double?, _ quantity: Quantity, year: Int, _ desk: inout AuditDesk
  ) {
    guard let value else { return }
    let context = Context(dataset: desk.audit.dataset, unit: row.unit, year: year)
    let stored = desk.value(quantity, of: .indicator(indicator), in: context)
    guard let number = stored.number else { return }
    let decimals = max(Self.decimals(value), 2)
    let agreement = Agreement(number, printed: value, decimals: decimals)
    guard agreement == .wrong else { return }
    let figure = FigureKey(quantity, of: .indicator(indicator), in: context)
    var finding = desk.finding(.contradiction, "\(name) \(desk.title(.indicator(indicator)))", about: row)
    finding.printed = shown(value)
    finding.printedValue = value
    finding.computed = stored
    finding.formula = "\(quantity.name)(\(row.code)[\(year)])"
    finding.others = desk.model.source(of: figure).map { [$0] } ?? []
    finding.explanation = "kertas kerja menulis \(shown(value)), data \(year) menyebut \(shown(number))"
    desk.add(finding)
  }

  /// The target of the worksheet against the agreement of the same version, or of the year.
  private func agreement(_ desk: inout AuditDesk) {
    guard let target = row.target else { return }
    let whole = Context(dataset: desk.audit.dataset, unit: row.unit, year: row.year)
    let period = desk.dataset.periods.number(of: row.version).map { Int16($0) }
    let places = [period.map { whole.with(period: $0) }, whole].compactMap { $0 }
    for context in places {
      let figure = FigureKey(.target, of: .indicator(indicator), in: context)
      guard let stored = desk.model.entry(of: figure)?.value else { continue }
      guard Agreement(stored, printed: target, decimals: max(Self.decimals(target), 2)) == .wrong else {
        return
      }
      let period = desk.periodName(context)
      let name = period.isEmpty ? "perjanjian kinerja" : "perjanjian kinerja \(period)"
      var finding = desk.finding(.contradiction, "target \(desk.title(.indicator(indicator)))", about: row)
      finding.printed = shown(target)
      finding.printedValue = target
      finding.computed = .number(stored)
      finding.formula = "target(\(row.code)[\(row.year)])"
      finding.others = desk.model.source(of: figure).map { [$0] } ?? []
      finding.explanation = "kertas kerja menargetkan \(shown(target)), \(name) \(shown(stored))"
      desk.add(finding)
      return
    }
  }

  private func shown(_ value: Double) -> String { NumberStyle.plain.text(value) }

  /// How many decimals a figure needs.
  static func decimals(_ value: Double) -> Int {
    (0..<6).first { Arithmetic.rounded(value, places: Double($0)) == value } ?? 6
  }
}
