import Analysis
import CSQLite
import Glibc
import Testing

@testable import Shell

@Suite struct DatabaseDatasetTests {
  private static let catalogue = [
    "CREATE TABLE indikator (kode TEXT, nama TEXT)", "INSERT INTO indikator VALUES ('AKIP', 'Nilai AKIP')",
  ]
  private static let table = "CREATE TABLE kinerja (unit, tahun, kode, target, realisasi)"

  private func load(_ statements: [String]) throws -> Dataset {
    try DatasetFile.use("data.sqlite") { path in
      try DatasetFile.run(Self.catalogue + statements, on: path)
      return try DatasetLoader.load(path)
    }
  }

  private func refusal(_ statements: [String]) -> String {
    let problem = #expect(throws: Problem.self) { try load(statements) }
    return problem?.message ?? ""
  }

  @Test("values by storage class, in the order of row numbers")
  func storageClasses() throws {
    let dataset = try load([
      Self.table,
      "INSERT INTO kinerja (rowid, unit, tahun, kode, target, realisasi) VALUES (9, 'A', '2025', 'AKIP', '74,5', NULL)",
      "INSERT INTO kinerja (rowid, unit, tahun, kode, target, realisasi) VALUES (3, 'A', 2024.0, 'akip', 1.25, 9007199254740993)",
      "INSERT INTO kinerja (rowid, unit, tahun, kode, target, realisasi) VALUES (12, 'A', 2026, 'AKIP', x'00', 9e999)",
    ])
    #expect(dataset.performance.years == [2024, 2025, 2026])
    #expect(dataset.performance.fileLines == [3, 9, 12])
    #expect(dataset.performance.planned[0...1] == [1.25, 74.5] && dataset.performance.planned[2].isNaN)
    #expect(dataset.performance.actual[0] == 9_007_199_254_740_992)
    let unreadable = dataset.report.remarks.filter { $0.kind == .unreadable }
    #expect(
      unreadable.map { dataset.report.place(of: $0) } == [
        "kinerja rowid 12 target", "kinerja rowid 12 realisasi",
      ])
    #expect(unreadable.map(\.message) == ["isi biner, bukan teks atau angka", "bilangan tak hingga"])
  }

  @Test("tables without row numbers are counted")
  func withoutRowNumbers() throws {
    let dataset = try load([
      "CREATE TABLE kinerja (unit, tahun, kode, target, realisasi, PRIMARY KEY (unit, tahun, kode)) WITHOUT ROWID",
      "INSERT INTO kinerja VALUES ('A', 2024, 'AKIP', 1, 2), ('A', 2025, 'AKIP', 3, 4)",
    ])
    #expect(dataset.performance.fileLines == [1, 2])
    #expect(dataset.report.remarks.contains { $0.message.contains("tanpa rowid") })
  }

  @Test("rows that cannot be used are rejected with their row number")
  func rejects() throws {
    let dataset = try load([
      Self.table, "INSERT INTO kinerja VALUES ('A', 2024, 'AKIP', 1, 2), ('A', 'dua', 'AKIP', 1, 2)",
    ])
    let rejected = dataset.report.remarks.filter { $0.kind == .rejected }
    #expect(rejected.map { dataset.report.place(of: $0) } == ["kinerja rowid 2 tahun"])
  }

  @Test("a log of changes that is not yet in the file is read and changes the fingerprint")
  func pendingChanges() throws {
    try DatasetFile.use("data.sqlite") { path in
      try DatasetFile.run(
        ["PRAGMA journal_mode = WAL"] + Self.catalogue + [
          Self.table, "INSERT INTO kinerja VALUES ('A', 2024, 'AKIP', 1, 2)",
        ],
        on: path)
      let before = try DatasetLoader.load(path)
      #expect(access(path + "-shm", F_OK) != 0 && access(path + "-wal", F_OK) != 0, "files are left behind")
      var writer: OpaquePointer?
      defer { sqlite3_close_v2(writer) }
      try #require(sqlite3_open(path, &writer) == SQLITE_OK)
      try #require(
        sqlite3_exec(writer, "INSERT INTO kinerja VALUES ('A', 2025, 'AKIP', 3, 4)", nil, nil, nil)
          == SQLITE_OK)
      let after = try DatasetLoader.load(path)
      #expect(before.performance.count == 1 && after.performance.count == 2)
      #expect(before.report.files[0].fingerprint != after.report.files[0].fingerprint)
    }
  }

  @Test("nothing in the file is run: views, virtual tables, computed columns")
  func nothingRuns() {
    let view = refusal([
      "CREATE VIEW kinerja AS SELECT 'A' AS unit, 2024 AS tahun, 'AKIP' AS kode, 1 AS target, 2 AS realisasi"
    ])
    #expect(view.contains("bukan tabel biasa"))
    #expect(refusal(["CREATE VIRTUAL TABLE kinerja USING fts5(unit, tahun)"]).contains("bukan tabel biasa"))
    let computed = refusal([
      "CREATE TABLE kinerja (unit, tahun, kode, target, realisasi AS (abs(target)))",
      "INSERT INTO kinerja (unit, tahun, kode, target) VALUES ('A', 2024, 'AKIP', 1)",
    ])
    #expect(computed.contains("tidak dijalankan"))
  }

  @Test("a missing table is named")
  func missing() {
    #expect(
      refusal(["CREATE TABLE kinrja (unit)"]).hasSuffix(
        "tidak berisi tabel kinerja; isinya indikator, kinrja"))
  }

  @Test("a database that is locked")
  func locked() throws {
    try DatasetFile.use("data.sqlite") { path in
      try DatasetFile.run(Self.catalogue + [Self.table], on: path)
      var writer: OpaquePointer?
      defer { sqlite3_close_v2(writer) }
      try #require(sqlite3_open(path, &writer) == SQLITE_OK)
      try #require(sqlite3_exec(writer, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
      let problem = #expect(throws: Problem.self) { try DatasetLoader.load(path) }
      #expect(problem?.kind == .system && problem?.message.hasSuffix("sedang dipakai program lain") == true)
    }
  }

  @Test("damage anywhere refuses or loads, and never crashes", arguments: 0..<40)
  func damage(_ seed: Int) throws {
    try DatasetFile.use("data.sqlite") { path in
      let rows = (0..<400).map { "('Kecamatan \($0 % 7)', \(2000 + $0 % 20), 'AKIP', \($0), \($0).5)" }
      try DatasetFile.run(
        Self.catalogue + [Self.table, "INSERT INTO kinerja VALUES " + rows.joined(separator: ", ")], on: path)
      var bytes = try AtomicFile.read(path, limit: 1 << 24)
      if seed < 20 {
        // Pages from the second on are overwritten with bytes that depend on the seed.
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<200 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bytes[16 + Int(state >> 33) % (bytes.count - 16)] = UInt8(truncatingIfNeeded: state >> 24)
        }
      } else {
        bytes.removeLast(bytes.count * (seed - 19) / 22)
      }
      try AtomicFile(path: path).write(bytes)
      if let dataset = try? DatasetLoader.load(path) {
        #expect(seed < 20 && dataset.performance.count <= 400)
      }
    }
  }
}
