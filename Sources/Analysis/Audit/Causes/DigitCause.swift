/// Typing errors that turn the right digits into the printed ones.
enum DigitCause {
  /// The error that turns the computed figure into the printed one; `nil` when no single one does.
  ///
  /// - Parameters:
  ///   - printed: The printed figure.
  ///   - computed: The computed value.
  ///   - decimals: How many decimals are printed.
  static func cause(printed: Double, computed: Double, decimals: Int) -> String? {
    guard printed >= 0, computed >= 0 else {
      return printed == -computed.roundedHalfAway(places: decimals) && printed != 0
        ? "tandanya terbalik" : nil
    }
    let style = NumberStyle(decimals: decimals...decimals, groupsThousands: false)
    let right = style.text(computed)
    let wrong = style.text(printed)
    guard right != wrong else { return nil }
    let a = Array(right.utf8.filter { $0 != UInt8(ascii: ",") })
    let b = Array(wrong.utf8.filter { $0 != UInt8(ascii: ",") })
    if a.count == b.count { return sameLength(a, b, right, wrong) }
    guard min(a.count, b.count) >= 3 else { return nil }
    if b.count + 1 == a.count, removesOne(from: a, giving: b) {
      return "satu angka hilang: \(right) menjadi \(wrong)"
    }
    if a.count + 1 == b.count, removesOne(from: b, giving: a) {
      return "satu angka lebih: \(right) menjadi \(wrong)"
    }
    return nil
  }

  private static func sameLength(_ a: [UInt8], _ b: [UInt8], _ right: String, _ wrong: String) -> String? {
    let places = a.indices.filter { a[$0] != b[$0] }
    if places.count == 2, let first = places.first, let last = places.last, last == first + 1,
      a[first] == b[last], a[last] == b[first]
    {
      return "dua angka tertukar: \(right) menjadi \(wrong)"
    }
    // A difference in the last digit alone says nothing about typing.
    guard places.count == 1, let place = places.first, place < a.count - 1,
      a.count >= 4 || (a.count == 3 && right.utf8.contains(UInt8(ascii: ",")))
    else { return nil }
    let from = String(Unicode.Scalar(a[place]))
    let to = String(Unicode.Scalar(b[place]))
    return "berbeda satu angka saja: \(right) tercetak \(wrong) (\(from) menjadi \(to))"
  }

  private static func removesOne(from longer: [UInt8], giving shorter: [UInt8]) -> Bool {
    let common = zip(longer, shorter).prefix { $0 == $1 }.count
    return Array(longer[(common + 1)...]) == Array(shorter[common...])
  }
}
