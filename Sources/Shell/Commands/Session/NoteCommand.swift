import Analysis

/// `catatan`: a remark that becomes prose in the saved notebook.
struct NoteCommand: Command {
  static let declaration = Declaration(
    "catatan", aliases: ["note"], summary: "mencatat kalimat yang ikut tersimpan sebagai teks",
    parameters: [Parameter("TEKS", .text, .rest, help: "kalimat, boleh dalam tanda kutip")],
    examples: [
      .init("catatan \"IPP turun karena bobot aspek berubah\"", "menjadi paragraf dalam buku catatan")
    ],
    group: .writing)

  private let text: String

  init(_ arguments: Arguments) throws(Problem) {
    var text = arguments.value("TEKS")?.text ?? ""
    if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = String(text.dropFirst().dropLast())
    }
    self.text = text
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    Self.output(text)
  }

  /// The answer to a note.
  static func output(_ text: String) -> Output {
    Output(Document([.paragraph(Prose(text))]), result: .object([.init("catatan", .string(text))]))
  }
}
