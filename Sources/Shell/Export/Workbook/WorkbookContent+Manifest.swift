import Analysis

extension WorkbookContent {
  /// The manifest on the sheet `Manifes`, as JSON text.
  var manifest: String? {
    guard let sheet = sheets.first(where: { $0.name == Workbook.manifestSheet }) else { return nil }
    let pieces = sheet.rows.compactMap { row -> String? in
      guard case .text(let text)? = row.cells.first?.value else { return nil }
      return text
    }
    return pieces.isEmpty ? nil : pieces.joined()
  }
}
