import Analysis

/// What a command gives back.
struct Output: Hashable, Sendable {
  /// What the reader sees.
  var document: Document
  /// The `hasil` member of the JSON form.
  var result: JSONValue
  /// Sentences that qualify the result; shown as messages and listed as `peringatan`.
  var warnings: [String]
  /// Exit status the command asks for when it did its work (3: something drifted).
  var status: Int32
  /// Options to record with the line, because they were decided while it ran.
  var recordedOptions: [String] = []
  /// The line to record in place of the typed one, without what concerns only this machine (a file to write).
  var recordedLine: String?
  /// What went wrong in parts of the work although the rest could be done; written like thrown problems.
  var problems: [Problem] = []

  init(
    _ document: Document = Document(), result: JSONValue = .object([]), warnings: [String] = [],
    status: Int32 = 0
  ) {
    self.document = document
    self.result = result
    self.warnings = warnings
    self.status = status
  }
}
