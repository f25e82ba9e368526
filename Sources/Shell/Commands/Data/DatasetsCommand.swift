import Analysis

/// `data`: the datasets that are loaded.
struct DatasetsCommand: Command {
  static let declaration = Declaration(
    "data", aliases: ["datasets"], summary: "dataset yang dimuat",
    examples: [.init("data", "nama, unit, tahun, dan jumlah baris setiap dataset")], group: .data)

  init(_ arguments: Arguments) throws(Problem) {}

  func run(in session: inout Session) throws(Problem) -> Output {
    let datasets = session.state.workspace.datasets
    guard !datasets.isEmpty else {
      return Output(
        Document([.note("Belum ada data yang dimuat; mulai dengan \(code: "muat PATH").")]),
        result: .object([.init("dataset", .array([]))]))
    }
    var table = Table(columns: [
      .init("nama"), .init("unit", shrinkPriority: 1), .init("tahun"), .init("indikator", .right),
      .init("fakta", .right), .init("klaim", .right), .init("konflik", .right), .init("dilewati", .right),
    ])
    for dataset in datasets {
      let years = dataset.mainUnit.map { dataset.measuredYears(of: $0) } ?? []
      table.append([
        .text(dataset.name), .text(dataset.mainUnit.map { dataset.units[$0] } ?? ""),
        .text(
          years.first.map { first in first == years.last ? String(first) : "\(first)–\(years.last ?? first)" }
            ?? ""),
        .number(Double(dataset.catalogue.indicators.count), .count),
        .number(Double(dataset.performance.count + dataset.budgets.count), .count),
        .number(Double(dataset.claims.count), .count),
        .number(Double(dataset.report.conflicts.count), .count),
        .number(Double(dataset.report.rejectedCount), .count),
      ])
    }
    let list = datasets.map { $0.summaryJSON }
    return Output(Document([.table(table)]), result: .object([.init("dataset", .array(list))]))
  }
}
