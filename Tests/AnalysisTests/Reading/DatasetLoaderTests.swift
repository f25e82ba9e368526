import Glibc
import Testing

@testable import Analysis

/// A dataset in a folder that is removed afterwards.
struct TemporaryDataset {
  var files: [String: String]

  /// A small dataset that loads without a remark.
  static let sound = TemporaryDataset(files: [
    "indikator.csv": """
    kode,nama,simpul,satuan,arah,min,maks,rumus,padanan
    AKIP,Nilai evaluasi AKIP Kec. Plandaan,P01,nilai,naik,0,100,jumlah(AKIP.*),Nilai SAKIP|Nilai evaluasi SAKIP
    AKIP.PERENCANAAN,Perencanaan kinerja,,nilai,naik,0,30,,
    AKIP.PENGUKURAN,Pengukuran kinerja,,nilai,naik,0,30,,
    GANGGUAN,Jumlah gangguan ketertiban,P04,kejadian,turun,0,,,
    """,
    "simpul.csv": """
    kode,nama,jenjang,induk
    S1,Tata kelola,sasaran,
    P01,Program Penunjang,program,S1
    P04,Program Ketentraman,program,S1
    P01_1,Administrasi Gaji dan Tunjangan,kegiatan,P01
    """,
    "kinerja.csv": """
    unit,tahun,periode,kode,target,realisasi,sumber,baris
    Kecamatan Plandaan,2024,,AKIP,75.5,74.91,Tabel 1,10
    Kecamatan Plandaan,2024,,GANGGUAN,5,3,Tabel 1,11
    Kecamatan Plandaan,2025,,AKIP,78,,Tabel 1,12
    """,
  ])

  /// The same files with some replaced or removed (`nil`).
  func with(_ changes: [String: String?]) -> TemporaryDataset {
    var copy = self
    for (name, text) in changes { copy.files[name] = text }
    return copy
  }

  /// The same files with a line added to one of them.
  func adding(_ line: String, to name: String) -> TemporaryDataset {
    with([name: (files[name] ?? "") + "\n" + line])
  }

  /// Writes the files, runs the body with the folder and removes everything.
  func use<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/telaah-uji-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in FileBytes.names(inFolder: folder) ?? [] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    for (name, text) in files {
      let file = try #require(fopen("\(folder)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    return try body(folder)
  }

  /// Loads the dataset.
  func load(_ options: DatasetLoader.Options = DatasetLoader.Options()) throws -> Dataset {
    try use { try DatasetLoader.load($0, options: options) }
  }
}

@Suite("Loading a dataset")
struct DatasetLoaderTests {
  /// The folder of an example dataset.
  static func example(_ name: String) -> String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/") + "/notebooks/data/\(name)"
  }

  /// A reference file: `conflicts.txt` was made by another program (a dictionary from key to stated values), one
  /// line per contradiction with each value, its file line, printed source and printed line.
  private static func reference(_ name: String) throws -> String {
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "/")
    let buffer = try FileBytes.read("\(path)/References/\(name)")
    return buffer.text(0..<buffer.count)
  }

  @Test("a sound dataset loads without a remark but the decimal sign")
  func sound() throws {
    let dataset = try TemporaryDataset.sound.load(DatasetLoader.Options(name: "uji"))
    #expect(
      dataset.report.remarks.map(\.message) == [
        "1 angka dibaca dengan titik desimal (“75.5” pada baris 2)",
        "1 angka dibaca dengan titik desimal (“74.91” pada baris 2)",
      ])
    #expect(dataset.report.conflicts.isEmpty)
    let akip = try #require(dataset.catalogue.indicator("akip"))
    let unit = try #require(dataset.units.number(of: "Kecamatan Plandaan"))
    let key = FactTable.Key(unit: unit, subject: Int32(akip), year: 2024)
    #expect(dataset.performance.entry(.planned, key)?.value == 75.5)
    #expect(dataset.performance.entry(.actual, key)?.value == 74.91)
    #expect(
      dataset.performance.entry(.actual, FactTable.Key(unit: unit, subject: Int32(akip), year: 2025)) == nil)
    #expect(
      dataset.source(of: 0, in: .performance)
        == SourceRow(dataset: "uji", table: "kinerja", fileLine: 2, source: "Tabel 1", sourceLine: "10"))
    #expect(dataset.catalogue.indicators[akip].formula == "jumlah(AKIP.*)")
    #expect(dataset.catalogue.indicators[akip].aliases == ["Nilai SAKIP", "Nilai evaluasi SAKIP"])
    let falling = try #require(dataset.catalogue.indicator("GANGGUAN"))
    #expect(dataset.catalogue.indicators[falling].direction == .falling)
    #expect(dataset.catalogue.indicators[falling].maximum == nil)
    #expect(dataset.catalogue.nodes.map(\.paysSalaries) == [false, false, false, true])
    #expect(dataset.catalogue.nodes.map(\.parent) == [nil, 0, 0, 1])
  }

  @Test(
    "the example datasets load whole",
    arguments: [
      ("plandaan", 129, 48, 456, 63, 803, 66, 83), ("jombang", 160, 133, 384, 107, 427, 191, 0),
      ("ngoro", 144, 43, 190, 43, 280, 86, 0),
    ])
  func examples(
    name: String, indicators: Int, nodes: Int, facts: Int, budgets: Int, claims: Int, resources: Int,
    sheets: Int
  ) throws {
    let dataset = try DatasetLoader.load(Self.example(name))
    let contents = dataset.contents
    #expect(dataset.name == name)
    #expect([contents.indicators, contents.nodes, contents.facts] == [indicators, nodes, facts])
    #expect([contents.budgets, contents.claims, contents.resources] == [budgets, claims, resources])
    #expect(contents.worksheets == sheets)
    #expect(contents.rejected == 0 && contents.unreadable == 0, "\(dataset.report.remarks)")
    #expect(dataset.report.files.allSatisfy { $0.fingerprint.count == 64 && $0.rows > 0 })
    #expect(dataset.setting("tahun_laporan") == (name == "plandaan" ? "2025" : "2024"))
  }

  @Test("every contradiction in the examples is listed with every source")
  func conflicts() throws {
    var lines: [String] = []
    for name in ["plandaan", "jombang", "ngoro"] {
      let dataset = try DatasetLoader.load(Self.example(name))
      for conflict in dataset.report.conflicts {
        let statements = conflict.statements.map {
          "<\($0.value)@\($0.source.fileLine) \($0.source.source) #\($0.source.sourceLine)>"
        }
        let table = conflict.statements.first?.source.table ?? ""
        lines.append(
          "\(name) \(table) [\(conflict.unit)] \(conflict.year) [\(conflict.period)] \(conflict.code) "
            + "\(conflict.column) \(statements.joined(separator: " "))")
      }
    }
    let expected = try Self.reference("conflicts.txt").split(separator: "\n").map(String.init)
    #expect(expected.count == 88)
    #expect(lines == expected)
  }

  @Test("the first of two contradicting rows is used, agreeing rows are one fact")
  func firstIsUsed() throws {
    let dataset = try TemporaryDataset.sound
      .adding("Kecamatan Plandaan,2024,,AKIP,75.5,80.1,Tabel 9,99", to: "kinerja.csv").load()
    let conflict = try #require(dataset.report.conflicts.first)
    #expect(dataset.report.conflicts.count == 1)
    #expect((conflict.code, conflict.column) == ("AKIP", "realisasi"))
    #expect(conflict.statements.map(\.value) == [74.91, 80.1])
    #expect(conflict.statements.map(\.source.source) == ["Tabel 1", "Tabel 9"])
    let key = FactTable.Key(unit: 0, subject: 0, year: 2024)
    #expect(dataset.performance.entry(.actual, key)?.value == 74.91)
    #expect(dataset.performance.rows(key).count == 2)
  }

  @Test("columns in any order and case, an unknown one kept and told once")
  func columns() throws {
    let dataset = try TemporaryDataset.sound.with([
      "kinerja.csv": """
      Catatan;KODE;Tahun;Unit;Realisasi;Target
      penting;AKIP;2024;Kecamatan Plandaan;74,91;75
      ;AKIP;2025;kecamatan  plandaan;80,5;76
      """
    ]).load()
    #expect(dataset.performance.actual == [74.91, 80.5])
    #expect(dataset.units.texts == ["Kecamatan Plandaan"])
    let told = dataset.report.remarks.filter { $0.column == "Catatan" }
    #expect(told.count == 1 && told.first?.line == 1)
    let extra = try #require(dataset.extras.first)
    #expect((extra.table, extra.name, extra.count) == ("kinerja", "Catatan", 1))
    #expect((extra.text(0), extra.lines) == ("penting", [2]))
  }

  @Test(
    "codes are found by case, former name, shortened name and node",
    arguments: [
      ("akip", "AKIP"), ("Nilai SAKIP", "AKIP"), ("nilai evaluasi akip kecamatan plandaan", "AKIP"),
      ("Jumlah gangguan", "GANGGUAN"), ("P04", "GANGGUAN"), ("akip.perencanaan", "AKIP.PERENCANAAN"),
    ])
  func resolution(text: String, code: String) throws {
    let dataset = try TemporaryDataset.sound
      .adding("Kecamatan Plandaan,2023,,\(text),1,2,,", to: "kinerja.csv").load()
    let row = try #require((0..<dataset.performance.count).first { dataset.performance.years[$0] == 2023 })
    #expect(dataset.catalogue.indicators[Int(dataset.performance.subjects[row])].code == code)
    #expect(dataset.report.rejectedCount == 0)
    let isCode = text.uppercased() == code
    #expect(dataset.report.remarks.contains { $0.text == text && $0.message.contains(code) } == !isCode)
  }
}
