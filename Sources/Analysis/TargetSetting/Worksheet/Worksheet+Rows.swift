extension Worksheet {
  /// The worksheets that a dataset holds for a unit, in file order.
  public static func keys(in dataset: Dataset, unit: Int32) -> [Key] {
    var found: [Key] = []
    for row in dataset.worksheets where row.unit == unit {
      let key = Key(unit: dataset.units[unit], year: row.year, version: row.version)
      if !found.contains(where: { $0.matches(key) }) { found.append(key) }
    }
    return found
  }

  /// Makes a worksheet from the rows of a dataset's `kktp` table; `nil` when there are none.
  ///
  /// A row with a target starts a key indicator, the rows below it are its components. What merely repeats
  /// what
  /// the components give is not kept: it follows them from then on.
  ///
  /// - Parameters:
  ///   - key: Unit, year and version.
  ///   - model: The formulas that targets follow.
  ///   - context: The unit's context.
  public init?(_ key: Key, rowsOf model: FormulaModel, context: Context) {
    let dataset = model.dataset(of: context)
    let rows = dataset.worksheets.filter { row in
      row.unit == context.unit && key.matches(Key(unit: key.unit, year: row.year, version: row.version))
    }
    guard let first = rows.first else { return nil }
    var key = key
    key.version = first.version
    var entries: [WorksheetEntry] = []
    for row in rows {
      let isKey =
        row.target != nil || row.previousTarget != nil || row.previousActual != nil || entries.isEmpty
      if isKey {
        entries.append(WorksheetEntry(row))
      } else {
        entries[entries.count - 1].components.append(WorksheetComponent(row))
      }
    }
    self.init(
      key: key, entries: entries,
      source: "kktp dalam \(dataset.name), versi \(first.version), \(rows.count) baris")
    dropDerived(model: model, context: context)
  }

  /// Forgets written values that repeat what the components give, so that they follow them.
  mutating func dropDerived(model: FormulaModel, context: Context) {
    let figures = WorksheetFigures(self, model: model, context: context)
    for (index, entry) in entries.enumerated() {
      if let target = entry.target, let computed = figures.computed(entry.code)?.value.value,
        Self.agrees(target, computed)
      {
        entries[index].target = nil
      }
      for (place, component) in entry.components.enumerated() {
        guard let forecast = component.forecast, let computed = figures.computed(component.code)?.value.value,
          Self.agrees(forecast, computed)
        else { continue }
        entries[index].components[place].forecast = nil
        entries[index].components[place].gain = nil
      }
    }
  }

  /// The decimals to which a written value is compared with a computed one: its own, at least two.
  public static func places(of value: Double) -> Int {
    for places in 2..<8 where value.roundedHalfAway(places: places) == value { return places }
    return 8
  }

  /// Whether a computed value gives a written one when rounded to its decimals.
  public static func agrees(_ written: Double, _ computed: Double) -> Bool {
    let places = places(of: written)
    return computed.roundedHalfAway(places: places) == written.roundedHalfAway(places: places)
  }
}

extension WorksheetEntry {
  init(_ row: WorksheetRow) {
    self.init(
      code: row.code, previousTarget: row.previousTarget, previousActual: row.previousActual,
      target: row.target,
      programmes: row.programmes, followUps: Worksheet.followUps(in: row.followUp), reasoning: row.reasoning,
      sourceLine: row.sourceLine)
  }
}

extension WorksheetComponent {
  init(_ row: WorksheetRow) {
    self.init(
      code: row.code, previousValue: row.previousValue, gain: row.gain, forecast: row.forecast,
      followUps: Worksheet.followUps(in: row.followUp), reasoning: row.reasoning, sourceLine: row.sourceLine)
  }
}
