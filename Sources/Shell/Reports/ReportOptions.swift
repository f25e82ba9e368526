/// What the person who exports a report has chosen.
struct ReportOptions: Sendable {
  /// The office's Word document whose styles are used.
  var template: DocxTemplate?
  /// Whether other programs may be started: to draw pictures for Word and to make PDF and ODT.
  var allowsPrograms = false
  /// Whether the commands stand above their answers; `nil` shows them on pages and leaves them out of office files.
  var showsCommands: Bool?
}
