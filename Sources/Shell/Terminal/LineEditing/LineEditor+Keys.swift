import CLibEdit
import Glibc

extension LineEditor {
  /// The control characters that the editor answers itself.
  private enum Control: UInt32, CaseIterable {
    case endOrDelete = 0x04
    case tab = 0x09
    case next = 0x0E
    case previous = 0x10
    case search = 0x12
    case undo = 0x1F
  }

  /// Tells libedit which key does what.
  func installKeys() {
    for command in Key.Command.allCases { bind(command.rawValue, to: command.builtin ?? "telaah") }
    for control in Control.allCases { bind(control.rawValue, to: "telaah") }
    bind(0x17, to: "ed-delete-prev-word")
    bind(0x15, to: "vi-kill-line-prev")
    bind(0x0D, to: "ed-newline")
    bind(0x0A, to: "ed-newline")
    bind(0x13, to: "ed-ignore")
  }

  /// Does what a key asks for; gives one of libedit's codes.
  func act(on character: UInt32) -> Int32 {
    if let command = Key.Command(rawValue: character) { return act(on: command) }
    switch Control(rawValue: character) {
    case .endOrDelete: return editLine.state.text.isEmpty ? CC_EOF : deleteAtCursor()
    case .tab: return complete()
    case .previous: return recall(older: true)
    case .next: return recall(older: false)
    case .search: return beginSearch()
    case .undo: return restore(undoStack.undo())
    case nil: return CC_NORM
    }
  }

  private func act(on command: Key.Command) -> Int32 {
    switch command {
    case .up, .previousPrefix: return moveRow(-1) ?? recall(older: true)
    case .down, .nextPrefix: return moveRow(1) ?? recall(older: false)
    case .firstLine: return recallEnd(oldest: true)
    case .lastLine: return recallEnd(oldest: false)
    case .delete: return deleteAtCursor()
    case .newline:
      editLine.insert("\n")
      return CC_REFRESH
    case .redo: return restore(undoStack.redo())
    case .insertPaste:
      editLine.insert(pasted)
      pasted = ""
      return CC_REFRESH
    case .redraw: return CC_REFRESH
    case .interrupt: return breakOff()
    default: return CC_NORM
    }
  }

  private func bind(_ character: UInt32, to function: String) {
    _ = cle_bind(editLine.pointer, wchar_t(bitPattern: character), function)
  }

  private func deleteAtCursor() -> Int32 {
    let state = editLine.state
    guard state.cursor < state.text.unicodeScalars.count else { return CC_NORM }
    editLine.moveCursor(to: state.cursor + 1)
    editLine.deleteBeforeCursor(1)
    return CC_REFRESH
  }

  private func restore(_ state: UndoStack.State?) -> Int32 {
    guard let state else { return CC_NORM }
    editLine.set(state)
    return CC_REFRESH
  }

  /// Moves the cursor to another row of a block of lines, or gives nil when there is none.
  private func moveRow(_ step: Int) -> Int32? {
    let state = editLine.state
    let rows = state.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(\.count)
    var row = 0
    var column = state.cursor
    while row < rows.count - 1 && column > rows[row] {
      column -= rows[row] + 1
      row += 1
    }
    guard rows.indices.contains(row + step) else { return nil }
    let start = rows.prefix(row + step).reduce(0) { $0 + $1 + 1 }
    editLine.moveCursor(to: start + min(column, rows[row + step]))
    return CC_CURSOR
  }
}

extension LineEditor {
  /// Answers a signal that arrived while a line was being typed.
  func answer(_ signal: Int32) {
    switch signal {
    case SIGWINCH: resize(redrawing: true)
    case SIGCONT:
      prepareTerminal()
      redraw()
    case SIGTSTP:
      releaseTerminal()
      Interrupts.deliver(signal)
      prepareTerminal()
      _ = cle_refresh(editLine.pointer)
    case SIGTERM, SIGHUP:
      releaseTerminal()
      Interrupts.deliver(signal)
    default: break
    }
  }

  /// Takes over the size of the terminal.
  func resize(redrawing: Bool = false) {
    let drawn = redrawing ? drawnBeforeCursor : ""
    let new = screen.size.columns
    let wider = max(columns, new)
    columns = new
    el_resize(editLine.pointer)
    guard redrawing else { return }
    screen.clear(drawn: drawn, columns: wider)
    _ = cle_refresh(editLine.pointer)
  }

  private func redraw() {
    screen.clear(drawn: drawnBeforeCursor, columns: columns)
    _ = cle_refresh(editLine.pointer)
  }

  /// Puts the terminal in editing mode, whatever another program made of it.
  private func prepareTerminal() {
    _ = cle_prepare_terminal(editLine.pointer, 0)
    _ = cle_prepare_terminal(editLine.pointer, 1)
    screen.markPastes(true)
  }

  private func releaseTerminal() {
    screen.markPastes(false)
    screen.write("\r\n")
    _ = cle_prepare_terminal(editLine.pointer, 0)
  }
}
