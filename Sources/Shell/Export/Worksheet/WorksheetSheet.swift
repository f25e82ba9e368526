import Analysis

/// A worksheet as it stands in a workbook.
struct WorksheetSheet {
  /// A row with a code.
  private struct Row {
    var index: Int
    var code: String
  }

  /// Unit, year and version as the sheet names them.
  let key: Worksheet.Key
  private let sheet: WorkbookContent.Sheet
  private let file: String
  private let columns: [WorksheetColumn: Int]
  private let rows: [Row]

  /// The codes in lower case.
  var codes: Set<String> { Set(rows.map { $0.code.lowercased() }) }

  /// Finds the sheet, its unit, year and version, and its columns.
  ///
  /// - Throws: A data problem that names what is missing.
  init(_ content: WorkbookContent, file: String) throws(Problem) {
    guard let sheet = content.sheet(named: WorksheetWorkbook.sheetName) else {
      throw Problem(
        "lembar \(WorksheetWorkbook.sheetName) tidak ada dalam \(file)", kind: .data,
        expected: "buku kerja dari kktp ekspor", suggestions: content.sheets.map(\.name))
    }
    self.sheet = sheet
    self.file = file
    func label(_ name: String) throws(Problem) -> String {
      for row in sheet.rows where row.index < WorksheetWorkbook.headerRow {
        guard let first = row.cells.first, Self.text(first.value).lowercased() == name.lowercased() else {
          continue
        }
        if let value = row.cells.dropFirst().first { return Self.text(value.value) }
      }
      throw Problem(
        "\(name) tidak ada di atas tabel \(sheet.name)", kind: .data, expected: "baris \(name) dengan isinya")
    }
    let yearText = try label("Tahun")
    guard let year = Int(yearText), NumberReader.isYear(year) else {
      throw Problem("tahun “\(yearText)” dalam \(file) bukan tahun", kind: .data, expected: "misalnya 2026")
    }
    key = Worksheet.Key(unit: try label("Unit"), year: year, version: try label("Versi"))
    guard let header = sheet.rows.first(where: { $0.cells.contains { Self.text($0.value) == "Kode" } }) else {
      throw Problem(
        "kolom Kode tidak ada dalam lembar \(sheet.name)", kind: .data,
        expected: "kepala tabel dari kktp ekspor")
    }
    var columns: [WorksheetColumn: Int] = [:]
    for column in WorksheetColumn.allCases {
      let found = header.cells.first { Self.text($0.value).lowercased() == column.title(year).lowercased() }
      if let found { columns[column] = found.column }
    }
    let needed: [WorksheetColumn] = [
      .previousTarget, .previousActual, .target, .previousValue, .gain, .forecast, .followUps, .reasoning,
    ]
    for column in needed where columns[column] == nil {
      throw Problem(
        "kolom “\(column.title(year))” tidak ada dalam lembar \(sheet.name)", kind: .data,
        expected: "kepala tabel dari kktp ekspor")
    }
    self.columns = columns
    let codeColumn = columns[.code] ?? 0
    rows = sheet.rows.filter { $0.index > header.index }.compactMap { row in
      let code = row.cells.first { $0.column == codeColumn }.map { Self.text($0.value) } ?? ""
      return code.isEmpty ? nil : Row(index: row.index, code: code)
    }
  }

  private static func text(_ value: WorkbookContent.Value) -> String {
    switch value {
    case .text(let text): text.trimmed
    case .number(let number, _): JSONValue.number(number).text
    case .boolean(let flag): flag ? "ya" : "tidak"
    case .error(let text): text
    case .empty: ""
    }
  }

  private func cell(_ row: Row, _ column: WorksheetColumn) -> WorkbookContent.Cell? {
    columns[column].flatMap { sheet[row.index, $0] }
  }

  private func text(_ row: Row, _ column: WorksheetColumn) -> String {
    cell(row, column).map { Self.text($0.value) } ?? ""
  }

  private func hasFormula(_ row: Row, _ column: WorksheetColumn) -> Bool { cell(row, column)?.formula != nil }

  private func place(_ row: Row, _ column: WorksheetColumn) -> String {
    "\(sheet.name)!\(CellReference(row: row.index, column: columns[column] ?? 0).text)"
  }

  private func number(_ row: Row, _ column: WorksheetColumn) throws(Problem) -> Double? {
    guard let cell = cell(row, column) else { return nil }
    switch cell.value {
    case .number(let value, false): return value
    case .empty: return nil
    case .text(let text):
      let text = text.trimmed
      if text.isEmpty || text == "–" || text == "-" { return nil }
      if let value = try NumberReader.number(text) { return value }
      throw wrong(row, column, text)
    case .number(_, true): throw wrong(row, column, "tanggal")
    case .boolean(let flag): throw wrong(row, column, flag ? "TRUE" : "FALSE")
    case .error(let text): throw wrong(row, column, text)
    }
  }

  private func wrong(_ row: Row, _ column: WorksheetColumn, _ text: String) -> Problem {
    Problem(
      "sel \(place(row, column)) berisi “\(text)”, bukan bilangan", kind: .data,
      expected: "bilangan atau kosong")
  }

  // MARK: - Making the worksheet

  /// The worksheet that the sheet describes, over an earlier one whose unnamed parts are kept.
  ///
  /// - Throws: A data problem that names the cell or code that is wrong.
  func worksheet(over base: Worksheet?, model: FormulaModel, context: Context) throws(Problem) -> Worksheet {
    var result = base ?? Worksheet(key: key, entries: [], source: "berkas \(file)")
    let catalogue = model.catalogue(of: context)
    var seen: Set<String> = []
    var entry: Int?
    for row in rows {
      guard let index = catalogue.indicator(row.code) else {
        throw Problem(
          "kode “\(row.code)” di sel \(place(row, .code)) tidak dikenal", kind: .data,
          expected: "kode indikator",
          suggestions: Suggestion.nearest(to: row.code, among: catalogue.codes))
      }
      let code = catalogue.indicators[index].code
      guard seen.insert(code).inserted else {
        throw Problem(
          "kode \(code) di sel \(place(row, .code)) muncul dua kali", kind: .data,
          expected: "satu baris per kode")
      }
      let isKey = result.entryIndex(code) != nil || (base == nil && !text(row, .number).isEmpty)
      if isKey {
        entry = try readEntry(row, code, into: &result)
      } else {
        try readComponent(row, code, under: entry, into: &result, allowsAny: base == nil, model, context)
      }
    }
    try result.checkBounds(model: model, context: context)
    return result
  }

  private func readEntry(_ row: Row, _ code: String, into result: inout Worksheet) throws(Problem) -> Int {
    if result.entryIndex(code) == nil { result.entries.append(WorksheetEntry(code: code)) }
    guard let index = result.entryIndex(code) else { return 0 }
    let target = hasFormula(row, .target) ? nil : try number(row, .target)
    if result.entries[index].target != target { result.entries[index].choice = nil }
    result.entries[index].target = target
    result.entries[index].previousTarget = try number(row, .previousTarget)
    result.entries[index].previousActual = try number(row, .previousActual)
    result.entries[index].programmes = text(row, .programmes)
    result.entries[index].followUps = Worksheet.followUps(in: text(row, .followUps))
    result.entries[index].reasoning = text(row, .reasoning)
    let method = text(row, .method).split(separator: ";").map { String($0).trimmed }
    if result.entries[index].choice == nil, let name = method.first, !name.isEmpty {
      result.entries[index].choice = .init(method: name, rejected: Array(method.dropFirst()))
    }
    return index
  }

  private func readComponent(
    _ row: Row, _ code: String, under entry: Int?, into result: inout Worksheet, allowsAny: Bool,
    _ model: FormulaModel, _ context: Context
  ) throws(Problem) {
    if result.componentIndex(code) == nil {
      let owner = entry.flatMap { model.catalogue(of: context).indicator(result.entries[$0].code) }
      let parts = owner.map { model.graphs[context.dataset].ancestors(of: $0) } ?? []
      let isPart = model.catalogue(of: context).indicator(code).map { parts.contains($0) } ?? false
      guard let entry, allowsAny || isPart else {
        throw Problem(
          "\(code) di sel \(place(row, .code)) bukan komponen indikator di atasnya", kind: .data,
          expected: "komponen menurut rumus pengukuran")
      }
      result.entries[entry].components.append(WorksheetComponent(code: code))
    }
    guard let found = result.componentIndex(code) else { return }
    var component = result.entries[found.entry].components[found.component]
    component.previousValue = try number(row, .previousValue)
    let gain = try number(row, .gain)
    component.gain = gain
    component.forecast = hasFormula(row, .forecast) ? nil : try number(row, .forecast)
    component.followUps = Worksheet.followUps(in: text(row, .followUps))
    component.reasoning = text(row, .reasoning)
    result.entries[found.entry].components[found.component] = component
  }
}
