import Analysis

/// `lihat`: the stored rows of indicators and nodes with the place they were printed at.
struct ShowCommand: Command {
  static let declaration = Declaration(
    "lihat", aliases: ["show"], summary: "angka yang tersimpan beserta baris sumbernya",
    details: [
      "Tanpa tahun menampilkan semua tahun dan periode. Baris yang berbeda dari baris sebelumnya ditandai."
    ],
    parameters: [Parameter("KODE", .code, .atLeastOne, help: "indikator, simpul, atau pola seperti IKM.*")],
    options: [.unit, .years, .period],
    examples: [
      .init("lihat AKIP", "semua angka AKIP dan asalnya"), .init("lihat IKM.* tahun=2025", "unsur IKM 2025"),
      .init("lihat P01", "pagu dan realisasi program P01"),
    ],
    group: .measurement)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.context(ofUnitIn: arguments)
    let period = try state.period(in: arguments, dataset: context.dataset)
    let subjects = try state.subjects(arguments.values("KODE"), arguments: arguments, in: context)
    let listing = FactListing(dataset: state.dataset(of: context), unit: context.unit)
    let entries = subjects.map { subject in
      (subject: subject, rows: listing.rows(of: subject, years: arguments.years(), period: period))
    }
    let rows = entries.flatMap { entry in entry.rows.map { listing.json($0, of: entry.subject) } }
    return Output(
      Document(listing.blocks(entries, unit: state.unitName(context))),
      result: .object([.init("baris", .array(rows))]))
  }
}
