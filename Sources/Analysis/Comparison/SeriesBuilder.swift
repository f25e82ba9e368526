/// Reads series of official values through an evaluator, so that assumptions that stand are respected.
public struct SeriesBuilder: Sendable {
  /// Reads the values; its context says where assumptions hold.
  public private(set) var evaluator: Evaluator
  /// The years asked for; without them a series runs from its first to its last value.
  public let years: ClosedRange<Int>?
  /// Whether values of renamed indicators (`padanan`) fill years that have none.
  public let joinsRenamed: Bool
  /// Breaks that the user marked.
  public let breaks: [SeriesBreak]

  /// The most years a series may have.
  public static let largestCount = 60

  /// Makes a builder.
  public init(
    _ evaluator: Evaluator, years: ClosedRange<Int>? = nil, joinsRenamed: Bool = false,
    breaks: [SeriesBreak] = []
  ) {
    self.evaluator = evaluator
    self.years = years
    self.joinsRenamed = joinsRenamed
    self.breaks = breaks
  }

  /// The series of an indicator.
  ///
  /// - Parameters:
  ///   - indicator: Index in the catalogue of the unit's dataset.
  ///   - unit: The unit; its year is the year of the question.
  /// - Throws: A rule problem when a declared break is not a year, a usage problem when the years are too many.
  /// - Complexity: O(years · log rows).
  public mutating func series(_ indicator: Int, of unit: Context) throws(Problem) -> IndicatorSeries {
    let whole = unit.with(period: 0)
    let dataset = evaluator.model.dataset(of: whole)
    let sources = [indicator] + (joinsRenamed ? dataset.catalogue.renamed(indicator) : [])
    let span = try span(of: sources, in: whole)
    var entries = span.map { entry(sources, whole.with(year: $0)) }
    if years == nil { entries = entries.trimmedToValues }
    let declared = try dataset.declaredBreaks(of: indicator, unit: whole.unit)
    let item = dataset.catalogue.indicators[indicator]
    let last = entries.last { $0.value.number != nil }?.year ?? whole.year
    return try IndicatorSeries(
      code: item.code, name: item.title, unit: dataset.units[whole.unit], context: whole,
      measure: item.measure,
      direction: item.direction, entries: entries,
      breaks: declared + breaks + joins(entries, code: item.code),
      targets: targets(indicator, whole, after: last),
      bounds: ValueBounds(least: item.minimum, greatest: item.maximum))
  }

  /// The years to look at: those asked for, or those with stored facts of the unit and what was assumed.
  private func span(of indicators: [Int], in context: Context) throws(Problem) -> ClosedRange<Int> {
    if let years {
      guard years.count <= Self.largestCount else {
        throw Problem(
          "rentang \(years.lowerBound)..\(years.upperBound) terlalu panjang",
          expected: "paling banyak \(Self.largestCount) tahun")
      }
      return years
    }
    let stored = evaluator.model.dataset(of: context).measuredYears(of: context.unit)
    let assumed = evaluator.assumptions.figures.filter { figure in
      guard figure.quantity == .realization, figure.context.dataset == context.dataset else { return false }
      return figure.context.unit == context.unit && indicators.contains { figure.subject == .indicator($0) }
    }.map(\.context.year)
    let all = stored + assumed
    guard let first = all.min(), let last = all.max() else { return context.year...context.year }
    return max(first, last - Self.largestCount + 1)...last
  }

  private mutating func entry(_ indicators: [Int], _ context: Context) -> IndicatorSeries.Entry {
    let entries = indicators.map { entry($0, context) }
    return entries.first { $0.value.number != nil } ?? entries[0]
  }

  private mutating func entry(_ indicator: Int, _ context: Context) -> IndicatorSeries.Entry {
    let model = evaluator.model
    let figure = FigureKey(.realization, of: .indicator(indicator), in: context)
    let value = evaluator.value(of: figure)
    let isAssumed = value != evaluator.baseline(of: figure)
    var origin: Origin?
    if value.number != nil {
      origin =
        model.source(of: figure).map { .row($0) } ?? .computed("rumus \(model.code(of: figure))", from: [])
      if isAssumed { origin = .given("asumsi") }
    }
    return IndicatorSeries.Entry(
      year: context.year, value: value, origin: origin, isAssumed: isAssumed, code: model.code(of: figure))
  }

  /// A break wherever the values change from one code to another.
  private func joins(_ entries: [IndicatorSeries.Entry], code: String) -> [SeriesBreak] {
    let measured = entries.filter { $0.value.number != nil }
    return zip(measured, measured.dropFirst()).compactMap { earlier, later in
      guard earlier.code != later.code else { return nil }
      return SeriesBreak(year: later.year, reason: "sambungan \(earlier.code) ke \(later.code)")
    }
  }

  private mutating func targets(
    _ indicator: Int, _ context: Context, after last: Int
  ) -> [IndicatorSeries.Target] {
    let model = evaluator.model
    let periods = model.dataset(of: context).periods
    let numbers: [Int16] = [0] + [periods.number(of: "renstra")].compactMap { $0.map { Int16($0) } }
    var found: [IndicatorSeries.Target] = []
    for year in (last + 1)...(last + TrendAnalysis.farthestYear) {
      for period in numbers {
        let figure = FigureKey(
          .target, of: .indicator(indicator), in: context.with(year: year).with(period: period))
        guard let value = evaluator.value(of: figure).number else { continue }
        found.append(
          IndicatorSeries.Target(
            year: year, value: value, period: periods[Int32(period)],
            origin: model.source(of: figure).map { .row($0) }))
        break
      }
    }
    return found
  }
}

extension [IndicatorSeries.Entry] {
  /// The entries from the first to the last value.
  var trimmedToValues: [IndicatorSeries.Entry] {
    guard let first = firstIndex(where: { $0.value.number != nil }),
      let last = lastIndex(where: { $0.value.number != nil })
    else { return Array(suffix(1)) }
    return Array(self[first...last])
  }
}

extension Catalogue {
  /// The indicators that an indicator was renamed from or to: one of the two lists the other's name or code
  /// among its other names (`padanan`). In file order.
  public func renamed(_ indicator: Int) -> [Int] {
    let own = indicators[indicator]
    return indicators.indices.filter { index in
      guard index != indicator else { return false }
      let other = indicators[index]
      return own.isAlso(other) || other.isAlso(own)
    }
  }
}

extension Indicator {
  /// Whether another indicator's name or code stands among the other names of this one.
  fileprivate func isAlso(_ other: Indicator) -> Bool {
    aliases.contains { alias in
      let folded = alias.foldedName
      guard !folded.isEmpty else { return false }
      return folded == other.code.foldedName || (!other.name.isEmpty && folded == other.name.foldedName)
    }
  }
}

extension String {
  /// Letters and digits in lower case, for comparing names whatever their spaces, hyphens and stops.
  fileprivate var foldedName: String {
    String(lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
