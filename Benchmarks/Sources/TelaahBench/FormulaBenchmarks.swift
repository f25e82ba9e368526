import Analysis

/// One operation of a formula over columns of a million rows.
enum FormulaBenchmarks {
  private static let rows = 1_000_000

  static let all: [Benchmark] = [
    ("tambah", "A + B"), ("bagi", "A / B"), ("banding", "A > B"), ("jika", "jika(A > B; A; B)"),
    ("bulat", "bulat(A; 2)"), ("pangkat", "A ^ B"), ("ikpp", "(A/25*2,5 + B*2)/2"),
  ].map { name, formula in
    Benchmark("rumus/\(name)", "\(formula) over 1,000,000 rows", items: rows) {
      let expression = try Expression(parsing: formula)
      let program = try Program([expression], columnCount: 2) { reference in
        .column(reference.code == "A" ? 0 : 1)
      }
      let columns = Columns([column(seed: 1), column(seed: 2)], outputs: 1, rows: rows)
      let scratch = Scratch(for: program)
      return { program.evaluate(columns: columns.inputs, count: rows, into: columns.outputs, scratch: scratch) }
    }
  }

  /// Columns that stay where they are while they are timed.
  private final class Columns {
    let inputs: [UnsafePointer<Double>]
    let outputs: [UnsafeMutablePointer<Double>]

    init(_ values: [[Double]], outputs count: Int, rows: Int) {
      inputs = values.map { column in
        let place = UnsafeMutablePointer<Double>.allocate(capacity: rows)
        place.initialize(from: column, count: rows)
        return UnsafePointer(place)
      }
      outputs = (0..<count).map { _ in
        let place = UnsafeMutablePointer<Double>.allocate(capacity: rows)
        place.initialize(repeating: 0, count: rows)
        return place
      }
    }

    deinit {
      inputs.forEach { UnsafeMutablePointer(mutating: $0).deallocate() }
      outputs.forEach { $0.deallocate() }
    }
  }

  /// Values between 1 and 100 from a fixed sequence.
  private static func column(seed: UInt64) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    return (0..<rows).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 1 + Double(state >> 40) / Double(1 << 24) * 99
    }
  }
}
