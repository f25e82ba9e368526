import Analysis

/// The list of sheets in `workbook.xml`.
struct WorkbookOutline {
  /// One sheet in the list.
  struct Entry {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  /// The sheets in order.
  private(set) var sheets: [Entry] = []
  /// Whether dates count from 1904.
  private(set) var countsFrom1904 = false

  /// Reads the part.
  init(_ bytes: [UInt8], part: String) throws(Problem) {
    var scanner = try XMLScanner(bytes, part: part)
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.name == "workbookPr":
        countsFrom1904 = ["1", "true"].contains(scanner.attribute("date1904") ?? "")
      case .start where scanner.name == "sheet":
        sheets.append(
          Entry(
            name: scanner.attribute("name") ?? "", relation: scanner.attribute("r:id") ?? "",
            isHidden: ["hidden", "veryHidden"].contains(scanner.attribute("state") ?? "")))
      default: break
      }
    }
  }
}

/// Which cell formats of `styles.xml` show dates or times.
struct WorkbookDateStyles {
  /// The positions in the list of cell formats.
  private(set) var indices: Set<Int> = []

  /// Reads the part.
  init(_ bytes: [UInt8], part: String) throws(Problem) {
    var scanner = try XMLScanner(bytes, part: part)
    var codes: [Int: String] = [:]
    var isInCellFormats = false
    var position = 0
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.name == "numFmt":
        if let id = scanner.attribute("numFmtId").flatMap({ Int($0) }) {
          codes[id] = scanner.attribute("formatCode") ?? ""
        }
      case .start where scanner.name == "cellXfs": isInCellFormats = true
      case .end where scanner.name == "cellXfs": isInCellFormats = false
      case .start where scanner.name == "xf" && isInCellFormats:
        let id = scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
        if codes[id].map(Self.showsDate) ?? Self.builtIn.contains(id) { indices.insert(position) }
        position += 1
      default: break
      }
    }
  }

  /// The built-in formats that show dates and times (ECMA-376 part 1, 18.8.30).
  private static let builtIn = Set(14...22).union(27...36).union(45...47).union(50...58)

  /// Whether a format code has day, month, year, hour or second letters outside literal text.
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var skips = false
    for character in code.lowercased() {
      if skips {
        skips = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "\\", "_", "*": skips = true
      case "[": isBracketed = true
      case "]": isBracketed = false
      case ";": return false
      case "d", "m", "y", "h", "s": if !isBracketed { return true }
      default: break
      }
    }
    return code.lowercased().contains("[h]") || code.lowercased().contains("[mm]")
      || code.lowercased().contains("[ss]")
  }
}
