import Testing

@testable import Analysis

@Suite("Numbers as planners write them")
struct NumberNotationTests {
  typealias Reading = NumberNotation.Reading

  @Test(
    "with a decimal comma",
    arguments: [
      ("74,91", 74.91), ("7.350.305.207", 7_350_305_207), ("100%", 100), ("87,5%", 87.5), ("99,88 %", 99.88),
      ("Rp. 17.660.000,-", 17_660_000), ("Rp 1.250.000,00", 1_250_000), ("Rp1.250", 1250),
      ("IDR 5.000", 5000),
      ("12 Dokumen", 12), ("42/bulan", 42), ("BB (75)", 75), ("Sangat Baik (88,31)", 88.31), ("75 (BB)", 75),
      ("(25.000)", -25_000), ("Rp (25.000)", -25_000), ("(Rp 25.000)", -25_000), ("-5", -5), ("−5,5", -5.5),
      ("- 5", -5), ("-Rp 5.000", -5000), ("1.250", 1250), ("0,125", 0.125),
      ("1\u{A0}250\u{A0}000", 1_250_000),
      ("\u{A0}74,91\u{A0}", 74.91), ("Rp\u{A0}17.660.000", 17_660_000), ("1,5 juta", 1_500_000),
      ("4,1 juta", 4_100_000), ("2 miliar", 2_000_000_000), ("1,5E+08", 150_000_000), ("12 m2", 12),
      ("1.234,5678", 1234.5678), ("0", 0), ("+3,5", 3.5), ("12345678901234567890", 12345678901234567168),
      ("5.000,--", 5000),
    ])
  func comma(text: String, value: Double) {
    #expect(NumberNotation(.comma).read(text) == .value(value))
  }

  @Test(
    "with a decimal point",
    arguments: [
      ("74.91", 74.91), ("123.45", 123.45), ("-0.125", -0.125), ("1.250", 1.25), ("1,250", 1250),
      ("1,250,000.50", 1_250_000.5), ("0.1", 0.1), ("2366719674", 2_366_719_674), (".5", 0.5),
      ("1.5e-5", 1.5e-5),
      ("1234.567", 1234.567), ("8.005", 8.005),
    ])
  func point(text: String, value: Double) {
    #expect(NumberNotation(.point).read(text) == .value(value))
  }

  @Test(
    "marks for nothing",
    arguments: [
      "", " ", "-", "–", "—", "N/A", "n/a", "tad", "t.a.d.", "TAD", "#N/A", "#REF!", "#DIV/0!", "…", "Rp -",
      "\u{A0}",
    ])
  func missing(text: String) {
    #expect(NumberNotation(.comma).read(text) == .missing)
  }

  @Test(
    "what has no single meaning is never a number",
    arguments: [
      "74.91", "31.12.2024", "1.2.3", "12-15", "12/15", "2024/2025", "< 5", "12 dokumen/3 bulan", "1.25.000",
      "12,",
      "tidak ada", "nihil", "1,2,3", "0.125.000", "5 dari 7", "BB (tujuh)", "12 dokumen juta", "1e999", "3:4",
      "Tahun (2024)", "85,3*)", "1 250", "--5", "12 15", "1.250'000", "Rp", "%",
    ])
  func unreadable(text: String) {
    guard case .unreadable(let reason) = NumberNotation(.comma).read(text) else {
      Issue.record("\(text) was read as \(NumberNotation(.comma).read(text))")
      return
    }
    #expect(!reason.isEmpty)
  }

  enum Expected: Sendable { case comma, point, open, nothing }

  @Test(
    "what a cell proves",
    arguments: [
      ("74,91", Expected.comma), ("74,9", .comma), ("1.250.000", .comma), ("1.250,5", .comma),
      ("0,125", .comma),
      ("1250,125", .comma), ("17.660.000,-", .comma), ("1.250,-", .comma), ("74.91", .point),
      ("1,250,000", .point),
      ("1,250.5", .point), ("0.125", .point), ("1250.125", .point), ("1.250", .open), ("12,500", .open),
      ("Rp 1.250", .open), ("100", .nothing), ("-", .nothing), ("31.12.2024", .nothing), ("teks", .nothing),
    ])
  func proofs(text: String, expected: Expected) {
    var text = text
    let proof = text.withUTF8 { NumberNotation.proof(UnsafeRawBufferPointer($0)) }
    let matches =
      switch (proof, expected) {
      case (.only(.comma), .comma), (.only(.point), .point), (.either, .open): true
      case (nil, .nothing), (.some(NumberToken.Proof.none), .nothing), (.neither, .nothing): true
      default: false
      }
    #expect(matches, "\(text) proves \(String(describing: proof))")
  }
}

@Suite("The decimal sign of a column")
struct ColumnNotationTests {
  /// Reads a table of one text and number columns, and decides.
  private func decide(_ csv: String, preferred: DecimalSign? = nil) throws -> (TextTable, ColumnNotation) {
    let table = try TableReader.read(ByteBuffer(Array(csv.utf8)), file: "uji.csv")
    return (table, ColumnNotation(table, columns: Array(1..<table.width), preferred: preferred))
  }

  private func values(_ table: TextTable, _ notation: ColumnNotation, _ column: Int) -> [Double?] {
    (0..<table.count).map { row in
      if case .value(let value) = notation.notation(column).read(table.text(row, column)) {
        value
      } else {
        nil
      }
    }
  }

  @Test("one proof settles a single group in the same column")
  func proofInColumn() throws {
    let (table, notation) = try decide("kode;nilai\na;1.250\nb;74,91\n")
    #expect(values(table, notation, 1) == [1250, 74.91])
    #expect(notation.remarks.first?.message.contains("74,91") == true)
  }

  @Test("the other columns are evidence")
  func proofElsewhere() throws {
    let (table, notation) = try decide("kode;pagu;nilai\na;1.250;74,91\nb;7;80\n")
    #expect(values(table, notation, 1) == [1250, 7])
    #expect(notation.remarks.contains { $0.column == "pagu" && $0.message.contains("bukti: kolom nilai") })
  }

  @Test("1.250 alone stays open, with both readings")
  func ambiguous() throws {
    let (_, notation) = try decide("kode;pagu\na;1.250\nb;3.500\n")
    let open = try #require(notation.ambiguities.first)
    #expect(notation.ambiguities.count == 1)
    #expect([open.withComma, open.withPoint] == [1250, 1.25])
    #expect((open.line, open.text, open.column) == (2, "1.250", "pagu"))
    #expect(open.problem.message == "angka “1.250” pada kolom pagu dapat berarti 1.250 atau 1,25")
    #expect(open.problem.suggestions == ["desimal=koma", "desimal=titik"])
  }

  @Test("a given sign settles an open column", arguments: [(DecimalSign.comma, 1250.0), (.point, 1.25)])
  func preferred(sign: DecimalSign, value: Double) throws {
    let (table, notation) = try decide("kode;pagu\na;1.250\n", preferred: sign)
    #expect(notation.ambiguities.isEmpty)
    #expect(values(table, notation, 1) == [value])
  }

  @Test("a given sign does not override a proof")
  func proofStands() throws {
    let (table, notation) = try decide("kode;nilai\na;74.91\n", preferred: .comma)
    #expect(values(table, notation, 1) == [74.91])
  }

  @Test("columns that disagree do not decide a third one")
  func disagreement() throws {
    let (_, notation) = try decide("kode|a|b|c\nx|74,91|74.91|1.250\n")
    #expect(notation.ambiguities.map(\.column) == ["c"])
    #expect(notation.ambiguities.first?.evidence.count == 2)
  }

  @Test("a rare deviation is unreadable, an even mixture is refused")
  func mixture() throws {
    let (table, notation) = try decide("kode;n\na;1,5\nb;2,5\nc;3,5\nd;4,5\ne;5.5\n")
    #expect(values(table, notation, 1) == [1.5, 2.5, 3.5, 4.5, nil])
    let (_, even) = try decide("kode;n\na;1,5\nb;2.5\n")
    #expect(even.ambiguities.count == 1)
  }

  @Test("plain numbers need no decision")
  func plain() throws {
    let (_, notation) = try decide("kode;n\na;1250\nb;7\n")
    #expect(notation.decided.isEmpty && notation.ambiguities.isEmpty && notation.remarks.isEmpty)
  }
}
