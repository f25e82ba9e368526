import Analysis

/// Turns the answer of a goal seek into an answer for people and programs.
struct GoalAnswer {
  let state: SessionState
  let model: FormulaModel
  let context: Context
  let question: GoalQuestion
  let answer: GoalResult
  /// Assumptions that were made from the answer.
  var applied: [Supposition] = []

  var output: Output {
    Output(document, result: result, warnings: warnings)
  }

  /// The answer as assumptions.
  var suppositions: [Supposition] {
    answer.inputs.filter { $0.from != $0.to }.map { input in
      let reference = Reference(model.code(of: input.figure), quantity: input.figure.quantity)
      return Supposition(Assumption(reference, .set, input.to), at: model.named(context))
    }
  }

  // MARK: - For people

  private var document: Document {
    var document = Document([.paragraph(verdict)])
    if answer.isReached, !answer.wasReached || answer.inputs.count > 1 { document.append(.table(table)) }
    if !answer.isReached { document.append(.table(endTable)) }
    if !applied.isEmpty {
      document.append(.note("Jawaban ini sekarang menjadi asumsi (\(applied.count)).", tone: .success))
    }
    return document
  }

  private var verdict: Prose {
    let place = state.describe(context)
    if answer.wasReached {
      return "\(code: question.source) sudah tercapai: sekarang \(shown(answer.before)) — \(place)"
    }
    if answer.isReachedByRounding {
      return
        "\(code: question.source) menurut rumus sudah tercapai tanpa perubahan (\(shown(answer.value))); nilai resminya \(shown(answer.before)) karena pembulatan — \(place)"
    }
    guard answer.isReached else { return failure }
    if let gain = answer.gain {
      let style = NumberStyle(decimals: 2...6, showsPlus: true)
      return
        "\(code: question.source) tercapai bila \(answer.inputs.count) masukan berubah bersama \(Figure(gain, style)); nilainya menjadi \(shown(answer.value)), sekarang \(shown(answer.before)) — \(place)"
    }
    guard let input = answer.inputs.first else { return "" }
    return
      "\(code: question.source) tercapai bila \(code: model.inputName(of: input.figure)) \(input.to > input.from ? "naik" : "turun") dari \(figure(input.from, input)) menjadi \(figure(input.to, input)); sekarang \(shown(answer.before)) — \(place)"
  }

  private var failure: Prose {
    let names =
      answer.inputs.count > 3
      ? "\(answer.inputs.count) masukan"
      : answer.inputs.map { model.inputName(of: $0.figure) }.joined(separator: ", ")
    return
      "\(strong: "Tidak tercapai"): \(code: question.source) dengan mengubah \(names) saja. Paling dekat \(shown(answer.value)) pada \(nearest); sekarang \(shown(answer.before)) — \(state.describe(context))"
  }

  private var nearest: Prose {
    if let gain = answer.gain {
      return "perubahan bersama \(Figure(gain, NumberStyle(decimals: 2...6, showsPlus: true)))"
    }
    guard let input = answer.inputs.first else { return "" }
    let isEnd = input.to == answer.low.input || input.to == answer.high.input
    return "\(isEnd ? "batas " : "")\(code: model.inputName(of: input.figure)) = \(figure(input.to, input))"
  }

  private func figure(_ value: Double, _ input: GoalResult.Input) -> Figure {
    let style = model.style(of: input.figure)
    return Figure(value, style == .rupiah ? style : NumberStyle(decimals: 2...6))
  }

  private func shown(_ value: Value) -> Prose {
    switch value {
    case .number(let number): "\(Figure(number, NumberStyle(decimals: 2...6)))"
    case .text(let text): "\(strong: text)"
    case .missing(let missing): "tanpa nilai (\(missing.text))"
    }
  }

  private var table: Table {
    let hasBound = answer.inputs.contains(where: \.isAtBound)
    var table = Table(
      caption: "Yang perlu berubah",
      columns: [.init("kode"), .number("dari"), .number("menjadi"), .number("selisih")]
        + (hasBound ? [.init("")] : []))
    for input in answer.inputs {
      let style = figure(input.to, input).style
      table.append(
        [
          .text(model.inputName(of: input.figure)),
          .number(input.from, style, origin: model.source(of: input.figure).map { .row($0) }),
          .number(input.to, style, origin: .computed("pencarian \(question.source)", from: [])),
          .number(input.to - input.from, style.signed),
        ] + (hasBound ? [.text(input.isAtBound ? "di batas" : "")] : []))
    }
    return table
  }

  private var endTable: Table {
    let subject = question.subject.text.unicodeScalars.count > 30 ? "hasil" : question.subject.text
    let title = answer.gain == nil ? model.inputName(of: answer.inputs[0].figure) : "perubahan bersama"
    var table = Table(
      caption: "Pada batas pencarian", columns: [.init("batas"), .number(title), .init(subject, .right)])
    for (name, end) in [("terendah", answer.low), ("tertinggi", answer.high)] {
      table.append([
        .text(name), .number(end.input, NumberStyle(decimals: 2...6)), .text(shown(end.value).plain),
      ])
    }
    return table
  }

  private var warnings: [String] {
    guard !answer.unbounded.isEmpty, !answer.wasReached else { return [] }
    let names = answer.unbounded.map { model.inputName(of: $0) }.joined(separator: ", ")
    let (low, high) = (NumberStyle.plain.text(answer.low.input), NumberStyle.plain.text(answer.high.input))
    return [
      "katalog tidak memberi batas lengkap untuk \(names); dicari antara \(low) dan \(high) (ubah dengan rentang=)"
    ]
  }

  // MARK: - For programs

  private var result: JSONValue {
    var members: [JSONValue.Member] = [
      .init("tujuan", .string(question.source)), .init("tercapai", .bool(answer.isReached)),
      .init(
        "ubah",
        .array(
          answer.inputs.map { input in
            .object([
              .init("kode", .string(model.inputName(of: input.figure))), .init("dari", .number(input.from)),
              .init("menjadi", .number(input.to)), .init("di_batas", .bool(input.isAtBound)),
            ])
          })), .init("nilai", answer.value.json), .init("nilai_sekarang", answer.before.json),
      .init("sudah_tercapai", .bool(answer.wasReached)),
      .init(
        "batas",
        .array(
          [answer.low, answer.high].map {
            .object([.init("masukan", .number($0.input)), .init("nilai", $0.value.json)])
          })),
    ]
    if let gain = answer.gain { members.append(.init("kenaikan", .number(gain))) }
    if !applied.isEmpty {
      members.append(.init("asumsi", .array(applied.map { .string($0.assumption.text) })))
    }
    if !answer.isReached { members.append(.init("sebab", .string(verdict.plain))) }
    return .object(members)
  }
}
