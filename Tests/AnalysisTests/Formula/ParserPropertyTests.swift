import Analysis
import Testing

@Suite struct ParserPropertyTests {
  @Test(arguments: 0..<50)
  func writtenFormulasReadBackTheSame(seed: Int) throws {
    var maker = FormulaMaker(seed: UInt64(seed))
    for _ in 0..<40 {
      let expression = maker.expression(depth: 5)
      let text = expression.text
      let reread = try Expression(parsing: text)
      #expect(reread == expression, "\(text)")
      #expect(reread.text == text)
    }
  }

  @Test(arguments: 0..<20)
  func mutilatedFormulasGiveAPlaceOrATree(seed: Int) throws {
    var maker = FormulaMaker(seed: 1_000 + UInt64(seed))
    let pieces = Array(
      "()[]{};,.%^*/+-<>=\"'_ 0123456789AZaz\u{7}é“”−×≤\u{301}\u{1F600}&|!?:\n\t".unicodeScalars)
    var trees = 0
    for _ in 0..<300 {
      var scalars = Array(maker.expression(depth: 4).text.unicodeScalars)
      for _ in 0...maker.integer(below: 4) {
        let place = maker.integer(below: scalars.count + 1)
        switch maker.integer(below: 3) {
        case 0: scalars.insert(pieces[maker.integer(below: pieces.count)], at: place)
        case 1: if place < scalars.count { scalars.remove(at: place) }
        default: if place < scalars.count { scalars[place] = pieces[maker.integer(below: pieces.count)] }
        }
      }
      trees += try judge(String(String.UnicodeScalarView(scalars))) ? 1 : 0
    }
    #expect(trees > 20)
  }

  @Test func randomBytesGiveAPlaceOrATree() throws {
    var maker = FormulaMaker(seed: 7)
    for _ in 0..<3_000 {
      let bytes = (0..<maker.integer(below: 40)).map { _ in UInt8(maker.integer(below: 256)) }
      _ = try judge(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Whether the text is a formula; a text that is not must be refused with a place inside it.
  private func judge(_ source: String) throws -> Bool {
    do {
      let expression = try Expression(parsing: source)
      #expect(try Expression(parsing: expression.text) == expression, "\(source)")
      return true
    } catch {
      guard case .text(source, let range) = error.place else {
        Issue.record("tanpa tempat: \(source)")
        return false
      }
      #expect(range.upperBound <= source.unicodeScalars.count && !error.message.isEmpty)
      return false
    }
  }
}
