import Analysis
import CXLSXWriter

/// Writes one sheet's cells and settings through libxlsxwriter.
struct WorkbookSheetWriter {
  /// The sheet, with its final name; already checked.
  let sheet: WorkbookSheet
  /// The page of the workbook that is being written.
  let page: UnsafeMutablePointer<lxw_worksheet>

  /// Writes the cells in order, then the settings.
  func write(with formats: inout WorkbookFormats) {
    let hidden = merged()
    for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key }) where !hidden.contains(place) {
      write(cell, at: place, with: &formats)
    }
    for range in sheet.merges where range.first != range.last {
      merge(range, with: &formats)
    }
    for (column, width) in sheet.columnWidths.sorted(by: { $0.key < $1.key }) {
      worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    }
    if sheet.frozenRows > 0 { worksheet_repeat_rows(page, 0, lxw_row_t(sheet.frozenRows - 1)) }
    if sheet.isLandscape { worksheet_set_landscape(page) }
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
    if sheet.isHidden { worksheet_hide(page) }
  }

  /// The cells of merged ranges that are written with their range.
  private func merged() -> Set<CellReference> {
    var places: Set<CellReference> = []
    for range in sheet.merges where range.first != range.last { places.insert(range.first) }
    return places
  }

  private func merge(_ range: CellRange, with formats: inout WorkbookFormats) {
    let cell = sheet[range.first.row, range.first.column] ?? .init(.blank)
    let format = formats.format(for: key(cell))
    worksheet_merge_range(
      page, lxw_row_t(range.first.row), lxw_col_t(range.first.column), lxw_row_t(range.last.row),
      lxw_col_t(range.last.column), "", format)
    write(cell, at: range.first, with: &formats)
  }

  private func write(
    _ cell: WorkbookSheet.Cell, at place: CellReference, with formats: inout WorkbookFormats
  ) {
    let row = lxw_row_t(place.row)
    let column = lxw_col_t(place.column)
    let format = formats.format(for: key(cell))
    switch cell.content {
    case .text(let text):
      worksheet_write_string(page, row, column, WorkbookWriter.stored(text), format)
    case .number(let value, _) where value.isFinite:
      worksheet_write_number(page, row, column, value, format)
    case .number:
      worksheet_write_string(page, row, column, "–", format)
    case .formula(let formula, let value, _) where value.isFinite:
      worksheet_write_formula_num(page, row, column, started(formula), format, value)
    case .formula(let formula, _, _):
      worksheet_write_formula_str(page, row, column, started(formula), format, "–")
    case .textFormula(let formula, let value):
      worksheet_write_formula_str(page, row, column, started(formula), format, WorkbookWriter.stored(value))
    case .link(let text, let target):
      let quoted = target.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      worksheet_write_url_opt(
        page, row, column, "internal:'\(quoted)'!A1", format, WorkbookWriter.stored(text), nil)
    case .blank:
      worksheet_write_blank(page, row, column, format)
    }
  }

  private func started(_ formula: String) -> String { formula.hasPrefix("=") ? formula : "=" + formula }

  /// The format that a cell's content and look ask for.
  private func key(_ cell: WorkbookSheet.Cell) -> WorkbookFormats.Key {
    var code: String?
    var natural = Table.Alignment.left
    var isLink = false
    switch cell.content {
    case .text(let text): code = Self.looksActive(text) ? "@" : nil
    case .number(let value, let style), .formula(_, let value, let style):
      code = WorkbookNumberFormat(style, for: value).code
      natural = .right
    case .link: isLink = true
    case .textFormula, .blank: break
    }
    if cell.look == .header { natural = .center }
    return WorkbookFormats.Key(
      look: cell.look, alignment: cell.alignment ?? natural, indent: cell.indent, numberFormat: code,
      isLink: isLink)
  }

  /// Whether a spreadsheet would take the text for a formula once it is edited or saved as CSV; such a cell
  /// gets the text format, which keeps it text.
  private static func looksActive(_ text: String) -> Bool {
    guard let first = text.first(where: { !$0.isWhitespace }) else { return false }
    return "=+-@".contains(first)
  }
}
