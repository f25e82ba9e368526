/// Gives sheets names that every spreadsheet accepts, each only once.
///
/// A name has 1–31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at its ends, and differs from every
/// other one when case is ignored. `History` is reserved by Excel.
struct SheetNames {
  private var taken: Set<String> = ["history"]

  /// Starts with names that are not to be given.
  init(reserved: [String] = []) {
    for name in reserved { taken.insert(name.lowercased()) }
  }

  /// A valid name near the wanted one that was not given before.
  mutating func name(for wanted: String) -> String {
    let base = Self.cleaned(wanted)
    var candidate = base
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let mark = " (\(number))"
      candidate = Self.cut(base, to: 31 - mark.utf16.count) + mark
      number += 1
    }
    return candidate
  }

  private static func cleaned(_ wanted: String) -> String {
    var name = ""
    for character in Sanitizer.block(wanted) {
      switch character {
      case "[": name += "("
      case "]": name += ")"
      case ":", "*", "?", "/", "\\": name += "-"
      case "\n", "\t", " ": if !name.hasSuffix(" ") { name += " " }
      default: name.append(character)
      }
    }
    name = cut(trimmed(name), to: 31)
    return name.isEmpty ? "Lembar" : name
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, first == " " || first == "'" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "'" { rest.removeLast() }
    return String(rest)
  }

  /// The longest start within a number of UTF-16 units that does not split a character.
  private static func cut(_ text: String, to limit: Int) -> String {
    var rest = Substring(text)
    while rest.utf16.count > limit { rest.removeLast() }
    return trimmed(String(rest))
  }
}
