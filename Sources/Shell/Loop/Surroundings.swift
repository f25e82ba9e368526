import Analysis

/// What surrounds a session and is never undone.
struct Surroundings: Sendable {
  /// The folder that relative paths start from; empty is the current folder.
  var folder = ""
  /// The width at which answers are laid out.
  var width = 80
  /// Whether questions can be asked (a prompt on a terminal).
  var isInteractive = false
  /// Whether the running command should stop.
  var isInterrupted: @Sendable () -> Bool = { false }
  /// Called by long work with the part done, 0 to 1, and what is being done.
  var progress: @Sendable (Double, String) -> Void = { _, _ in }

  /// Asks the user to choose: the lines of the question and the choices; `nil` when nobody can be asked.
  var ask: @Sendable ([String], [String]) -> Int? = { _, _ in nil }

  /// A path as typed, seen from the session's folder.
  func path(_ typed: String) -> String {
    if typed.hasPrefix("/") || folder.isEmpty { return typed }
    return folder + "/" + typed
  }
}
