import Analysis

/// `pakai`: chooses the unit, year and period that later commands ask about.
struct UseCommand: Command {
  static let declaration = Declaration(
    "pakai", aliases: ["use"], summary: "memilih unit, tahun, dan periode yang ditanyakan",
    details: ["Pilihan tampak di depan setiap baris. periode=setahun kembali ke angka setahun penuh."],
    options: [.unit, .year, .period],
    examples: [
      .init("pakai tahun=2024", "semua perintah berikutnya tentang 2024"),
      .init("pakai periode=\"TB IV\"", "angka triwulan IV"),
      .init("pakai periode=setahun", "kembali ke setahun penuh"),
    ],
    group: .data, effect: .changes)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let context = try session.state.context(from: arguments)
    session.state.context = context
    let state = session.state
    let years = state.dataset(of: context).measuredYears(of: context.unit)
    var warnings: [String] = []
    if !years.contains(context.year) {
      let list = years.map(String.init).joined(separator: ", ")
      warnings.append(
        "\(state.unitName(context)) tidak mempunyai realisasi tahun \(context.year)"
          + (list.isEmpty ? "" : "; yang ada: \(list)"))
    }
    return Output(
      Document([.note(Prose("Memakai " + state.describe(context) + "."), tone: .success)]),
      result: .object([
        .init("unit", .string(state.unitName(context))), .init("tahun", .integer(context.year)),
        .init("periode", .string(state.periodName(context))),
      ]), warnings: warnings)
  }
}
