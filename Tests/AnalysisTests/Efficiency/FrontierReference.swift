// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of the reference file.

import Analysis
import FoundationEssentials
import Testing

/// The reference problem of eight units, solved elsewhere in exact rational arithmetic.
struct FrontierReference: Decodable {
  struct Peer: Decodable { var value: Double }

  struct Program: Decodable {
    var feasible: Bool
    var score: Double?
    var efficiency: Double?
    var peers: [String: Peer]?
    var sum_lambda: Double?
    var slack_inputs: [Double]?
    var slack_outputs: [Double]?
  }

  struct Unit: Decodable {
    var ccr_in: Program
    var ccr_out: Program
    var bcc_in: Program
    var bcc_out: Program
    var nirs_in: Program
    var super_ccr_in: Program
    var super_bcc_in: Program
    var super_bcc_out: Program
    var scale_efficiency: Double
    var rts: String
    var ccr_strongly_efficient: Bool
  }

  struct Rule: Decodable {
    var cooper_seiford_tone_min_units: Int
    var satisfied: Bool
  }

  var units: [String]
  var X: [[Double]]
  var Y: [[Double]]
  var results: [String: Unit]
  var rule_of_thumb: Rule

  static func load(file: StaticString = #filePath) throws -> FrontierReference {
    try loadReference("dea.json", file: file)
  }

  func analysis() throws -> FrontierAnalysis {
    try FrontierAnalysis(
      FrontierUnits(
        names: units,
        inputs: [
          FrontierMeasure("belanja", X.map { $0[0] }), FrontierMeasure("pegawai", X.map { $0[1] }),
        ],
        outputs: [FrontierMeasure("layanan", Y.map { $0[0] })]))
  }
}

/// Reads a file of reference numbers beside the tests.
func loadReference<Value: Decodable>(_ name: String, file: StaticString = #filePath) throws -> Value {
  let tests = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
  let data = try Data(contentsOf: tests.appending(path: "References").appending(path: name))
  return try JSONDecoder().decode(Value.self, from: data)
}

/// Whether two numbers agree to nine digits.
func agree(_ actual: Double?, _ expected: Double?, tolerance: Double = 1e-9) -> Bool {
  guard let actual, let expected else { return actual == nil && expected == nil }
  return (actual - expected).magnitude <= tolerance * max(1, expected.magnitude)
}
