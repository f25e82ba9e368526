import Analysis

/// What surrounds a session and is never undone.
struct Surroundings: Sendable {
  /// The folder that relative paths start from; empty is the current folder.
  var folder = ""
  /// The width at which answers are laid out.
  var width = 80
  /// Whether questions can be asked (a prompt on a terminal).
  var isInteractive = false
  /// Which files may be read and written and whether programs may be started.
  var access = FileAccess.unrestricted
  /// How the tables of datasets were read before: by canonical folder, then by table, a line of `Dialect`.
  var dialects: [String: [String: String]] = [:]
  /// Whether to go on after a failing command (`--lanjut`).
  var continuesAfterError = false
  /// Whether the running command should stop.
  var isInterrupted: @Sendable () -> Bool = { false }
  /// Called by long work with the part done, 0 to 1, and what is being done.
  var progress: @Sendable (Double, String) -> Void = { _, _ in }

  /// Asks the user to choose: the lines of the question and the choices; `nil` when nobody can be asked.
  var ask: @Sendable ([String], [String]) -> Int? = { _, _ in nil }

  /// Asks the user for a line of text; `nil` when nobody can be asked or the user broke off.
  var askLine: @Sendable (String) -> String? = { _ in nil }

  /// A path as typed, seen from the session's folder.
  func path(_ typed: String) -> String {
    if typed.hasPrefix("/") || folder.isEmpty { return typed }
    return folder + "/" + typed
  }

  /// The path of a file that is about to be read.
  ///
  /// - Throws: A system problem when the access in force forbids it.
  func readablePath(_ typed: String) throws(Problem) -> String {
    let path = path(typed)
    try access.checkReading(path)
    return path
  }

  /// The path of a dataset's folder that is about to be loaded.
  ///
  /// - Throws: A system problem when the access in force forbids it.
  func datasetPath(_ typed: String) throws(Problem) -> String {
    let path = path(typed)
    try access.checkDataset(path)
    return path
  }

  /// The path of a file that is about to be written.
  ///
  /// - Throws: A system problem when the access in force forbids it.
  func writablePath(_ typed: String) throws(Problem) -> String {
    let path = path(typed)
    try access.checkWriting(path)
    return path
  }
}
