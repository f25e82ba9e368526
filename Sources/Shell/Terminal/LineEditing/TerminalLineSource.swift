import Glibc

/// Reads lines from the person at the terminal, with editing, completion and history.
final class TerminalLineSource: LineSource {
  private let editor: LineEditor
  private var pending: [String] = []
  private var emptyInterrupts = 0

  /// Prepares the terminal, or gives nil when standard input or output is not one.
  ///
  /// - Parameter history: The lines of earlier sessions, nil to begin without.
  init?(history: HistoryFile?) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    Interrupts.install()
    guard let editor = LineEditor(earlierLines: { history?.lines() ?? [] }) else { return nil }
    self.editor = editor
  }

  /// What may stand at the cursor of a line; the cursor is counted in Unicode scalars.
  var completer: (_ line: String, _ cursor: Int) -> Completions {
    get { editor.completer }
    set { editor.completer = newValue }
  }

  /// The columns and rows of the terminal now.
  var size: (columns: Int, rows: Int) { editor.screen.size }

  func nextLine(prompt: Prompt) -> LineEvent {
    if !pending.isEmpty {
      let line = pending.removeFirst()
      editor.screen.write(prompt.terminalText + line + "\n")
      return .line(line)
    }
    var block: [String] = []
    while true {
      switch editor.readLine(prompt: block.isEmpty ? prompt : prompt.continuation) {
      case .line(let text):
        emptyInterrupts = 0
        block += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let last = block.last, Continuation.head(of: last) != nil { continue }
        return finish(block)
      case .interrupted(let wasEmpty):
        adviseHowToQuit(wasEmpty: wasEmpty && block.isEmpty)
        return .interrupted
      case .endOfInput:
        editor.screen.write("\n")
        return block.isEmpty ? .endOfInput : finish(block)
      }
    }
  }

  func discardPendingLines() -> Int {
    defer { pending = [] }
    return pending.count
  }

  /// Gives the first line of a block and keeps the others for the next calls.
  private func finish(_ block: [String]) -> LineEvent {
    var lines = Continuation.joined(block)
    if lines.count > 1 { lines = lines.filter { line in line.contains { !$0.isWhitespace } } }
    for line in lines where HistoryFile.keeps(line) { editor.history.add(line) }
    pending = Array(lines.dropFirst())
    return .line(lines.first ?? "")
  }

  private func adviseHowToQuit(wasEmpty: Bool) {
    emptyInterrupts = wasEmpty ? emptyInterrupts + 1 : 0
    guard emptyInterrupts == 2 else { return }
    editor.screen.write("Ketik keluar atau tekan Ctrl-D untuk selesai.\n")
  }
}
