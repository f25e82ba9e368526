import Analysis

/// For each key indicator: where it stands, its trend, where a point counts most, what next year's target needs, and
/// how likely it is.
enum StrategySection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    for key in try writer.keyIndicators() {
      let code = writer.catalogue.indicators[key].code
      writer.heading("Strategi \(Sentence.name(writer.catalogue.indicators[key]))")
      let plan = try StrategyPlan(key, writer: writer)
      let text = StrategyText(plan)
      writer.generate(
        "strategi.\(code).posisi", command: "capaian \(code)", [.table(text.summary)] + text.position)
      writer.generate("strategi.\(code).tren", command: "tren \(code)", text.trend)
      writer.generate("strategi.\(code).ungkit", command: "sensitif \(code)", text.leverage)
      writer.generate("strategi.\(code).kebutuhan", command: text.goalCommand, text.need)
      let actions = try followUps(of: plan, writer)
      if actions.isEmpty {
        writer.placeholder("tindak lanjut \(code): kegiatan, penanggung jawab, dan waktu")
      } else {
        writer.generate(
          "strategi.\(code).tindak-lanjut", command: "kktp tampil",
          [.paragraph("Tindak lanjut menurut kertas kerja penetapan target:"), .list(actions)])
      }
    }
  }

  /// The follow-ups of the worksheet for the indicator and what it is made of.
  private static func followUps(of plan: StrategyPlan, _ writer: DraftWriter) throws(Problem) -> [Prose] {
    guard
      let entry = try WorksheetSection.sheet(writer)?.entries.first(where: {
        $0.code == plan.item.indicator.code
      })
    else {
      return []
    }
    let own = entry.followUps.map { (entry.code, $0) }
    let parts = entry.components.flatMap { component in component.followUps.map { (component.code, $0) } }
    return (own + parts).map { "\(strong: $0.0): \($0.1)" }
  }
}
