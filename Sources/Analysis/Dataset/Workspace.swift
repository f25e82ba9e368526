/// The datasets loaded in a session.
public struct Workspace: Sendable {
  /// A unit of a dataset.
  public struct UnitReference: Hashable, Sendable {
    /// Index in ``Workspace/datasets``.
    public var dataset: Int
    /// Number of the unit in that dataset.
    public var unit: Int32

    /// Makes a reference.
    public init(dataset: Int, unit: Int32) {
      self.dataset = dataset
      self.unit = unit
    }
  }

  /// The datasets in the order of loading.
  public private(set) var datasets: [Dataset] = []

  /// Makes an empty workspace.
  public init() {}

  /// Adds a dataset, or replaces the one with the same name.
  ///
  /// - Returns: Its index.
  @discardableResult
  public mutating func add(_ dataset: Dataset) -> Int {
    if let index = datasets.firstIndex(where: { $0.name == dataset.name }) {
      datasets[index] = dataset
      return index
    }
    datasets.append(dataset)
    return datasets.count - 1
  }

  /// The name of a unit.
  public func name(of reference: UnitReference) -> String {
    datasets[reference.dataset].units[reference.unit]
  }

  /// Every unit, each name once: the dataset that is about the unit comes before one that only mentions it.
  public var units: [UnitReference] {
    var seen: Set<String> = []
    var result: [UnitReference] = []
    for index in datasets.indices {
      if let main = datasets[index].mainUnit, seen.insert(datasets[index].units[main]).inserted {
        result.append(UnitReference(dataset: index, unit: main))
      }
    }
    for index in datasets.indices {
      for (number, name) in datasets[index].units.texts.enumerated() where seen.insert(name).inserted {
        result.append(UnitReference(dataset: index, unit: Int32(number)))
      }
    }
    return result
  }

  /// The units the datasets are about, one per dataset.
  public var mainUnits: [UnitReference] {
    datasets.indices.compactMap { index in
      datasets[index].mainUnit.map { UnitReference(dataset: index, unit: $0) }
    }
  }

  /// Finds a unit by its name or an unambiguous part of it, ignoring case.
  ///
  /// A unit of the preferred dataset comes before the same unit elsewhere; an exact name before a whole word,
  /// a whole word before a part of a word.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - preferred: The dataset of the context.
  /// - Throws: A usage problem with the nearest names or the candidates.
  public func resolveUnit(_ text: String, preferring preferred: Int? = nil) throws(Problem) -> UnitReference {
    let folded = text.lowercased()
    func matches(_ test: (String) -> Bool) -> [UnitReference] {
      units.filter { test(name(of: $0).lowercased()) }
    }
    let words: (String) -> [Substring] = { $0.split(separator: " ") }
    let attempts: [(String) -> Bool] = [
      { $0 == folded },
      { words($0).contains { $0 == folded } },
      { $0.hasPrefix(folded) || words($0).contains { $0.hasPrefix(folded) } },
      { $0.contains(folded) },
    ]
    for test in attempts {
      let found = matches(test)
      if found.count == 1 { return inPreferred(found[0], preferred) }
      if found.count > 1 {
        throw Problem(
          "unit “\(text)” dapat berarti beberapa unit", expected: "nama yang lebih lengkap",
          suggestions: found.map { name(of: $0) })
      }
    }
    throw Problem(
      "unit “\(text)” tidak ada dalam data", expected: "nama unit yang dimuat",
      suggestions: nearestUnits(to: folded))
  }

  /// The same unit in the dataset of the context when that dataset knows it.
  private func inPreferred(_ reference: UnitReference, _ preferred: Int?) -> UnitReference {
    guard let preferred, preferred != reference.dataset, datasets.indices.contains(preferred),
      let number = datasets[preferred].units.number(of: name(of: reference)),
      datasets[reference.dataset].mainUnit != reference.unit
    else { return reference }
    return UnitReference(dataset: preferred, unit: number)
  }

  private func nearestUnits(to text: String) -> [String] {
    let names = units.map { name(of: $0) }
    let whole = Suggestion.nearest(to: text, among: names)
    if !whole.isEmpty { return whole }
    return names.filter { name in
      !Suggestion.nearest(to: text, among: name.split(separator: " ").map(String.init)).isEmpty
    }
  }
}
