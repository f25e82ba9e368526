import Testing

@testable import Shell

@Suite struct SanitizerTests {
  @Test(arguments: [
    ("\u{1B}[31m", "\\x1B[31m"), ("a\r\nb\tc\rd", "a b c d"), ("\u{202E}x", "\\u202Ex"),
    ("\u{9B}m", "\\x9Bm"),
    ("Angka – 81,40 %", "Angka – 81,40 %"), ("\u{0}", "\\x00"), ("\u{FEFF}unit", "\\uFEFFunit"),
    ("\u{7F}", "\\x7F"),
  ])
  func inline(text: String, expected: String) {
    #expect(Sanitizer.inline(text) == expected)
  }

  @Test func blockKeepsLineBreaks() {
    #expect(Sanitizer.block("a\r\nb\rc\nd\u{2028}e") == "a\nb\nc\nd\ne")
  }

  @Test func html() {
    #expect(Sanitizer.html("<a href='x'>\"&\u{1B}") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;\\x1B")
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("*tebal*", "\\*tebal\\*"), ("realisasi_anggaran", "realisasi_anggaran"),
    ("_miring_", "\\_miring\\_"),
    ("<script>", "&lt;script&gt;"), ("[x](y)", "\\[x\\](y)"), ("a\nb", "a b"), ("`kode`", "\\`kode\\`"),
    ("&lt;", "&amp;lt;"),
    ("A & B", "A & B"), ("$x$", "\\$x\\$"),
  ])
  func markdown(text: String, expected: String) {
    #expect(Sanitizer.markdown(text) == expected)
  }

  @Test(arguments: [
    ("# x", "\\# x"), ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("2025", "2025"), ("- x", "\\- x"),
    ("1.5", "1.5"),
  ])
  func markdownLineStart(text: String, expected: String) {
    #expect(Sanitizer.markdown(text, atLineStart: true) == expected)
  }

  @Test func markdownCode() {
    #expect(Sanitizer.markdownCode("a`b") == "``a`b``")
    #expect(Sanitizer.markdownFence(for: "x ```` y") == "`````")
  }

  @Test(arguments: [
    ("AKIP", "AKIP"), ("a,b", "\"a,b\""), ("=1+1", "\"'=1+1\""), ("-2", "\"'-2\""), ("@x", "\"'@x\""),
    ("\t=1", "\"' =1\""),
    (" =1", "\"' =1\""), ("kata \"x\"", "\"kata \"\"x\"\"\""), ("+62", "\"'+62\""), ("a\nb", "\"a\nb\""),
  ])
  func csv(text: String, expected: String) {
    #expect(Sanitizer.csv(text) == expected)
  }
}
