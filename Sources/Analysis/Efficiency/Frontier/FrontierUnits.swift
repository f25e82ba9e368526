/// One input or output: its name and one value per unit.
public struct FrontierMeasure: Hashable, Sendable {
  /// The name, for messages and tables.
  public var name: String
  /// One value per unit, in the measure's own unit; `nil` where it is missing.
  public var values: [Double?]

  /// Makes a measure.
  public init(_ name: String, _ values: [Double?]) {
    self.name = name
    self.values = values
  }
}

/// The units that are compared, with their inputs and outputs; made only from data that can be compared.
public struct FrontierUnits: Hashable, Sendable {
  /// The units' names.
  public let names: [String]
  /// The inputs' names.
  public let inputNames: [String]
  /// The outputs' names.
  public let outputNames: [String]
  /// All values, unit after unit: its inputs, then its outputs.
  let values: [Double]
  /// The mean of each input and output over the units.
  let means: [Double]

  /// How many units there are.
  public var count: Int { names.count }
  /// The inputs of a unit.
  public func inputs(of unit: Int) -> [Double] {
    Array(values[unit * width..<unit * width + inputNames.count])
  }
  /// The outputs of a unit.
  public func outputs(of unit: Int) -> [Double] {
    Array(values[unit * width + inputNames.count..<(unit + 1) * width])
  }

  /// Inputs and outputs together.
  var width: Int { inputNames.count + outputNames.count }

  /// Checks the data and makes the units.
  ///
  /// - Throws: A `Problem` that names the unit and the measure when a value is missing, not finite or negative,
  ///   when a unit has no input or no output at all, when a measure is zero everywhere, when sizes do not
  ///   agree, or when there are fewer than two units.
  public init(names: [String], inputs: [FrontierMeasure], outputs: [FrontierMeasure]) throws(Problem) {
    guard !inputs.isEmpty, !outputs.isEmpty else {
      throw Problem(
        "analisis garis depan memerlukan sedikitnya satu masukan dan satu keluaran",
        expected: "misalnya masukan belanja dan keluaran capaian")
    }
    guard names.count >= 2 else {
      throw Problem(
        "analisis garis depan membandingkan unit, tetapi hanya ada \(names.count) unit", kind: .data,
        expected: "sedikitnya dua unit")
    }
    var rows = Array(repeating: 0.0, count: names.count * (inputs.count + outputs.count))
    for (column, measure) in (inputs + outputs).enumerated() {
      let kind = column < inputs.count ? "masukan" : "keluaran"
      try Self.fill(&rows, column: column, width: inputs.count + outputs.count, names, measure, kind)
    }
    self.names = names
    inputNames = inputs.map(\.name)
    outputNames = outputs.map(\.name)
    values = rows
    let width = inputs.count + outputs.count
    means = (0..<width).map { column in
      let largest = stride(from: column, to: rows.count, by: width).reduce(0) { max($0, rows[$1]) }
      let sum = stride(from: column, to: rows.count, by: width).reduce(0) { $0 + rows[$1] / largest }
      return largest * (sum / Double(names.count))
    }
    for unit in names.indices {
      if self.inputs(of: unit).allSatisfy({ $0 == 0 }) { throw Self.empty("masukan", names[unit]) }
      if self.outputs(of: unit).allSatisfy({ $0 == 0 }) { throw Self.empty("keluaran", names[unit]) }
    }
  }

  private static func empty(_ kind: String, _ name: String) -> Problem {
    Problem(
      "semua \(kind) unit “\(name)” bernilai 0 sehingga tidak dapat dibandingkan", kind: .data,
      expected: "sedikitnya satu \(kind) di atas 0, atau keluarkan unit itu")
  }

  private static func fill(
    _ rows: inout [Double], column: Int, width: Int, _ names: [String], _ measure: FrontierMeasure,
    _ kind: String
  ) throws(Problem) {
    guard measure.values.count == names.count else {
      throw Problem(
        "\(kind) “\(measure.name)” berisi \(measure.values.count) nilai untuk \(names.count) unit",
        kind: .data,
        expected: "satu nilai untuk setiap unit")
    }
    for (unit, value) in measure.values.enumerated() {
      guard let value, !value.isNaN else {
        throw Problem(
          "\(kind) “\(measure.name)” unit “\(names[unit])” kosong", kind: .data,
          expected: "isi nilainya atau keluarkan unit itu")
      }
      guard value.isFinite, value.magnitude < 1e100, value == 0 || value.magnitude > 1e-100 else {
        throw Problem(
          "\(kind) “\(measure.name)” unit “\(names[unit])” di luar jangkauan hitungan", kind: .data)
      }
      guard value >= 0 else {
        throw Problem(
          "\(kind) “\(measure.name)” unit “\(names[unit])” negatif (\(NumberStyle.plain.text(value)))",
          kind: .data,
          expected: "nilai 0 atau lebih")
      }
      rows[unit * width + column] = value
    }
    guard measure.values.contains(where: { $0 != 0 }) else {
      throw Problem(
        "\(kind) “\(measure.name)” bernilai 0 untuk semua unit", kind: .data,
        expected: "keluarkan \(kind) itu")
    }
  }
}
