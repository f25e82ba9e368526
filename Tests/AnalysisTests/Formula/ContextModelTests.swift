import Analysis
import Testing

@Suite struct ContextModelTests {
  @Test(arguments: 0..<20)
  func agreesWithTheEvaluatorUnderAssumptions(seed: Int) throws {
    let model = try SampleData.model()
    var maker = FormulaMaker(seed: UInt64(seed))
    let context = SampleData.context(model, maker.integer(below: 3), 2024 + maker.integer(below: 2))
    let catalogue = model.catalogue(of: context)
    let inputs = catalogue.indicators.filter { $0.code.hasPrefix("I") || $0.code.hasPrefix("AKIP") }
    let assumptions = try Assumptions(
      (0..<4).map { _ in
        let operation = maker.pick([Assumption.Operation.set, .add, .multiply])
        let quantity = maker.pick([Quantity.realization, .realization, .target])
        return Assumption(
          Reference(maker.pick(inputs).code, quantity: quantity), operation,
          Double(maker.integer(below: 10)) / 2)
      }.reduce(into: [Assumption]()) { kept, next in
        if !kept.contains(where: { $0.reference == next.reference }) { kept.append(next) }
      }, model: model, context: context)
    var dense = ContextModel(model, in: context)
    let untouched = dense
    dense.assume(assumptions)
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    for index in catalogue.indicators.indices {
      let subject = Catalogue.Subject.indicator(index)
      #expect(
        dense.value(of: subject) == evaluator.value(of: subject).number, "\(catalogue.indicators[index].code)"
      )
      let achievement = try dense.probe(
        Expression(.reference(Reference(catalogue.indicators[index].code, quantity: .achievement))))
      #expect(dense.value(of: achievement) == evaluator.value(.achievement, of: subject).number)
    }
    dense.assume(Assumptions())
    for index in catalogue.indicators.indices {
      #expect(dense.value(of: .indicator(index)) == untouched.value(of: .indicator(index)))
    }
  }

  @Test func predicatesAndNodesFollow() throws {
    let model = try SampleData.model()
    let context = SampleData.context(model, 0, 2025)
    let catalogue = model.catalogue(of: context)
    var dense = ContextModel(model, in: context)
    let predicate = try dense.probe(Expression(parsing: "predikat(AKIP)"))
    #expect(dense.text(of: predicate) == "A")
    let component = try #require(catalogue.subject("AKIP.PELAPORAN"))
    dense.set(of: component, to: 5)
    #expect(dense.text(of: predicate) == "BB")
    dense.set(of: component, to: nil)
    #expect(dense.text(of: predicate) == "A")
    let node = try #require(catalogue.subject("P01"))
    let absorption = try dense.probe(Expression(parsing: "serapan(P01)"))
    let before = try #require(dense.value(of: absorption))
    dense.set(.ceiling, of: node, to: dense.value(.ceiling, of: node).map { $0 * 2 })
    #expect(dense.value(of: absorption) == before / 2)
    #expect(dense.baseline(of: absorption) == before)
    let canSet = dense.set(.achievement, of: component, to: 1)
    #expect(!canSet)
  }

  @Test func oneChangeThroughTenThousandFormulas() throws {
    let model = try DatasetMaker.model(
      (0..<10_000).map { ("I\($0)", $0 == 0 ? nil : "I\($0 - 1)*0,5 + I0", $0 == 0 ? 1 : nil) })
    let context = SampleData.context(model, 0, 2025)
    var dense = ContextModel(model, in: context)
    let clock = ContinuousClock()
    #expect(abs((dense.value(of: .indicator(9_999)) ?? 0) - 2) < 1e-12)
    var best = Duration.seconds(9)
    for step in 2...20 {
      let time = clock.measure { dense.set(of: .indicator(0), to: Double(step)) }
      best = min(best, time)
      #expect(abs((dense.value(of: .indicator(9_999)) ?? 0) - 2 * Double(step)) < 1e-9)
    }
    #expect(best < .seconds(2))
  }
}
