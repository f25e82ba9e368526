import Analysis
import Testing

@testable import Shell

@Suite struct WorkbookTests {
  private func roundTrip(_ workbook: Workbook) throws -> WorkbookContent {
    try WorkbookReader().read(WorkbookWriter(workbook: workbook).bytes(), name: "uji.xlsx")
  }

  private func sheet(_ contents: [WorkbookSheet.Content], name: String = "Uji") -> Workbook {
    var sheet = WorkbookSheet(name: name)
    for content in contents { sheet.append([.init(content)]) }
    return Workbook(sheets: [sheet])
  }

  @Test(arguments: [
    0.1 + 0.2, 105.29, 1.0 / 3, 2_366_719_674, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    9_007_199_254_740_992,
    -99.88, 1e21, 94.99499999999999, 0.000123456789012345678,
  ])
  func numbersComeBackBitForBit(_ value: Double) throws {
    let content = try roundTrip(sheet([.number(value, .score), .formula("1+1", cached: value, .plain)]))
    for row in 0..<2 {
      guard case .number(let read, false)? = content.sheets[0][row, 0]?.value else {
        Issue.record("bukan angka")
        return
      }
      #expect(read.bitPattern == value.bitPattern)
    }
    #expect(content.sheets[0]["A2"]?.formula == "1+1")
  }

  @Test(arguments: AttackStrings.all)
  func textStaysText(_ text: String) throws {
    let content = try roundTrip(sheet([.text(text)]))
    #expect(content.sheets[0]["A1"] == .init(column: 0, value: .text(text), formula: nil))
  }

  @Test(arguments: AttackStrings.replaced)
  func forbiddenCharactersBecomeVisible(_ text: String, _ kept: String) throws {
    #expect(try roundTrip(sheet([.text(text)])).sheets[0]["A1"]?.value == .text(kept))
  }

  @Test func sameWorkbookGivesSameBytes() throws {
    let table = Table(
      caption: "Capaian", columns: [Table.Column("Indikator"), .number("Nilai")],
      rows: [Table.Row(["AKIP", .number(81.4)]), Table.Row(["Jumlah", .number(0.1 + 0.2)], role: .total)])
    let workbook = Workbook(tables: [table, table], title: "Uji", manifest: "{}")
    #expect(try WorkbookWriter(workbook: workbook).bytes() == WorkbookWriter(workbook: workbook).bytes())
  }

  @Test func everyTableGetsASheetAndMissingNumbersSayWhy() throws {
    var table = Table(
      caption: "Capaian [2025]: kinerja/anggaran utama kecamatan",
      columns: [Table.Column("Indikator"), .number("Nilai")],
      footnotes: ["Sumber: LKjIP"])
    table.append(["AKIP", .number(nil, reason: "belum dinilai")])
    table.append(["IKM", .number(98.4)])
    let chart = Chart(
      title: "Tren", kind: .line,
      series: [Chart.Series("AKIP", [.init(x: 2024, y: 78.44), .init(x: 2025, y: nil)])])
    let document = Document([.heading("Bab", level: 1), .table(table), .table(table), .chart(chart)])
    let content = try roundTrip(Workbook(document: document, title: "Laporan", manifest: #"{"a":"é"}"#))
    #expect(
      content.sheets.map(\.name) == [
        "Isi", "1. Capaian (2025)- kinerja-angg", "2. Capaian (2025)- kinerja-angg", "G1. Tren", "Manifes",
      ])
    #expect(content.sheets.map(\.isHidden) == [false, false, false, false, true])
    #expect(content.manifest == #"{"a":"é"}"#)
    let first = content.sheets[1]
    #expect(first["A1"]?.value == .text("Tabel 1. Capaian [2025]: kinerja/anggaran utama kecamatan"))
    #expect(first["B4"]?.value == .text("–"))
    #expect(first["B5"]?.value == .number(98.4, isDate: false))
    #expect(first["A7"]?.value == .text("Sumber: LKjIP"))
    #expect(first["A8"]?.value == .text("– pada B4: belum dinilai"))
    #expect(content.sheets[3]["A4"]?.value == .text("2024"))
  }

  @Test func longManifestsComeBackWhole() throws {
    let manifest = String(repeating: "{\"kunci\":\"=nilai — _x0041_\"},", count: 5_000)
    #expect(try roundTrip(Workbook(manifest: manifest)).manifest == manifest)
  }

  @Test func sheetNamesAreValidAndUnique() {
    var names = SheetNames(reserved: ["Manifes"])
    let given = ["A/B", "a-b", "", "''", "History", "manifes", String(repeating: "é🙂", count: 30)].map {
      names.name(for: $0)
    }
    #expect(given[..<6] == ["A-B", "a-b (2)", "Lembar", "Lembar (2)", "History (2)", "manifes (2)"])
    #expect(given.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test func mergesLinksAndHiddenSheetsSurvive() throws {
    var first = WorkbookSheet(name: "Satu's")
    first.append([.init(.text("Judul"), .header), .init(.blank, .header)])
    first.merges = [CellRange(.init(row: 0, column: 0), .init(row: 0, column: 1))]
    first[3, 2] = .init(.link("ke dua", sheet: "Dua/2"))
    let content = try roundTrip(Workbook(sheets: [first, WorkbookSheet(name: "Dua/2")]))
    #expect(content.sheets[0].merges.map(\.text) == ["A1:B1"])
    #expect(content.sheets[0]["A1"]?.value == .text("Judul"))
    #expect(content.sheets[0]["C4"]?.value == .text("ke dua"))
    #expect(content.sheets[1].name == "Dua-2")
  }

  @Test func tooLongTextNamesTheCell() {
    let workbook = sheet([.text("x"), .text(String(repeating: "a", count: 32_768))], name: "Lembar")
    let problem = #expect(throws: Problem.self) { try WorkbookWriter(workbook: workbook).bytes() }
    #expect(problem?.message.contains("Lembar!A2") == true)
  }

  @Test(arguments: [
    (NumberStyle.percent, 105.29, "#,##0.00\"%\""), (.score, 81.4, "#,##0.00"), (.plain, 100, "#,##0"),
    (.plain, 9.0015, "#,##0.0000"), (.difference, 6.07, "+#,##0.00;-#,##0.00;#,##0.00"),
    (NumberStyle(decimals: 0...0, prefix: "Rp"), -5, "\"Rp \"#,##0;-\"Rp \"#,##0"),
    (NumberStyle(decimals: 0...2, groupsThousands: false), 2.5, "0.0"),
  ])
  func numberFormatsShowWhatTheStyleShows(_ style: NumberStyle, _ value: Double, _ code: String) {
    #expect(WorkbookNumberFormat(style, for: value).code == code)
  }
}
