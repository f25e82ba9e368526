import Analysis
import FoundationEssentials
import Testing

@testable import Shell

@Suite("Worksheets in files")
struct WorksheetExchangeTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "telaah-\(UUID().uuidString)")
    .path

  private func session(_ lines: String...) throws -> Session {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var session = try SampleSession.loaded("plandaan")
    for line in lines { _ = try session.execute(line) }
    return session
  }

  private func removeFolder() { try? FileManager.default.removeItem(atPath: folder) }

  private static let filling = [
    "kktp isi IKM.SKCK tambahan=0,5 tindak=\"loket kedua\" tindak=\"pelatihan\" analisis=\"karena = antre\"",
    "kktp isi IKM.KTP perkiraan=99,9", "kktp isi IKPP tindak=\"rapat bulanan\"",
    "kktp usul RB pilih=kenaikan",
    "kktp isi RB.STRATEGI tambahan=0,1",
  ]

  @Test func theRoundTripLosesNothing() throws {
    defer { removeFolder() }
    var session = try session("kktp buat 2026")
    for line in Self.filling { _ = try session.execute(line) }
    let file = "\(folder)/kktp.xlsx"
    _ = try session.execute("kktp ekspor \(file)")
    let before = try session.execute("kktp tampil").result
    #expect(try session.execute("kktp impor \(file)").result["perubahan"]?.elements.isEmpty == true)
    #expect(try session.execute("kktp tampil").result == before)
    // Into a session that knows only the data, everything that was filled in is listed and taken over.
    var other = try SampleSession.loaded("plandaan")
    let changes = try other.execute("kktp impor \(file)").result["perubahan"]?.elements ?? []
    #expect(changes.contains { $0["kode"]?.string == "IKM.SKCK" && $0["kolom"]?.string == "tindak_lanjut" })
    #expect(try other.execute("kktp tampil").result["baris"] == before["baris"])
  }

  @Test func anEmptyWorksheetComesBackFromItsFileAlone() throws {
    defer { removeFolder() }
    var session = try session("kktp buat 2026 versi=baru dari=data")
    _ = try session.execute("kktp ekspor \(folder)/kktp.xlsx")
    let before = try session.execute("kktp tampil").result
    var other = try SampleSession.loaded("plandaan")
    _ = try other.execute("kktp impor \(folder)/kktp.xlsx")
    #expect(try other.execute("kktp tampil").result["baris"] == before["baris"])
  }

  @Test func formulasAreLive() throws {
    let session = try session("kktp buat 2026")
    removeFolder()
    let sheet = WorksheetWorkbook(chosen: try session.state.currentWorksheet()).workbook.sheets[0]
    var formulas: [String: (text: String, value: Double)] = [:]
    for row in 0..<sheet.rowCount {
      guard case .text(let code)? = sheet[row, WorksheetColumn.code.rawValue]?.content,
        case .formula(let text, let value, _)? = sheet[row, WorksheetColumn.computed.rawValue]?.content
      else { continue }
      formulas[code] = (text, value)
    }
    #expect(formulas["IKM"]?.text == "AVERAGE(J16,J17,J18,J20,J21,J22,J23,J24,J25,J19)")
    #expect(abs((formulas["IKM"]?.value ?? 0) - 99.046) < 1e-9)
    #expect(formulas["IPP"]?.text == "((0.75*N27)+(0.25*J34))")
    #expect(formulas["IKKK"]?.text.contains("(0.44*J9)") == true)
    #expect(formulas["IKKK"]?.text.contains("16.6") == true)
  }

  /// Cells that a planner might spoil, and a part of what is said.
  @Test(arguments: [
    (WorksheetColumn.gain, "IKM.SKCK", WorkbookSheet.Content.text("banyak"), "KKTP!I18"),
    (.gain, "IKM.SKCK", .number(50, .plain), "batas"), (.target, "IKPP", .number(11, .plain), "batas"),
    (.code, "IKM.SKCK", .text("IKM.SKKC"), "IKM.SKKC"), (.code, "IKM.SKCK", .text("IKM.KTP"), "dua kali"),
    (.code, "IKM.SKCK", .text("PATEN"), "bukan komponen"),
  ])
  func aSpoiledCellIsNamedAndNothingChanges(
    column: WorksheetColumn, code: String, content: WorkbookSheet.Content, says: String
  ) throws {
    defer { removeFolder() }
    var session = try session("kktp buat 2026")
    var workbook = WorksheetWorkbook(chosen: try session.state.currentWorksheet()).workbook
    let row = try #require(
      (0..<workbook.sheets[0].rowCount).first {
        workbook.sheets[0][$0, WorksheetColumn.code.rawValue]?.content == .text(code)
      })
    workbook.sheets[0][row, column.rawValue]?.content = content
    try WorkbookWriter(workbook: workbook).write(to: "\(folder)/rusak.xlsx")
    let before = session.state.worksheets
    let problem = try #require(throws: Problem.self) {
      try session.execute("kktp impor \(folder)/rusak.xlsx")
    }
    #expect(problem.message.contains(says), "\(problem.message)")
    #expect(session.state.worksheets == before)
  }

  @Test(arguments: ["docx", "html", "md", "csv", "xlsx"]) func everyFormIsWritten(form: String) throws {
    defer { removeFolder() }
    var session = try session("kktp buat 2026")
    _ = try session.execute("kktp ekspor \(folder)/kktp.\(form) rinci=ya")
    let bytes = try AtomicFile.read("\(folder)/kktp.\(form)", limit: 10_000_000)
    #expect(bytes.count > 1_000)
    if form == "docx" { _ = try ZipArchiveReader(bytes, name: form) }
    if form == "html" { #expect(String(decoding: bytes, as: UTF8.self).contains("9,05")) }
  }

  @Test func theTableCanBeLoadedAgain() throws {
    defer { removeFolder() }
    var session = try session("kktp buat 2026")
    for line in Self.filling.prefix(3) { _ = try session.execute(line) }
    try FileManager.default.copyItem(atPath: SampleSession.path("plandaan"), toPath: "\(folder)/data")
    _ = try session.execute("kktp ekspor \(folder)/data/kktp.csv")
    let before = try session.execute("kktp tampil IKPP").result
    var other = Session()
    _ = try other.execute("muat \(folder)/data")
    let after = try other.execute("kktp tampil IKPP").result
    #expect(after["baris"] == before["baris"])
  }

  @Test func unknownFormsAndMissingFoldersAreRefused() throws {
    var session = try session("kktp buat 2026")
    removeFolder()
    for line in [
      "kktp ekspor kktp.pdf", "kktp ekspor kktp", "kktp ekspor \(folder)/tidak/ada.xlsx",
      "kktp impor \(folder)/a.xlsx",
    ] {
      #expect(throws: Problem.self) { try session.execute(line) }
    }
  }
}
