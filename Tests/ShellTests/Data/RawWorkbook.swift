import Analysis

@testable import Shell

/// A workbook made of the XML of its sheets, as other programs write it.
struct RawWorkbook {
  /// The rows of each sheet as XML, and what follows them.
  var sheets: [(name: String, data: String, tail: String)] = []
  /// Properties of the workbook, as XML.
  var properties = ""
  /// More entries of the package.
  var others: [(String, String)] = []

  /// The style of dates, of percentages and of numbers with a quoted percent sign.
  static let date = 1
  static let percent = 2
  static let quotedPercent = 3

  /// A sheet from rows of cells: `=` starts a formula without a result, `#` a number, `d:` a date, `p:` a
  /// percentage, `q:` a number with a quoted percent sign, anything else is text.
  static func rows(_ rows: [[String]], hidden: Set<Int> = []) -> String {
    rows.enumerated().map { index, cells in
      let body = cells.enumerated().map { column, text in
        cell(text, at: CellReference(row: index, column: column).text)
      }
      return
        "<row r=\"\(index + 1)\"\(hidden.contains(index + 1) ? " hidden=\"1\"" : "")>\(body.joined())</row>"
    }.joined()
  }

  private static func cell(_ text: String, at place: String) -> String {
    func number(_ style: Int, _ digits: Substring) -> String {
      "<c r=\"\(place)\" s=\"\(style)\"><v>\(digits)</v></c>"
    }
    if text.isEmpty { return "" }
    if text.hasPrefix("=") { return "<c r=\"\(place)\"><f>\(text.dropFirst())</f></c>" }
    if text.hasPrefix("#") { return number(0, text.dropFirst()) }
    if text.hasPrefix("d:") { return number(date, text.dropFirst(2)) }
    if text.hasPrefix("p:") { return number(percent, text.dropFirst(2)) }
    if text.hasPrefix("q:") { return number(quotedPercent, text.dropFirst(2)) }
    return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(Sanitizer.html(text))</t></is></c>"
  }

  func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var writer = ZipArchiveWriter()
    func relation(_ id: String, _ kind: String, _ target: String) -> PackageRelations.Relation {
      .init(id: id, type: "\(office)/\(kind)", target: target, isExternal: false)
    }
    writer.add(
      "_rels/.rels", PackageRelations(folder: "", [relation("a", "officeDocument", "xl/workbook.xml")]).xml)
    var relations = [relation("s", "styles", "styles.xml")]
    var list = ""
    for (index, sheet) in sheets.enumerated() {
      relations.append(relation("r\(index)", "worksheet", "sheet\(index).xml"))
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"/>"
      writer.add(
        "xl/sheet\(index).xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.data)</sheetData>\(sheet.tail)</worksheet>")
    }
    writer.add("xl/_rels/workbook.xml.rels", PackageRelations(folder: "xl", relations).xml)
    writer.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(list)</sheets></workbook>")
    writer.add(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><numFmts><numFmt numFmtId="165" formatCode="0.00&quot;%&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>
      """)
    for (name, text) in others { writer.add(name, text) }
    return try writer.bytes()
  }

  /// A workbook with a sound catalogue of two indicators and the given sheet `kinerja`.
  init(performance: [[String]], hidden: Set<Int> = [], merges: [String] = []) {
    let joined = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    sheets = [
      (
        "indikator", Self.rows([["kode", "nama"], ["AKIP", "Nilai AKIP"], ["IKM", "Indeks kepuasan"]]), ""
      ),
      (
        "kinerja", Self.rows(performance, hidden: hidden),
        joined.isEmpty ? "" : "<mergeCells>\(joined)</mergeCells>"
      ),
    ]
  }

  /// A `kinerja` sheet with the usual header over rows of unit, year, code, target and result.
  init(facts: [[String]]) {
    self.init(performance: [["unit", "tahun", "kode", "target", "realisasi"]] + facts)
  }
}
