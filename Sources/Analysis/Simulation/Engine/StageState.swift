/// What one thread gathers in one stage of a simulation.
struct StageState: Sendable {
  /// The tallies of each finished segment, one for each output.
  private(set) var segments: [(segment: Int, tallies: [OutputTally])] = []
  /// How many values fell in each cell of each output's grid.
  private(set) var counts: [[UInt32]]
  /// The values that fell in kept cells, in no particular order.
  private(set) var kept: [[Double]]
  private var packed = [Double](repeating: 0, count: 1024 + 1)

  init(outputs: Int) {
    counts = Array(repeating: Array(repeating: 0, count: ValueGrid.places), count: outputs)
    kept = Array(repeating: [], count: outputs)
  }

  /// Takes in a block unit by unit, so that sums do not depend on the size of blocks.
  ///
  /// - Parameters:
  ///   - block: The trials.
  ///   - segment: The segment they belong to; its blocks come in order.
  ///   - unit: The trials of one sum.
  ///   - rules: How each output is tallied.
  ///   - keeps: For each output and cell, 1 when values of the cell are to be kept.
  mutating func add(_ block: TrialBlock, segment: Int, unit: Int, rules: [TallyRule], keeps: [[UInt8]]) {
    if segments.last?.segment != segment { segments.append((segment, rules.map(\.emptyTally))) }
    let last = segments.count - 1
    for start in stride(from: 0, to: block.count, by: unit) {
      let count = min(unit, block.count - start)
      let inputs =
        rules.isEmpty ? [] : rules[0].inputCentres.indices.map { UnsafePointer(block.inputs[$0] + start) }
      for (place, rule) in rules.enumerated() {
        let values = UnsafePointer(block.outputs[place] + start)
        let moments = BlockSums.moments(values, count: count, centre: rule.centre)
        if moments.sum.isFinite {
          rule.add(values, inputs: inputs, count: count, moments: moments, to: &segments[last].tallies[place])
          gather(values, count: count, output: place, grid: rule.grid, keeps: keeps[place])
        } else {
          addPresent(
            values, inputs: inputs, count: count, rule: rule, keeps: keeps[place], output: place, last)
        }
      }
    }
  }

  /// Takes in only the trials that have a value.
  private mutating func addPresent(
    _ values: UnsafePointer<Double>, inputs: [UnsafePointer<Double>], count: Int, rule: TallyRule,
    keeps: [UInt8], output: Int, _ last: Int
  ) {
    let present = (0..<count).filter { values[$0].isFinite }
    segments[last].tallies[output].missing += count - present.count
    guard !present.isEmpty else { return }
    let columns = TrialColumns(inputs: inputs.count, outputs: 1, capacity: present.count)
    for (target, source) in present.enumerated() {
      columns.outputs[0][target] = values[source]
      for (place, input) in inputs.enumerated() { columns.inputs[place][target] = input[source] }
    }
    let moments = BlockSums.moments(columns.outputs[0], count: present.count, centre: rule.centre)
    rule.add(
      columns.outputs[0], inputs: columns.inputs.map { UnsafePointer($0) }, count: present.count,
      moments: moments,
      to: &segments[last].tallies[output])
    gather(columns.outputs[0], count: present.count, output: output, grid: rule.grid, keeps: keeps)
  }

  /// Counts values into their cells and keeps those of the kept cells.
  private mutating func gather(
    _ values: UnsafePointer<Double>, count: Int, output: Int, grid: ValueGrid, keeps: [UInt8]
  ) {
    let found = counts[output].withUnsafeMutableBufferPointer { counts in
      keeps.withUnsafeBufferPointer { keeps in
        packed.withUnsafeMutableBufferPointer { packed in
          var found = 0
          for index in 0..<count {
            let value = values[index]
            let place = grid.place(value)
            counts[place] &+= 1
            packed[found] = value
            found &+= Int(keeps[place])
          }
          return found
        }
      }
    }
    if found > 0 { kept[output].append(contentsOf: packed[..<found]) }
  }
}
