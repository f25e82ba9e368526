import Glibc
import Testing

@testable import Analysis

@Suite("Faults in a dataset")
struct LoadFaultTests {
  /// One line added to a sound dataset, and the one remark that must follow.
  struct Fault: Sendable, CustomTestStringConvertible {
    var file: String
    var row: String
    var line: Int
    var kind: LoadReport.Remark.Kind
    var words: String
    var testDescription: String { "\(file): \(row)" }

    init(_ file: String, _ row: String, line: Int, _ kind: LoadReport.Remark.Kind, _ words: String) {
      self.file = file
      self.row = row
      self.line = line
      self.kind = kind
      self.words = words
    }
  }

  static let faults: [Fault] = [
    Fault(
      "kinerja.csv", "Kecamatan Plandaan,2024,,AKIB,1,2,,", line: 5, .rejected,
      "kode “AKIB” tidak dikenal; yang terdekat AKIP"),
    Fault(
      "kinerja.csv", "Kecamatan Plandaan,2024,,P01_1,1,2,,", line: 5, .rejected,
      "adalah simpul tanpa indikator"),
    Fault("kinerja.csv", "Kecamatan Plandaan,2024,,,1,2,,", line: 5, .rejected, "kolom kode kosong"),
    Fault("kinerja.csv", ",2024,,AKIP,1,2,,", line: 5, .rejected, "kolom unit kosong"),
    Fault("kinerja.csv", "Kecamatan Plandaan,24,,AKIP,1,2,,", line: 5, .rejected, "“24” bukan tahun"),
    Fault("kinerja.csv", "Kecamatan Plandaan,2.024,,AKIP,1,2,,", line: 5, .rejected, "maksudnya 2024?"),
    Fault("kinerja.csv", "Kecamatan Plandaan,,,AKIP,1,2,,", line: 5, .rejected, "kolom tahun kosong"),
    Fault(
      "kinerja.csv", "Kecamatan Plandaan,2023,,AKIP,1,2", line: 5, .rejected, "6 sel, lebih sedikit dari 8"),
    Fault("kinerja.csv", "Kecamatan Plandaan,2023,,AKIP,bagus,2,,", line: 5, .unreadable, "bukan angka"),
    Fault("kinerja.csv", "Kecamatan Plandaan,2023,,AKIP,12/15,2,,", line: 5, .unreadable, "bukan satu angka"),
    Fault("indikator.csv", "akip,Lagi,,,,,,,", line: 6, .rejected, "kode akip sudah ada pada baris 2"),
    Fault("indikator.csv", "X,Nama,,,menurun,,,,", line: 6, .rejected, "arah “menurun” tidak dikenal"),
    Fault(
      "indikator.csv", "X,Nama,P09,,,,,,", line: 6, .unreadable, "simpul “P09” dari indikator X tidak ada"),
    Fault("indikator.csv", "X,Nama,,,,10,5,,", line: 6, .unreadable, "min 10 lebih besar dari maks 5"),
    Fault("indikator.csv", "X,Nama,,,,nol,,,", line: 6, .unreadable, "bukan angka"),
    Fault("indikator.csv", ",Nama,,,,,,,", line: 6, .rejected, "kolom kode kosong"),
    Fault("indikator.csv", "P01,Nama,,,,,,,", line: 6, .notice, "juga dipakai simpul (baris 3)"),
    Fault(
      "simpul.csv", "P09,Nama,programme,S1", line: 6, .rejected,
      "jenjang “programme” tidak dikenal; maksudnya program?"),
    Fault(
      "simpul.csv", "P09,Nama,program,S9", line: 6, .unreadable,
      "induk “S9” dari simpul P09 tidak ada; yang terdekat S1"),
    Fault("simpul.csv", "P09,Nama,program,P09", line: 6, .unreadable, "induk berputar: P09 → P09"),
    Fault("simpul.csv", "S1,Lagi,sasaran,", line: 6, .rejected, "kode S1 sudah ada pada baris 2"),
    Fault("simpul.csv", "S9,Nama,sasaran,P01", line: 6, .notice, "berada di bawah P01 (program)"),
  ]

  @Test("a bad row is told with its line and spoils nothing else", arguments: faults)
  func rows(_ fault: Fault) throws {
    let dataset = try TemporaryDataset.sound.adding(fault.row, to: fault.file).load()
    let told = dataset.report.remarks.filter { !$0.message.contains("desimal") }
    #expect(told.count == 1, "\(told.map(\.message))")
    #expect(told.first?.kind == fault.kind)
    #expect(told.first?.line == fault.line)
    #expect(told.first?.path.hasSuffix(fault.file) == true)
    #expect(told.first?.message.contains(fault.words) == true, "\(told.first?.message ?? "")")
    let key = FactTable.Key(unit: 0, subject: 0, year: 2024)
    #expect(dataset.performance.entry(.actual, key)?.value == 74.91)
    #expect(dataset.performance.count == (fault.kind == .unreadable && fault.file == "kinerja.csv" ? 4 : 3))
  }

  @Test("an unreadable value is missing, the rest of its row is used")
  func unreadableIsMissing() throws {
    let dataset = try TemporaryDataset.sound
      .adding("Kecamatan Plandaan,2023,,AKIP,bagus,70.5,,", to: "kinerja.csv").load()
    #expect(dataset.performance.planned[3].isNaN)
    #expect(dataset.performance.actual[3] == 70.5)
    let remark = try #require(dataset.report.remarks.first { $0.kind == .unreadable })
    #expect((remark.line, remark.column, remark.text) == (5, "target", "bagus"))
  }

  @Test("a longer cycle of parents is opened at its first node")
  func cycle() throws {
    let dataset = try TemporaryDataset.sound.with([
      "simpul.csv":
        "kode,nama,jenjang,induk\nA,a,tujuan,C\nB,b,sasaran,A\nC,c,program,B\nP01,p,program,C\nP04,q,program,"
    ]).load()
    #expect(dataset.catalogue.nodes.map(\.parent) == [nil, 0, 1, 2, nil])
    #expect(dataset.report.remarks.contains { $0.line == 2 && $0.message.contains("A → C → B → A") })
    #expect(dataset.catalogue.outline.count == 5)
  }

  @Test("a missing required column names itself and the nearest header")
  func missingColumn() throws {
    let broken = TemporaryDataset.sound.with([
      "kinerja.csv": "Laporan Kinerja\nunit,tahun,kode,target,realisai\nKecamatan Plandaan,2024,AKIP,1,2\n"
    ])
    let problem = #expect(throws: Problem.self) { try broken.load() }
    #expect(problem?.message == "tabel kinerja tidak punya kolom “realisasi”; yang terdekat “realisai”")
    #expect(problem?.suggestions == ["realisai"])
    guard case .file(let path, let line, _) = problem?.place else {
      Issue.record("no place")
      return
    }
    #expect(path.hasSuffix("kinerja.csv") && line == 2)
  }

  @Test("a missing table says which, and what the folder holds")
  func missingTable() throws {
    let broken = TemporaryDataset.sound.with(["kinerja.csv": String?.none, "kinrja.csv": "a,b\n"])
    let problem = #expect(throws: Problem.self) { try broken.load() }
    #expect(
      problem?.message.contains("tidak berisi kinerja.csv; isinya indikator.csv, kinrja.csv, simpul.csv")
        == true)
    #expect(problem?.suggestions == ["kinrja.csv"])
  }

  @Test("a path that is no folder")
  func paths() throws {
    try TemporaryDataset.sound.use { folder in
      let missing = #expect(throws: Problem.self) { try DatasetLoader.load(folder + "-tiada") }
      #expect(missing?.message == "tidak ada folder \(folder)-tiada")
      #expect(missing?.suggestions.contains(folder) == true)
      let file = #expect(throws: Problem.self) { try DatasetLoader.load(folder + "/kinerja.csv") }
      #expect(file?.message == "\(folder)/kinerja.csv adalah berkas, bukan folder data")
      #expect(file?.suggestions == [folder])
      let dataset = try DatasetLoader.load(folder + "///")
      #expect(dataset.name == FileBytes.split(folder).name)
    }
  }

  @Test("files in capital letters are found, others are named")
  func fileNames() throws {
    let text = TemporaryDataset.sound.files["kinerja.csv"]
    let dataset = try TemporaryDataset.sound.with([
      "kinerja.csv": String?.none, "KINERJA.CSV": text, "anggran.csv": "a,b\n1,2\n", "catatan.txt": "x",
    ]).load()
    #expect(dataset.performance.count == 3)
    #expect(
      dataset.report.remarks.contains {
        $0.message.contains("anggran.csv") && $0.message.contains("anggaran.csv?")
      })
    #expect(!dataset.report.remarks.contains { $0.message.contains("catatan.txt") })
  }

  private static let open = TemporaryDataset.sound.with([
    "anggaran.csv": "unit;tahun;simpul;pagu;realisasi\nKecamatan Plandaan;2024;P01;1.250;900\n"
  ])

  @Test("1.250 alone refuses, asks, or follows the option")
  func ambiguity() throws {
    let problem = #expect(throws: Problem.self) { try Self.open.load() }
    #expect(problem?.message == "angka “1.250” pada kolom pagu dapat berarti 1.250 atau 1,25")
    #expect(problem?.kind == .data)
    let grouped = try Self.open.load(DatasetLoader.Options(decimal: .comma))
    #expect(grouped.budgets.planned == [1250])
    var asked: [Ambiguity] = []
    let answered = try Self.open.load(
      DatasetLoader.Options(resolve: {
        asked.append($0)
        return .point
      }))
    #expect(answered.budgets.planned == [1.25])
    #expect(asked.count == 1)
    let table = answered.report.files.first { $0.table == "anggaran" }
    #expect(table?.dialect.contains("desimal=titik:pagu") == true)
  }

  @Test("a recorded reading is followed without asking")
  func recorded() throws {
    let first = try Self.open.load(DatasetLoader.Options(decimal: .point))
    let dialects = Dictionary(uniqueKeysWithValues: first.report.files.map { ($0.table, $0.dialect) })
    let again = try Self.open.load(DatasetLoader.Options(dialects: dialects))
    #expect(again.budgets.planned == [1.25])
    #expect(again.report.files.map(\.dialect) == first.report.files.map(\.dialect))
  }

  @Test("budgets hang on nodes, by code or through an indicator")
  func budgets() throws {
    let dataset = try TemporaryDataset.sound.with([
      "anggaran.csv": """
      unit,tahun,periode,simpul,pagu,realisasi,sumber,baris
      Kecamatan Plandaan,2024,,p01,"Rp. 17.660.000,-","17.000.000,50",T,1
      Kecamatan Plandaan,2024,,AKIP,1,1,T,2
      Kecamatan Plandaan,2024,,P05,1,1,T,3
      """
    ]).load()
    #expect(dataset.budgets.planned.first == 17_660_000)
    #expect(dataset.budgets.actual.first == 17_000_000.5)
    #expect(dataset.budgets.subjects == [1, 1])
    #expect(
      dataset.report.remarks.contains { $0.kind == .rejected && $0.line == 4 && $0.message.contains("P05") })
  }

  @Test("an interruption ends the work")
  func interruption() {
    let problem = #expect(throws: Problem.self) {
      try TemporaryDataset.sound.load(DatasetLoader.Options(shouldStop: { true }))
    }
    #expect(problem?.kind == .interrupted)
  }

  @Test("claims without a year take the year of the report, others are rejected")
  func claimYears() throws {
    let claims = "unit,tahun,pernyataan,ungkapan,tercetak\nK,,Persentase,\"(0,453)*100\",\"45,3\"\n"
    let with = try TemporaryDataset.sound.with([
      "klaim.csv": claims, "aturan.csv": "kunci,nilai\ntahun_laporan,2024\n",
    ])
    .load()
    #expect(with.claims.map(\.year) == [2024])
    #expect(with.claims.map(\.printed) == ["45,3"])
    let without = try TemporaryDataset.sound.with(["klaim.csv": claims]).load()
    #expect(without.claims.isEmpty && without.report.rejectedCount == 1)
  }
}
