extension Parser {
  func problem(
    _ message: String, _ range: Range<Int>, expected: String? = nil, suggestions: [String] = []
  ) -> Problem {
    Problem(message, place: .text(source, range: range), expected: expected, suggestions: suggestions)
  }

  /// The word at hand as it is written, for messages.
  var written: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Array(source.unicodeScalars)[token.range].prefix(30))
    return String(view)
  }

  func missingOperand() -> Problem {
    let expected = "angka, kode indikator, fungsi, atau ("
    switch token.kind {
    case .end: return problem("rumus belum selesai", token.range, expected: expected)
    case .operator(.add):
      return problem("tanda + tidak perlu di depan nilai", token.range, expected: expected)
    default: return problem("“\(written)” tidak pada tempatnya", token.range, expected: expected)
    }
  }

  func unclosed(_ opening: Range<Int>, after argument: Expression?) -> Problem {
    if case .end = token.kind {
      return problem("kurung ( tidak ditutup", opening, expected: ") di akhir rumus")
    }
    return unexpected(after: argument)
  }

  /// A word that cannot follow a complete value.
  func unexpected(after expression: Expression?) -> Problem {
    switch token.kind {
    case .close:
      return problem("kurung ) tidak punya pasangan", token.range, expected: "operator atau akhir rumus")
    case .semicolon:
      return problem(
        "tanda ; hanya di antara argumen fungsi", token.range, expected: "operator atau akhir rumus")
    case .openBracket:
      return problem("kurung siku hanya setelah kode", token.range, expected: "misalnya AKIP[2024]")
    case .open:
      return problem(
        "tanda ( tidak dapat langsung mengikuti nilai", token.range, expected: "operator, misalnya *")
    case .name(let word, _) where ["and", "or"].contains(word.lowercased()):
      return problem(
        "operator “\(word)” tidak dikenal", token.range, expected: "operator",
        suggestions: [word.lowercased() == "and" ? "dan" : "atau"])
    default:
      let isPercent = if case .percent = expression?.node { true } else { false }
      return problem(
        "“\(written)” tidak pada tempatnya", token.range,
        expected: isPercent
          ? "operator; % berarti per seratus, bukan sisa bagi" : "operator di antara dua nilai")
    }
  }
}
