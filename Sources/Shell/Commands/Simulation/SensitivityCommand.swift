import Analysis

/// `sensitif`: which inputs move a result most.
struct SensitivityCommand: Command {
  static let declaration = Declaration(
    "sensitif", aliases: ["sensitivity"], summary: "masukan mana yang paling menggerakkan hasil (tornado)",
    details: [
      "Setiap masukan digerakkan sendiri dalam rentangnya, yang lain tetap. Tanpa ubah dipakai semua masukan paling dasar"
        + " yang menentukan hasil. NKO juga dapat ditanyakan.",
      "rentang=±5% (bawaan) atau ±0,5 di sekitar nilainya dan di dalam batas katalog; riwayat antara nilai terendah dan"
        + " tertinggi tahun-tahun lalu; batas antara min dan maks katalog; 80..90 antara dua nilai.",
    ],
    parameters: [Parameter("UNGKAPAN", .formula, .rest, help: "kode atau rumus")],
    options: [
      Option("ubah", alias: "change", .codes, help: "masukan, dipisah koma; pola seperti IKM.* boleh"),
      Option("rentang", alias: "range", .text, help: "±5%, ±0,5, 80..90, riwayat, atau batas"), .unit, .year,
      .period,
    ],
    examples: [
      .init("sensitif IKPP", "semua masukan IKPP, naik dan turun 5%"),
      .init("sensitif AKIP rentang=riwayat", "komponen AKIP dalam rentang tahun-tahun lalu"),
      .init("sensitif NKO ubah=IKM.SKCK,IPP.F03 rentang=±2", "dua masukan terhadap NKO"),
    ],
    group: .simulation)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(from: arguments)
    let model = try state.requireModel()
    guard let formula = arguments.value("UNGKAPAN")?.withoutOuterQuotes else {
      throw Problem("rumus belum diberikan")
    }
    let assumptions = try state.assumptions.resolved(in: model)
    let subject = try arguments.insideFormula(formula) { () throws(Problem) in
      try Expression(parsing: formula.text, model: model, in: context)
    }
    let question = try arguments.at(formula) { () throws(Problem) in
      try SensitivityQuestion(subject, model: model, in: context, assuming: assumptions)
    }
    var range = SensitivityRange.relative(0.05)
    if let value = arguments.option("rentang") {
      range = try arguments.insideFormula(value) { () throws(Problem) in
        try SensitivityRange(parsing: value.raw)
      }
    }
    let named = try arguments.figures("ubah", model: model, in: context)
    let answer = try question.answer(varying: named.isEmpty ? question.leaves : named, over: range)
    return SensitivityAnswer(
      state: state, model: model, context: context, subject: subject, range: range, answer: answer
    ).output
  }
}

extension Expression {
  /// Reads a formula whose names a context knows; the organisational score may be named.
  init(parsing source: String, model: FormulaModel, in context: Context) throws(Problem) {
    let expression = try Expression(parsing: source)
    let resolved = try model.resolvingScore(expression, in: context)
    try model.checkNames(of: resolved, source: source, in: context)
    self = expression
  }
}
