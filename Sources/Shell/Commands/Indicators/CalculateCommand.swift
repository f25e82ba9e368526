import Analysis

/// `hitung`: evaluates a formula.
struct CalculateCommand: Command {
  static let declaration = Declaration(
    "hitung", aliases: ["calc"], summary: "menghitung rumus seperti di lembar kerja",
    details: [
      "Rumus memakai kode indikator, koma desimal, titik koma antar-argumen, dan fungsi: "
        + Function.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      "Kode saja berarti realisasi; target(X), capaian(X), pagu(X), belanja(X), serapan(X), efisiensi(X), dan"
        + " predikat(X) menyebut angka lain. AKIP[2024] atau AKIP[-1] berarti tahun lain.",
    ],
    parameters: [Parameter("UNGKAPAN", .formula, .rest, help: "rumus")],
    options: [
      .unit, .year, .period, Option("rinci", alias: "steps", .flag, help: "menampilkan langkah-langkahnya"),
    ],
    examples: [
      .init("hitung (IKM/25*2,5 + IPP*2)/2", "IKPP dari IKM dan IPP"),
      .init("hitung AKIP - AKIP[-1]", "perubahan dari tahun sebelumnya"),
      .init("hitung rata(IKM.*) rinci=ya", "rata-rata unsur IKM dengan langkahnya"),
    ],
    group: .measurement)

  private let arguments: Arguments
  private let formula: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let value = arguments.value("UNGKAPAN") else { throw Problem("rumus belum diberikan") }
    formula = value.withoutOuterQuotes
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(from: arguments)
    let model = try state.requireModel()
    let expression = try arguments.insideFormula(formula) { () throws(Problem) in
      let expression = try Expression(parsing: formula.text)
      try model.checkNames(of: expression, source: formula.text, in: context)
      return expression
    }
    var evaluator = try state.evaluator(in: context)
    return CalculationAnswer(
      state: state, context: context, source: formula.text, expression: expression,
      showsSteps: arguments.flag("rinci")
    ).output(&evaluator)
  }
}

extension Arguments {
  /// Runs something that reads a formula, and places its problems in the line the formula was typed in.
  func insideFormula<Result>(_ formula: Value, _ body: () throws(Problem) -> Result) throws(Problem) -> Result
  {
    do {
      return try body()
    } catch {
      guard case .text(_, let range) = error.place else { throw locate(error, at: formula) }
      var copy = error
      let start = formula.range.lowerBound
      copy.place = .text(line, range: (range.lowerBound + start)..<(range.upperBound + start))
      throw copy
    }
  }
}

extension Arguments.Value {
  /// The value without quotes around the whole of it: `hitung "IKM + 2"`.
  var withoutOuterQuotes: Arguments.Value {
    guard raw.count >= 2, raw.first == "\"", raw.last == "\"", !raw.dropFirst().dropLast().contains("\"")
    else {
      return Arguments.Value(text: raw, raw: raw, range: range)
    }
    let inner = String(raw.dropFirst().dropLast())
    return Arguments.Value(text: inner, raw: inner, range: (range.lowerBound + 1)..<(range.upperBound - 1))
  }
}
