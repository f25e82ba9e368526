import Analysis

/// `kktp usul`: candidate targets by every method, and taking one of them.
struct WorksheetProposeCommand: Command {
  static let declaration = Declaration(
    "kktp usul", aliases: ["worksheet propose"], summary: "calon target menurut setiap metode",
    details: [
      "Peluang dihitung dari sebaran prediksi garis tren; capaian ialah capaian bila realisasi tahun lalu terulang.",
      "pilih=METODE menetapkan target dan menyusun kalimat alasannya; kalimat itu dapat diganti dengan analisis=.",
    ],
    parameters: [Parameter("KODE", .code, .any, help: "indikator kunci; tanpa kode semuanya")],
    options: [
      Option(
        "metode", alias: "method", .choice(TargetMethod.allCases.map(\.rawValue)), help: "hanya metode ini",
        repeats: true),
      Option(
        "pilih", alias: "choose", .text, help: "metode yang ditetapkan sebagai target, misalnya tren-p50"),
      Option("persen", alias: "percent", .number, help: "peningkatan untuk metode persen; biasanya 1"),
      Option("bagian", alias: "share", .number, help: "bagian jarak ke unit terbaik (κ); biasanya 0,25"),
      Option("galat", alias: "error", .number, help: "galat baku survei untuk metode terdeteksi"), .version,
      .worksheetYear, .unit,
    ],
    examples: [
      .init("kktp usul IKPP", "semua calon target IKPP"),
      .init("kktp usul RB pilih=kenaikan", "menetapkan target RB dan menyusun alasannya"),
    ],
    group: .targets, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    if let choice = arguments.option("pilih") { return try take(choice, in: &session) }
    let chosen = try session.state.chosenWorksheet(arguments)
    let codes = try chosen.entryCodes(arguments.values("KODE"), arguments: arguments)
    let methods = arguments.optionValues("metode").compactMap { TargetMethod(rawValue: $0.text.lowercased()) }
    let entries = chosen.worksheet.entries.filter { codes.isEmpty || codes.contains($0.code) }
    let sets = entries.compactMap { TargetProposals($0, figures: chosen.figures, parameters: parameters) }
    return ProposalAnswer(chosen: chosen, sets: sets, methods: methods).output
  }

  private var parameters: ProposalParameters {
    var parameters = ProposalParameters()
    if let percent = arguments.number("persen") { parameters.percent = percent }
    if let share = arguments.number("bagian") { parameters.share = share }
    parameters.standardError = arguments.number("galat")
    return parameters
  }

  private func take(_ choice: Arguments.Value, in session: inout Session) throws(Problem) -> Output {
    let before = try session.state.currentWorksheet()
    let codes = try before.entryCodes(arguments.values("KODE"), arguments: arguments)
    guard codes.count == 1, let index = before.worksheet.entryIndex(codes[0]) else {
      throw arguments.locate(
        Problem(
          "pilih= memerlukan satu indikator kunci", expected: "misalnya kktp usul IKPP pilih=\(choice.text)"),
        at: choice)
    }
    let entry = before.worksheet.entries[index]
    guard let set = TargetProposals(entry, figures: before.figures, parameters: parameters) else {
      throw Problem("\(entry.code) tidak ada dalam katalog", kind: .data)
    }
    guard let proposal = set.proposal(named: choice.text) else {
      let names = set.proposals.map(\.name)
      throw arguments.locate(
        Problem(
          "metode “\(choice.text)” tidak dikenal",
          expected: "salah satu dari \(names.joined(separator: ", "))",
          suggestions: Suggestion.nearest(to: choice.text, among: names)), at: choice)
    }
    guard let value = proposal.value.value else {
      throw arguments.locate(
        Problem(
          "metode \(proposal.name) tidak dapat dipakai untuk \(entry.code): \(proposal.value.reason)",
          kind: .data),
        at: choice)
    }
    var worksheet = before.worksheet
    let style = WorksheetAnswer.style
    let rejected = set.proposals.compactMap { other in
      other.name == proposal.name ? nil : other.value.value.map { "\(other.name) \(style.text($0))" }
    }
    worksheet.entries[index].target = proposal.method == .components ? nil : value
    worksheet.entries[index].choice = WorksheetEntry.Choice(method: proposal.name, rejected: rejected)
    worksheet.entries[index].reasoning = before.reasoning(set.history, value, method: proposal.method.title)
    session.state.worksheets.put(worksheet)
    let after = ChosenWorksheet(worksheet, context: before.context, model: try session.state.requireModel())
    var output = WorksheetEffect(before: before, after: after, code: entry.code).output
    output.document.append(.paragraph(Prose(worksheet.entries[index].reasoning)))
    output.warnings.append("\(proposal.name): \(proposal.method.danger)")
    return output
  }
}
