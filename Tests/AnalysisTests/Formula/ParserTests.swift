import Analysis
import Testing

@Suite struct ParserTests {
  /// Formulas and the same with every operation in parentheses.
  @Test(arguments: [
    ("1 + 2 * 3", "1 + (2*3)"),
    ("1 - 2 - 3", "(1 - 2) - 3"),
    ("8 / 4 / 2", "(8/4)/2"),
    ("-2^2", "-(2^2)"),
    ("2^3^2", "2^(3^2)"),
    ("2^-3*4", "(2^(-3))*4"),
    ("-A*B", "(-A)*B"),
    ("50%^2", "(50%)^2"),
    ("-50%", "-(50%)"),
    ("A = 1 atau B = 2 dan C = 3", "(A = 1) atau ((B = 2) dan (C = 3))"),
    ("A + 1 < B * 2", "(A + 1) < (B*2)"),
    ("1 + 2 <> 3 dan A", "((1 + 2) <> 3) dan A"),
  ])
  func precedence(source: String, grouped: String) throws {
    #expect(try Expression(parsing: source) == Expression(parsing: grouped))
  }

  /// Formulas as typed and as they are written back.
  @Test(
    arguments: [
      ("2,5", "2,5"), ("2.5", "2,5"), ("0.125", "0,125"), ("1234.567", "1234,567"), ("1,250", "1,25"),
      ("ikm.ktp", "IKM.KTP"), ("ikm/25*2.5", "IKM/25*2,5"), ("SUM(ikm.*)", "jumlah(IKM.*)"),
      ("if(a>=1;b;0)", "jika(A >= 1; B; 0)"), ("(a+b)*c", "(A + B)*C"), ("a-(b-c)", "A - (B - C)"),
      ("Max(1;2)", "maks(1; 2)"), ("mean(1)", "rata(1)"), ("median(1)", "median(1)"), ("MIN(1)", "min(1)"),
      ("round(A; 2)", "bulat(A; 2)"), ("abs(-1)", "abs(-1)"), ("clamp(A;0;1)", "batas(A; 0; 1)"),
      ("exists(A)", "ada(A)"), ("weighted(1;2;3;4)", "tertimbang(1; 2; 3; 4)"), ("count(A)", "cacah(A)"),
      ("akip[2024]", "AKIP[2024]"), ("AKIP[-1]", "AKIP[-1]"), ("AKIP[ + 2 ]", "AKIP[+2]"),
      ("AKIP[0]", "AKIP"),
      ("AKIP[tahun]", "AKIP"), ("AKIP[tahun-1]", "AKIP[-1]"), ("AKIP[tahun + 1]", "AKIP[+1]"),
      ("AKIP[2024; \"Kecamatan Ngoro\"]", "AKIP[2024; \"Kecamatan Ngoro\"]"),
      ("akip[\"ngoro\"]", "AKIP[\"ngoro\"]"), ("IKM.*[-1]", nil), ("rata(IKM.*[-1])", "rata(IKM.*[-1])"),
      ("capaian(akip[2024])", "capaian(AKIP[2024])"), ("Realisasi(AKIP)", "AKIP"),
      ("ceiling(P01)", "pagu(P01)"),
      ("predikat(AKIP) = \"A\"", "predikat(AKIP) = \"A\""),
      ("predicate(A)<>\"a \"\"b\"\"\"", "predikat(A) <> \"a \"\"b\"\"\""),
      ("5 − 3 × 2 ÷ 1", "5 - 3*2/1"), ("a ≤ 1 dan b ≥ 2 atau c ≠ 3", "A <= 1 dan B >= 2 atau C <> 3"),
      ("predikat(A) = “BB”", "predikat(A) = \"BB\""), ("'7.01.02' + 1", "'7.01.02' + 1"), ("'a b'.x", nil),
      ("jumlah('a b'.*)", "jumlah('A B'.*)"), ("'dan' + 'x'", "'DAN' + X"), ("jumlah + 1", "JUMLAH + 1"),
      ("((A))", "A"), ("rata(capaian(IKM.*))", "rata(capaian(IKM.*))"), ("25%", "25%"),
      ("A DAN b Atau c", "A dan B atau C"),
    ] as [(String, String?)])
  func writesBack(source: String, canonical: String?) throws {
    #expect((try? Expression(parsing: source))?.text == canonical)
  }

  @Test func rangesCountUnicodeScalars() throws {
    let expression = try Expression(parsing: "é + (IKM.KTP[2024])")
    #expect(expression.range == 0..<19)
    #expect(expression.children.map(\.range) == [0..<1, 4..<19])
  }

  @Test func numbersKeepFullPrecision() throws {
    for value in [
      0.1, 1e-7, 123456789.123456789, 7350305207, 1e21, 2.2250738585072014e-308, 1.7976931348623157e308, 4.05,
    ] {
      #expect(try Expression(parsing: Expression.numberText(value)).node == .number(value))
    }
  }

  @Test func referencesInReadingOrder() throws {
    let codes = try Expression(parsing: "jika(ada(B); A + target(C); rata(D.*))").references.map(\.text)
    #expect(codes == ["B", "A", "target(C)", "D.*"])
  }
}
