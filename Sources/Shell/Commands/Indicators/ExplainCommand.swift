import Analysis

/// `jelaskan`: where a figure comes from.
struct ExplainCommand: Command {
  static let declaration = Declaration(
    "jelaskan", aliases: ["explain"], summary: "asal sebuah angka: rumus, masukan, baris, dan aturan",
    details: [
      "Menampilkan baris data yang dipakai dan yang tidak dipakai dengan sebabnya, serta aturan yang berlaku."
    ],
    parameters: [Parameter("KODE", .code, .one, help: "indikator, simpul, atau nomor temuan periksa")],
    options: [.unit, .year, .period],
    examples: [.init("jelaskan IKPP", "rumus, unsur, capaian, dan predikat IKPP")], group: .measurement)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(from: arguments)
    if let value = arguments.value("KODE"), ExplainFindingCommand.isNumber(value.text),
      state.dataset(of: context).catalogue.subject(value.text) == nil
    {
      return try ExplainFindingCommand.explain(value, arguments, in: context, session)
    }
    guard let subject = try state.subjects(arguments.values("KODE"), arguments: arguments, in: context).first
    else {
      throw Problem("kode belum diberikan")
    }
    var evaluator = try state.evaluator(in: context)
    let explanation = Explanation(state: state, context: context, subject: subject)
    return explanation.output(&evaluator)
  }
}
