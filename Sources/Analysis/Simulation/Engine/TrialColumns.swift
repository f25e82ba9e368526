/// The columns of one thread: room for a block of inputs and outputs, freed with the value.
final class TrialColumns {
  let inputs: [UnsafeMutablePointer<Double>]
  let outputs: [UnsafeMutablePointer<Double>]

  init(inputs inputCount: Int, outputs outputCount: Int, capacity: Int) {
    func column() -> UnsafeMutablePointer<Double> {
      let column = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
      column.initialize(repeating: .nan, count: capacity)
      return column
    }
    inputs = (0..<inputCount).map { _ in column() }
    outputs = (0..<outputCount).map { _ in column() }
  }

  deinit {
    for column in inputs + outputs { column.deallocate() }
  }

  /// Hands the columns over as a block.
  func withBlock<Result>(first: Int, count: Int, _ body: (TrialBlock) -> Result) -> Result? {
    inputs.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeBufferPointer { outputs in
        // Without inputs there is no base address, but then nothing reads it either.
        guard let written = outputs.baseAddress else { return nil }
        return body(
          TrialBlock(first: first, count: count, inputs: inputs.baseAddress ?? written, outputs: written))
      }
    }
  }
}
