/// Which cell formats of `styles.xml` show dates or times, and which show percentages.
struct WorkbookCellStyles {
  /// The positions in the list of cell formats of those that show dates or times.
  private(set) var dates: Set<Int> = []
  /// The positions of those that show a number times a hundred, with a percent sign.
  private(set) var percents: Set<Int> = []

  /// No formats.
  init() {}

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
        if codes[id].map(Self.showsDate) ?? Self.dateFormats.contains(id) { dates.insert(position) }
        if codes[id].map(Self.showsPercent) ?? Self.percentFormats.contains(id) { percents.insert(position) }
        position += 1
      default: break
      }
    }
  }

  /// The built-in formats that show dates and times (ECMA-376 part 1, 18.8.30).
  private static let dateFormats = Set(14...22).union(27...36).union(45...47).union(50...58)

  /// The built-in formats that show percentages.
  private static let percentFormats: Set<Int> = [9, 10]

  /// Whether a format code has day, month, year, hour or second letters outside literal text.
  static func showsDate(_ code: String) -> Bool {
    if signs(of: code).contains(where: { "dmyhs".contains($0) }) { return true }
    return ["[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"].contains { code.lowercased().contains($0) }
  }

  /// Whether a format code has a percent sign outside literal text.
  static func showsPercent(_ code: String) -> Bool { signs(of: code).contains("%") }

  /// The signs of the first section of a format code, in lower case, without literal text and brackets.
  private static func signs(of code: String) -> String {
    var signs = ""
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
      case ";": return signs
      default: if !isBracketed { signs.append(character) }
      }
    }
    return signs
  }
}
