extension TextTable {
  /// Makes the typed cells of a sheet or database what each column asks for.
  ///
  /// Columns of numbers keep them. In other columns a number becomes its text (with a decimal comma where a
  /// report prints it), a formula without a result becomes empty, and a date its text; the last two are told.
  ///
  /// - Complexity: O(cells of the columns of text).
  mutating func settle(_ schema: TableSchema) {
    let numbers = Set(schema.numbers.compactMap { column($0) })
    let printed = Set(schema.printed.compactMap { column($0) })
    var changes: [(cell: Int, text: String)] = []
    for column in 0..<width where !numbers.contains(column) {
      for row in 0..<count {
        let index = row * width + column
        let cell = cells[index]
        switch cell.form {
        case .plain, .quoted: continue
        case .number:
          guard printed.contains(column) else { continue }
          let text = cell.text(in: buffer)
          if text.contains(".") { changes.append((index, text.withDecimalComma)) }
        case .refused:
          let text = cell.text(in: buffer)
          let reason = refusals[cell.start] ?? "bukan teks"
          let isFormula = text.hasPrefix("=")
          remarks.append(
            LoadReport.Remark(
              kind: isFormula ? .unreadable : .notice, path: file, line: Int(lines[row]),
              column: names[column], text: text,
              message: isFormula ? reason : reason + "; dibaca sebagai teks"))
          if isFormula { cells[index] = Cell(start: cell.start, end: cell.start) }
        }
      }
    }
    replace(changes)
  }

  /// Gives cells new texts behind the present ones.
  private mutating func replace(_ changes: [(cell: Int, text: String)]) {
    guard !changes.isEmpty else { return }
    var bytes = Array(buffer.bytes)
    for change in changes {
      let start = bytes.count
      bytes.append(contentsOf: change.text.utf8)
      cells[change.cell] = Cell(start: start, end: bytes.count)
    }
    buffer = ByteBuffer(bytes)
  }
}

extension String {
  /// A number's shortest text with a decimal comma.
  fileprivate var withDecimalComma: String { String(map { $0 == "." ? "," : $0 }) }
}
