/// One thing that is timed: prepared once, run several times.
struct Benchmark: Sendable {
  /// The name by which it is chosen and reported: `rumus/jumlah-1jt`.
  var name: String
  /// What one run does, in words.
  var summary: String
  /// How many items one run works through, for a rate.
  var items: Int
  /// Counted runs, after one that is not counted.
  var runs: Int
  /// Makes the work; the closure that comes back is timed.
  var prepare: @Sendable () throws -> () throws -> Void

  init(
    _ name: String, _ summary: String, items: Int = 1, runs: Int = 5,
    prepare: @escaping @Sendable () throws -> () throws -> Void
  ) {
    self.name = name
    self.summary = summary
    self.items = items
    self.runs = runs
    self.prepare = prepare
  }

  /// Seconds of each counted run, ascending.
  func measure() throws -> [Double] {
    let work = try prepare()
    try work()
    let clock = ContinuousClock()
    var seconds: [Double] = []
    for _ in 0..<runs {
      let duration = try clock.measure { try work() }
      seconds.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
    }
    return seconds.sorted()
  }
}

/// Keeps a value alive so that the work behind it is not optimised away.
@inline(never) func keep<Value>(_ value: Value) {}
