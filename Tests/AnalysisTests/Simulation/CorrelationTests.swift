import Testing

@testable import Analysis

@Suite struct CorrelationTests {
  @Test func factorTimesItsTransposeIsTheMatrix() throws {
    let matrix = try CorrelationMatrix(pairs: [("IKM", "F02", 0.3), ("IKM", "F03", 0.2), ("F02", "F03", 0.5)])
    #expect(matrix.names == ["F02", "F03", "IKM"])
    let factor = try matrix.requireFactor()
    for row in 0..<3 {
      for column in 0..<3 {
        let product = (0..<3).reduce(0) { $0 + factor[row * 3 + $1] * factor[column * 3 + $1] }
        #expect(abs(product - matrix[row, column]) < 1e-15)
      }
    }
  }

  @Test func contradictionIsRefusedWithTheNearestMatrix() throws {
    let matrix = try CorrelationMatrix(pairs: [("A", "B", 0.9), ("B", "C", 0.9), ("A", "C", -0.9)])
    let problem = #expect(throws: Problem.self) { try matrix.requireFactor() }
    let near = matrix.nearest()
    #expect(near.choleskyFactor() != nil)
    // By symmetry the nearest matrix shrinks all three alike, to just under one half.
    #expect((0.48...0.5).contains(near[0, 1]) && near[0, 1] == near[1, 2] && near[0, 2] == -near[0, 1])
    #expect(problem?.suggestions.first?.hasPrefix("A~B=0,49") == true)
  }

  @Test func definiteMatrixIsItsOwnNearest() throws {
    let matrix = try CorrelationMatrix(pairs: [("A", "B", 0.3), ("B", "C", -0.25)])
    #expect(matrix.nearest() == matrix)
  }

  @Test(arguments: [
    ([1, 0.5, 0.4, 1], "matriks korelasi tidak setangkup pada A~B"),
    ([1, 1.5, 1.5, 1], "korelasi A~B bernilai 1,5"),
    ([0.9, 0, 0, 1], "korelasi A dengan dirinya sendiri bukan 1"),
    ([1, 0.5], "matriks korelasi berisi 2 bilangan untuk 2 masukan"),
  ])
  func nonsenseIsRefused(_ values: [Double], _ message: String) {
    let problem = #expect(throws: Problem.self) { try CorrelationMatrix(names: ["A", "B"], values: values) }
    #expect(problem?.message == message)
  }

  @Test func unknownAndConstantInputsAreRefused() throws {
    var plan = SimulationReference.plan()
    plan.correlations = try CorrelationMatrix(pairs: [("IKM", "F04", 0.3)])
    let unknown = #expect(throws: Problem.self) { try plan.run(IndexModel()) }
    #expect(unknown?.message == "korelasi menyebut F04 yang bukan masukan simulasi")
    plan.correlations = try CorrelationMatrix(pairs: [("IKM", "F02", 0.3)])
    plan.inputs[1].distribution = .constant(4)
    let constant = #expect(throws: Problem.self) { try plan.run(IndexModel()) }
    #expect(constant?.message == "F02 selalu sama nilainya sehingga tidak dapat berkorelasi")
  }
}
