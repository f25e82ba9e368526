/// Texts that try to become something else in a document.
enum AttackStrings {
  static let all = [
    "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1:A9)", "=HYPERLINK(\"http://x\",\"klik\")",
    "</w:t></w:r><script>alert(1)</script>", "]]><!ENTITY x SYSTEM \"file:///etc/passwd\">", "&amp;&lt;&#65;",
    "_x0041_", "_x005F_x0041_", "_x_x0041_", "'apostrof", "  spasi  ", "1.250", "007", "\"kutip\" & 'kutip'",
    "漢字 é — 🙂",
  ]

  /// Texts whose characters cannot be kept, with what is kept.
  static let replaced = [
    ("\u{1B}]0;judul\u{07}", "\\x1B]0;judul\\x07"), ("a\u{0}b", "a\\x00b"),
    ("\u{202E}cod.exe", "\\u202Ecod.exe"), ("a\r\nb", "a\nb"), ("\t=1+1", " =1+1"),
  ]
}
