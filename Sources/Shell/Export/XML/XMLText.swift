/// Text made safe for XML.
enum XMLText {
  /// The text with markup characters escaped and forbidden characters replaced (see ``visible(_:)``).
  static func escaped(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count + 8)
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// The text with every character that XML forbids, or that could steer a terminal or turn the reading
  /// direction around, replaced by U+FFFD; line ends become a line feed.
  static func visible(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var previousIsReturn = false
    for scalar in text.unicodeScalars {
      defer { previousIsReturn = scalar == "\r" }
      if scalar == "\r" {
        output.append("\n")
      } else if scalar == "\n" {
        if !previousIsReturn { output.append(scalar) }
      } else {
        output.append(isForbidden(scalar.value) ? "\u{FFFD}" : scalar)
      }
    }
    return String(output)
  }

  private static func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    }
  }
}
