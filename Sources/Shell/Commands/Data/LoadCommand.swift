import Analysis

/// `muat`: loads a dataset.
struct LoadCommand: Command {
  static let declaration = Declaration(
    "muat", aliases: ["load"], summary: "memuat dataset dari folder, buku kerja, atau basis data",
    details: [
      "Folder berisi indikator.csv dan kinerja.csv, boleh juga simpul, anggaran, klaim, sumberdaya, kktp, dan aturan."
        + " Satu buku kerja .xlsx dengan lembar, atau satu basis data .sqlite dengan tabel, bernama sama dibaca sama.",
      "Yang dilewati, tidak terbaca, atau bertentangan selalu dilaporkan. desimal= hanya perlu bila angka seperti"
        + " 1.250 dapat berarti dua hal.",
    ],
    parameters: [
      Parameter("PATH", .path, .one, help: "folder data, berkas .xlsx, atau berkas .sqlite"),
      Parameter(
        "sebagai", .choice(["sebagai", "as"]), .optional, help: "kata sebagai, bila diberi nama sendiri"),
      Parameter("NAMA", .text, .optional, help: "nama dataset; biasanya nama foldernya"),
    ],
    options: [
      Option(
        "desimal", alias: "decimal", .choice(["koma", "titik"]),
        help: "tanda desimal bila data tidak menentukan"),
      Option("rinci", alias: "details", .flag, help: "menampilkan semua konflik dan catatan"),
    ],
    examples: [
      .init("muat notebooks/data/plandaan", "data Kecamatan Plandaan"),
      .init("muat notebooks/data/jombang sebagai jbg", "dengan nama sendiri"),
    ],
    group: .data, effect: .changes)

  private let arguments: Arguments
  private let path: Arguments.Value

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
    guard let path = arguments.value("PATH"), !path.text.isEmpty else {
      throw Problem("folder data belum diberikan")
    }
    self.path = path
    if let word = arguments.value("sebagai"), arguments.value("NAMA") == nil {
      throw arguments.locate(Problem("nama sesudah sebagai belum diberikan"), at: word)
    }
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let surroundings = session.surroundings
    let question = DecimalQuestion(ask: surroundings.ask)
    let folder = try arguments.at(path) { () throws(Problem) in try surroundings.datasetPath(path.text) }
    let options = DatasetLoader.Options(
      name: arguments.value("NAMA")?.text,
      decimal: arguments.option("desimal").flatMap { DecimalSign(rawValue: $0.text) },
      dialects: FilePath.canonical(folder).flatMap { surroundings.dialects[$0] } ?? [:],
      resolve: { question.answer($0) }, shouldStop: surroundings.isInterrupted)
    let dataset = try DatasetLoader.load(folder, options: options)
    try session.state.load(dataset)
    let report = LoadAnswer(dataset: dataset, state: session.state, isDetailed: arguments.flag("rinci"))
    var output = report.output
    if let sign = question.decided {
      output.recordedOptions.append("desimal=\(sign.rawValue)")
      output.warnings.append("tanda desimal dipilih: \(sign.rawValue)")
    }
    return output
  }
}

/// Asks once which decimal sign is meant and remembers the answer.
private final class DecimalQuestion {
  private let ask: @Sendable ([String], [String]) -> Int?
  private(set) var decided: DecimalSign?

  init(ask: @escaping @Sendable ([String], [String]) -> Int?) {
    self.ask = ask
  }

  func answer(_ ambiguity: Ambiguity) -> DecimalSign? {
    if let decided { return decided }
    let style = NumberStyle.plain
    func reading(_ value: Double?) -> String { value.map { style.text($0) } ?? "tidak terbaca" }
    let problem = ambiguity.problem
    let choice = ask(
      [problem.message.capitalizedSentence + "."],
      [
        "koma tanda desimal: \(reading(ambiguity.withComma))",
        "titik tanda desimal: \(reading(ambiguity.withPoint))",
      ])
    decided = choice.map { $0 == 0 ? .comma : .point }
    return decided
  }
}
