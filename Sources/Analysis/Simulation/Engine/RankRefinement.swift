/// Finds the exact values of ranks by going over all trials again, in memory that does not grow with their number.
///
/// Each pass narrows the interval that holds a rank: first to the values of its cell, then to one of 4096 equal parts
/// of the interval, counted in representable numbers, until a single number is left.
struct RankRefinement: Sendable {
  private static let parts = 4096

  /// An interval of keys and how many values lie below it.
  private struct Interval: Sendable {
    let rank: Int
    let below: Int
    var lower: UInt64
    var upper: UInt64
  }

  /// What one pass counts for one interval.
  private struct Census: Sendable {
    var counts = [Int](repeating: 0, count: RankRefinement.parts)
    var least = [UInt64](repeating: .max, count: RankRefinement.parts)
    var greatest = [UInt64](repeating: 0, count: RankRefinement.parts)

    mutating func add(_ other: Census) {
      for part in counts.indices {
        counts[part] += other.counts[part]
        least[part] = min(least[part], other.least[part])
        greatest[part] = max(greatest[part], other.greatest[part])
      }
    }
  }

  /// The values of ranks of one output.
  ///
  /// - Parameters:
  ///   - ranks: The ranks, from 0.
  ///   - keeper: The counts of all trials.
  ///   - grid: The grid they were counted in.
  ///   - output: The output's place.
  ///   - segments: All trials.
  ///   - runner: What evaluates them.
  /// - Complexity: At most seven passes; two for a value shared by many trials.
  static func values<Model>(
    of ranks: [Int], keeper: RankKeeper, grid: ValueGrid, output: Int, segments: [Range<Int>],
    runner: TrialRunner<Model>
  ) throws(Problem) -> [Int: Double] {
    var result: [Int: Double] = [:]
    var open = ranks.map { rank -> Interval in
      let place = keeper.place(ofRank: rank)
      // Cells are intervals of values; their keys are found by the first pass, which takes in the whole cell.
      return Interval(
        rank: rank, below: keeper.counts[..<place].reduce(0, +), lower: firstKey(of: place, in: grid),
        upper: firstKey(of: place + 1, in: grid) - 1)
    }
    while !open.isEmpty {
      let intervals = open
      let states = try runner.pass(segments) {
        intervals.map { _ in Census() }
      } body: { censuses, _, block in
        count(UnsafeBufferPointer(block.output(output)), intervals: intervals, into: &censuses)
      }
      open = []
      for (place, interval) in intervals.enumerated() {
        var census = Census()
        for state in states { census.add(state[place]) }
        guard let next = narrowed(interval, census) else { continue }
        if next.lower == next.upper {
          result[next.rank] = value(ofKey: next.lower)
        } else {
          open.append(next)
        }
      }
    }
    return result
  }

  private static func count(
    _ values: UnsafeBufferPointer<Double>, intervals: [Interval], into censuses: inout [Census]
  ) {
    for (place, interval) in intervals.enumerated() {
      let width = step(of: interval)
      for value in values where value.isFinite {
        let key = key(of: value)
        guard key >= interval.lower, key <= interval.upper else { continue }
        let part = Int((key - interval.lower) / width)
        censuses[place].counts[part] += 1
        if key < censuses[place].least[part] { censuses[place].least[part] = key }
        if key > censuses[place].greatest[part] { censuses[place].greatest[part] = key }
      }
    }
  }

  /// The part of an interval that holds its rank, tightened to the values found there.
  private static func narrowed(_ interval: Interval, _ census: Census) -> Interval? {
    var below = interval.below
    for (part, count) in census.counts.enumerated() {
      if interval.rank < below + count {
        return Interval(
          rank: interval.rank, below: below, lower: census.least[part], upper: census.greatest[part])
      }
      below += count
    }
    return nil
  }

  private static func step(of interval: Interval) -> UInt64 {
    (interval.upper - interval.lower) / UInt64(parts) + 1
  }

  /// A whole number that grows with the value; both zeros have the same.
  private static func key(of value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  private static func value(ofKey key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }

  /// The least key whose value falls in a cell or above it, by bisection; cells rise with values.
  private static func firstKey(of place: Int, in grid: ValueGrid) -> UInt64 {
    var low = key(of: -.greatestFiniteMagnitude)
    var high = key(of: .greatestFiniteMagnitude) + 1
    while low < high {
      let middle = low + (high - low) / 2
      if grid.place(value(ofKey: middle)) >= place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
