import Analysis

/// Tells the strategy of one indicator in a table and formal sentences.
struct StrategyText {
  private let plan: StrategyPlan
  private let style: NumberStyle
  private var code: String { plan.item.indicator.code }

  init(_ plan: StrategyPlan) {
    self.plan = plan
    style = plan.item.style == .count ? .count : .score.with(decimals: 2...4)
  }

  // MARK: - Figures

  private var actual: Double? { plan.item.last.actual.number }

  private var required: Double? {
    guard let target = plan.target, let actual else { return nil }
    return plan.item.indicator.direction == .rising ? target - actual : actual - target
  }

  private var chance: Finding<Double>? {
    guard let target = plan.target else { return nil }
    let isRising = plan.item.indicator.direction == .rising
    return try? plan.analysis.probability(ofReaching: target, in: plan.year, higherIsBetter: isRising)
  }

  private var projection: ProjectionPoint? {
    guard let last = plan.analysis.segment.years.last, plan.year > last,
      plan.year - last <= TrendAnalysis.farthestYear
    else {
      return nil
    }
    return (try? plan.analysis.projection(years: plan.year - last))?.value?.points.last
  }

  private var projectionStyle: NumberStyle { style.with(decimals: 3...4) }

  private func figure(_ value: Double, _ origin: Origin? = nil) -> Figure {
    Figure(value, style, origin: origin)
  }

  // MARK: - Table

  /// Every figure that the sentences use.
  var summary: Table {
    let year = plan.item.last.year
    var table = Table(
      caption: "Dasar strategi \(code)", columns: [.init("ukuran", shrinkPriority: 1), .number("nilai")])
    func add(
      _ name: String, _ value: Double?, _ style: NumberStyle, _ origin: Origin? = nil, _ reason: String
    ) {
      table.append([.text(name), .number(value, style, origin: origin, reason: reason)])
    }
    add(
      "target \(year)", plan.item.last.target.number, style, plan.item.last.targetOrigin,
      plan.item.last.target.reason)
    add("realisasi \(year)", actual, style, plan.item.last.actualOrigin, plan.item.last.actual.reason)
    table.append([.text("capaian \(year) (%)"), plan.item.percentCell(plan.item.last)])
    if let distance = nextClass?.distance {
      add("jarak ke predikat berikutnya", distance, style, nil, "")
    }
    add("banyaknya tahun terukur (n)", Double(plan.analysis.segment.count), .count, nil, "")
    if let growth = plan.analysis.growth, let change = growth.totalChange.value,
      growth.first.year != growth.last.year
    {
      add("perubahan \(growth.first.year)–\(growth.last.year)", change, style.signed, nil, "")
    }
    if let test = plan.analysis.mannKendall.value {
      add("p Mann–Kendall", test.p, .probability, nil, "")
    }
    if let line = plan.analysis.linear.value {
      add("perubahan per tahun (OLS)", line.slope, style.signed, nil, "")
    }
    if let point = projection {
      add("proyeksi \(plan.year)", point.value, projectionStyle, nil, "")
      if let interval = point.interval80.value {
        add("selang prediksi 80% bawah", interval.low, projectionStyle, nil, "")
        add("selang prediksi 80% atas", interval.high, projectionStyle, nil, "")
      }
    }
    add("target \(plan.year)", plan.target, style, plan.targetOrigin, "belum ditetapkan")
    if let required { add("tambahan yang diperlukan", required, style.signed, nil, "") }
    if let chance { add("peluang mencapai target", chance.value, .probability, nil, chance.reason ?? "") }
    return table
  }

  // MARK: - Where it stands

  private var nextClass: (label: String, distance: Double)? {
    guard let actual, let scale = plan.scale else { return nil }
    let found = scale.classify(actual)
    guard let next = found.next, let distance = found.distanceToNext, distance >= 0 else { return nil }
    return (next.label, distance)
  }

  var position: [Block] {
    var sentence = AchievementSection.sentence(plan.item, rules: plan.rules)
    if let actual, let label = plan.scale?.classify(actual).predicate?.label {
      sentence = sentence + " Nilai itu berpredikat \(label)"
      if let next = nextClass {
        sentence = sentence + "; untuk predikat \(next.label) kurang \(figure(next.distance))"
      }
      sentence = sentence + "."
    }
    return [.paragraph(sentence)]
  }

  // MARK: - Trend

  var trend: [Block] {
    let narrative = TrendNarrative(plan.series, plan.analysis, style: style, projectionStyle: projectionStyle)
    var text = narrative.sentence
    if let point = projection {
      text =
        text
        + " Proyeksi garis kuadrat terkecil untuk tahun \(plan.year) adalah \(Figure(point.value, projectionStyle))"
      if let interval = point.interval80.value {
        text =
          text
          + " dengan selang prediksi 80% dari \(Figure(interval.low, projectionStyle)) sampai \(Figure(interval.high, projectionStyle))"
      }
      text = text + "."
    }
    let blocks: [Block] = [.table(history), .paragraph(text)]
    return blocks
  }

  /// The values that the trend is made of.
  private var history: Table {
    var table = Table(caption: "Deret \(code)", columns: [.init("tahun"), .number("realisasi")])
    for entry in plan.series.entries {
      table.append([
        .text(String(entry.year)),
        .number(entry.value.number, style, origin: entry.origin, reason: entry.value.missing?.root ?? ""),
      ])
    }
    if let test = plan.analysis.mannKendall.value {
      table.footnotes.append(
        "n = \(plan.analysis.scope.count); Mann–Kendall S = \(Figure(Double(test.s), .count)).")
    }
    if let line = plan.analysis.linear.value {
      table.footnotes.append(
        "Kemiringan garis kuadrat terkecil \(Figure(line.slope, style.signed)) per tahun.")
    }
    return table
  }

  // MARK: - Leverage

  var leverage: [Block] {
    guard let first = plan.levers.first else {
      return [
        .paragraph(
          "\(code) tidak mempunyai komponen terukur dalam data, sehingga daya ungkitnya tidak dapat dihitung."
        )
      ]
    }
    var table = Table(
      caption: "Daya ungkit komponen \(code)",
      columns: [
        .init("komponen"), .number("nilai"), .number("terbaik"), .number("ruang"),
        .number("pengaruh per poin"),
        .number("cadangan"),
      ],
      footnotes: [
        "Cadangan adalah ruang dikali pengaruh: tambahan \(code) bila komponen itu menjadi sebaik mungkin."
      ])
    for lever in plan.levers.prefix(10) {
      table.append([
        .text(lever.item.indicator.code),
        .number(lever.value, lever.item.style, origin: lever.item.last.actualOrigin),
        .number(lever.limit, lever.item.style, reason: "tanpa batas"),
        .number(lever.room, lever.item.style, reason: "tanpa batas"),
        .number(lever.effect, .plain.with(decimals: 2...4)),
        .number(lever.reserve, .plain.with(decimals: 2...4), reason: "tanpa batas"),
      ])
    }
    return [.table(table), .paragraph(leverageSentence(first))]
  }

  private func leverageSentence(_ lever: StrategyPlan.Lever) -> Prose {
    let effect = Figure(lever.effect, .plain.with(decimals: 2...4))
    let start: Prose =
      "Daya ungkit terbesar terhadap \(code) ada pada \(Sentence.name(lever.item.indicator)): setiap satu poin mengubah \(code) sebesar \(effect)"
    guard let room = lever.room, let reserve = lever.reserve, let limit = lever.limit else {
      return start + "."
    }
    return start
      + "; nilainya \(Figure(lever.value, lever.item.style)) dari nilai terbaik \(Figure(limit, lever.item.style)), sehingga masih ada ruang \(Figure(room, lever.item.style)) yang bernilai \(Figure(reserve, .plain.with(decimals: 2...4))) poin \(code)."
  }

  // MARK: - What the target needs

  /// The command that gives the same answer at the prompt.
  var goalCommand: String {
    guard let target = plan.target, let lever = plan.levers.first else { return "" }
    let sign = plan.item.indicator.direction == .rising ? ">=" : "<="
    return "cari \(code) \(sign) \(NumberStyle.plain.text(target)) ubah=\(lever.item.indicator.code)"
  }

  var need: [Block] {
    guard let target = plan.target else {
      return [
        .note(
          "Target \(code) tahun \(plan.year) belum ada dalam data, sehingga kebutuhannya belum dapat dihitung."
        )
      ]
    }
    var blocks: [Block] = []
    var sentences: [Prose] = []
    if let required { sentences.append(requirement(target, required)) }
    if let need = plan.need, let required, required > 0 {
      blocks.append(.table(needTable(need)))
      sentences.append(sentence(need))
    }
    if let chance { sentences.append(sentence(chance)) }
    guard !sentences.isEmpty else { return [] }
    return blocks + [.paragraph(sentences.dropFirst().reduce(sentences[0]) { $0 + " " + $1 })]
  }

  private func requirement(_ target: Double, _ required: Double) -> Prose {
    let goal: Prose = "Target tahun \(plan.year) sebesar \(figure(target, plan.targetOrigin))"
    if required <= 0 { return goal + " sudah tercapai dengan realisasi tahun \(plan.item.last.year)." }
    return goal + " memerlukan perbaikan \(figure(required)) dari realisasi tahun \(plan.item.last.year)."
  }

  private func needTable(_ need: StrategyPlan.Need) -> Table {
    var table = Table(
      caption: "Kebutuhan satu komponen untuk target \(plan.year)",
      columns: [
        .init("komponen"), .number("sekarang"), .number("menjadi"), .number("\(code) menjadi"),
        .init("hasil"),
      ])
    table.append([
      .text(need.lever.item.indicator.code), .number(need.lever.value, need.lever.item.style),
      .number(need.outcome.input, need.lever.item.style), .number(need.outcome.value, style),
      .text(need.outcome.isReached ? "tercapai" : "tidak tercapai"),
    ])
    return table
  }

  private func sentence(_ need: StrategyPlan.Need) -> Prose {
    let name = need.lever.item.indicator.code
    let style = need.lever.item.style
    let now = Figure(need.lever.value, style)
    let then = Figure(need.outcome.input, style)
    if need.outcome.isReached {
      return "Bila hanya \(name) yang diubah, nilainya harus menjadi \(then) dari \(now) sekarang."
    }
    return
      "Perubahan \(name) saja tidak cukup: pada nilai terbaiknya (\(then)) \(code) baru mencapai \(figure(need.outcome.value))."
  }

  private func sentence(_ chance: Finding<Double>) -> Prose {
    switch chance {
    case .known(let value):
      return
        "Menurut sebaran prediksi garis tren, peluang mencapai target itu \(Figure(value, .probability)) (n = \(plan.analysis.scope.count)); angka itu tidak memperhitungkan tindakan baru."
    case .withheld(let reason): return "Peluang mencapai target itu tidak dihitung: \(reason)."
    }
  }
}
