/// Calendar years as they stand in files.
enum YearText {
  /// A year of four digits between 1900 and 2100; `nil` for anything else.
  static func parse(_ text: String) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ 48...57 ~= $0 }), let year = Int(text),
      1900...2100 ~= year
    else { return nil }
    return year
  }

  /// Why a text is not a year.
  static func reason(_ text: String) -> String {
    if text.isEmpty { return "kolom tahun kosong" }
    let digits = text.filter { $0 != "." && $0 != "," && $0 != " " }
    if digits != text, parse(digits) != nil { return "“\(text)” bukan tahun; maksudnya \(digits)?" }
    return "“\(text)” bukan tahun (empat angka, 1900–2100)"
  }
}
