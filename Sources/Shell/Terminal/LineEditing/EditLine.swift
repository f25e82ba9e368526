import CLibEdit
import Glibc

/// libedit's editor: its buffer, its prompt and the terminal, without a policy of its own.
///
/// C pointers stay in here and in the callbacks of ``LineEditor``.
struct EditLine {
  let pointer: OpaquePointer

  /// Makes an editor on the standard streams, or nil when the system refuses.
  init?(name: String) {
    guard cle_use_utf8() != 0, let pointer = cle_init(name) else { return nil }
    self.pointer = pointer
    _ = cle_use_emacs_keys(pointer)
    _ = cle_leave_signals(pointer)
  }

  /// The line as it stands.
  var state: UndoStack.State {
    guard let info = el_wline(pointer)?.pointee, let buffer = info.buffer, let end = info.lastchar,
      let cursor = info.cursor
    else { return UndoStack.State() }
    return UndoStack.State(text: Self.string(buffer, count: end - buffer), cursor: cursor - buffer)
  }

  /// The number of scalars in the line.
  var length: Int {
    guard let info = el_wline(pointer)?.pointee, let buffer = info.buffer, let end = info.lastchar else {
      return 0
    }
    return end - buffer
  }

  /// Puts a line in place of the one that stands there.
  func set(_ state: UndoStack.State) {
    let length = moveCursor(to: .max)
    el_deletestr(pointer, Int32(length))
    insert(state.text)
    moveCursor(to: state.cursor)
  }

  /// Inserts text at the cursor.
  func insert(_ text: String) {
    let characters = Self.characters(text)
    guard characters.count > 1 else { return }
    el_winsertstr(pointer, characters)
  }

  /// Moves the cursor to a place counted in Unicode scalars; gives the place where it came to stand.
  @discardableResult
  func moveCursor(to place: Int) -> Int {
    let current = Int(el_cursor(pointer, 0))
    let distance = max(Int(Int32.min / 2), min(Int(Int32.max / 2), place - current))
    return Int(el_cursor(pointer, Int32(distance)))
  }

  /// Takes away some scalars before the cursor.
  func deleteBeforeCursor(_ count: Int) {
    el_deletestr(pointer, Int32(count))
  }

  /// Reads and edits one line; nil at the end of input or when reading was broken off.
  func readLine() -> String? {
    var count: Int32 = 0
    guard let line = el_wgets(pointer, &count), count > 0 else { return nil }
    let text = Self.string(line, count: Int(count))
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  /// Text as libedit's wide characters with a final zero.
  static func characters(_ text: String) -> [wchar_t] {
    text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
  }

  private static func string(_ characters: UnsafePointer<wchar_t>, count: Int) -> String {
    var text = String.UnicodeScalarView()
    for character in UnsafeBufferPointer(start: characters, count: count) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: character)) { text.append(scalar) }
    }
    return String(text)
  }
}
