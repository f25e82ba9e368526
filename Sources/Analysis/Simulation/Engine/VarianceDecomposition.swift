/// First-order variance shares: the correlation ratio of each output over classes of each input.
struct VarianceDecomposition: Sendable {
  /// Classes of equal width between an input's quantiles at 10⁻⁴ and 1 − 10⁻⁴; the outer ones are open.
  static let classes = 128
  /// Trials used at most.
  static let trials = 1 << 18

  /// Counts and sums of one output in the classes of one input.
  private struct Cells: Sendable {
    var counts = [Double](repeating: 0, count: VarianceDecomposition.classes)
    var sums = [Double](repeating: 0, count: VarianceDecomposition.classes)
    var total = 0.0
    var square = 0.0
  }

  private let origins: [Double]
  private let scales: [Double]
  private let centres: [Double]

  /// Prepares the classes.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - centres: A number near each output's mean.
  init(inputs: [SimulationInput], centres: [Double]) {
    let bounds = inputs.map { ($0.distribution.quantile(1e-4), $0.distribution.quantile(1 - 1e-4)) }
    origins = bounds.map(\.0)
    scales = bounds.map { low, high in high > low ? Double(Self.classes) / (high - low) : 0 }
    self.centres = centres
  }

  /// The share of each input in each output's variance.
  func shares<Model>(count: Int, runner: TrialRunner<Model>) throws(Problem) -> [[Double]] {
    let segments = TrialRunner<Model>.segments(of: 0..<min(count, Self.trials), atMost: 16)
    let states = try runner.pass(segments) {
      [(segment: Int, cells: [[Cells]])]()
    } body: { state, segment, block in
      if state.last?.segment != segment {
        state.append((segment, centres.map { _ in origins.map { _ in Cells() } }))
      }
      add(block, to: &state[state.count - 1].cells)
    }
    let ordered = states.flatMap { $0 }.sorted { $0.segment < $1.segment }
    return centres.indices.map { output in
      origins.indices.map { input in
        scales[input] > 0 ? Self.share(ordered.map { $0.cells[output][input] }) : 0
      }
    }
  }

  private func add(_ block: TrialBlock, to cells: inout [[Cells]]) {
    for output in centres.indices {
      let values = block.output(output)
      for input in origins.indices where scales[input] > 0 {
        let column = block.input(input)
        for trial in 0..<block.count where values[trial].isFinite {
          let place = (column[trial] - origins[input]) * scales[input]
          let index = Int(max(0, min(place, Double(Self.classes - 1))))
          let difference = values[trial] - centres[output]
          cells[output][input].counts[index] += 1
          cells[output][input].sums[index] += difference
          cells[output][input].total += difference
          cells[output][input].square += difference * difference
        }
      }
    }
  }

  /// The correlation ratio corrected for chance (ε²): what classes explain beyond what as many classes of noise would.
  private static func share(_ parts: [Cells]) -> Double {
    let total = parts.reduce(0) { $0 + $1.total }
    let square = parts.reduce(0) { $0 + $1.square }
    let sums = (0..<classes).map { index in
      (count: parts.reduce(0) { $0 + $1.counts[index] }, sum: parts.reduce(0) { $0 + $1.sums[index] })
    }.filter { $0.count > 0 }
    let count = sums.reduce(0) { $0 + $1.count }
    let all = square - total * total / max(count, 1)
    guard count > Double(sums.count), all > 1e-24 * square, all > 0 else { return 0 }
    let between = sums.reduce(0) { $0 + $1.sum * $1.sum / $1.count } - total * total / count
    let noise = max(all - between, 0) / (count - Double(sums.count))
    return min(max((between - Double(sums.count - 1) * noise) / all, 0), 1)
  }
}
