import Analysis

/// What the report prints beside what its data give.
struct PrintedComparison {
  private let figures: [PrintedEfficiency]
  private let catalogue: Catalogue

  init(_ figures: [PrintedEfficiency], catalogue: Catalogue) {
    self.figures = figures
    self.catalogue = catalogue
  }

  /// The figures that differ, each once, and how many agree; `nil` when nothing is printed.
  var document: Document? {
    guard !figures.isEmpty else { return nil }
    let equal = figures.count { $0.outcome == .equal }
    var document = Document()
    let differing = distinct(figures.filter { $0.outcome != .equal })
    document.append(
      .paragraph(
        "Dari \(figures.count) angka serapan, efisiensi, dan SiLPA yang tercetak dalam laporan, \(equal) cocok dengan data."
      ))
    guard !differing.isEmpty else { return document }
    var table = Table(
      caption: "Angka tercetak yang berbeda dari hasil hitungan",
      columns: [
        .init("kode"), .init("angka"), .init("tercetak", .right), .number("dihitung"), .number("selisih"),
        .init("keterangan", shrinkPriority: 1),
      ])
    for figure in differing {
      let style: NumberStyle = figure.kind == .remainder ? .rupiah : .score
      table.append([
        .text(code(figure)), .text(figure.kind.name), .text(figure.text),
        .number(figure.computed.value, style, origin: .row(figure.source), reason: figure.computed.reason),
        .number(figure.difference, style.signed, reason: figure.computed.reason), .text(remark(figure)),
      ])
    }
    document.append(.table(table))
    return document
  }

  /// How the two differ and where it is printed.
  private func remark(_ figure: PrintedEfficiency) -> String {
    figure.source.source.isEmpty
      ? figure.outcome.rawValue : "\(figure.outcome.rawValue); \(figure.source.source)"
  }

  private func code(_ figure: PrintedEfficiency) -> String {
    figure.node.map { catalogue.nodes[$0].code } ?? "total"
  }

  /// The same figure printed in several places is shown once.
  private func distinct(_ figures: [PrintedEfficiency]) -> [PrintedEfficiency] {
    var found: [PrintedEfficiency] = []
    for figure in figures
    where !found.contains(where: {
      $0.node == figure.node && $0.kind == figure.kind && $0.text == figure.text
    }) {
      found.append(figure)
    }
    return found
  }

  /// Every printed figure for programs.
  var json: [JSONValue] {
    figures.map { figure in
      .object([
        .init("kode", .optional(figure.node.map { catalogue.nodes[$0].code })),
        .init("jenis", .string(figure.kind.name)), .init("tercetak", .string(figure.text)),
        .init("dihitung", .optional(figure.computed.value)), .init("selisih", .optional(figure.difference)),
        .init("hasil", .string(figure.outcome.rawValue)), .init("sumber", .string(figure.source.source)),
        .init("baris", .string(figure.source.sourceLine)),
      ])
    }
  }
}
