import Glibc
import TestSupport
import Testing

/// The program at its prompt under a pseudo-terminal, with a home and history of its own.
struct Session {
  let terminal: Terminal
  /// The history file of the session.
  let history: String

  /// Starts the program and waits for its prompt.
  ///
  /// - Parameters:
  ///   - history: The history file; a new one unless given.
  ///   - environment: Variables beside `PATH`, `HOME` and `TERM`; an empty value takes a variable away.
  init(
    history: String? = nil, environment: [String: String] = ["LANG": "C.UTF-8"], columns: Int = 80,
    rows: Int = 24
  ) throws {
    let home = try Self.newFolder()
    self.history = history ?? home + "/riwayat.jsonl"
    var variables = [
      "PATH": "/usr/bin:/bin", "HOME": home, "TERM": "xterm-256color", "TELAAH_RIWAYAT": self.history,
    ]
    variables.merge(environment) { $1 }
    terminal = try Terminal(
      Self.program, environment: variables.filter { !$1.isEmpty }, columns: columns, rows: rows)
    guard waitForPrompt() else {
      throw Terminal.Failure(description: "no prompt: \(terminal.screen.text)")
    }
  }

  /// The built program, which lies beside the tests.
  static var program: String {
    var path = [CChar](repeating: 0, count: 4096)
    let length = max(0, readlink("/proc/self/exe", &path, path.count - 1))
    let tests = String(decoding: path.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return tests.prefix(through: tests.lastIndex(of: "/") ?? tests.startIndex) + "telaah"
  }

  /// A new folder under the temporary files.
  static func newFolder() throws -> String {
    var template = Array("/tmp/telaah-uji-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Terminal.Failure(description: "no temporary folder") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The row of the cursor.
  var line: String { terminal.screen.currentLine }

  /// What stands after the prompt on the row of the cursor.
  var typed: String {
    let line = line
    guard let marker = line.lastIndex(of: "›") else { return line }
    return String(line[line.index(after: marker)...].drop { $0 == " " })
  }

  /// The column at which a text begins on the row of the cursor, in the plain width of the text before it.
  func column(before text: String) -> Int {
    guard let range = line.firstRange(of: text) else { return -1 }
    return line[..<range.lowerBound].unicodeScalars.reduce(0) { $0 + (ScreenModel.width(of: $1)) }
  }

  /// Waits until the cursor stands behind a prompt with nothing typed.
  @discardableResult
  func waitForPrompt(_ seconds: Double = 10) -> Bool {
    terminal.wait(seconds) { $0.currentLine.hasSuffix("›") }
  }

  /// Waits until a number of rows show a prompt and the last is empty.
  func waitForRows(_ count: Int) -> Bool {
    terminal.wait(5) { $0.currentLine.hasSuffix("›") && prompts == count }
  }

  /// Types keys and waits until the line after the prompt is as expected.
  func type(_ keys: String, expecting text: String) -> Bool {
    terminal.type(keys)
    if terminal.wait(5, until: { _ in typed == text }) { return true }
    Issue.record("typed “\(typed)” on the screen\n\(terminal.screen.text)")
    return false
  }

  /// Types a line and Enter, and waits for the next prompt.
  @discardableResult
  func run(_ line: String) -> Bool {
    let before = prompts
    terminal.type(line + "\r")
    return terminal.wait(10) { $0.currentLine.hasSuffix("›") && prompts > before }
  }

  /// How many rows so far show a prompt.
  private var prompts: Int {
    terminal.screen.transcript.split(separator: "\n").count { $0.contains("›") }
  }

  /// The history file's text.
  var historyText: String { Self.contents(of: history) }

  /// The text of a file, empty when there is none.
  static func contents(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The bytes that terminals send for keys.
enum Keys {
  static let left = "\u{1B}[D"
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let home = "\u{1B}[H"
  static let end = "\u{1B}[F"
  static let delete = "\u{1B}[3~"
  static let wordLeft = "\u{1B}[1;5D"
  static let wordRight = "\u{1B}[1;5C"
  static let backspace = "\u{7F}"
  static let interrupt = "\u{3}"
  static let end4 = "\u{4}"

  static func pasted(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
}
