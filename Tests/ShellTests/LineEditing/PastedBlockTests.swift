import Testing

@testable import Shell

@Suite struct PastedBlockTests {
  @Test(arguments: [
    ("satu", "satu"), ("satu\n", "satu"), ("a\r\nb\rc\n\n", "a\nb\nc"), ("a\tb\u{A0}c", "a b c"),
    ("a\u{1B}[31mb\u{7}\u{9B}", "a[31mb"), ("é—漢", "é—漢"), ("", ""), ("\n\n", ""),
  ])
  func makesTextFitToBeTyped(pasted: String, cleaned: String) {
    #expect(PastedBlock.cleaned(pasted) == cleaned)
  }

  @Test func keepsOnlyTheInputsOfATranscript() {
    let transcript = """
      plandaan 2025 › muat data/plandaan
      23 indikator dimuat
      › hitung IPP
      4,055 › bukan perintah?
      plandaan 2025 ›
      jombang 2024 › capaian \\
      … › AKIP
      """
    #expect(
      PastedBlock.cleaned(transcript)
        == "muat data/plandaan\nhitung IPP\nbukan perintah?\ncapaian \\\nAKIP")
  }

  @Test(arguments: ["catatan \"lihat › di sini\"", "# a › b", "hitung A›B"])
  func aMarkerInsideALineIsNoPrompt(line: String) {
    #expect(PastedBlock.cleaned(line) == line)
  }
}
