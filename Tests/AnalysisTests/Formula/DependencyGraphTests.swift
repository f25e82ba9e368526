import Analysis
import Testing

@Suite struct DependencyGraphTests {
  private func graph(_ formulas: [(String, String?)]) -> (Catalogue, DependencyGraph) {
    let catalogue = Catalogue(
      indicators: formulas.map { Indicator(code: $0.0, formula: $0.1) },
      nodes: [Node(code: "P01", name: "", level: .programme)])
    return (catalogue, DependencyGraph(catalogue))
  }

  @Test func ordersFormulasAfterTheirInputs() {
    let (catalogue, graph) = graph([
      ("IKPP", "(IKM/25*2,5 + IPP*2)/2"), ("IPP", "0,75*IPP.F02 + 0,25*IPP.F03"), ("IKM", nil),
      ("IPP.F02", "jumlah(IPP.F02.*)"), ("IPP.F03", nil), ("IPP.F02.A", nil),
      ("IPP.F02.B", "target(IKM)*capaian(IKM)"),
    ])
    #expect(graph.faults.isEmpty && graph.cycles.isEmpty)
    for (index, inputs) in graph.inputs.enumerated() {
      for input in inputs { #expect(graph.positions[input] < graph.positions[index]) }
    }
    let names = { (indices: [Int]) in indices.map { catalogue.indicators[$0].code } }
    #expect(names(graph.inputs[0]) == ["IKM", "IPP"])
    #expect(names(graph.inputs[3]) == ["IPP.F02.A", "IPP.F02.B"])
    #expect(names(graph.inputs[6]) == ["IKM"])
    #expect(names(graph.affected(by: [5])) == ["IPP.F02", "IPP", "IKPP"])
    #expect(graph.affected(by: [0]).isEmpty)
    #expect(Set(names(graph.ancestors(of: 1))) == ["IPP.F02", "IPP.F03", "IPP.F02.A", "IPP.F02.B", "IKM"])
  }

  @Test func namesTheCycle() {
    let (_, graph) = graph([
      ("IPP", "0,75*IPP.F02 + 1"), ("IPP.F02", "IPP/2"), ("IKPP", "IPP*2"), ("DIRI", "DIRI + 1"),
    ])
    #expect(
      graph.faults.map { drawing(of: $0.problem) } == [
        """
        0,75*IPP.F02 + 1
             ^^^^^^^
        rumus IPP: rumus saling bergantung dan tidak pernah selesai: IPP → IPP.F02 → IPP
        diharapkan: rumus yang tidak memakai dirinya sendiri
        """,
        """
        DIRI + 1
        ^^^^
        rumus DIRI: rumus saling bergantung dan tidak pernah selesai: DIRI → DIRI
        diharapkan: rumus yang tidak memakai dirinya sendiri
        """,
      ])
    #expect(graph.fault(of: 1) != nil && graph.fault(of: 2) == nil)
  }

  @Test func otherYearsMakeNoCycle() {
    let (_, graph) = graph([("A", "A[-1]*1,02")])
    #expect(graph.faults.isEmpty && graph.inputs == [[]])
  }

  @Test(arguments: [
    ("IKN + 1", "rumus X: kode “IKN” tidak dikenal", 0..<3, ["IKM"]),
    ("1 + jumlh(IKM)", "rumus X: fungsi “jumlh” tidak dikenal", 4..<9, ["jumlah"]),
    ("2*IKM.*", "rumus X: IKM.* berarti banyak nilai", 2..<7, []),
    ("jumlah(IKM.*)", "rumus X: IKM tidak punya komponen", 7..<12, []),
    ("target(P01)", "rumus X: “P01” adalah simpul dan tidak punya target sendiri", 0..<11, []),
  ])
  func reportsFormulasThatCannotBeUsed(source: String, message: String, range: Range<Int>, near: [String]) {
    let (_, graph) = graph([("IKM", nil), ("X", source)])
    #expect(graph.faults.map(\.indicator) == [1])
    #expect(graph.faults.first?.problem.message == message)
    #expect(graph.faults.first?.problem.place == .text(source, range: range))
    #expect(graph.faults.first?.problem.suggestions == near)
  }

  @Test func tenThousandInARow() {
    let formulas = (0..<10_000).map { ("I\($0)", $0 == 9_999 ? nil : "I\($0 + 1) + 1") as (String, String?) }
    let (_, graph) = graph(formulas)
    #expect(graph.order.first == 9_999 && graph.order.last == 0)
    #expect(graph.affected(by: [5_000]).count == 5_000)
  }

  @Test(arguments: SampleData.names)
  func everyPublishedFormulaIsUsable(name: String) throws {
    let dataset = try SampleData.dataset(name)
    let graph = DependencyGraph(dataset.catalogue)
    #expect(graph.faults.isEmpty)
    #expect(graph.formulas.count { $0 != nil } == dataset.catalogue.indicators.count { $0.formula != nil })
    for claim in try SampleData.rows(name, "klaim") {
      let source = try #require(claim["ungkapan"])
      let expression = try Expression(parsing: source)
      #expect(try Expression(parsing: expression.text) == expression)
      try NameCheck(catalogue: dataset.catalogue, source: source).check(expression)
    }
  }
}
