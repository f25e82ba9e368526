import Analysis

/// Writes a document as GitHub-flavoured Markdown that pandoc reads as well; charts become fenced text.
struct MarkdownRenderer: DocumentRenderer {
  /// The columns of charts drawn as text.
  var width = 80
  /// Whether captions are numbered: `Tabel 1`, `Gambar 1`.
  var numbersCaptions = true
  /// How many levels headings are moved down, to stand under another document's headings.
  var headingOffset = 0

  /// Writes the blocks with an empty line between them.
  func render(_ document: Document, to output: inout some TextOutputStream) {
    var numbers = CaptionNumbers()
    for (index, block) in document.blocks.enumerated() {
      if index > 0 { output.write("\n") }
      write(block, numbers: &numbers, to: &output)
    }
  }

  private func write(_ block: Block, numbers: inout CaptionNumbers, to output: inout some TextOutputStream) {
    switch block {
    case .heading(let prose, let level):
      let marks = String(repeating: "#", count: min(6, max(1, level + headingOffset)))
      output.write(marks + " " + line(prose) + "\n")
    case .paragraph(let prose): output.write(line(prose, atLineStart: true) + "\n")
    case .list(let items): for item in items { output.write("- " + line(item, atLineStart: true) + "\n") }
    case .table(let table): write(table, numbers: &numbers, to: &output)
    case .chart(let chart):
      var untitled = chart
      if numbersCaptions {
        output.write("**" + Sanitizer.markdown(numbers.figure(chart.title)) + "**\n\n")
        untitled.title = ""
      }
      fence(PlainTextRenderer(width: width).text(of: Document([.chart(untitled)])), to: &output)
    case .note(let prose, let tone): output.write("> **\(tone.label):** " + line(prose) + "\n")
    case .verbatim(let text): fence(Sanitizer.block(text), to: &output)
    case .placeholder(let text): output.write("> *\\[isi: " + Sanitizer.markdown(text) + "\\]*\n")
    }
  }

  private func fence(_ text: String, to output: inout some TextOutputStream) {
    let fence = Sanitizer.markdownFence(for: text)
    output.write(fence + "text\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n")
  }

  private func line(_ prose: Prose, atLineStart: Bool = false) -> String {
    var output = ""
    for span in prose.spans {
      switch span {
      case .text(let text): output += Sanitizer.markdown(text, atLineStart: atLineStart && output.isEmpty)
      case .strong(let text): output += emphasised(text, mark: "**")
      case .code(let text): if !text.isEmpty { output += Sanitizer.markdownCode(text) }
      case .figure(let figure):
        let reason = figure.value == nil && !figure.reason.isEmpty ? " (" + figure.reason + ")" : ""
        output += Sanitizer.markdown(figure.text + reason, atLineStart: atLineStart && output.isEmpty)
      }
    }
    return output
  }

  /// Emphasis, with the marks inside any spaces at the ends, as Markdown wants it.
  private func emphasised(_ text: String, mark: String) -> String {
    let clean = Sanitizer.inline(text)
    let core = clean.drop { $0 == " " }
    let tail = core.reversed().prefix { $0 == " " }.count
    guard core.count > tail else { return clean }
    let before = String(repeating: " ", count: clean.count - core.count)
    return before + mark + Sanitizer.markdown(String(core.dropLast(tail))) + mark
      + String(repeating: " ", count: tail)
  }

  private func write(_ table: Table, numbers: inout CaptionNumbers, to output: inout some TextOutputStream) {
    let caption = numbersCaptions ? numbers.table(table.caption) : table.caption
    if !caption.isEmpty { output.write("**" + Sanitizer.markdown(caption) + "**\n\n") }
    guard !table.columns.isEmpty, !table.rows.isEmpty else { return output.write("*(tidak ada baris)*\n") }
    var reasons = MissingReasons()
    var rows = [table.columns.map { cellText($0.title) }]
    for row in table.rows {
      rows.append(table.columns.indices.map { cell(row, column: $0, table: table, reasons: &reasons) })
    }
    let spanning = Set(table.rows.indices.filter { table.rows[$0].role == .group }.map { $0 + 1 })
    let widths = table.columns.indices.map { column in
      rows.indices.reduce(3) { widest, row in
        spanning.contains(row) ? widest : max(widest, DisplayWidth.columns(of: rows[row][column]))
      }
    }
    for (index, row) in rows.enumerated() {
      let cells = row.indices.map { column in
        DisplayWidth.padded(row[column], to: widths[column], toRight: table.columns[column].alignment.isRight)
      }
      output.write("| " + cells.joined(separator: " | ") + " |\n")
      if index == 0 { output.write(rule(table.columns, widths)) }
    }
    writeFootnotes(of: table, reasons: reasons.reasons, to: &output)
  }

  private func writeFootnotes(of table: Table, reasons: [String], to output: inout some TextOutputStream) {
    var lines = reasons.enumerated().map {
      TextGlyphs.unicode.mark($0.offset + 1) + " " + Sanitizer.markdown($0.element)
    }
    lines += table.footnotes.map { line($0, atLineStart: true) }
    if !lines.isEmpty { output.write("\n" + lines.joined(separator: "\\\n") + "\n") }
  }

  private func rule(_ columns: [Table.Column], _ widths: [Int]) -> String {
    let marks = columns.indices.map { column in
      switch columns[column].alignment {
      case .left: " " + String(repeating: "-", count: widths[column]) + " "
      case .center: ":" + String(repeating: "-", count: widths[column]) + ":"
      case .right, .decimal: " " + String(repeating: "-", count: widths[column]) + ":"
      }
    }
    return "|" + marks.joined(separator: "|") + "|\n"
  }

  private func cell(_ row: Table.Row, column: Int, table: Table, reasons: inout MissingReasons) -> String {
    guard column < row.cells.count else { return "" }
    let cell = row.cells[column]
    var text = cell.plain
    if let number = reasons.number(of: cell) { text += TextGlyphs.unicode.mark(number) }
    var shown = row.role == .body || text.isEmpty ? cellText(text) : emphasised(text, mark: "**")
    if row.depth > 0, column == table.columns.firstIndex(where: { $0.alignment == .left }) {
      shown = String(repeating: "\u{2003}", count: row.depth) + shown
    }
    return shown
  }

  private func cellText(_ text: String) -> String { Sanitizer.markdown(text) }
}

extension Table.Alignment {
  /// Whether cells stand at the right.
  var isRight: Bool { self == .right || self == .decimal }
}
