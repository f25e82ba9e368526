import Analysis

/// `jelaskan temuan`: the full derivation behind a finding of the audit.
struct ExplainFindingCommand: Command {
  static let declaration = Declaration(
    "jelaskan temuan", aliases: ["explain finding"],
    summary: "hitungan lengkap di balik sebuah temuan periksa",
    details: [
      "Nomor temuan adalah huruf tabel dan baris berkasnya; periksa menampilkannya di kolom pertama."
    ],
    parameters: [Parameter("NOMOR", .text, .one, help: "nomor temuan, misalnya K465")],
    options: [.unit],
    examples: [
      .init("jelaskan temuan K465", "rumus, masukan, baris, dan sebab temuan pada klaim.csv baris 465")
    ],
    group: .audit)

  private let arguments: Arguments
  private let number: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let number = arguments.value("NOMOR") else { throw Problem("nomor temuan belum diberikan") }
    self.number = number
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let context = try session.state.context(ofUnitIn: arguments)
    return try Self.explain(number, arguments, in: context, session)
  }

  /// Whether a word looks like the number of a finding: `K465`, `N12b`.
  static func isNumber(_ text: String) -> Bool {
    guard let letter = text.uppercased().first, "KNAWISR".contains(letter) else { return false }
    let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && text.count - digits.count <= 2
  }

  /// Explains a finding of the dataset of a context.
  ///
  /// - Throws: A usage problem with the nearest numbers when there is no such finding.
  static func explain(
    _ number: Arguments.Value, _ arguments: Arguments, in context: Context, _ session: Session
  ) throws(Problem) -> Output {
    let state = session.state
    let model = try state.requireModel()
    var audit = Audit(model, dataset: context.dataset)
    audit.isInterrupted = session.surroundings.isInterrupted
    let progress = session.surroundings.progress
    audit.progress = { done, what in progress(done, "memeriksa \(what)") }
    let report = try audit.run()
    guard let finding = report.finding(number.text) else {
      let near = Suggestion.nearest(
        to: number.text.uppercased(), among: report.findings.prefix(2000).map(\.number))
      throw arguments.locate(
        Problem(
          "tidak ada temuan bernomor “\(number.text)” dalam \(state.dataset(of: context).name)",
          expected: "nomor dari periksa", suggestions: near), at: number)
    }
    return FindingExplanation(state: state, model: model, finding: finding).output
  }
}
