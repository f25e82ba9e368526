/// A number as planners write it, taken apart: sign, currency, figures, unit, multiplier.
struct WrittenNumber {
  /// Its digits and signs.
  var token = NumberToken()
  /// The bytes of the figures.
  var figures: ArraySlice<UInt8> = []
  /// Whether it is below zero: a minus or accounting parentheses.
  var isNegative = false
  /// The power of ten that `ribu`, `juta`, `miliar`, `triliun` or an exponent multiplies with.
  var exponent = 0

  /// What became of a cell.
  enum Outcome {
    case number(WrittenNumber)
    case missing
    case unreadable(String)
  }

  /// Takes a cell apart.
  static func parse(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    guard bytes.count <= 200 else { return .unreadable("teks panjang, bukan angka") }
    var text = normalized(bytes)
    trim(&text)
    if text.isEmpty { return .missing }
    let folded = String(decoding: text.map { $0 == hard ? 32 : $0 }, as: UTF8.self).lowercased()
    if MissingMark.holds(folded) { return .missing }
    var number = WrittenNumber()
    if let inner = predicateFigure(text) { text = inner }
    number.takeSignAndCurrency(&text)
    if text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")"), !number.isNegative {
      text = text.dropFirst().dropLast()
      trim(&text)
      number.takeSignAndCurrency(&text)
      guard !number.isNegative else { return .unreadable("dua tanda minus") }
      number.isNegative = true
    }
    guard number.takeFigures(&text) else { return .unreadable("bukan angka") }
    guard number.takeExponent(&text), number.takeRest(text) else { return .unreadable("bukan satu angka") }
    return .number(number)
  }

  /// The bytes with hard spaces as `hard`, long minus signs as `-` and doubled quotation marks left alone.
  private static func normalized(_ bytes: UnsafeRawBufferPointer) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x202F, 0x2009, 0x2007: result.append(hard)
      case 0x2212: result.append(UInt8(ascii: "-"))
      case 0xFEFF, 0x200B: continue
      default: result.append(contentsOf: Windows1252.utf8(of: scalar))
      }
    }
    return result[...]
  }

  /// Stands for every kind of non-breaking space.
  private static let hard: UInt8 = 0x1F

  private static func trim(_ text: inout ArraySlice<UInt8>) {
    while let first = text.first, first <= 32 { text.removeFirst() }
    while let last = text.last, last <= 32 { text.removeLast() }
  }

  /// The figure in `BB (75)`: a predicate, then a number in parentheses.
  private static func predicateFigure(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")),
      open > text.startIndex
    else { return nil }
    var word = text[..<open]
    trim(&word)
    guard predicates.contains(String(decoding: word, as: UTF8.self).lowercased()) else { return nil }
    var inner = text[(open + 1)...].dropLast()
    trim(&inner)
    return inner
  }

  private static let predicates: Set<String> = [
    "aa", "a", "bb", "b", "cc", "c", "d", "e", "a-", "b-", "c-", "istimewa", "sangat memuaskan", "memuaskan",
    "sangat baik",
    "baik", "cukup", "cukup baik", "butuh perbaikan", "kurang", "sangat kurang", "buruk", "prima",
    "sangat tinggi",
    "tinggi", "sedang", "rendah", "sangat rendah", "kurang baik", "tidak baik", "agak kurang",
  ]

  private mutating func takeSignAndCurrency(_ text: inout ArraySlice<UInt8>) {
    func takeSign() -> Bool {
      guard let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
        return false
      }
      text.removeFirst()
      Self.trim(&text)
      return first == UInt8(ascii: "-")
    }
    isNegative = takeSign()
    let head = String(decoding: text.prefix(3), as: UTF8.self).lowercased()
    if head.hasPrefix("idr") {
      text.removeFirst(3)
    } else if head.hasPrefix("rp") {
      text.removeFirst(2)
      if text.first == UInt8(ascii: ".") { text.removeFirst() }
    } else {
      return
    }
    Self.trim(&text)
    if !isNegative { isNegative = takeSign() }
  }

  /// Takes digits, commas, points and hard spaces between groups of three.
  private mutating func takeFigures(_ text: inout ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    var index = start
    while index < text.endIndex {
      let byte = text[index]
      if byte &- 48 <= 9 {
        token.take(digit: byte &- 48)
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        let next = index + 1 < text.endIndex ? text[index + 1] : 0
        if next &- 48 <= 9 {
          token.take(signIsComma: byte == UInt8(ascii: ","))
        } else if byte == UInt8(ascii: ","), next == UInt8(ascii: "-"), token.digits > 0 {
          token.endsWithDash = true
          index += 2
          while index < text.endIndex, text[index] == UInt8(ascii: "-") { index += 1 }
          break
        } else {
          break
        }
      } else if byte == Self.hard || byte == UInt8(ascii: "'"), isGroup(text[(index + 1)...]),
        token.digits > 0
      {
        token.hasSpacedGroups = true
      } else {
        break
      }
      index += 1
    }
    figures = text[start..<index]
    text = text[index...]
    return token.digits > 0
  }

  private func isGroup(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.prefix(3).count == 3 && rest.prefix(3).allSatisfy { $0 &- 48 <= 9 }
      && !(rest.dropFirst(3).first.map { $0 &- 48 <= 9 } ?? false)
  }

  /// Takes `E+08` as spreadsheets write it.
  private mutating func takeExponent(_ text: inout ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "e") else { return true }
    var rest = text.dropFirst()
    var sign = 1
    if let mark = rest.first, mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") {
      sign = mark == UInt8(ascii: "-") ? -1 : 1
      rest.removeFirst()
    }
    let digits = rest.prefix { $0 &- 48 <= 9 }
    guard !digits.isEmpty else { return true }
    guard let power = Int(String(decoding: digits, as: UTF8.self)), power <= 300 else { return false }
    exponent = sign * power
    text = rest.dropFirst(digits.count)
    return true
  }

  /// Takes what follows the figures: percent, a multiplier, a unit, a predicate in parentheses.
  ///
  /// - Returns: `false` when it holds another number.
  private mutating func takeRest(_ rest: ArraySlice<UInt8>) -> Bool {
    let startsApart = rest.first.map { $0 <= 32 } ?? true
    var rest = rest
    Self.trim(&rest)
    guard let first = rest.first else { return true }
    let words = String(decoding: rest, as: UTF8.self).lowercased().split { $0 == " " || $0 == "\u{1F}" }
    if let word = words.first, let factor = Self.multipliers[String(word)] {
      exponent += factor
    } else if words.contains(where: { Self.multipliers[String($0)] != nil }) {
      return false
    }
    let isLetter = first | 0x20 >= UInt8(ascii: "a") && first | 0x20 <= UInt8(ascii: "z") || first >= 0x80
    let opensUnit = isLetter || first == UInt8(ascii: "%") || first == UInt8(ascii: "/")
    let isParenthesis = first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")") && startsApart
    guard opensUnit || isParenthesis else { return false }
    return !rest.contains { 48...57 ~= $0 } || Self.hasOnlyPowers(rest)
  }

  /// Digits only right behind letters, as in `m2`.
  private static func hasOnlyPowers(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: rest, as: UTF8.self).lowercased()
    return text == "m2" || text == "m3" || text == "km2"
  }

  private static let multipliers: [String: Int] = [
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12,
  ]
}

/// Marks that stand for a value that is not there.
enum MissingMark {
  private static let marks: Set<String> = [
    "-", "–", "—", "--", "---", "…", "...", "..", ".", "n/a", "na", "n.a.", "n.a", "tad", "t.a.d.", "t.a.d",
    "null",
    "nan", "none", "(-)", "rp -", "rp. -", "rp-", "rp.-", "#n/a", "#ref!", "#div/0!", "#value!", "#name?",
    "#num!",
    "#null!", "\\n",
  ]

  /// Whether a text, in lower case and without blanks around it, is such a mark.
  static func holds(_ folded: String) -> Bool { marks.contains(folded) }
}
