import Analysis
import Testing

@Suite struct AssumptionTextTests {
  @Test(arguments: [
    ("IKM=98,3", "IKM=98,3"), ("ikm.*+=0,5", "IKM.*+=0,5"), ("pagu(P01)*=90%", "pagu(P01)*=0,9"),
    ("target(AKIP) = 82", "target(AKIP)=82"), ("AKIP[-1]-=2", "AKIP[-1]-=2"), ("IKM/=2*2", "IKM/=4"),
    ("AKIP[2024; \"Kecamatan Ngoro\"]=70.5", "AKIP[2024; \"Kecamatan Ngoro\"]=70,5"), ("IKM=-3", "IKM=-3"),
  ])
  func isReadAndWrittenTheSame(source: String, text: String) throws {
    let assumption = try Assumption(parsing: source)
    #expect(assumption.text == text)
    #expect(try Assumption(parsing: assumption.text) == assumption)
  }

  @Test(arguments: [
    ("", 0..<0), ("IKM", 0..<3), ("=3", 0..<0), ("IKM==3", 4..<5), ("IKM>=3", 3..<5), ("IKM+1=3", 0..<5),
    ("IKM=AKIP", 4..<8), ("IKM=\"A\"", 4..<7), ("IKM=1/0", 4..<7), ("IKM=3+", 6..<6),
    ("IKM~normal(1;2)", 3..<4),
  ])
  func isRefusedWithItsPlace(source: String, range: Range<Int>) {
    let problem = #expect(throws: Problem.self) { try Assumption(parsing: source) }
    #expect(problem?.place == .text(source, range: range), "\(problem.map { "\($0)" } ?? "")")
  }
}

@Suite struct ScoreExpressionTests {
  /// The score as a formula gives what the rule gives, also when its deciding predicate changes.
  @Test(arguments: [5.0, 8, 9.2, 10.65, 14]) func agreesWithTheRule(part: Double) throws {
    let model = try SampleData.model()
    let context = SampleData.context(model, 0, 2025)
    let assumptions = try Assumptions(
      [Assumption(Reference("AKIP.PELAPORAN"), .set, part)], model: model, context: context)
    let effects = WhatIfEffects(model, in: context, assuming: assumptions)
    let expression = try #require(model.scoreExpression(in: context))
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    let expected = try #require(effects.scoreAfter.value.value)
    let found = try #require(evaluator.value(of: expression).number)
    #expect(abs(found - expected) < 1e-12 * expected)
  }
}

@Suite struct TrialClassTests {
  /// Every value lies in the interval of the class it is given, right up to the edges.
  @Test(arguments: RuleBook.scales.map(\.name)) func intervalsAreThoseOfTheScale(name: String) throws {
    let scale = try RuleBook.scale(name)
    let classes = scale.trialClasses()
    var values = (0...12_500).map { Double($0) / 100 - 1 } + (0...2_500).map { Double($0) / 200 + 0.005 }
    for item in classes { values += [item.lower, item.upper, item.lower.nextDown, item.upper.nextUp] }
    for value in values {
      let found = classes.filter { $0.lower <= value && value <= $0.upper }.map(\.name)
      #expect(found == (scale.classify(value).predicate.map { [$0.label] } ?? []), "\(value)")
    }
  }

  @Test func aCapOpensTheEnds() throws {
    let classes = try RuleBook.scale("capaian-110").trialClasses(cap: 110)
    #expect(classes.first?.upper == .infinity && classes.last?.lower == -.infinity)
  }
}

@Suite struct WhatIfFunctionTests {
  /// A compiled function gives what the evaluator gives once something has changed.
  @Test(arguments: [3.0, 3.5, 4.4]) func agreesWithTheEvaluator(value: Double) throws {
    let model = try SampleData.model()
    let context = SampleData.context(model, 0, 2025)
    let index = try #require(model.catalogue(of: context).indicator("IPP.F02"))
    let figure = FigureKey(.realization, of: .indicator(index), in: context)
    let expressions = try ["IKPP", "capaian(IKPP)", "predikat(IPP)"].map { try Expression(parsing: $0) }
    let standing = try Assumptions(
      [Assumption(Reference("IKM.SKCK"), .add, 2)], model: model, context: context)
    var function = try WhatIfFunction(
      expressions, varying: [figure], model: model, in: context, assuming: standing)
    let values = function.values(at: [value])
    let both = try Assumptions(
      [Assumption(Reference("IKM.SKCK"), .add, 2), Assumption(Reference("IPP.F02"), .set, value)],
      model: model,
      context: context)
    var evaluator = Evaluator(model, in: context, assuming: both)
    for (expression, found) in zip(expressions, values) {
      #expect(function.meaning(found, of: expression) == evaluator.value(of: expression))
    }
    #expect(function.program.columnsRead(byOutput: 0) == [0])
  }

  @Test func assumptionsAboutOtherYearsAreNotLost() throws {
    let model = try SampleData.model()
    let context = SampleData.context(model, 0, 2025)
    let index = try #require(model.catalogue(of: context).indicator("AKIP.PELAPORAN"))
    let figure = FigureKey(.realization, of: .indicator(index), in: context)
    let elsewhere = try Assumptions(
      [Assumption(Reference("AKIP", year: .relative(-1)), .set, 70)], model: model, context: context)
    #expect(throws: Problem.self) {
      try WhatIfFunction(
        [Expression(parsing: "AKIP-AKIP[-1]")], varying: [figure], model: model, in: context,
        assuming: elsewhere)
    }
    #expect(throws: Never.self) {
      try WhatIfFunction(
        [Expression(parsing: "AKIP")], varying: [figure], model: model, in: context, assuming: elsewhere)
    }
  }
}

@Suite struct AssumedBoundsTests {
  private func model() throws -> (FormulaModel, Context) {
    var maker = DatasetMaker(
      catalogue: Catalogue(indicators: [
        Indicator(code: "A", minimum: 0, maximum: 10), Indicator(code: "B", maximum: 3),
        Indicator(code: "C", formula: "A+B"),
      ]))
    for (code, value) in [("A", "8"), ("B", "5")] {
      maker.add(
        ["unit": "X", "tahun": "2025", "periode": "", "kode": code, "realisasi": value, "target": ""], "kode",
        planned: "target", actual: "realisasi", to: \.performance)
    }
    var workspace = Workspace()
    workspace.add(maker.dataset("d"))
    return (try FormulaModel(workspace), Context(dataset: 0, unit: 0, year: 2025))
  }

  /// A shift stops at the bound; a value that lay beyond it stays, so that no change in means no change out.
  @Test(
    arguments: [
      (Assumption(Reference("A"), .add, 1), 9.0), (Assumption(Reference("A"), .add, 5), 10),
      (Assumption(Reference("A"), .multiply, -1), 0), (Assumption(Reference("B"), .add, 1), 5),
      (Assumption(Reference("B"), .add, 0), 5), (Assumption(Reference("B"), .subtract, 3), 2),
    ] as [(Assumption, Double)])
  func shiftsStop(assumption: Assumption, expected: Double) throws {
    let (model, context) = try model()
    let assumptions = try Assumptions([assumption], model: model, context: context)
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    var dense = ContextModel(model, in: context)
    dense.assume(assumptions)
    let index = try #require(model.catalogue(of: context).indicator(assumption.reference.code))
    #expect(evaluator.value(of: .indicator(index)).number == expected)
    #expect(dense.value(of: .indicator(index)) == expected)
    #expect(dense.value(of: .indicator(2)) == evaluator.value(of: .indicator(2)).number)
  }

  @Test func valuesBeyondTheBoundAreRefused() throws {
    let (model, context) = try model()
    #expect(throws: Problem.self) {
      try Assumptions([Assumption(Reference("A"), .set, 10.5)], model: model, context: context)
    }
  }
}
