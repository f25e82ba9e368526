/// Which indicators of a catalogue are computed from which others.
///
/// Only what is read in the formula's own year and unit makes an edge; other years and units are other
/// figures.
public struct DependencyGraph: Sendable {
  /// A formula of the catalogue that cannot be used.
  public struct Fault: Hashable, Sendable {
    /// Index of the indicator.
    public let indicator: Int
    /// What is wrong, with the place in the formula's text.
    public let problem: Problem
  }

  /// A formula as it was read.
  public struct Formula: Hashable, Sendable {
    /// The text of the `rumus` column.
    public let source: String
    /// The formula.
    public let expression: Expression
    /// Its references in reading order, each once.
    public let references: [Reference]
  }

  /// The usable formula of each indicator, by index.
  public private(set) var formulas: [Formula?]
  /// Formulas that cannot be used, in file order: unreadable, naming something unknown, or in a cycle.
  public private(set) var faults: [Fault]
  /// For each indicator, those whose values its formula reads.
  public private(set) var inputs: [[Int]]
  /// For each indicator, those whose formulas read it.
  public private(set) var dependents: [[Int]]
  /// All indicators, each after those it is computed from; the ones in a cycle come last.
  public private(set) var order: [Int]
  /// Where each indicator stands in ``order``.
  public private(set) var positions: [Int]
  /// The cycles found, each as indicators in the order in which one reads the next.
  public private(set) var cycles: [[Int]] = []

  /// Reads the formulas of a catalogue.
  ///
  /// - Complexity: O(indicators + total length of the formulas).
  public init(_ catalogue: Catalogue) {
    let count = catalogue.indicators.count
    formulas = Array(repeating: nil, count: count)
    inputs = Array(repeating: [], count: count)
    dependents = Array(repeating: [], count: count)
    faults = []
    order = []
    positions = Array(repeating: 0, count: count)
    let reader = FormulaReader(catalogue: catalogue)
    for index in 0..<count {
      guard let source = catalogue.indicators[index].formula else { continue }
      do {
        let formula = try reader.formula(source)
        formulas[index] = formula
        inputs[index] = reader.inputs(of: formula.references)
      } catch {
        report(error, at: index, catalogue)
      }
    }
    connect()
    removeCycles(catalogue)
    faults.sort { $0.indicator < $1.indicator }
  }

  private mutating func report(_ problem: Problem, at index: Int, _ catalogue: Catalogue) {
    var problem = problem
    problem.message = "rumus \(catalogue.indicators[index].code): \(problem.message)"
    faults.append(Fault(indicator: index, problem: problem))
  }

  private mutating func connect() {
    for index in inputs.indices {
      for input in inputs[index] { dependents[input].append(index) }
    }
    var waiting = inputs.map(\.count)
    order = waiting.indices.filter { waiting[$0] == 0 }
    order.reserveCapacity(inputs.count)
    var next = 0
    while next < order.count {
      for dependent in dependents[order[next]] {
        waiting[dependent] -= 1
        if waiting[dependent] == 0 { order.append(dependent) }
      }
      next += 1
    }
    let unordered = waiting.indices.filter { waiting[$0] > 0 }
    findCycles(among: Set(unordered))
    order.append(contentsOf: unordered)
    for (position, index) in order.enumerated() { positions[index] = position }
  }

  /// Follows inputs that could not be ordered until one recurs.
  private mutating func findCycles(among unordered: Set<Int>) {
    var visited: Set<Int> = []
    for start in unordered.sorted() where !visited.contains(start) {
      var path: [Int] = []
      var places: [Int: Int] = [:]
      var current = start
      while places[current] == nil, visited.insert(current).inserted {
        places[current] = path.count
        path.append(current)
        guard let next = inputs[current].first(where: { unordered.contains($0) }) else { break }
        current = next
      }
      if let place = places[current] { cycles.append(Self.fromLeast(Array(path[place...]))) }
    }
  }

  private static func fromLeast(_ cycle: [Int]) -> [Int] {
    guard let least = cycle.min(), let place = cycle.firstIndex(of: least) else { return cycle }
    return Array(cycle[place...] + cycle[..<place])
  }

  /// Takes the formulas of a cycle out of use and reports the cycle at its first member.
  private mutating func removeCycles(_ catalogue: Catalogue) {
    for cycle in cycles {
      guard let first = cycle.first, let formula = formulas[first] else { continue }
      let names = (cycle + [first]).map { catalogue.indicators[$0].code }
      let next = cycle.count > 1 ? cycle[1] : first
      let culprit = FormulaReader(catalogue: catalogue).range(of: next, in: formula.expression)
      report(
        Problem(
          "rumus saling bergantung dan tidak pernah selesai: \(names.joined(separator: " → "))", kind: .data,
          place: .text(formula.source, range: culprit), expected: "rumus yang tidak memakai dirinya sendiri"),
        at: first, catalogue)
    }
    for index in Set(cycles.joined()) { formulas[index] = nil }
  }

  /// Why the formula of an indicator cannot be used, if it has one that cannot.
  public func fault(of indicator: Int) -> Problem? {
    if let own = faults.first(where: { $0.indicator == indicator }) { return own.problem }
    guard let cycle = cycles.first(where: { $0.contains(indicator) }), let first = cycle.first else {
      return nil
    }
    return faults.first { $0.indicator == first }?.problem
  }

  /// Everything computed from the given indicators, directly or not, without themselves, in order of
  /// computing.
  ///
  /// - Complexity: O(affected indicators and their edges, plus sorting them).
  public func affected(by changed: some Sequence<Int>) -> [Int] {
    let start = Set(changed)
    var seen = start
    var pending = Array(start)
    while let index = pending.popLast() {
      for dependent in dependents[index] where seen.insert(dependent).inserted { pending.append(dependent) }
    }
    return seen.subtracting(start).sorted { positions[$0] < positions[$1] }
  }

  /// Everything an indicator is computed from, directly or not, in order of computing.
  public func ancestors(of indicator: Int) -> [Int] {
    var seen: Set<Int> = [indicator]
    var pending = [indicator]
    while let index = pending.popLast() {
      for input in inputs[index] where seen.insert(input).inserted { pending.append(input) }
    }
    return seen.subtracting([indicator]).sorted { positions[$0] < positions[$1] }
  }
}
