import Analysis

/// Turns a simulation into an answer.
struct ProbabilityAnswer {
  let state: SessionState
  let model: FormulaModel
  let context: Context
  let subject: Expression
  let question: ProbabilityQuestion
  let answer: ProbabilityResult

  var output: Output {
    Output(document, result: result, warnings: warnings)
  }

  private var style: NumberStyle {
    let own = model.style(of: subject, in: context)
    return own == .rupiah ? own : NumberStyle(decimals: 2...4)
  }

  // MARK: - For people

  private var document: Document {
    var document = Document([.paragraph(summary), .table(inputTable), .table(quantileTable)])
    if let table = classTable { document.append(.table(table)) }
    document.append(.table(shareTable))
    if let chart { document.append(.chart(chart)) }
    document.append(.note(method))
    return document
  }

  private var summary: Prose {
    let summary = answer.subject
    var text: Prose = ""
    if let target = question.target, let share = summary.target {
      let sign = target.direction == .atLeast ? "sedikitnya" : "paling banyak"
      text =
        "Peluang \(code: subject.text) \(sign) \(Figure(target.value, style)) adalah \(percent(share.probability)) (galat baku \(Figure(share.standardError * 100, Self.percentStyle(share.standardError))), interval 95% \(percent(share.interval.lowerBound)) sampai \(percent(share.interval.upperBound))). "
    }
    text =
      text
      + "Rata-rata \(code: subject.text) \(Figure(summary.mean, style)), simpangan baku \(Figure(summary.deviation, style, reason: "satu percobaan")); sembilan dari sepuluh hasil antara \(quantile(0.05)) dan \(quantile(0.95)) — \(state.describe(context))"
    return text
  }

  private func percent(_ share: Double) -> Figure {
    Figure(share * 100, NumberStyle(decimals: 2...2, suffix: "%"))
  }

  /// Enough decimals for the first two digits of a small error in percent.
  private static func percentStyle(_ error: Double) -> NumberStyle {
    var decimals = 2
    var scaled = error * 100
    while decimals < 6, scaled < 0.1, scaled > 0 {
      scaled *= 10
      decimals += 1
    }
    return NumberStyle(decimals: decimals...decimals, suffix: "%")
  }

  private func quantile(_ level: Double) -> Figure {
    Figure(answer.subject.quantiles.first { $0.level == level }?.value, style, reason: "tidak ada nilainya")
  }

  private var inputTable: Table {
    var table = Table(
      caption: "Masukan yang tidak pasti",
      columns: [
        .init("masukan"), .init("sebaran", shrinkPriority: 1), .number("rata-rata"), .number("simpangan"),
      ])
    for input in question.inputs {
      let own = model.style(of: input.figure)
      let style = own == .rupiah ? own : NumberStyle(decimals: 2...4)
      table.append([
        .text(input.name), .text(input.text),
        .number(input.distribution.mean, style, origin: .given(input.text)),
        .number(input.distribution.deviation, style, origin: .given(input.text)),
      ])
    }
    return table
  }

  private var quantileTable: Table {
    let summaries = [answer.subject] + [answer.achievement, answer.score].compactMap { $0 }
    var table = Table(
      caption: "Sebaran hasil", columns: [.init("persentil")] + summaries.map { .number($0.name) })
    for (place, quantile) in answer.subject.quantiles.enumerated() {
      table.append(
        [.text("p\(Int((quantile.level * 100).rounded()))")]
          + summaries.enumerated().map { index, summary in
            .number(
              summary.quantiles.indices.contains(place) ? summary.quantiles[place].value : nil,
              index == 0 ? style : .score, reason: "tidak ada nilainya")
          })
    }
    table.append(
      ["rata-rata"]
        + summaries.enumerated().map { .number($1.mean, $0 == 0 ? style : .score) }, role: .total)
    return table
  }

  private var classTable: Table? {
    let summaries = [answer.subject] + [answer.achievement, answer.score].compactMap { $0 }
    let classed = summaries.filter { !$0.classes.isEmpty }
    guard !classed.isEmpty else { return nil }
    var table = Table(
      caption: "Peluang setiap predikat",
      columns: [.init("yang dinilai"), .init("predikat"), .number("peluang (%)"), .number("galat baku")])
    for summary in classed {
      for item in summary.classes where item.share.count > 0 {
        table.append([
          .text(summary.name), .text(item.name), .number(item.share.probability * 100, .score),
          .number(item.share.standardError * 100, NumberStyle(decimals: 2...4)),
        ])
      }
      let rest = Self.unclassed(summary)
      if rest > 0 {
        table.append([.text(summary.name), "tanpa predikat", .number(rest * 100, .score), .empty])
      }
    }
    return table
  }

  /// The share of trials with a value that no class covers.
  static func unclassed(_ summary: OutputSummary) -> Double {
    guard summary.count > 0 else { return 0 }
    let covered = summary.classes.reduce(0) { $0 + $1.share.count }
    return Double(summary.count - covered) / Double(summary.count)
  }

  private var shareTable: Table {
    var table = Table(
      caption: "Sumbangan masukan pada keragaman \(subject.text)",
      columns: [.init("masukan"), .number("bagian (%)"), .number("bagian lurus (%)")])
    let shares = zip(question.inputs, answer.subject.contributions).sorted {
      $0.1.firstOrder > $1.1.firstOrder
    }
    for (input, share) in shares {
      table.append([
        .text(input.name), .number(share.firstOrder * 100, .score), .number(share.linear * 100, .score),
      ])
    }
    if question.correlations != nil {
      table.footnotes.append(
        "Masukan yang berkorelasi berbagi sumbangan, sehingga jumlahnya dapat melebihi 100%.")
    }
    return table
  }

  private var chart: Chart? {
    let histogram = answer.subject.histogram
    guard histogram.width > 0, histogram.counts.contains(where: { $0 > 0 }) else { return nil }
    let points = histogram.counts.enumerated().map { place, count in
      Chart.Point(
        x: histogram.lower + Double(place) * histogram.width,
        y: Double(count) / Double(max(answer.subject.count, 1)) * 100)
    }
    return Chart(
      title: "Sebaran \(subject.text)",
      summary: "Bagian percobaan menurut hasil, dalam persen", kind: .histogram,
      series: [Chart.Series(subject.text, points)], unit: "% percobaan", reference: question.target?.value,
      referenceLabel: question.target == nil ? "" : "target", style: NumberStyle(decimals: 0...2))
  }

  private var method: Prose {
    let count = Figure(Double(answer.trials), .count)
    let way: Prose =
      answer.replicates > 1
      ? "barisan Sobol teracak dengan \(answer.replicates) ulangan" : "percobaan acak biasa (Philox4x64-10)"
    return
      "\(count) percobaan, \(way), benih \(String(answer.seed)). Nilai paling mungkin bukan nilai tengah: peluangnya tercapai dapat jauh dari 50%."
  }

  private var warnings: [String] {
    var result: [String] = []
    if answer.subject.missing > 0 {
      let share = Double(answer.subject.missing) / Double(answer.trials) * 100
      result.append("\(NumberStyle.percent.text(share)) percobaan tanpa nilai dan tidak ikut dihitung")
    }
    for input in question.inputs {
      if case .historical(_, let changes) = input.distribution, changes.count < 4 {
        result.append(
          "\(input.name): riwayatnya hanya memuat \(changes.count) perubahan tahunan; peluangnya kasar")
      }
      let bounds = model.bounds(of: input.figure)
      let below = bounds.least.map { input.distribution.cumulative($0.nextDown) } ?? 0
      let above = bounds.greatest.map { 1 - input.distribution.cumulative($0) } ?? 0
      guard below + above > 1e-9 else { continue }
      result.append(
        "\(input.name): \(NumberStyle.percent.text((below + above) * 100)) dari sebarannya di luar batas katalog; beri batas pada sebarannya"
      )
    }
    return result
  }
}
