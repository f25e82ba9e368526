import Analysis

/// Parents' budgets against the sums of their children, for people and programs.
struct RollUpAnswer {
  private let check: RollUpCheck
  private let catalogue: Catalogue
  private let place: String

  init(_ check: RollUpCheck, catalogue: Catalogue, place: String) {
    self.check = check
    self.catalogue = catalogue
    self.place = place
  }

  var document: Document {
    let different = check.findings.filter { $0.outcome == .different }
    guard !check.findings.isEmpty else {
      return Document(paragraph: Prose("Tidak ada simpul \(place) yang anggarannya dirinci di bawahnya."))
    }
    let equal = check.count(.equal)
    var text: Prose =
      "Dari \(check.findings.count) pagu dan realisasi induk \(place) yang diperiksa, \(equal) sama dengan jumlah rinciannya."
    let missing = check.count(.parentMissing)
    if !different.isEmpty { text = text + " \(different.count) berbeda." }
    if missing > 0 {
      text = text + " \(missing) tidak dapat diperiksa karena induknya tidak mencantumkan angka."
    }
    var document = Document([.paragraph(text)])
    guard !different.isEmpty else { return document }
    document.append(.table(table(different)))
    return document
  }

  private func table(_ findings: [RollUpCheck.Finding]) -> Table {
    var result = Table(
      caption: "Induk yang berbeda dari jumlah rinciannya",
      columns: [
        .init("kode"), .init("angka"), .number("induk (Rp)"), .number("jumlah rincian (Rp)"),
        .number("selisih (Rp)"),
      ])
    for finding in findings {
      result.append([
        .text(catalogue.nodes[finding.node].code), .text(name(finding.measure)),
        .number(finding.stated.value, .rupiah, reason: "induk tidak mencantumkan angka"),
        .number(finding.sum, .rupiah),
        .number(finding.difference, .rupiah.signed, reason: "induk tidak mencantumkan angka"),
      ])
    }
    let blank = findings.filter { !$0.blank.isEmpty && $0.measure == .planned }
    result.footnotes = blank.map { finding in
      Prose("\(catalogue.nodes[finding.node].code): tanpa pagu \(codes(finding.blank, limit: 6))")
    }
    return result
  }

  private func codes(_ nodes: [Int], limit: Int) -> String {
    nodes.prefix(limit).map { catalogue.nodes[$0].code }.joined(separator: ", ")
      + (nodes.count > limit ? ", dan \(nodes.count - limit) lain" : "")
  }

  private func name(_ measure: FactTable.Measure) -> String { measure == .planned ? "pagu" : "realisasi" }

  var json: JSONValue {
    .array(
      check.findings.map { finding in
        .object([
          .init("kode", .string(catalogue.nodes[finding.node].code)),
          .init("angka", .string(name(finding.measure))),
          .init("induk", .optional(finding.stated.value)), .init("jumlah", .number(finding.sum)),
          .init("selisih", .optional(finding.difference)), .init("hasil", .string(finding.outcome.rawValue)),
          .init("rincian", .array(finding.summed.map { .string(catalogue.nodes[$0].code) })),
          .init("kosong", .array(finding.blank.map { .string(catalogue.nodes[$0].code) })),
        ])
      })
  }
}
