import Analysis

/// The sentences of the report's section on efficiency, made from the figures.
struct EfficiencySentences {
  private let report: EfficiencyAnswer
  private let drivers: EfficiencyDrivers
  private var table: EfficiencyTable { report.table }
  private var total: EfficiencyTotal { table.total }

  init(_ report: EfficiencyAnswer, drivers: EfficiencyDrivers) {
    self.report = report
    self.drivers = drivers
  }

  /// The sentences in the order of the section, one paragraph each.
  var all: [Prose] { [budget, efficiency, otherMethod, nodes, salaries].compactMap { $0 } }

  /// What was spent of what was available.
  var budget: Prose? {
    guard let ceiling = total.figures.ceiling.value, let spending = total.figures.spending.value,
      let remainder = total.figures.remainder.value
    else { return Prose("Jumlah anggaran tidak dapat dihitung: \(missing(total.figures)).") }
    let start: Prose =
      "Dari pagu \(Figure(ceiling, .money)) terealisasi \(Figure(spending, .money))"
    let absorption: Prose = total.figures.absorption.value.map { " atau \(Figure($0, .percent))" } ?? ""
    return remainder < 0
      ? start + absorption + ", melampaui pagu sebesar \(Figure(-remainder, .money))."
      : start + absorption + ", sehingga sisa anggaran (SiLPA) sebesar \(Figure(remainder, .money))."
  }

  /// The total by the reports' rule and weighted.
  var efficiency: Prose? {
    guard let mean = total.figures.achievement.value else { return "Capaian belum dapat diukur." }
    let levels = EfficiencyLevels.text(Set(table.rows.map { report.catalogue.nodes[$0.node].level }))
    var text: Prose =
      "Rata-rata capaian \(total.measuredCount) simpul (\(levels)) sebesar \(Figure(mean, .percent))"
    if let absorption = total.figures.absorption.value,
      let difference = total.figures.efficiency(.difference).value
    {
      let verdict = difference > 0 ? "efisien" : (difference < 0 ? "tidak efisien" : "seimbang")
      text =
        text
        + " dengan serapan anggaran \(Figure(absorption, .percent)), "
        + "sehingga tingkat efisiensi \(Figure(difference, .difference)) poin persen (\(verdict))"
    }
    if total.weighers.count > 1, let weighted = total.weighted.value {
      text = text + "; capaian yang ditimbang menurut pagu sebesar \(Figure(weighted, .percent))"
    }
    return text + "."
  }

  /// The total by another method than the reports' usual one.
  var otherMethod: Prose? {
    guard let method = report.method, method != .difference else { return nil }
    let value = total.figures.efficiency(method)
    let start: Prose = "Menurut metode \(method.rawValue) (\(method.formula)) totalnya "
    guard let number = value.value else { return start + "tidak dapat dihitung: \(value.reason)." }
    return start + "\(Figure(number, method == .cost ? .money.with(decimals: 0...0) : method.style))."
  }

  /// Which nodes are efficient and which are not.
  var nodes: Prose? {
    let judged = table.rows.compactMap { row in
      row.figures.efficiency(.difference).value.map {
        (code: report.catalogue.nodes[row.node].code, value: $0)
      }
    }
    guard judged.count > 1 else { return nil }
    let efficient = judged.count { $0.value > 0 }
    let worst = judged.filter { $0.value < 0 }.sorted { $0.value < $1.value }
    let even = judged.count - efficient - worst.count
    let start: Prose =
      "Sebanyak \(efficient) dari \(judged.count) simpul efisien (capaian di atas serapan)\(even > 0 ? ", \(even) seimbang" : "")"
    guard !worst.isEmpty else { return start + "." }
    var names: Prose = ""
    for (index, item) in worst.prefix(5).enumerated() {
      names = names + Prose(index == 0 ? "" : ", ") + "\(item.code) (\(Figure(item.value, .difference)))"
    }
    let rest = worst.count > 5 ? ", dan \(worst.count - 5) simpul lain" : ""
    return start + "; yang tidak efisien adalah " + names + "\(rest)."
  }

  /// How much of the remainder are salaries, and what is left of the efficiency without them.
  var salaries: Prose? {
    guard let amount = drivers.salaryRemainder, let whole = total.figures.remainder.value, whole != 0,
      let without = drivers.withoutSalaries
    else { return nil }
    let text: Prose =
      "Sisa anggaran gaji sebesar \(Figure(amount, .money)) atau \(Figure(amount / whole * 100, .percent)) "
      + "dari SiLPA, yang belum tentu hasil penghematan"
    guard let absorption = without.absorption.value, let difference = without.efficiency(.difference).value
    else {
      return text + "."
    }
    return text
      + "; tanpa belanja gaji serapan \(Figure(absorption, .percent)) "
      + "dan tingkat efisiensi \(Figure(difference, .difference)) poin persen."
  }

  private func missing(_ figures: EfficiencyFigures) -> String {
    [figures.ceiling, figures.spending].map(\.reason).first { !$0.isEmpty } ?? "tidak ada anggaran"
  }
}

extension NumberStyle {
  /// Rupiah in running text: `Rp 2.673.693.824`.
  static let money = NumberStyle(decimals: 0...2, prefix: "Rp")
}
