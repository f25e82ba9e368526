import Analysis
import Testing

@Suite struct ProgramTests {
  /// A model of leaves, some missing, with formulas over them.
  private func model(_ maker: inout FormulaMaker) throws -> FormulaModel {
    var indicators: [(code: String, formula: String?, value: Double?)] = []
    for index in 0..<6 {
      let value = index == 3 ? nil : Double(maker.integer(below: 2_000)) / 100 - 5
      indicators.append((index < 4 ? "G.X\(index)" : "Y\(index)", nil, value))
    }
    indicators += [("G", nil, 2.5), ("H", nil, nil), ("H.A", nil, nil)]
    return try DatasetMaker.model(indicators, targets: ["G.X0": 4, "Y4": 0, "Y5": 7])
  }

  private func maker(_ seed: Int) -> FormulaMaker {
    var maker = FormulaMaker(seed: UInt64(seed))
    maker.codes = ["G", "G.X0", "G.X1", "G.X2", "G.X3", "Y4", "Y5", "H"]
    maker.usesEverything = false
    return maker
  }

  @Test(arguments: 0..<60)
  func programsAgreeWithTheEvaluator(seed: Int) throws {
    var maker = maker(seed)
    let model = try model(&maker)
    let context = SampleData.context(model, 0, 2025)
    let catalogue = model.catalogue(of: context)
    let dense = ContextModel(model, in: context)
    var evaluator = Evaluator(model, in: context)
    let varying = ["G.X0", "G.X1", "G.X2", "G.X3", "Y4", "Y5", "G"].compactMap { catalogue.subject($0) }
    let columns = varying.map { [evaluator.value(of: $0).number ?? .nan] }
    var found = 0
    for _ in 0..<30 {
      let expression = maker.expression(depth: 4)
      let expected = evaluator.value(of: expression).number
      let program = try dense.program(for: [expression], varying: varying.map { (.realization, $0) })
      let result = program.evaluate(columns, count: 1)[0][0]
      #expect(result.isNaN ? expected == nil : result == expected, "\(expression.text)")
      #expect(try dense.value(of: dense.probe(expression)) == expected, "\(expression.text)")
      found += expected == nil ? 0 : 1
    }
    #expect(found > 0)
  }

  @Test func blocksAgreeWithSingleRows() throws {
    var maker = maker(99)
    let expressions = (0..<20).map { _ in maker.expression(depth: 4) }
    let numbers = Dictionary(uniqueKeysWithValues: maker.codes.enumerated().map { ($1, $0) })
    let program = try Program(expressions, columnCount: numbers.count) { reference in
      guard let column = numbers[reference.code] else { return .number(.nan) }
      return reference.isPattern ? .several([.column(column), .column(0)]) : .column(column)
    }
    let count = 2_500
    let columns = numbers.keys.map { _ in
      (0..<count).map { _ in maker.integer(below: 9) == 0 ? Double.nan : maker.number() - 2 }
    }
    let whole = program.evaluate(columns, count: count)
    for row in stride(from: 0, to: count, by: 97) {
      let single = program.evaluate(columns.map { [$0[row]] }, count: 1)
      for output in single.indices {
        #expect(
          single[output][0] == whole[output][row] || (single[output][0].isNaN && whole[output][row].isNaN))
      }
    }
  }

  @Test func publishedGraphInOneProgram() throws {
    let model = try SampleData.model()
    let context = SampleData.context(model, 0, 2025)
    let catalogue = model.catalogue(of: context)
    let input = try #require(catalogue.subject("IPP.F02.INOVASI"))
    let outputs = try ["IPP.F02", "IKPP", "capaian(IKPP)", "predikat(IPP)", "efisiensi(S2)", "IKM"].map {
      try Expression(parsing: $0)
    }
    let program = try ContextModel(model, in: context).program(for: outputs, varying: [(.realization, input)])
    let results = program.evaluate([[0.42, 0.50, .nan]], count: 3)
    for (row, amount) in [0.42, 0.50].enumerated() {
      let assumed = try Assumptions(
        [Assumption(Reference("IPP.F02.INOVASI"), .set, amount)], model: model, context: context)
      var evaluator = Evaluator(model, in: context, assuming: assumed)
      for (output, expression) in outputs.enumerated() where amount != 0.42 || expression.text == "IKM" {
        let value = evaluator.value(of: expression)
        let number = results[output][row]
        #expect(
          value == (expression.isText ? .text(program.texts[Int(number)]) : .number(number)),
          "\(expression.text)")
      }
    }
    #expect(abs(results[0][0] - 3.83) < 1e-9)
    // A missing component is left out of the sum of a pattern.
    #expect(abs(results[0][2] - 3.41) < 1e-9)
  }

  @Test func holesOfAScaleHaveNoPredicate() throws {
    let model = try DatasetMaker.model([("IKM", nil, 80)])
    let context = SampleData.context(model, 0, 2025)
    let text = try Expression(parsing: "predikat(IKM)")
    let subject = try #require(model.catalogue(of: context).subject("IKM"))
    let program = try ContextModel(model, in: context).program(
      for: [text], varying: [(.realization, subject)])
    let numbers = program.evaluate([[88.31, 88.305, 88.304, 24.9, .nan, 100, 101]], count: 7)[0]
    #expect(numbers.map { $0.isNaN ? "–" : program.texts[Int($0)] } == ["A", "A", "B", "–", "–", "A", "–"])
  }

  @Test(arguments: [
    0.5, -0.5, 1.005, 94.995, 2.675, 1e15 + 0.5, -1234.5678, 0, 1e-20, 0.285, 99.99999999999999,
  ])
  func roundingMatchesDecimalDigits(value: Double) throws {
    for places in [0, 1, 2, 3, 6, -2] {
      let expression = try Expression(parsing: "bulat(X; \(places))")
      let program = try Program([expression], columnCount: 1) { _ in .column(0) }
      #expect(program.evaluate([[value]], count: 1)[0][0] == value.roundedHalfAway(places: places))
    }
  }

  @Test func roundingNearTiesMatchesDecimalDigits() throws {
    let program = try Program([Expression(parsing: "bulat(X; 2)")], columnCount: 1) { _ in .column(0) }
    var maker = FormulaMaker(seed: 5)
    let column = (0..<2_000).map { index in
      let tie = (Double(maker.integer(below: 1_000_000)) + 0.5) / 100
      return [tie, -tie, tie.nextUp, tie.nextDown.nextDown, tie * 1.0000000000001, tie + 1e-13][index % 6]
    }
    let rounded = program.evaluate([column], count: column.count)[0]
    #expect(rounded == column.map { $0.roundedHalfAway(places: 2) })
  }
}
