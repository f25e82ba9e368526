import Analysis

/// The official values of an indicator over the years that a report shows side by side, each with its source.
struct IndicatorYears {
  /// One year.
  struct Year {
    var year: Int
    var target: Value
    var actual: Value
    var percent: Value
    var targetOrigin: Origin?
    var actualOrigin: Origin?
  }

  /// Index in the catalogue.
  let index: Int
  /// The indicator.
  let indicator: Indicator
  /// The years, ascending.
  let years: [Year]
  /// How values are written.
  let style: NumberStyle

  /// Reads some years.
  init(_ index: Int, years: ClosedRange<Int>, evaluator: inout Evaluator) {
    let context = evaluator.context
    let model = evaluator.model
    self.index = index
    indicator = model.catalogue(of: context).indicators[index]
    let subject = Catalogue.Subject.indicator(index)
    var found: [Year] = []
    for year in years {
      func key(_ quantity: Quantity) -> FigureKey {
        FigureKey(quantity, of: subject, in: context.with(year: year))
      }
      let target = evaluator.value(of: key(.target))
      let actual = evaluator.value(of: key(.realization))
      let percent = evaluator.value(of: key(.achievement))
      found.append(
        Year(
          year: year, target: target, actual: actual, percent: percent,
          targetOrigin: model.source(of: key(.target)).map { .row($0) },
          actualOrigin: actual.number == nil
            ? nil
            : model.source(of: key(.realization)).map { .row($0) }
              ?? .computed("rumus \(indicator.code)", from: [])))
    }
    self.years = found
    let numbers = found.flatMap { [$0.target.number, $0.actual.number] }.compactMap { $0 }
    let isCount = !["nilai", "indeks", "persen", ""].contains(indicator.measure)
    style = isCount && numbers.allSatisfy { $0 == $0.rounded() } ? .count : .score.with(decimals: 2...4)
  }

  /// The year the report is about.
  var last: Year { years[years.count - 1] }

  /// The result of a year as a table cell.
  func actualCell(_ year: Year) -> Table.Cell {
    .number(year.actual.number, style, origin: year.actualOrigin, reason: year.actual.missing?.root ?? "")
  }

  /// The achievement of a year as a table cell.
  func percentCell(_ year: Year) -> Table.Cell {
    .figure(percent(year))
  }

  /// The achievement of a year.
  func percent(_ year: Year) -> Figure {
    Figure(
      year.percent.number, .score,
      origin: .computed("capaian", from: [year.actualOrigin, year.targetOrigin].compactMap { $0 }),
      reason: year.percent.missing?.root ?? "")
  }
}
