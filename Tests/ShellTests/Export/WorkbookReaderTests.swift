import Analysis
import Testing

@testable import Shell

@Suite struct WorkbookReaderTests {
  /// A workbook as another program writes it, with the given sheet data.
  private func book(_ data: String, workbookProperties: String = "", strings: String = "") throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var writer = ZipArchiveWriter()
    func relation(_ id: String, _ kind: String, _ target: String) -> PackageRelations.Relation {
      .init(id: id, type: "\(office)/\(kind)", target: target, isExternal: false)
    }
    writer.add(
      "_rels/.rels",
      PackageRelations(folder: "", [relation("a", "officeDocument", "/xl/workbook.xml")]).xml)
    writer.add(
      "xl/_rels/workbook.xml.rels",
      PackageRelations(
        folder: "xl",
        [
          relation("r1", "worksheet", "sheets/satu.xml"), relation("r2", "sharedStrings", "../teks.xml"),
          relation("r3", "styles", "gaya.xml"),
        ]
      ).xml)
    writer.add(
      "xl/workbook.xml",
      """
      <x:workbook xmlns:x="\(main)" xmlns:r="\(office)">\(workbookProperties)<x:sheets>
      <x:sheet name="Data &amp; isi" sheetId="9" r:id="r1"/></x:sheets></x:workbook>
      """)
    writer.add("teks.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")
    writer.add(
      "xl/gaya.xml",
      """
      <styleSheet xmlns="\(main)"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
      <numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
      """)
    writer.add(
      "xl/sheets/satu.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(data)</sheetData></worksheet>")
    return try writer.bytes()
  }

  private func read(_ data: String, limits: WorkbookReader.Limits = .office) throws -> WorkbookContent.Sheet {
    let strings =
      "<si><t>satu</t></si><si><r><t>du</t></r><r><t xml:space=\"preserve\">a </t></r><rPh><t>x</t></rPh></si>"
    return try WorkbookReader(limits: limits).read(book(data, strings: strings), name: "uji.xlsx").sheets[0]
  }

  @Test func readsEveryKindOfCell() throws {
    let sheet = try read(
      """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>di_x0041_</t></is></c>
      <c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#DIV/0!</v></c><c r="G2"><v> 1.5E2 </v></c><c r="H2" s="1"/></row>
      <row><c t="str"><f>A1&amp;"x"</f><v>hasil</v></c><c><f t="shared" si="0"/><v>7</v></c></row>
      <row r="9" hidden="1"><c r="B9" s="2"><v>45292</v></c><c r="C9" s="3"><v>3</v></c></row>
      """)
    #expect(sheet.name == "Data & isi")
    #expect(sheet["A2"]?.value == .text("satu"))
    #expect(sheet["B2"] == nil)
    #expect(sheet["C2"]?.value == .text("dua "))
    #expect(sheet["D2"]?.value == .text("diA"))
    #expect(sheet["E2"]?.value == .boolean(true))
    #expect(sheet["F2"]?.value == .error("#DIV/0!"))
    #expect(sheet["G2"]?.value == .number(150, isDate: false))
    #expect(sheet["H2"] == nil)
    #expect(sheet["A3"] == .init(column: 0, value: .text("hasil"), formula: "A1&\"x\""))
    #expect(sheet["B3"] == .init(column: 1, value: .number(7, isDate: false), formula: ""))
    #expect(sheet["B9"]?.value == .number(45_292, isDate: true))
    #expect(sheet["C9"]?.value == .number(3, isDate: false))
    #expect(sheet.rows.map(\.isHidden) == [false, false, true])
  }

  @Test(arguments: [
    ("<row r='1'><c r='B7'><v>1</v></c></row>", "B7"),
    ("<row r='1'><c r='A1'><v>1,5</v></c></row>", "Data & isi!A1"),
    ("<row r='1'><c r='A1' t='s'><v>9</v></c></row>", "Data & isi!A1"),
    ("<row r='1'><c r='A1' t='zz'><v>9</v></c></row>", "Data & isi!A1"),
    ("<row r='2'/><row r='1'/>", "nomor baris 1"), ("<row r='1048577'/>", "1048577"),
    ("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "A1"),
  ])
  func refusesAndNamesTheCell(_ data: String, _ place: String) {
    let problem = #expect(throws: Problem.self) { try read(data) }
    #expect(problem?.message.contains(place) == true)
  }

  @Test func refusesTooManyCells() {
    var limits = WorkbookReader.Limits.office
    limits.cells = 1
    let data = "<row r='1'><c><v>1</v></c><c><v>2</v></c></row>"
    #expect(throws: Problem.self) { try read(data, limits: limits) }
  }

  @Test(arguments: [
    (1.0, false, 1900, 1, 1), (59, false, 1900, 2, 28), (60, false, 1900, 2, 29), (61, false, 1900, 3, 1),
    (45_292.75, false, 2024, 1, 1), (45_351, false, 2024, 2, 29), (0, true, 1904, 1, 1),
    (43_830, true, 2024, 1, 1),
  ])
  func knowsBothCalendars(_ serial: Double, _ from1904: Bool, _ year: Int, _ month: Int, _ day: Int) throws {
    let properties = from1904 ? "<x:workbookPr date1904=\"1\"/>" : ""
    let content = try WorkbookReader().read(book("", workbookProperties: properties), name: "uji.xlsx")
    let date = content.date(serial)
    #expect(date?.year == year)
    #expect(date?.month == month)
    #expect(date?.day == day)
  }

  @Test func refusesOtherPackages() throws {
    var writer = ZipArchiveWriter()
    writer.add("a.txt", "x")
    let bytes = try writer.bytes()
    #expect(throws: Problem.self) { try WorkbookReader().read(bytes, name: "uji.zip") }
  }

  @Test(arguments: ["A1", "XFD1048576", "$B$7", "AA10"])
  func referencesReadBack(_ text: String) {
    #expect(CellReference(text)?.text == text.filter { $0 != "$" })
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B", "A99999999999999999999"])
  func refusesReferences(_ text: String) {
    #expect(CellReference(text) == nil)
  }
}
