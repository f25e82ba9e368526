/// Correlations between the normal scores of several inputs (the parameter of a Gaussian copula).
public struct CorrelationMatrix: Hashable, Sendable {
  /// The names of the inputs, in the matrix' order.
  public let names: [String]
  /// The correlations, row by row.
  public let values: [Double]

  /// How many inputs there are.
  public var size: Int { names.count }

  /// The correlation of two inputs by their places.
  public subscript(row: Int, column: Int) -> Double { values[row * size + column] }

  /// Makes a matrix and checks everything but positive definiteness.
  ///
  /// - Parameters:
  ///   - names: The inputs.
  ///   - values: Their correlations, row by row.
  /// - Throws: A problem when it is not square, not symmetric, lacks ones on the diagonal or leaves −1…1.
  public init(names: [String], values: [Double]) throws(Problem) {
    self.init(unchecked: values, names: names)
    guard values.count == size * size else {
      throw Problem(
        "matriks korelasi berisi \(values.count) bilangan untuk \(size) masukan",
        expected: "\(size * size) bilangan")
    }
    for row in 0..<size {
      for column in 0...row { try check(row, column) }
    }
  }

  /// Makes a matrix from the correlations of pairs; pairs that are not given are uncorrelated.
  ///
  /// - Throws: A problem when a pair is a single input or is given twice with different values, or a value leaves
  ///   −1…1.
  public init(pairs: [(first: String, second: String, correlation: Double)]) throws(Problem) {
    let names = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var values = names.indices.flatMap { row in names.indices.map { $0 == row ? 1.0 : 0.0 } }
    var given: [[String]: Double] = [:]
    for pair in pairs {
      guard let row = places[pair.first], let column = places[pair.second], row != column else {
        throw Problem(
          "korelasi \(pair.first) dengan dirinya sendiri selalu 1", expected: "dua masukan yang berbeda")
      }
      let key = [pair.first, pair.second].sorted()
      if let earlier = given[key], earlier != pair.correlation {
        throw Problem("korelasi \(pair.first)~\(pair.second) disebut dua kali dengan nilai yang berbeda")
      }
      given[key] = pair.correlation
      values[row * names.count + column] = pair.correlation
      values[column * names.count + row] = pair.correlation
    }
    try self.init(names: names, values: values)
  }

  init(unchecked values: [Double], names: [String]) {
    self.names = names
    self.values = values
  }

  /// The same correlations with the inputs in another order.
  func reordered(_ order: [Int]) -> CorrelationMatrix {
    CorrelationMatrix(
      unchecked: order.flatMap { row in order.map { self[row, $0] } }, names: order.map { names[$0] })
  }

  /// The lower triangular factor L with L·Lᵀ equal to the matrix, row by row, or nothing when the matrix is not
  /// positive definite.
  ///
  /// - Complexity: O(size³).
  public func choleskyFactor() -> [Double]? {
    var factor = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var rest = self[row, column]
        for inner in 0..<column { rest -= factor[row * size + inner] * factor[column * size + inner] }
        if row == column {
          guard rest > 1e-10 else { return nil }
          factor[row * size + row] = rest.squareRoot()
        } else {
          factor[row * size + column] = rest / factor[column * size + column]
        }
      }
    }
    return factor
  }

  /// The factor, or the problem that offers the nearest matrix that has one.
  ///
  /// - Throws: A problem when the matrix is not positive definite.
  public func requireFactor() throws(Problem) -> [Double] {
    if let factor = choleskyFactor() { return factor }
    let near = nearest()
    let written = (0..<size).flatMap { row in
      (0..<row).map { column in
        "\(names[column])~\(names[row])=\(NumberStyle(decimals: 1...3).text(near[row, column]))"
      }
    }
    throw Problem(
      "korelasi yang diberikan saling bertentangan: matriksnya tidak definit positif",
      expected: "korelasi yang dapat terjadi bersama-sama",
      suggestions: [written.joined(separator: "; ")])
  }

  private func check(_ row: Int, _ column: Int) throws(Problem) {
    let (value, mirrored) = (self[row, column], self[column, row])
    let pair = "\(names[column])~\(names[row])"
    guard value.isFinite, mirrored.isFinite, abs(value) <= 1 else {
      throw Problem(
        "korelasi \(pair) bernilai \(NumberStyle.plain.text(value))", expected: "bilangan −1 sampai 1")
    }
    guard value == mirrored else {
      throw Problem(
        "matriks korelasi tidak setangkup pada \(pair)", expected: "nilai yang sama pada kedua sisi")
    }
    if row == column, value != 1 {
      throw Problem("korelasi \(names[row]) dengan dirinya sendiri bukan 1", expected: "1 pada diagonal")
    }
  }
}
