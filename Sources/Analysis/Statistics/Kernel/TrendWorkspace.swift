/// A kernel with the memory it works in, reused from series to series so that none allocates.
struct TrendWorkspace {
  let kernel: TrendKernel
  /// The numbers of the series measured last.
  private(set) var row: TrendRow
  private var memory: [Double]

  init(_ kernel: TrendKernel) {
    self.kernel = kernel
    row = TrendRow(layout: kernel.layout)
    memory = [Double](repeating: 0, count: TrendScratch.size(count: kernel.design.count))
  }

  /// Measures a series of one value for each year of the kernel.
  mutating func measure(_ values: ArraySlice<Double>) {
    let count = kernel.design.count
    guard values.count == count else { return }
    memory.withUnsafeMutableBufferPointer { memory in
      let scratch = TrendScratch(memory, count: count)
      for (index, value) in values.enumerated() { scratch.values[index] = value }
      row.numbers.withUnsafeMutableBufferPointer { numbers in
        kernel.measure(scratch, into: TrendRowBuffer(numbers: numbers))
      }
    }
  }
}

/// The row being written: a view of the memory of a `TrendRow`.
struct TrendRowBuffer {
  let numbers: UnsafeMutableBufferPointer<Double>

  subscript(measure: TrendMeasure) -> Double {
    @inline(__always) get { numbers[measure.rawValue] }
    @inline(__always) nonmutating set { numbers[measure.rawValue] = newValue }
  }
}
