import Analysis

/// Turns the evaluation of a formula into an answer.
struct CalculationAnswer {
  let state: SessionState
  let context: Context
  let source: String
  let expression: Expression
  let showsSteps: Bool

  /// The answer.
  func output(_ evaluator: inout Evaluator) -> Output {
    let value = evaluator.value(of: expression)
    let computed = comparison(&evaluator)
    let ownSteps = evaluator.steps(of: expression)
    let origin = ownSteps.last?.origin
    let steps = showsSteps ? ownSteps + (computed.map { evaluator.steps(of: $0.formula) } ?? []) : []
    var document = Document([.paragraph(sentence(value, origin: origin))])
    if let computed { document.append(.note(computed.prose)) }
    if showsSteps { document.append(.table(Self.table(steps))) }
    return Output(document, result: result(value, computed, steps))
  }

  private func sentence(_ value: Value, origin: Origin?) -> Prose {
    let name = expression.text
    let place = state.describe(context)
    switch value {
    case .number(let number):
      return
        "\(code: name) = \(Figure(number, expression.style, origin: origin))\(expression.verdict(number)) — \(place)"
    case .text(let text): return "\(code: name) = \(strong: text) — \(place)"
    case .missing(let missing): return "\(code: name) tidak ada nilainya: \(missing.text) — \(place)"
    }
  }

  // MARK: - Stored against computed

  private struct Comparison {
    var formula: Expression
    var stored: Double
    var computed: Value
    var prose: Prose
  }

  /// For a formula that is a single indicator with a formula of its own: what is stored and what is computed.
  private func comparison(_ evaluator: inout Evaluator) -> Comparison? {
    guard case .reference(let reference) = expression.node, reference.quantity == .realization,
      !reference.isPattern,
      let figure = (try? evaluator.model.figures(of: reference, in: context))?.first,
      case .indicator(let index) = figure.subject,
      let computed = evaluator.computed(index, in: figure.context),
      let entry = evaluator.model.entry(of: figure),
      let formula = evaluator.model.graphs[figure.context.dataset].formulas[index]?.expression
    else { return nil }
    let stored = Figure(entry.value, .plain, origin: evaluator.model.source(of: figure).map { .row($0) })
    guard let number = computed.number else {
      return Comparison(
        formula: formula, stored: entry.value, computed: computed,
        prose: "Tersimpan \(stored); rumus \(code: formula.text) tidak dapat dihitung: \(computed.reason).")
    }
    let difference = Figure(number - entry.value, .plain.signed)
    return Comparison(
      formula: formula, stored: entry.value, computed: computed,
      prose:
        "Tersimpan \(stored); menurut rumus \(code: formula.text) = \(Figure(number, .plain)) (selisih \(difference))."
    )
  }

  // MARK: - Steps

  static func table(_ steps: [EvaluationStep]) -> Table {
    var table = Table(
      caption: "Langkah hitungan",
      columns: [.init("langkah", shrinkPriority: 1), .number("nilai"), .init("asal", shrinkPriority: 2)])
    for step in steps {
      let cell: Table.Cell =
        switch step.value {
        case .number(let number): .number(number, .plain, origin: step.origin)
        case .text(let text): .text(text)
        case .missing(let missing): .number(nil, .plain, origin: step.origin, reason: missing.text)
        }
      table.append([.text(step.text), cell, .text(step.place)], depth: step.level)
    }
    return table
  }

  // MARK: - For programs

  private func result(_ value: Value, _ computed: Comparison?, _ steps: [EvaluationStep]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("ungkapan", .string(expression.text)), .init("nilai", value.json),
      .init("sebab", value.missing.map { .string($0.text) } ?? .null),
    ]
    if let computed {
      members += [
        .init("tersimpan", .number(computed.stored)), .init("dihitung", computed.computed.json),
        .init("selisih", .optional(computed.computed.number.map { $0 - computed.stored })),
      ]
    }
    if showsSteps {
      let list = steps.map { step in
        JSONValue.object([
          .init("langkah", .string(step.text)), .init("nilai", step.value.json),
          .init("asal", .string(step.place)),
          .init("sebab", step.value.missing.map { .string($0.text) } ?? .null),
        ])
      }
      members.append(.init("langkah", .array(list)))
    }
    return .object(members)
  }
}

extension Value {
  /// The value for programs; missing is null.
  var json: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .missing: .null
    }
  }
}

extension EvaluationStep {
  /// Where the value came from, in few words.
  var place: String {
    switch kind {
    case .stored: origin?.shortText ?? ""
    case .computed: "rumus"
    case .assumed: "asumsi"
    case .operation: ""
    }
  }
}

extension Origin {
  /// The place in few words: `Tabel 3.19, baris 2288`.
  var shortText: String {
    switch self {
    case .row(let row): row.shortText
    case .computed(let rule, _): rule
    case .given(let text): text
    }
  }
}

extension SourceRow {
  /// The place in the report and in the file: `Tabel 3.19 baris 2288 (kinerja:288)`.
  var shortText: String {
    let printed = [source, sourceLine.isEmpty ? "" : "baris \(sourceLine)"].filter { !$0.isEmpty }.joined(
      separator: " ")
    let file = "\(table):\(fileLine)"
    return printed.isEmpty ? file : "\(printed) (\(file))"
  }
}

extension Expression {
  /// How the formula's value is written: rupiah for budgets, otherwise as many decimals as needed.
  fileprivate var style: NumberStyle {
    if case .reference(let reference) = node,
      reference.quantity == .ceiling || reference.quantity == .spending
    {
      return .rupiah
    }
    return .plain
  }

  /// ` (benar)` or ` (salah)` behind the value of a comparison.
  fileprivate func verdict(_ value: Double) -> String {
    guard case .binary(let sign, _, _) = node, sign.isComparison || sign == .and || sign == .or else {
      return ""
    }
    return value == 0 ? " (salah)" : " (benar)"
  }
}
