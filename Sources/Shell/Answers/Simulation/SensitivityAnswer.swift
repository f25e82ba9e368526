import Analysis

/// Turns a sensitivity analysis into an answer.
struct SensitivityAnswer {
  let state: SessionState
  let model: FormulaModel
  let context: Context
  let subject: Expression
  let range: SensitivityRange
  let answer: SensitivityQuestion.Answer

  /// How many bars the picture has at most.
  private static let mostBars = 15

  var output: Output {
    Output(document, result: result)
  }

  private var shape: SubjectShape { SubjectShape(subject, model: model, in: context) }
  private var style: NumberStyle { model.style(of: subject, in: context) }

  // MARK: - For people

  private var document: Document {
    var document = Document([.paragraph(summary), .table(table)])
    if let chart { document.append(.chart(chart)) }
    let remarks = answer.bars.compactMap { remark($0) }
    if !remarks.isEmpty { document.append(.list(remarks)) }
    document.append(
      .note(
        "Satu masukan digerakkan pada satu waktu; pengaruh bersama beberapa masukan tidak tampak di sini."))
    return document
  }

  private var summary: Prose {
    var text: Prose = "\(code: subject.text) dihitung dari masukan ini \(Figure(answer.base, style))"
    if let official = answer.official.number, official != answer.base {
      text = text + " (nilai resmi \(Figure(official, style)))"
    }
    guard let top = answer.bars.first, let swing = top.bar.swing else {
      return text + "; tidak ada masukan yang menggerakkannya — \(state.describe(context))"
    }
    guard swing != 0 else { return text + "; tidak bergerak dalam rentang ini — \(state.describe(context))" }
    return text
      + "; paling peka terhadap \(code: model.inputName(of: top.figure)): dari \(Figure(top.bar.atLow, style, reason: "")) sampai \(Figure(top.bar.atHigh, style, reason: "")) — \(state.describe(context))"
  }

  private var table: Table {
    var columns: [Table.Column] = [
      .init("masukan"), .init("rentang"), .number("rendah"), .number("tinggi"), .number("ayunan"),
    ]
    let hasLabels = Set(answer.bars.map { labels($0.bar) }).count > 1
    if hasLabels { columns.append(.init("predikat")) }
    var table = Table(caption: "Kepekaan \(subject.text) (\(range.text))", columns: columns)
    for item in answer.bars {
      let (low, high) = (item.bar.atLow, item.bar.atHigh)
      let inputStyle = model.style(of: item.figure)
      var cells: [Table.Cell] = [
        .text(model.inputName(of: item.figure)),
        .text(
          "\(inputStyle.text(item.bar.range.lowerBound)) … \(inputStyle.text(item.bar.range.upperBound))"),
        .number(low, style, reason: "tidak ada nilainya"), .number(high, style, reason: "tidak ada nilainya"),
        .number(item.bar.swing, style.signed, reason: "tidak ada nilainya"),
      ]
      if hasLabels { cells.append(.text(labels(item.bar))) }
      table.append(cells)
    }
    if !answer.withoutRange.isEmpty {
      let names = answer.withoutRange.map { model.inputName(of: $0) }.joined(separator: ", ")
      table.footnotes.append(Prose("Tanpa rentang seperti itu dan karena itu tidak digerakkan: \(names)."))
    }
    return table
  }

  private func label(_ value: Double?) -> String { value.flatMap { shape.classify($0) }?.label ?? "–" }

  private func labels(_ bar: TornadoBar) -> String {
    let (low, high) = (label(bar.atLow), label(bar.atHigh))
    return low == high ? low : "\(low) → \(high)"
  }

  /// Where a cap or a category bites.
  private func remark(_ item: SensitivityQuestion.Bar) -> Prose? {
    let name = model.inputName(of: item.figure)
    let inputStyle = model.style(of: item.figure)
    if let flat = item.bar.plateaus.first {
      return
        "\(code: name): antara \(Figure(flat.lowerBound, inputStyle)) dan \(Figure(flat.upperBound, inputStyle)) hasil tidak bergerak karena batas atau kategori."
    }
    if let cap = shape.cap, let high = [item.bar.atLow, item.bar.atHigh].compactMap({ $0 }).max(), high > cap
    {
      return "\(code: name): hasil melewati batas \(Figure(cap, .plain)) yang masih dihitung."
    }
    if !item.bar.isLinear { return "\(code: name): hasil tidak lurus dalam rentang ini." }
    return nil
  }

  private var chart: Chart? {
    let bars = answer.bars.filter { ($0.bar.swing ?? 0) != 0 }.prefix(Self.mostBars)
    guard !bars.isEmpty else { return nil }
    let points = bars.enumerated().map { place, item in
      Chart.Point(x: Double(place), y: nil, low: item.bar.atLow, high: item.bar.atHigh)
    }
    return Chart(
      title: "Kepekaan \(subject.text)", summary: "Hasil pada ujung rentang setiap masukan, terbesar di atas",
      kind: .tornado, categories: bars.map { model.inputName(of: $0.figure) },
      series: [Chart.Series(subject.text, points)], reference: answer.base, referenceLabel: "sekarang",
      style: style)
  }

  // MARK: - For programs

  private var result: JSONValue {
    .object([
      .init("ungkapan", .string(subject.text)), .init("nilai", answer.official.json),
      .init("dihitung", .number(answer.base)), .init("rentang", .string(range.text)),
      .init("baris", .array(answer.bars.map { json($0) })),
      .init("tanpa_rentang", .array(answer.withoutRange.map { .string(model.inputName(of: $0)) })),
    ])
  }

  private func json(_ item: SensitivityQuestion.Bar) -> JSONValue {
    .object([
      .init("kode", .string(model.inputName(of: item.figure))), .init("dasar", .number(item.base)),
      .init("terendah", .number(item.bar.range.lowerBound)),
      .init("tertinggi", .number(item.bar.range.upperBound)),
      .init("hasil_terendah", .optional(item.bar.atLow)),
      .init("hasil_tertinggi", .optional(item.bar.atHigh)),
      .init("ayunan", .optional(item.bar.swing)), .init("lurus", .bool(item.bar.isLinear)),
      .init("predikat_terendah", .optional(item.bar.atLow.flatMap { shape.classify($0)?.predicate?.label })),
      .init(
        "predikat_tertinggi", .optional(item.bar.atHigh.flatMap { shape.classify($0)?.predicate?.label })),
      .init(
        "datar",
        .array(
          item.bar.plateaus.map {
            .object([.init("dari", .number($0.lowerBound)), .init("sampai", .number($0.upperBound))])
          })),
    ])
  }
}

extension SensitivityRange {
  /// The range as it is typed.
  var text: String {
    switch self {
    case .relative(let share): "±\(NumberStyle.plain.text(share * 100))%"
    case .absolute(let amount): "±\(NumberStyle.plain.text(amount))"
    case .interval(let range):
      "\(NumberStyle.plain.text(range.lowerBound))..\(NumberStyle.plain.text(range.upperBound))"
    case .history: "riwayat"
    case .bounds: "batas"
    }
  }
}
