/// What is counted and summed about one output over some trials.
struct OutputTally: Hashable, Sendable {
  /// The sums about one input over the trials that have a value.
  struct InputSums: Hashable, Sendable {
    var sum = CompensatedSum()
    var square = CompensatedSum()
    var product = CompensatedSum()
  }

  var count = 0
  var missing = 0
  var reached = 0
  var classes: [Int]
  var sum = CompensatedSum()
  var square = CompensatedSum()
  var minimum = Double.infinity
  var maximum = -Double.infinity
  var inputs: [InputSums]

  init(classes classCount: Int, inputs inputCount: Int) {
    classes = Array(repeating: 0, count: classCount)
    inputs = Array(repeating: InputSums(), count: inputCount)
  }

  /// Takes in the tally of later trials.
  mutating func add(_ other: OutputTally) {
    count += other.count
    missing += other.missing
    reached += other.reached
    for place in classes.indices { classes[place] += other.classes[place] }
    sum.add(other.sum)
    square.add(other.square)
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    for place in inputs.indices {
      inputs[place].sum.add(other.inputs[place].sum)
      inputs[place].square.add(other.inputs[place].square)
      inputs[place].product.add(other.inputs[place].product)
    }
  }
}

/// How an output is tallied: what is asked about it and the centres its sums are taken around.
struct TallyRule: Sendable {
  /// The interval that reaches the target; empty when there is no target.
  let target: (lower: Double, upper: Double)?
  let classes: [TrialClass]
  /// A number near the output's mean.
  let centre: Double
  /// The means of the inputs; nothing for constant inputs, which are not summed.
  let inputCentres: [Double?]
  let grid: ValueGrid

  init(_ output: SimulationOutput, centre: Double, inputCentres: [Double?], grid: ValueGrid) {
    target = output.target.map { target in
      target.direction == .atLeast ? (target.value, .infinity) : (-.infinity, target.value)
    }
    classes = output.classes
    self.centre = centre
    self.inputCentres = inputCentres
    self.grid = grid
  }

  var emptyTally: OutputTally { OutputTally(classes: classes.count, inputs: inputCentres.count) }

  /// Takes in trials that all have a value.
  func add(
    _ values: UnsafePointer<Double>, inputs: [UnsafePointer<Double>], count: Int,
    moments: (sum: Double, square: Double), to tally: inout OutputTally
  ) {
    tally.count += count
    tally.sum.add(moments.sum)
    tally.square.add(moments.square)
    let (least, greatest) = BlockSums.extremes(values, count: count)
    tally.minimum = min(tally.minimum, least)
    tally.maximum = max(tally.maximum, greatest)
    if let target {
      tally.reached += BlockSums.members(values, count: count, lower: target.lower, upper: target.upper)
    }
    for (place, item) in classes.enumerated() {
      tally.classes[place] += BlockSums.members(values, count: count, lower: item.lower, upper: item.upper)
    }
    for (place, inputCentre) in inputCentres.enumerated() {
      guard let inputCentre else { continue }
      let own = BlockSums.moments(inputs[place], count: count, centre: inputCentre)
      tally.inputs[place].sum.add(own.sum)
      tally.inputs[place].square.add(own.square)
      tally.inputs[place].product.add(
        BlockSums.product(inputs[place], centre: inputCentre, values, centre: centre, count: count))
    }
  }
}
