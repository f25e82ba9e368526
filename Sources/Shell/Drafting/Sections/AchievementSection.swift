import Analysis

/// Target against result, against the two years before, against the mid-term target and against higher levels.
enum AchievementSection {
  static func write(_ writer: inout DraftWriter) throws(Problem) {
    writer.heading("Target dan realisasi tahun \(writer.context.year)")
    try target(&writer)
    writer.heading("Perbandingan dengan dua tahun sebelumnya")
    try PastYearsSection.write(&writer)
    writer.heading("Perbandingan dengan target jangka menengah")
    try MidTermSection.write(&writer)
    writer.heading("Perbandingan dengan tingkat yang lebih tinggi")
    try HigherLevelsSection.write(&writer)
  }

  /// Target, result, achievement and predicate of the year.
  static func target(_ writer: inout DraftWriter) throws(Problem) {
    let keys = try writer.keyIndicators()
    guard !keys.isEmpty else {
      throw Problem(
        "tidak ada indikator bertarget untuk \(writer.state.describe(writer.context))", kind: .data,
        expected: "tahun lain, atau unit yang mempunyai target")
    }
    let codes = keys.map { writer.catalogue.indicators[$0].code }
    let hasScore = (try? score(of: keys, writer)) != nil
    writer.answer(
      "capaian.target", "capaian " + codes.joined(separator: " ") + (hasScore ? " pko=ya" : ""),
      keeping: \.belongsIntoReport)
    try sentences(keys, &writer)
    let programmes = try programmes(writer)
    guard !programmes.isEmpty else { return }
    writer.heading("Capaian program", level: 2)
    writer.answer(
      "capaian.program",
      "capaian " + programmes.map { writer.catalogue.indicators[$0].code }.joined(separator: " "),
      keeping: \.belongsIntoReport)
  }

  private static func score(of keys: [Int], _ writer: DraftWriter) throws(Problem) -> OrganisationalScore {
    var evaluator = try writer.evaluator()
    return try OrganisationalScore(AchievementTable(keys, evaluator: &evaluator), evaluator: &evaluator)
  }

  /// The targeted indicators of programmes that are not key indicators.
  private static func programmes(_ writer: DraftWriter) throws(Problem) -> [Int] {
    let keys = Set(try writer.keyIndicators())
    let catalogue = writer.catalogue
    return try writer.state.requireModel().targetedIndicators(in: writer.context).filter { index in
      guard !keys.contains(index), let node = catalogue.indicators[index].node else { return false }
      return catalogue.nodes[node].level == .programme
    }
  }

  private static func sentences(_ keys: [Int], _ writer: inout DraftWriter) throws(Problem) {
    var evaluator = try writer.evaluator()
    let rules = try writer.state.rules(of: writer.context)
    let year = writer.context.year
    for key in keys {
      let item = IndicatorYears(key, years: year...year, evaluator: &evaluator)
      let code = item.indicator.code
      writer.generate(
        "capaian.\(code)", command: "jelaskan \(code)", [.paragraph(sentence(item, rules: rules))])
      if let percent = item.last.percent.number, percent < 100 {
        writer.placeholder("faktor yang menyebabkan target \(code) belum tercapai dan tindak lanjutnya")
      } else if item.last.percent.number != nil {
        writer.placeholder("faktor pendukung keberhasilan \(code)")
      }
    }
  }

  /// Whether the target was reached, and with which predicate.
  static func sentence(_ item: IndicatorYears, rules: RuleSet) -> Prose {
    let name = Sentence.name(item.indicator)
    guard let target = item.last.target.number else {
      return "\(name) tidak mempunyai target untuk tahun \(item.last.year)."
    }
    let goal = Figure(target, item.style, origin: item.last.targetOrigin)
    guard let actual = item.last.actual.number else {
      return "\(name) ditargetkan \(goal), tetapi realisasinya belum ada datanya."
    }
    let start: Prose =
      "\(name) ditargetkan \(goal) dan terealisasi \(Figure(actual, item.style, origin: item.last.actualOrigin))"
    guard let percent = item.last.percent.number else {
      return start + Prose("; capaiannya tidak dapat dihitung karena \(item.last.percent.reason).")
    }
    let predicate = rules.classify(achievement: percent).predicate.map { " (predikat \($0.label))" } ?? ""
    return start
      + ", sehingga capaiannya \(percentFigure(item, percent))\(predicate) dan \(Sentence.verdict(percent))."
  }

  private static func percentFigure(_ item: IndicatorYears, _ percent: Double) -> Figure {
    Figure(percent, .percent, origin: item.percent(item.last).origin)
  }
}
