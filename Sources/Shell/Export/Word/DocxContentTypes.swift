import Analysis

/// The list of content types of an office package.
struct DocxContentTypes {
  private var defaults: [(suffix: String, type: String)] = [
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
  ]
  private var parts: [(name: String, type: String)] = []

  /// A list with what every package has.
  init() {}

  /// Reads a package's list.
  init(_ bytes: [UInt8], part: String) throws(Problem) {
    defaults = []
    var scanner = try XMLScanner(bytes, part: part)
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.name == "Default":
        defaults.append((scanner.attribute("Extension") ?? "", scanner.attribute("ContentType") ?? ""))
      case .start where scanner.name == "Override":
        parts.append((scanner.attribute("PartName") ?? "", scanner.attribute("ContentType") ?? ""))
      default: break
      }
    }
  }

  /// Sets the type of a part.
  mutating func set(_ part: String, _ type: String) {
    let name = "/" + part
    if let index = parts.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
      parts[index].type = type
    } else {
      parts.append((name, type))
    }
  }

  /// Forgets a part that is left out.
  mutating func remove(_ part: String) {
    parts.removeAll { $0.name.lowercased() == "/" + part.lowercased() }
  }

  /// Sets the type of all parts with an ending, unless the ending is known.
  mutating func setDefault(_ suffix: String, _ type: String) {
    guard !defaults.contains(where: { $0.suffix.lowercased() == suffix }) else { return }
    defaults.append((suffix, type))
  }

  /// The part.
  var xml: String {
    var text = DocxNames.declaration
    text += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    for entry in defaults {
      text +=
        "<Default Extension=\"\(Sanitizer.html(entry.suffix))\" ContentType=\"\(Sanitizer.html(entry.type))\"/>"
    }
    for entry in parts {
      text +=
        "<Override PartName=\"\(Sanitizer.html(entry.name))\" ContentType=\"\(Sanitizer.html(entry.type))\"/>"
    }
    return text + "</Types>"
  }
}
