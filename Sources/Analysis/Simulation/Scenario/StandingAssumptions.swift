/// An assumption with the place it was made for.
public struct Supposition: Hashable, Sendable {
  /// What is supposed.
  public var assumption: Assumption
  /// The unit, year and period in which its codes are read.
  public var place: NamedContext

  /// Makes a supposition.
  public init(_ assumption: Assumption, at place: NamedContext) {
    self.assumption = assumption
    self.place = place
  }
}

/// The assumptions that stand until they are dropped, in the order in which they were made.
///
/// The order is only for reading; what the assumptions give does not depend on it.
public struct StandingAssumptions: Hashable, Sendable {
  /// The assumptions, oldest first.
  public private(set) var items: [Supposition]

  /// Makes a set; none by default.
  public init(_ items: [Supposition] = []) {
    self.items = items
  }

  /// Whether nothing is assumed.
  public var isEmpty: Bool { items.isEmpty }

  /// How many assumptions stand.
  public var count: Int { items.count }

  /// The set with more assumptions; one about the same figure in the same place gives way to the new ones.
  ///
  /// - Returns: The set, and what gave way.
  public func adding(_ new: [Supposition]) -> (set: StandingAssumptions, replaced: [Supposition]) {
    func isRenewed(_ item: Supposition) -> Bool {
      new.contains { $0.place == item.place && $0.assumption.reference == item.assumption.reference }
    }
    let kept = items.filter { !isRenewed($0) }
    var added: [Supposition] = []
    for item in new where !added.contains(item) { added.append(item) }
    let replaced = items.filter { isRenewed($0) && !new.contains($0) }
    return (StandingAssumptions(kept + added), replaced)
  }

  /// The set without some assumptions.
  public func dropping(_ isDropped: (Supposition) -> Bool) -> StandingAssumptions {
    StandingAssumptions(items.filter { !isDropped($0) })
  }

  /// The figures that are assumed in what is loaded now.
  ///
  /// - Throws: A problem when an assumption's place or code is gone, or two of them set one figure differently.
  public func resolved(in model: FormulaModel) throws(Problem) -> Assumptions {
    var placed: [(assumption: Assumption, context: Context)] = []
    for item in items { placed.append((item.assumption, try model.context(named: item.place))) }
    return try Assumptions(placed, model: model)
  }
}

/// A named set of assumptions.
public struct Scenario: Hashable, Sendable {
  /// The name.
  public var name: String
  /// What it supposes.
  public var assumptions: StandingAssumptions

  /// Makes a scenario.
  public init(name: String, assumptions: StandingAssumptions) {
    self.name = name
    self.assumptions = assumptions
  }
}
