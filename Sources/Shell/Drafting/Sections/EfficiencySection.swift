import Analysis

/// The use of budget, staff and facilities.
enum EfficiencySection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    writer.heading("Efisiensi penggunaan anggaran")
    try budget(&writer)
    writer.heading("Efisiensi penggunaan SDM dan sarana")
    try resources(&writer)
  }

  /// Ceilings, spending and the efficiency of the reports.
  static func budget(_ writer: inout DraftWriter) throws(Problem) {
    var evaluator = try writer.evaluator()
    let table = EfficiencyTable(levels: EfficiencyTable.reportLevels, evaluator: &evaluator)
    guard !table.rows.isEmpty else {
      writer.generate(
        "efisiensi.anggaran",
        [.note("Data tidak memuat anggaran \(writer.unit) tahun \(writer.context.year).", tone: .warning)])
      return writer.placeholder("realisasi anggaran dan efisiensinya")
    }
    let report = EfficiencyAnswer(
      state: writer.state, table: table, method: .difference, detail: .nodes, branches: [], printed: [])
    var blocks = report.output.document.blocks.filter(\.belongsIntoReport)
    if let salaries = salaries(EfficiencyDrivers(table, catalogue: writer.catalogue), table) {
      blocks.append(.table(salaries))
    }
    writer.generate("efisiensi.anggaran", command: "efisiensi", blocks)
    writer.placeholder("alasan sisa anggaran dan upaya penghematan")
  }

  /// What is left of the efficiency when salaries are left out.
  private static func salaries(_ drivers: EfficiencyDrivers, _ table: EfficiencyTable) -> Table? {
    guard let amount = drivers.salaryRemainder, let without = drivers.withoutSalaries,
      let whole = table.total.figures.remainder.value, whole != 0
    else { return nil }
    var result = Table(
      caption: "Pengaruh belanja gaji", columns: [.init("ukuran", shrinkPriority: 1), .number("nilai")])
    result.append([.text("sisa anggaran gaji (Rp)"), .number(amount, .rupiah)])
    result.append([.text("bagian dari SiLPA (%)"), .number(amount / whole * 100)])
    result.append([
      .text("serapan tanpa gaji (%)"), .number(without.absorption.value, reason: without.absorption.reason),
    ])
    let efficiency = without.efficiency(.difference)
    result.append([
      .text("efisiensi tanpa gaji (poin persen)"),
      .number(efficiency.value, .difference, reason: efficiency.reason),
    ])
    return result
  }

  /// Staff and facilities against achievements.
  static func resources(_ writer: inout DraftWriter) throws(Problem) {
    var evaluator = try writer.evaluator()
    var table = Table(
      caption: "Ketersediaan SDM dan sarana",
      columns: [
        .init("jenis"), .number("dibutuhkan"), .number("tersedia"), .number("ketersediaan (%)"),
        .number("rata-rata sederhana (%)"),
      ])
    for kind in ["SDM", "sarana"] {
      guard let found = ResourceAvailability(kind, evaluator: &evaluator) else { continue }
      let mean = found.mainGroup?.unweighted ?? found.weighted
      table.append([
        .text(kind), .number(found.total?.needed, .count, reason: found.weighted.reason),
        .number(found.total?.available, .count, reason: found.weighted.reason),
        .number(found.weighted.value, reason: found.weighted.reason),
        .number(mean.value, reason: mean.reason),
      ])
    }
    if !table.rows.isEmpty {
      writer.generate("efisiensi.ketersediaan", command: "sumberdaya", [.table(table)])
    }
    if writer.answer("efisiensi.sumberdaya", "sumberdaya", keeping: \.belongsIntoReport) {
      writer.placeholder("langkah pemenuhan atau pendayagunaan SDM dan sarana")
    }
  }
}
