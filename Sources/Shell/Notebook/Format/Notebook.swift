import Analysis

/// A notebook as it stands in its file: front matter, prose, blocks of commands and their recorded outputs.
///
/// The lines are kept as they are; parts refer to them by number, so that everything a writer does not touch
/// stays byte for byte.
struct Notebook: Sendable {
  /// The newest version of the format that this program reads and the one it writes.
  static let formatVersion = 1
  /// The greatest file that is read, in bytes.
  static let greatestSize = 32 << 20

  /// Where it was read from, as it is named in messages.
  var path: String
  /// The lines of the file.
  var source: TextLines
  /// The front matter.
  var header: NotebookHeader
  /// Prose and cells in reading order.
  var parts: [Part]
  /// The figures that the outputs were made of, recorded at the end.
  var figures: RecordedFigures?

  /// A piece of a notebook.
  enum Part: Sendable {
    /// Lines that are not run.
    case prose(Range<Int>)
    /// A block of commands.
    case cell(Cell)
  }

  /// A block of commands with its recorded output.
  struct Cell: Sendable {
    /// The number of the cell, from 1.
    var number: Int
    /// The lines of the block of commands, with its fences.
    var lines: Range<Int>
    /// The commands.
    var commands: [CommandLine]
    /// The recorded output; `nil` when there is none.
    var recorded: Recorded?
  }

  /// One command of a cell.
  struct CommandLine: Hashable, Sendable {
    /// The command, continued lines joined.
    var text: String
    /// The line of the file, from 1, on which it begins.
    var line: Int
  }

  /// A recorded output.
  struct Recorded: Sendable {
    /// The lines of the block with its fences.
    var lines: Range<Int>
    /// The text between the fences.
    var text: [String]
    /// The fingerprint of the commands that gave it; `nil` when it was not recorded.
    var commandMark: CommandMark?
    /// Options that were decided while it ran.
    var options = DrawnOptions()
    /// The version of the program that gave it; `nil` when it was not recorded.
    var program: String?
  }

  /// The cells in order.
  var cells: [Cell] {
    parts.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  /// The lines of prose between two numbers, without line ends.
  func text(_ lines: Range<Int>) -> [String] { lines.map { source[$0] } }
}
