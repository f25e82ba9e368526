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
