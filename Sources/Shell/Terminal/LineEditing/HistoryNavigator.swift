/// Walking through earlier lines with the arrow keys, and searching them.
struct HistoryNavigator {
  /// The earlier lines, oldest first.
  private(set) var lines: [String]
  private var position: Int?
  private var prefix = ""
  private var unfinished = ""

  /// Makes a navigator over earlier lines, oldest first.
  init(_ lines: [String] = []) {
    self.lines = lines
  }

  /// Puts lines read from the file before those of this session.
  mutating func prepend(_ earlier: [String]) {
    lines = earlier + lines
    stop()
  }

  /// Adds a line that was entered; a repetition of the latest is not added.
  mutating func add(_ line: String) {
    if lines.last != line { lines.append(line) }
    stop()
  }

  /// Ends the walk; the next one starts from the newest line.
  mutating func stop() {
    position = nil
  }

  /// The next older line that begins with what was typed before the cursor when the walk began.
  ///
  /// - Parameters:
  ///   - current: The line as it stands.
  ///   - typed: The part of it before the cursor.
  mutating func older(than current: String, typed: String) -> String? {
    begin(current, typed: typed)
    var index = position ?? lines.count
    while index > 0 {
      index -= 1
      guard lines[index].hasPrefix(prefix), lines[index] != current else { continue }
      position = index
      return lines[index]
    }
    return nil
  }

  /// The next newer line that begins with what was typed, or at last the unfinished line itself.
  mutating func newer(than current: String, typed: String) -> String? {
    guard let position, position < lines.count, lines[position] == current else { return nil }
    var index = position + 1
    while index < lines.count {
      if lines[index].hasPrefix(prefix), lines[index] != current {
        self.position = index
        return lines[index]
      }
      index += 1
    }
    stop()
    return unfinished
  }

  /// The index of the newest line older than `index` that contains a text; small letters match capitals too.
  func match(_ pattern: String, before index: Int) -> Int? {
    lines.indices.prefix(max(0, index)).last { contains(lines[$0], pattern) }
  }

  /// The index of the oldest line newer than `index` that contains a text.
  func match(_ pattern: String, after index: Int) -> Int? {
    lines.indices.dropFirst(index + 1).first { contains(lines[$0], pattern) }
  }

  private mutating func begin(_ current: String, typed: String) {
    if let position, position < lines.count, lines[position] == current { return }
    position = nil
    prefix = typed
    unfinished = current
  }

  private func contains(_ line: String, _ pattern: String) -> Bool {
    let hasCapital = pattern.contains { $0.isUppercase }
    let bytes = Array((hasCapital ? line : line.lowercased()).utf8)
    let sought = Array(pattern.utf8)
    guard let first = sought.first else { return true }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      if bytes[start...].starts(with: sought) { return true }
      rest = bytes[(start + 1)...]
    }
    return false
  }
}
