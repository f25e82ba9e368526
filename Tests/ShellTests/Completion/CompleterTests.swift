import Analysis
import Testing

@testable import Shell

@Suite("Completion")
struct CompleterTests {
  private func candidates(_ line: String) throws -> [String] {
    let session = try SampleSession.loaded("plandaan")
    let completer = Completer(state: session.state, folder: SampleSession.root)
    return completer.completions(in: line, cursor: line.unicodeScalars.count).candidates.map(\.text)
  }

  /// A line and what must be among the candidates.
  @Test(arguments: [
    ("cap", "capaian"), ("ach", "achievement"), ("capaian AK", "AKIP"), ("capaian ta", "tahun"),
    ("capaian tahun=20", "2024"),
    ("capaian unit=plan", "\"Kecamatan Plandaan\""), ("pakai periode=\"TB", "\"TB IV\""),
    ("capaian pko=", "ya"),
    ("lihat IPP.", "IPP.F02"), ("hitung rata(IK", "IKM"), ("hitung AKIP+IK", "IKPP"),
    ("muat notebooks/da", "data/"),
    ("bantuan cap", "capaian"), ("atur aturan=cap", "capaian-110"),
  ])
  func offers(line: String, expected: String) throws {
    #expect(try candidates(line).contains(expected))
  }

  @Test func hidesComponentsUntilTheDotIsTyped() throws {
    #expect(try !candidates("lihat IK").contains("IKM.KTP"))
    #expect(try candidates("lihat IKM.K").contains("IKM.KTP"))
  }

  @Test func replacesOnlyThePartBeingTyped() throws {
    let session = try SampleSession.loaded("plandaan")
    let completer = Completer(state: session.state, folder: SampleSession.root)
    let line = "hitung AKIP + IK"
    #expect(completer.completions(in: line, cursor: 16).range == 14..<16)
    let option = "capaian tahun=20"
    #expect(completer.completions(in: option, cursor: 16).range == 14..<16)
  }

  @Test func anOptionIsOfferedOnce() throws {
    #expect(try !candidates("capaian tahun=2024 t").contains("tahun"))
  }
}
