/// Finds the facts that rows of a table state differently.
enum ConflictFinder {
  /// The contradictions of a table, in file order; every value that is stated appears once, with the first row
  /// that states it.
  ///
  /// - Complexity: O(rows) plus O(n log n) in the rows that share a key.
  static func conflicts(in table: Dataset.Table, of dataset: Dataset) -> [LoadReport.Conflict] {
    let facts = table == .performance ? dataset.performance : dataset.budgets
    let columns: [(measure: FactTable.Measure, name: String)] = [
      (.planned, table == .performance ? "target" : "pagu"), (.actual, "realisasi"),
    ]
    var found: [(row: Int32, column: Int, rows: [Int32])] = []
    facts.forEachRepeatedKey { rows in
      for (column, item) in columns.enumerated() {
        let distinct = distinctStatements(facts, rows, item.measure)
        if distinct.count > 1, let first = distinct.first { found.append((first, column, distinct)) }
      }
    }
    found.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return found.map { item in
      let key = facts.key(ofRow: Int(item.row))
      let code =
        table == .performance
        ? dataset.catalogue.indicators[Int(key.subject)].code : dataset.catalogue.nodes[Int(key.subject)].code
      return LoadReport.Conflict(
        unit: dataset.units[key.unit], year: Int(key.year), period: dataset.periods[Int32(key.period)],
        code: code,
        column: columns[item.column].name,
        statements: item.rows.map { row in
          LoadReport.Conflict.Statement(
            value: facts.value(columns[item.column].measure, row: Int(row)),
            source: dataset.source(of: Int(row), in: table))
        })
    }
  }

  private static func distinctStatements(
    _ facts: FactTable, _ rows: ArraySlice<Int32>, _ measure: FactTable.Measure
  ) -> [Int32] {
    var result: [Int32] = []
    for row in rows {
      let value = facts.value(measure, row: Int(row))
      if value.isNaN || result.contains(where: { facts.value(measure, row: Int($0)) == value }) { continue }
      result.append(row)
    }
    return result
  }
}
