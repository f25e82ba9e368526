import Analysis

/// The fingerprint of a cell's commands, by which a later check knows whether the notebook was edited.
///
/// Written as `0123abcd-89ab`: the commands of the cell itself, and those of all cells before it.
struct CommandMark: Hashable, Sendable {
  /// The cell's own commands with the parameters put in, eight hexadecimal digits.
  var own: String
  /// The commands of all cells before it, four hexadecimal digits; empty when they were not recorded.
  var before: String

  /// The mark as it is written.
  var text: String { before.isEmpty ? own : own + "-" + before }

  /// The mark of commands after those of another cell; `nil` for the first cell.
  init(_ commands: [String], after previous: CommandMark?) {
    own = String(Self.fingerprint(commands.joined(separator: "\n")).prefix(8))
    before = String(Self.fingerprint(previous?.text ?? "").prefix(4))
  }

  /// Reads a mark.
  init(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1)
    own = parts.first.map(String.init) ?? ""
    before = parts.count > 1 ? String(parts[1]) : ""
  }

  private static func fingerprint(_ text: String) -> String { Fingerprint.of(ByteBuffer(Array(text.utf8))) }
}
