import CLibEdit
import Glibc

/// The editing of one line on a terminal: libedit draws and knows the usual keys, everything else is here.
///
/// libedit asks ``read(into:)`` for every key. Keys that libedit does not know arrive as private characters (see
/// ``Key/Command``) and come back through ``act(on:)``. A callback finds its editor through libedit's client data.
final class LineEditor {
  /// How the editing of a line ended.
  enum Outcome: Equatable {
    case line(String)
    case interrupted(wasEmpty: Bool)
    case endOfInput
  }

  /// What is done when libedit has drawn the line and asks for the next key.
  enum FollowUp {
    case endLine
    case list(Completions, cursor: Int)
  }

  let editLine: EditLine
  let screen: TerminalScreen
  var input = TerminalInput()
  var history = HistoryNavigator()
  var search: HistorySearch?
  var followUp: FollowUp?
  var undoStack = UndoStack()
  var pasted = ""
  var columns = 80
  var completer: (String, Int) -> Completions = { _, cursor in Completions(range: cursor..<cursor) }

  private var prompt = Prompt()
  private var promptCharacters: UnsafeMutablePointer<wchar_t>?
  private var isInterruptPending = false
  private var interrupted: Outcome?
  private var earlierLines: (() -> [String])?

  /// Makes an editor, or nil when libedit cannot work with the standard streams.
  ///
  /// - Parameter earlierLines: Gives the lines of earlier sessions, oldest first; asked when first needed.
  init?(earlierLines: @escaping () -> [String]) {
    guard let editLine = EditLine(name: "telaah") else { return nil }
    self.editLine = editLine
    self.earlierLines = earlierLines
    screen = TerminalScreen(named: getenv("TERM").map { String(cString: $0) }) {
      cle_set_terminal(editLine.pointer, $0) == 0
    }
    if screen.description == nil { _ = cle_set_terminal(editLine.pointer, "dumb") }
    _ = cle_set_context(editLine.pointer, Unmanaged.passUnretained(self).toOpaque())
    installCallbacks()
    installKeys()
  }

  deinit {
    el_end(editLine.pointer)
    promptCharacters?.deallocate()
  }

  /// Reads a line. The terminal is in editing mode only meanwhile.
  func readLine(prompt: Prompt) -> Outcome {
    self.prompt = Prompt(prompt.context, isColoured: prompt.isColoured && screen.isCapable)
    (undoStack, search, followUp, interrupted, isInterruptPending) = (UndoStack(), nil, nil, nil, false)
    history.stop()
    if screen.size.columns != columns { resize() }
    // Before the prompt is drawn: what is typed at once would else be echoed by the terminal as well.
    _ = cle_prepare_terminal(editLine.pointer, 1)
    screen.markPastes(true)
    let line = Interrupts.whileAtPrompt { editLine.readLine() }
    screen.markPastes(false)
    if let interrupted { return interrupted }
    return line.map { .line($0) } ?? .endOfInput
  }

  /// Fetches the lines of earlier sessions unless that has been done.
  func loadEarlierLines() {
    guard let earlierLines else { return }
    self.earlierLines = nil
    history.prepend(earlierLines())
  }

  /// Gives libedit the next character; 0 at the end of input.
  private func read(into character: inout wchar_t) -> Int32 {
    if isInterruptPending { return give(.interrupt, in: &character) }
    switch followUp {
    case .endLine:
      followUp = nil
      character = 0x0A
      return 1
    case .list(let completions, let cursor):
      followUp = nil
      list(completions, cursor: cursor)
    case nil: break
    }
    if search == nil && !(input.hasMore && editLine.length > 1000) { undoStack.record(editLine.state) }
    while !isInterruptPending {
      switch input.next() {
      case .key(let key):
        guard let key = filteredBySearch(key) else { return give(.redraw, in: &character) }
        switch key {
        case .character(let scalar):
          character = wchar_t(bitPattern: scalar.value)
          return 1
        case .command(.escape), .pasteStart: continue
        case .command(let command): return give(command, in: &character)
        }
      case .paste(let block):
        endSearch()
        pasted = PastedBlock.cleaned(block)
        return give(.insertPaste, in: &character)
      case .signal(SIGINT): isInterruptPending = true
      case .signal(let signal): answer(signal)
      case .end: return 0
      }
    }
    return give(.interrupt, in: &character)
  }

  /// Notes that Ctrl-C was pressed, so that the next character read breaks the line off.
  func interrupt() {
    isInterruptPending = true
  }

  /// Shows how the line was broken off and lets libedit end it below the last row.
  func breakOff() -> Int32 {
    isInterruptPending = false
    endSearch()
    interrupted = .interrupted(wasEmpty: editLine.state.text.isEmpty)
    input.discard()
    editLine.moveCursor(to: .max)
    editLine.insert("^C")
    followUp = .endLine
    return CC_REFRESH
  }

  /// The prompt with what stands before the cursor, as it is drawn.
  var drawnBeforeCursor: String {
    let state = editLine.state
    return promptText.text + String(String.UnicodeScalarView(state.text.unicodeScalars.prefix(state.cursor)))
  }

  private var promptText: Prompt {
    search.map { Prompt($0.label, isColoured: prompt.isColoured) } ?? prompt
  }

  private func give(_ command: Key.Command, in character: inout wchar_t) -> Int32 {
    character = wchar_t(bitPattern: command.rawValue)
    return 1
  }

  /// Keeps the prompt's characters until the next are asked for, as libedit expects.
  private func promptPointer() -> UnsafeMutablePointer<wchar_t> {
    promptCharacters?.deallocate()
    let characters = EditLine.characters(promptText.editorText)
    let pointer = UnsafeMutablePointer<wchar_t>.allocate(capacity: characters.count)
    pointer.initialize(from: characters, count: characters.count)
    promptCharacters = pointer
    return pointer
  }

  private static func of(_ pointer: OpaquePointer?) -> LineEditor? {
    guard let pointer, let context = cle_context(pointer) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  }

  private func installCallbacks() {
    _ = cle_set_prompt(editLine.pointer) { LineEditor.of($0)?.promptPointer() }
    _ = cle_set_reader(editLine.pointer) { editor, character in
      guard let character, let editor = LineEditor.of(editor) else { return 0 }
      return editor.read(into: &character.pointee)
    }
    _ = cle_add_function(editLine.pointer) { editor, character in
      UInt8(truncatingIfNeeded: LineEditor.of(editor)?.act(on: character) ?? CC_ERROR)
    }
  }
}
