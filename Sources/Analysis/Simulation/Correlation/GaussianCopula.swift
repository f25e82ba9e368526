/// Ties the uniform draws of several inputs together so that their normal scores have given correlations.
///
/// The inputs are taken in the order of their names, so the order in which they were given does not matter.
struct GaussianCopula: Sendable {
  /// The places of the correlated inputs among all inputs.
  let members: [Int]
  private let factor: [Double]
  private let normal = QuantileTable(.normal(mean: 0, deviation: 1))

  /// Prepares the correlated inputs.
  ///
  /// - Throws: A problem when a name is not an input, an input is constant, or the matrix is not positive definite.
  init?(_ matrix: CorrelationMatrix, inputs: [SimulationInput]) throws(Problem) {
    var members: [Int] = []
    var rows: [Int] = []
    for (row, name) in matrix.names.enumerated().sorted(by: { $0.element < $1.element }) {
      guard let place = inputs.firstIndex(where: { $0.name == name }) else {
        throw Problem(
          "korelasi menyebut \(name) yang bukan masukan simulasi", expected: "nama masukan",
          suggestions: Suggestion.nearest(to: name, among: inputs.map(\.name)))
      }
      let isTied = (0..<matrix.size).contains { $0 != row && matrix[row, $0] != 0 }
      guard isTied else { continue }
      guard !inputs[place].distribution.isConstant else {
        throw Problem("\(name) selalu sama nilainya sehingga tidak dapat berkorelasi")
      }
      members.append(place)
      rows.append(row)
    }
    factor = try matrix.reordered(rows).requireFactor()
    self.members = members
    if members.isEmpty { return nil }
  }

  /// Replaces independent uniform draws by dependent ones.
  func transform(_ columns: [UnsafeMutablePointer<Double>], count: Int) {
    for place in members { normal.transform(columns[place], count: count) }
    let size = members.count
    for row in stride(from: size - 1, through: 0, by: -1) {
      let target = columns[members[row]]
      let own = factor[row * size + row]
      for index in 0..<count { target[index] *= own }
      for column in 0..<row where factor[row * size + column] != 0 {
        let weight = factor[row * size + column]
        let source = columns[members[column]]
        for index in 0..<count { target[index] += weight * source[index] }
      }
    }
    for place in members {
      let column = columns[place]
      for index in 0..<count { column[index] = NormalDistribution.cumulative(column[index]) }
    }
  }
}
