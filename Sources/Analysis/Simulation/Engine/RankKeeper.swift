/// Which cells of an output's grid may hold the quantiles asked for, and the values kept from them.
///
/// All values of the first stage are kept. After each stage the cells are narrowed to those that lie within seven
/// standard errors of each quantile, so that kept values grow with the square root of the trials at most.
struct RankKeeper: Sendable {
  /// How many values may be kept from the next stage; beyond that quantiles are refined by further passes.
  let capacity: Int
  private(set) var keeps = [UInt8](repeating: 1, count: ValueGrid.places)
  private(set) var counts = [Int](repeating: 0, count: ValueGrid.places)
  private(set) var values: [Double] = []

  init(capacity: Int) { self.capacity = capacity }

  /// Takes in what one thread counted and kept.
  mutating func add(counts new: [UInt32], kept: [Double]) {
    for place in counts.indices { counts[place] += Int(new[place]) }
    values.append(contentsOf: kept)
  }

  /// Narrows the kept cells before a stage of more trials comes.
  mutating func narrow(levels: [Double], grid: ValueGrid, coming: Int) {
    let total = counts.reduce(0, +)
    var next = [UInt8](repeating: 0, count: keeps.count)
    for level in levels where total > 0 {
      let error = 7 * (level * (1 - level) * Double(total)).squareRoot() + 2
      let centre = level * Double(total - 1)
      let first = place(ofRank: max(Int(centre - error), 0))
      let last = place(ofRank: min(Int(centre + error) + 1, total - 1))
      for place in first...last { next[place] = keeps[place] }
    }
    // What does not fit is left to refinement, the fullest cells first: they hold a value shared by many trials.
    let perCount = Double(coming) / Double(max(total, 1))
    var expected = zip(next, counts).reduce(0.0) { $0 + ($1.0 == 1 ? Double($1.1) * perCount : 0) }
    for place in next.indices.filter({ next[$0] == 1 }).sorted(by: { counts[$0] > counts[$1] })
    where expected > Double(capacity) {
      next[place] = 0
      expected -= Double(counts[place]) * perCount
    }
    keeps = next
    values.removeAll { next[grid.place($0)] == 0 }
  }

  /// The cell that holds the value of a rank, counted from 0.
  func place(ofRank rank: Int) -> Int {
    var below = 0
    for (place, count) in counts.enumerated() {
      below += count
      if rank < below { return place }
    }
    return counts.count - 1
  }

  /// The values of ranks whose cells were kept; nothing for the others.
  func select(_ ranks: [Int], grid: ValueGrid) -> [Int: Double] {
    var sorted: [Int: [Double]] = [:]
    var result: [Int: Double] = [:]
    for rank in ranks {
      let place = place(ofRank: rank)
      guard keeps[place] == 1 else { continue }
      let members = sorted[place] ?? values.filter { grid.place($0) == place }.sorted()
      sorted[place] = members
      let within = rank - counts[..<place].reduce(0, +)
      if members.indices.contains(within) { result[rank] = members[within] }
    }
    return result
  }
}
