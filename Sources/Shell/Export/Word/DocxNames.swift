/// The namespaces and content types of a DOCX package.
enum DocxNames {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// The prefixes that the body uses.
  static let prefixes: [(prefix: String, uri: String)] = [
    ("w", main), ("r", relations),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
  ]

  /// The start of `document.xml` with the prefixes declared.
  static var root: String {
    "<w:document" + prefixes.map { " xmlns:\($0.prefix)=\"\($0.uri)\"" }.joined() + ">"
  }
}
