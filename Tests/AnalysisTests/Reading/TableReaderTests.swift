import Testing

@testable import Analysis

@Suite("Tables of separated text")
struct TableReaderTests {
  static func read(_ text: String, expecting: Set<String> = []) throws(Problem) -> TextTable {
    try TableReader.read(ByteBuffer(Array(text.utf8)), file: "uji.csv", expecting: expecting)
  }

  static func rows(_ table: TextTable) -> [[String]] {
    (0..<table.count).map { row in (0..<table.width).map { table.text(row, $0) } }
  }

  /// A file on which other tools fail, and the right answer.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var names: [String]
    var rows: [[String]]
    var lines: [Int32]
    var remarks: [String] = []

    init(
      _ description: String, _ text: String, _ names: [String], _ rows: [[String]], lines: [Int32],
      remarks: [String] = []
    ) {
      testDescription = description
      self.text = text
      self.names = names
      self.rows = rows
      self.lines = lines
      self.remarks = remarks
    }
  }

  static let cases: [Case] = [
    Case(
      "semicolons with decimal commas and grouped amounts",
      "kode;target;realisasi;pagu\nA;87,5;91,25;1.250.000.000\nB;76,4;80,1;900.000\n",
      ["kode", "target", "realisasi", "pagu"],
      [["A", "87,5", "91,25", "1.250.000.000"], ["B", "76,4", "80,1", "900.000"]], lines: [2, 3]),
    Case(
      "decimal commas in every column of a semicolon file",
      "Tahun;IKM;IPP\n2023;87,5;3,65\n2024;91,25;4,05\n", ["Tahun", "IKM", "IPP"],
      [["2023", "87,5", "3,65"], ["2024", "91,25", "4,05"]], lines: [2, 3]),
    Case(
      "quoted decimal commas in a comma file", "kode,nilai\nA,\"87,5\"\nB,\"91,25\"\n", ["kode", "nilai"],
      [["A", "87,5"], ["B", "91,25"]], lines: [2, 3]),
    Case(
      "sep= line", "sep=;\r\nkode;nilai\r\nA;87,5\r\n", ["kode", "nilai"], [["A", "87,5"]], lines: [3],
      remarks: ["sep="]),
    Case(
      "titles, a total and a footnote",
      """
      PEMERINTAH KABUPATEN JOMBANG;;
      KECAMATAN PLANDAAN;;
      TAHUN 2024;;
      No;Uraian;Pagu
      1;Program A;1.250
      2;Program B;3.500
      JUMLAH;;4.750
      Sumber: Bagian Keuangan, 2024
      """, ["No", "Uraian", "Pagu"], [["1", "Program A", "1.250"], ["2", "Program B", "3.500"]],
      lines: [5, 6],
      remarks: ["judul", "judul", "judul", "baris jumlah", "catatan kaki"]),
    Case(
      "titles without separators",
      "Laporan Kinerja\n\nkode,nilai\nA,1\n\nTotal,1\n", ["kode", "nilai"], [["A", "1"]], lines: [4],
      remarks: ["judul", "baris jumlah", "1 baris kosong"]),
    Case(
      "two header rows with merged cells",
      "No;Indikator;2023;;2024;\n;;Target;Realisasi;Target;Realisasi\n1;AKIP;75;74,91;78;80,15\n",
      ["No", "Indikator", "2023 / Target", "2023 / Realisasi", "2024 / Target", "2024 / Realisasi"],
      [["1", "AKIP", "75", "74,91", "78", "80,15"]], lines: [3], remarks: ["kepala kolom terdiri atas"]),
    Case(
      "header with a line break in quotes, CRLF",
      "kode,\"Target\r\n2024\",realisasi\r\nA,\"1\",2\r\nB,3,4\r\n", ["kode", "Target 2024", "realisasi"],
      [["A", "1", "2"], ["B", "3", "4"]], lines: [3, 4]),
    Case(
      "a ragged row is rejected, the others stay",
      "kode,target,realisasi\nA,1,2\nB,3,4,5\nC,6,7\nD,8\n", ["kode", "target", "realisasi"],
      [["A", "1", "2"], ["C", "6", "7"]], lines: [2, 4],
      remarks: ["4 sel, lebih banyak dari 3", "2 sel, lebih sedikit dari 3"]),
    Case(
      "codes with leading zeros", "kode;nama\n01;Satu\n02;Dua\n7.01.01;Tiga\n", ["kode", "nama"],
      [["01", "Satu"], ["02", "Dua"], ["7.01.01", "Tiga"]], lines: [2, 3, 4]),
    Case(
      "an inch sign", "kode,nama\nA,Jalan 3\" aspal\nB,\"pipa 2\"\"\"\nC,\"papan 3\" x 4\"\n",
      ["kode", "nama"],
      [["A", "Jalan 3\" aspal"], ["B", "pipa 2\""], ["C", "papan 3\" x 4"]], lines: [2, 3, 4]),
    Case(
      "a units row and a row of column numbers",
      "No;Uraian;Pagu\n(1);(2);(3)\n;;(Rp juta)\n1;Program A;1.250,5\n", ["No", "Uraian", "Pagu"],
      [["1", "Program A", "1.250,5"]], lines: [4], remarks: ["nomor kolom", "baris satuan"]),
    Case(
      "years as names of columns", "Indikator\t2021\t2022\nIKM\t84,85\t85,47\n",
      ["Indikator", "2021", "2022"],
      [["IKM", "84,85", "85,47"]], lines: [2]),
    Case(
      "bars", "kode|nama\nA|satu, dua; tiga\n", ["kode", "nama"], [["A", "satu, dua; tiga"]], lines: [2]),
    Case(
      "aliases with bars in a comma file", "kode,padanan\nA,x|y\nB,u|v\n", ["kode", "padanan"],
      [["A", "x|y"], ["B", "u|v"]], lines: [2, 3]),
    Case(
      "one column", "nilai\n74,91\n85,3\n", ["nilai"], [["74,91"], ["85,3"]], lines: [2, 3]),
    Case(
      "padding of empty cells", "kode;nilai;;\nA;1;;\nB;2;;;;\n;;;\n", ["kode", "nilai"],
      [["A", "1"], ["B", "2"]],
      lines: [2, 3], remarks: ["1 baris kosong"]),
    Case(
      "no final line end", "kode,nilai\nA,1", ["kode", "nilai"], [["A", "1"]], lines: [2]),
    Case(
      "old line ends", "kode,nilai\rA,1\rB,2\r", ["kode", "nilai"], [["A", "1"], ["B", "2"]], lines: [2, 3]),
    Case(
      "a quotation mark that is never closed", "kode,nama\nA,\"satu\nB,dua\n", ["kode", "nama"],
      [["A", "\"satu"], ["B", "dua"]], lines: [2, 3], remarks: ["tidak pernah ditutup"]),
    Case(
      "an unnamed and a repeated column", "kode,,nilai,nilai\nA,b,1,2\n",
      ["kode", "kolom 2", "nilai", "nilai (4)"],
      [["A", "b", "1", "2"]], lines: [2], remarks: ["tidak bernama", "sudah dipakai"]),
    Case(
      "a name that begins like a total is data", "Uraian;nilai\nJumlah dokumen perencanaan;2\nTotal;2\n",
      ["Uraian", "nilai"], [["Jumlah dokumen perencanaan", "2"]], lines: [2], remarks: ["baris jumlah"]),
  ]

  @Test("the files on which other tools fail", arguments: cases)
  func matrix(_ item: Case) throws {
    let table = try Self.read(item.text)
    #expect(table.names == item.names)
    #expect(Self.rows(table) == item.rows)
    #expect(table.lines == item.lines)
    #expect(table.remarks.count == item.remarks.count, "\(table.remarks.map(\.message))")
    for expected in item.remarks {
      #expect(table.remarks.contains { $0.message.contains(expected) }, "no remark “\(expected)”")
    }
  }

  @Test("a recorded dialect reads the same rows without guessing", arguments: cases)
  func replay(_ item: Case) throws {
    let table = try Self.read(item.text)
    let recorded = try Dialect(line: table.dialect.description)
    #expect(recorded == table.dialect)
    let again = try TableReader.read(ByteBuffer(Array(item.text.utf8)), file: "uji.csv", dialect: recorded)
    #expect(again.names == table.names)
    #expect(Self.rows(again) == Self.rows(table))
    #expect(again.lines == table.lines)
  }

  @Test("expected names find the header under other text rows")
  func expectedNames() throws {
    let table = try Self.read(
      "Unit;Kecamatan Plandaan;x\nDisusun;Bappeda;y\nKode;Target;Realisasi\nA;1;2\n",
      expecting: ["kode", "target"])
    #expect(table.names == ["Kode", "Target", "Realisasi"])
    #expect(Self.rows(table) == [["A", "1", "2"]])
  }

  @Test(
    "encodings are decided by their bytes",
    arguments: [TextEncoding.utf8, .utf16Little, .utf16Big, .windows1252], [true, false])
  func encodings(encoding: TextEncoding, hasMark: Bool) throws {
    let text = "kode;nama\nA;Kecamatan é – naïf €\n"
    var bytes: [UInt8] = []
    switch encoding {
    case .utf8: bytes = (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .windows1252:
      let special: [Unicode.Scalar: UInt8] = ["é": 0xE9, "–": 0x96, "ï": 0xEF, "€": 0x80]
      bytes = text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    case .utf16Little, .utf16Big:
      for unit in (hasMark ? [0xFEFF] : []) + Array(text.utf16) {
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        bytes += encoding == .utf16Little ? pair : pair.reversed()
      }
    }
    let table = try TableReader.read(ByteBuffer(bytes), file: "uji.csv")
    #expect(table.dialect.encoding == encoding)
    #expect(Self.rows(table) == [["A", "Kecamatan é – naïf €"]])
    #expect(table.names == ["kode", "nama"])
    #expect(table.remarks.contains { $0.message.contains("dibaca sebagai") } == (encoding != .utf8))
  }

  @Test("damaged bytes are told with line and column and do not spoil the rest")
  func damage() throws {
    let bytes = Array("kode,nama\nA,é ü ö\nB,a".utf8) + [0xFF] + Array("b\n".utf8)
    let table = try TableReader.read(ByteBuffer(bytes), file: "uji.csv")
    #expect(Self.rows(table) == [["A", "é ü ö"], ["B", "a\u{FFFD}b"]])
    #expect(
      table.remarks.map(\.message) == ["bita tak sahih pada baris 3, huruf ke-4, dibaca sebagai \u{FFFD}"])
  }

  @Test(
    "what is not a table is refused in one sentence",
    arguments: [
      ("PK\u{3}\u{4}xx", "buku kerja .xlsx"), ("%PDF-1.7", "PDF"), ("SQLite format 3\0", "SQLite"),
      ("a\0b\0\0c", "bukan berkas teks"), (" \n \n", "kosong"), ("1,2\n3,4\n", "kepala kolom"),
    ])
  func refusals(text: String, words: String) {
    let problem = #expect(throws: Problem.self) { _ = try Self.read(text) }
    #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
    #expect(problem?.kind == .data)
  }

  @Test("a dialect line that is not understood names the part")
  func badDialect() {
    let problem = #expect(throws: Problem.self) { try Dialect(line: "pemisah=; warna=biru") }
    #expect(problem?.message.contains("warna=biru") == true)
  }

  @Test(
    "a recorded dialect that does not fit the file is refused",
    arguments: ["kepala=9", "satuan=70", "nomor=500"])
  func misfit(part: String) throws {
    let dialect = try Dialect(line: "pemisah=; \(part)")
    let problem = #expect(throws: Problem.self) {
      try TableReader.read(ByteBuffer(Array("a;b\n1;2\n".utf8)), file: "uji.csv", dialect: dialect)
    }
    #expect(problem?.message.contains("tidak ada") == true)
  }

  @Test("every row of random files is data, told, or blank", arguments: 0..<40)
  func accounted(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func pick(_ choices: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return choices[Int(state >> 33) % choices.count]
    }
    let lines = (0..<30).map { _ in
      pick([
        "A;1;2", "B;3", "C;4;5;6", "Jumlah;9;9", "Sumber: BPS", "D;\"x;y\";1", "E;Jalan 3\" aspal;2", ";;",
        ";1;2", "F;;;;",
        "Total;1;2", "*) sementara", "G;74,91;1.250",
      ])
    }
    let table = try Self.read("kode;nilai;jumlah\nX;0;0\n" + lines.joined(separator: "\n") + "\n")
    let blank = lines.count { $0 == ";;" }
    let told = table.remarks.count { $0.line > 2 }
    #expect(table.count - 1 + told + blank == lines.count)
    #expect(table.cells.count == table.count * table.width)
    #expect(Self.rows(table).contains { $0.first == "Jumlah" || $0.first == "Total" } == false)
  }

  @Test("random bytes never crash", arguments: 0..<60)
  func randomBytes(seed: UInt64) {
    var state = seed &* 0x2545_F491_4F6C_DD1D | 1
    let alphabet: [UInt8] = Array("a1;,\"\n\r\t|.-( )Rp%é".utf8) + [0xFF, 0xC3, 0x00, 0xA0, 0x80]
    let bytes = (0..<400).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % (seed.isMultiple(of: 2) ? alphabet.count - 3 : alphabet.count)]
    }
    guard let table = try? TableReader.read(ByteBuffer(bytes), file: "uji.csv") else { return }
    _ = ColumnNotation(table, columns: Array(0..<table.width))
    #expect(table.cells.count == table.count * table.width)
    #expect(Self.rows(table).count == table.count)
  }
}
