/// The units that can be peers of others, found once for all programmes.
struct ReferencePool: Sendable {
  /// The units that no other unit dominates (the first of several equal ones), in their own order.
  let members: [Int]
  /// All units.
  let everyone: [Int]

  /// Finds the units that are not dominated.
  ///
  /// A unit is dominated when another needs no more of any input and gives no less of any output. A dominated
  /// unit is never needed as a peer, in either phase: its dominator does as well or better.
  ///
  /// - Throws: A `Problem` of kind `interrupted` when `isCancelled` says so.
  /// - Complexity: O(n log n + n·p·(m + s)) for p members.
  init(_ units: FrontierUnits, isCancelled: () -> Bool) throws(Problem) {
    let inputs = units.inputNames.count
    let width = units.width
    // Scaled by the means; outputs are turned so that less is better everywhere.
    let burdens = (0..<units.count).map { unit in
      (0..<width).map { index in
        let share = units.values[unit * width + index] / units.means[index]
        return index < inputs ? share : -share
      }
    }
    let sums = burdens.map { $0.reduce(0, +) }
    let order = (0..<units.count).sorted { (sums[$0], $0) < (sums[$1], $1) }
    var kept: [Int] = []
    for unit in order {
      if isCancelled() { throw FrontierAnalysis.interrupted }
      let burden = burdens[unit]
      let isDominated = kept.contains { other in
        let rival = burdens[other]
        for index in 0..<width where rival[index] > burden[index] { return false }
        return true
      }
      if !isDominated { kept.append(unit) }
    }
    members = kept.sorted()
    everyone = Array(0..<units.count)
  }
}
