import Analysis

/// The pictures of the section on efficiency.
enum EfficiencyCharts {
  /// Achievement against absorption with the line of equality; `nil` when no node has both.
  static func scatter(_ table: EfficiencyTable, catalogue: Catalogue, place: String) -> Chart? {
    var series: [Chart.Series] = []
    var above = 0
    var count = 0
    for level in table.levels.sorted() {
      var points: [Chart.Point] = []
      for row in table.rows where catalogue.nodes[row.node].level == level {
        guard let x = row.figures.absorption.value, let y = row.figures.achievement.value else { continue }
        points.append(Chart.Point(x: x, y: y))
        count += 1
        if y > x { above += 1 }
      }
      if !points.isEmpty { series.append(.init(level.rawValue, points)) }
    }
    guard count > 1 else { return nil }
    return Chart(
      title: "Capaian terhadap serapan \(place)",
      summary:
        "\(above) dari \(count) simpul berada di atas garis sama nilai, artinya capaiannya melebihi serapannya.",
      kind: .scatter(diagonal: true), series: series, unit: "capaian menurut serapan, %", style: .plain)
  }

  /// How many steps a waterfall shows before the rest is put together.
  private static let steps = 7

  /// What the SiLPA is made of, node by node; `nil` when there is nothing left or fewer than two parts.
  static func waterfall(
    _ drivers: EfficiencyDrivers, _ table: EfficiencyTable, catalogue: Catalogue, place: String
  ) -> Chart? {
    guard let total = table.total.figures.remainder.value, drivers.unspent.count > 1 else { return nil }
    let shown = drivers.unspent.prefix(steps)
    let rest = drivers.unspent.dropFirst(steps)
    var categories = shown.map { DriversAnswer.label($0, catalogue) }
    var values = shown.map(\.amount)
    if !rest.isEmpty {
      categories.append("\(rest.count) lainnya")
      values.append(rest.reduce(0) { $0 + $1.amount })
    }
    categories.append("SiLPA")
    values.append(total)
    let first = drivers.unspent[0]
    return Chart(
      title: "Dari mana SiLPA \(place) berasal",
      summary:
        "Sisa terbesar ada pada \(categories[0]) sebesar \(NumberStyle.money.text(first.amount)) dari \(NumberStyle.money.text(total)).",
      kind: .waterfall, categories: categories,
      series: [.init("SiLPA", values.enumerated().map { Chart.Point(x: Double($0), y: $1) })], unit: "rupiah",
      style: .rupiah)
  }
}
