import Analysis
import Glibc

/// `acak`: how likely a target is when some inputs are uncertain.
struct ProbabilityCommand: Command {
  static let declaration = Declaration(
    "acak", aliases: ["montecarlo"], summary: "peluang mencapai target bila masukannya tidak pasti",
    details: [
      "Sebaran: tetap(v), seragam(a; b), segitiga(a; m; b), pert(a; m; b), normal(rata; simpangan) atau normal(rata;"
        + " simpangan; terendah; tertinggi), beta(a; b; terendah; tertinggi), historis atau historis(KODE) dari"
        + " perubahan tahun ke tahun.",
      "Tanpa target dipakai target indikatornya. Percobaan ditentukan oleh benih dan nama masukan saja: hasilnya sama"
        + " pada berapa pun inti prosesor, dan menambah masukan tidak mengubah yang lain. Tanpa benih, satu benih diambil"
        + " dan dicatat.",
      "cara=sobol memakai barisan Sobol teracak: ketelitian sama dengan jauh lebih sedikit percobaan.",
    ],
    parameters: [
      Parameter(
        "UNGKAPAN", .formula, .one, help: "kode atau rumus tanpa spasi; NKO untuk nilai kinerja organisasi"),
      Parameter(
        "MASUKAN", .assignment, .atLeastOne, help: "KODE~SEBARAN, misalnya IKM~normal(98,3; 1,2; 25; 100)"),
    ],
    options: [
      Option("n", alias: "trials", .integer(1...SimulationPlan.mostTrials), help: "banyaknya percobaan"),
      Option("target", alias: "goal", .number, help: "nilai yang ingin dicapai"),
      Option(
        "benih", alias: "seed", .integer(0...999_999_999_999),
        help: "bilangan awal, agar hasilnya dapat diulang"),
      Option("korelasi", alias: "correlation", .text, help: "pasangan KODE:KODE:nilai, dipisah titik koma"),
      Option("cara", alias: "method", .choice(["biasa", "plain", "sobol"]), help: "biasa atau sobol"),
      Option("inti", alias: "cores", .integer(1...256), help: "banyaknya inti prosesor yang dipakai"),
      .unit, .year, .period,
    ],
    examples: [
      .init(
        "acak IKPP IKM~normal(98,3; 1,2; 25; 100) IPP.F02~pert(3; 3,8; 4,4) IPP.F03~pert(4,5; 4,8; 5) target=9,05 benih=7",
        "peluang IKPP mencapai 9,05"),
      .init(
        "acak AKIP AKIP.PELAPORAN~segitiga(9; 10,65; 12) n=100000 benih=1", "peluang AKIP mencapai targetnya"),
      .init("acak RB RB.SASARAN~seragam(70; 80) benih=3 cara=sobol", "dengan barisan Sobol"),
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
    let subject = try self.subject(formula, model, context)
    let inputs = try self.inputs(UncertainFigureReader(model, in: context, assuming: assumptions))
    var question = try arguments.at(formula) { () throws(Problem) in
      try ProbabilityQuestion(
        subject, inputs: inputs, goal: arguments.number("target"), model: model, in: context,
        assuming: assumptions)
    }
    question.correlations = try CorrelationOption(arguments).matrix(inputs.map(\.name))
    question.sampling = arguments.option("cara")?.text.lowercased() == "sobol" ? .sobol : .random
    question.trials = arguments.integer("n") ?? (question.sampling == .random ? 1_000_000 : 65_536)
    question.cores = arguments.integer("inti") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let drawn = arguments.integer("benih") == nil ? Int.random(in: 1...999_999_999) : nil
    question.seed = UInt64(arguments.integer("benih") ?? drawn ?? 0)
    let surroundings = session.surroundings
    let answer = try question.run(
      progress: { surroundings.progress($0, "percobaan") }, isCancelled: surroundings.isInterrupted)
    var output = ProbabilityAnswer(
      state: state, model: model, context: context, subject: subject, question: question, answer: answer
    ).output
    if let drawn { output.recordedOptions = ["benih=\(drawn)"] }
    return output
  }

  private func subject(_ formula: Arguments.Value, _ model: FormulaModel, _ context: Context) throws(Problem)
    -> Expression
  {
    if formula.raw.contains("~") {
      throw arguments.locate(
        Problem(
          "hasil yang ditanyakan belum disebutkan", expected: "kode dahulu, lalu KODE~SEBARAN",
          suggestions: ["acak KODE \(formula.raw)"]), at: formula)
    }
    let expression = try arguments.insideFormula(formula) { () throws(Problem) in
      try Expression(parsing: formula.text, model: model, in: context)
    }
    guard expression.isText else { return expression }
    throw arguments.locate(
      Problem(
        "hasil berupa teks; peluang setiap predikat ikut ditampilkan untuk kodenya",
        expected: "kode indikator"),
      at: formula)
  }

  private func inputs(_ reader: UncertainFigureReader) throws(Problem) -> [UncertainFigure] {
    var found: [UncertainFigure] = []
    for value in arguments.assignments("MASUKAN") {
      let input = try arguments.insideFormula(value) { () throws(Problem) in try reader.read(value.raw) }
      guard !found.contains(where: { $0.figure == input.figure }) else {
        throw arguments.locate(
          Problem("\(input.name) diberi dua sebaran", expected: "satu sebaran"), at: value)
      }
      found.append(input)
    }
    return found
  }
}
