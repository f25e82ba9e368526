/// What moves a formula most when its inputs move one at a time.
public struct SensitivityQuestion: Sendable {
  /// An input with its bar.
  public struct Bar: Hashable, Sendable {
    /// Which figure moves.
    public var figure: FigureKey
    /// Its value under the assumptions that stand.
    public var base: Double
    /// What it does to the formula.
    public var bar: TornadoBar
  }

  /// What was found.
  public struct Answer: Hashable, Sendable {
    /// The formula by its official value, under the assumptions.
    public var official: Value
    /// What all formulas give at the values of the inputs; bars are about this.
    public var base: Double
    /// The bars, the greatest swing first.
    public var bars: [Bar]
    /// Inputs that have no range of the kind asked for.
    public var withoutRange: [FigureKey]
  }

  /// The formula, the organisational score written out.
  public let subject: Expression
  /// What is evaluated over.
  public let model: FormulaModel
  /// Where codes are read.
  public let context: Context
  /// What stands.
  public let assumptions: Assumptions

  /// Makes a question.
  ///
  /// - Throws: A problem when the formula gives a text or asks for a score that is not there.
  public init(
    _ subject: Expression, model: FormulaModel, in context: Context, assuming assumptions: Assumptions
  ) throws(Problem) {
    guard !subject.isText else {
      throw Problem(
        "\(subject.text) berupa teks dan tidak dapat digambar", expected: "ungkapan yang berupa angka")
    }
    self.subject = try model.resolvingScore(subject, in: context)
    self.model = model
    self.context = context
    self.assumptions = assumptions
  }

  /// The inputs that the formula rests on in the end: figures with a value that no usable formula computes, in the
  /// order of the catalogue.
  public var leaves: [FigureKey] {
    var found: [FigureKey] = []
    var seen: Set<FigureKey> = []
    var pending: [FigureKey] = []
    for reference in subject.references { pending += (try? model.figures(of: reference, in: context)) ?? [] }
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    while let figure = pending.popLast() {
      guard figure.context == context, seen.insert(figure).inserted else { continue }
      let parts = model.parts(of: figure)
      if !parts.isEmpty {
        pending += parts
      } else if figure.quantity == .realization, case .indicator(let index) = figure.subject,
        assumptions.changes[figure]?.set == nil, let formula = model.formula(of: index, in: context),
        evaluator.computed(index)?.number != nil
      {
        for reference in formula.references {
          pending += (try? model.figures(of: reference, in: context)) ?? []
        }
      } else if evaluator.value(of: figure).number != nil {
        found.append(figure)
      }
    }
    return found.sorted { Self.rank($0) < Self.rank($1) }
  }

  private static func rank(_ figure: FigureKey) -> Int {
    let quantity = Quantity.allCases.firstIndex(of: figure.quantity) ?? 0
    switch figure.subject {
    case .indicator(let index): return quantity * 1_000_000_000 + index
    case .node(let index): return quantity * 1_000_000_000 + 500_000_000 + index
    }
  }

  /// Moves each input over its range.
  ///
  /// - Throws: A problem when no input has a range, or the formula has no value.
  /// - Complexity: O(inputs) evaluations.
  public func answer(varying inputs: [FigureKey], over wanted: SensitivityRange) throws(Problem) -> Answer {
    guard !inputs.isEmpty else {
      throw Problem("\(subject.text) tidak bergantung pada masukan yang ada nilainya", kind: .data)
    }
    var function = try WhatIfFunction(
      [subject], varying: inputs, model: model, in: context, assuming: assumptions)
    let ranges = inputs.indices.map { wanted.range(of: inputs[$0], base: function.base[$0], model) }
    let moved = inputs.indices.filter { ranges[$0] != nil }
    guard !moved.isEmpty else {
      throw Problem(
        "tidak ada masukan yang punya rentang seperti itu", kind: .data,
        expected: "rentang lain, misalnya ±5%")
    }
    guard let base = function.values(at: function.base)[0] else {
      throw Problem("\(subject.text) tidak ada nilainya menurut rumus", kind: .data)
    }
    let start = function.base
    let bars = try Tornado.bars(
      names: moved.map { String($0) }, base: moved.map { start[$0] }, ranges: moved.compactMap { ranges[$0] }
    ) { values in
      var point = start
      for (place, value) in zip(moved, values) { point[place] = value }
      return function.values(at: point)[0]
    }
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    return Answer(
      official: evaluator.value(of: subject), base: base,
      bars: bars.compactMap { bar in
        Int(bar.name).map { Bar(figure: inputs[$0], base: start[$0], bar: bar) }
      },
      withoutRange: inputs.indices.filter { ranges[$0] == nil }.map { inputs[$0] })
  }
}
