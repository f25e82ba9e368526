/// Reads the formulas of a catalogue and finds what they name.
struct FormulaReader {
  let catalogue: Catalogue

  /// A formula with its references, each of which names something the catalogue knows.
  func formula(_ source: String) throws(Problem) -> DependencyGraph.Formula {
    let expression = try Expression(parsing: source)
    try NameCheck(catalogue: catalogue, source: source).check(expression)
    var seen: Set<Reference> = []
    let references = expression.references.filter { seen.insert($0).inserted }
    return DependencyGraph.Formula(source: source, expression: expression, references: references)
  }

  /// The indicators whose values in the same context the references read, each once.
  func inputs(of references: [Reference]) -> [Int] {
    var seen: Set<Int> = []
    return references.filter(\.isInContext).flatMap { values(of: $0) }.filter { seen.insert($0).inserted }
  }

  /// The indicators whose values a reference needs.
  func values(of reference: Reference) -> [Int] {
    switch reference.quantity {
    case .target, .ceiling, .spending, .absorption: return []
    case .realization, .achievement, .efficiency, .predicate: break
    }
    return catalogue.subjects(of: reference).flatMap { subject in
      switch subject {
      case .indicator(let index): [index]
      case .node(let index): catalogue.indicators(of: index)
      }
    }
  }

  /// Where a formula first reads an indicator.
  func range(of indicator: Int, in expression: Expression) -> Range<Int> {
    var found: Range<Int>?
    expression.visit { part in
      guard found == nil, case .reference(let reference) = part.node, reference.isInContext else { return }
      if values(of: reference).contains(indicator) { found = part.range }
    }
    return found ?? expression.range
  }
}

extension Catalogue {
  /// What a reference names here: one subject, or the direct components of a pattern in file order.
  ///
  /// A pattern over a code that is no indicator itself still finds the codes below it; over a node it finds
  /// the nodes below.
  public func subjects(of reference: Reference) -> [Subject] {
    let subject = subject(reference.code)
    guard reference.isPattern else { return subject.map { [$0] } ?? [] }
    switch subject {
    case .indicator(let index): return components(of: index).map { .indicator($0) }
    case .node(let index): return children(of: index).map { .node($0) }
    case nil:
      return indicators.indices.filter {
        Self.parentCode(of: indicators[$0].code)?.uppercased() == reference.code
      }.map { .indicator($0) }
    }
  }
}
