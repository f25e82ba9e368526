import Analysis

/// Everything known about a finding.
struct FindingExplanation {
  let state: SessionState
  let model: FormulaModel
  let finding: AuditFinding

  /// The answer.
  var output: Output {
    let tables = AuditTables(dataset: state.dataset(of: finding.context))
    var document = Document([
      .heading(Prose("Temuan \(finding.number): \(finding.severity.rawValue)"), level: 1)
    ])
    document.append(
      .paragraph(
        "\(finding.statement) — \(state.describe(finding.context)). Jenis: \(finding.kind.rawValue) (\(finding.kind.help))."
      ))
    document.append(.paragraph("Tercetak di \(finding.place.shortText)."))
    document.append(.table(figures(tables)))
    if !finding.explanation.isEmpty {
      document.append(.paragraph(Prose(finding.explanation.capitalizedSentence + ".")))
    }
    let steps = self.steps
    if !steps.isEmpty {
      document.append(.paragraph("Rumus: \(code: finding.formula)"))
      document.append(.table(CalculationAnswer.table(steps)))
    }
    causes(&document)
    if !finding.others.isEmpty {
      document.append(.heading("Tempat lain", level: 2))
      document.append(.list(finding.others.prefix(20).map { Prose($0.shortText) }))
    }
    return Output(document, result: json(steps))
  }

  private func figures(_ tables: AuditTables) -> Table {
    var table = Table(
      caption: "Angka", columns: [.init("angka"), .init("nilai", .right), .init("penuh", .right)])
    if !finding.printed.isEmpty {
      let value = finding.printedValue.map { NumberStyle.full.text($0) } ?? ""
      table.append(["tercetak", .text(finding.printed), .text(value)])
    }
    let computed = finding.computed?.number.map { NumberStyle.full.text($0) } ?? ""
    if finding.computed != nil {
      table.append([.text(expectedName), .text(tables.computed(finding)), .text(computed)])
    }
    if let difference = finding.difference {
      table.append([
        "selisih", .text(AuditTables.style(of: finding).signed.text(difference)),
        .text(NumberStyle.full.signed.text(difference)),
      ])
    }
    return table
  }

  /// What the figure is held against.
  private var expectedName: String {
    switch finding.kind {
    case .conflict: "dipakai"
    case .target, .progress: "pembanding"
    default: "dihitung"
    }
  }

  private func causes(_ document: inout Document) {
    guard finding.severity == .wrong || finding.severity == .rounding else { return }
    guard !finding.causes.isEmpty else {
      document.append(
        .note("Tidak ada sebab yang terbukti: tidak satu pun dugaan menghasilkan angka tercetak tepat."))
      return
    }
    document.append(.heading("Sebab yang menghasilkan angka tercetak tepat", level: 2))
    document.append(.list(finding.causes.map { Prose($0.capitalizedSentence) }))
  }

  /// The derivation, when the finding has a formula that can be read.
  private var steps: [EvaluationStep] {
    guard !finding.formula.isEmpty, let expression = try? Expression(parsing: finding.formula) else {
      return []
    }
    var evaluator = Evaluator(model, in: finding.context)
    return evaluator.steps(of: expression)
  }

  private func json(_ steps: [EvaluationStep]) -> JSONValue {
    let list = steps.map { step in
      JSONValue.object([
        .init("langkah", .string(step.text)), .init("nilai", step.value.json),
        .init("asal", .string(step.place)),
        .init("sebab", step.value.missing.map { .string($0.text) } ?? .null),
      ])
    }
    return .object(FindingJSON(finding: finding, state: state).members + [.init("langkah", .array(list))])
  }
}

extension NumberStyle {
  /// As many decimals as a double carries for figures of this size.
  fileprivate static let full = NumberStyle(decimals: 0...10)
}
