/// Achievement against the availability of staff (`SDM`) or facilities (`sarana`) of one unit and year.
public struct ResourceAvailability: Sendable {
  /// One objective, programme or other need.
  public struct Row: Hashable, Sendable {
    /// What needs it; `nil` for an item that serves all.
    public var subject: Catalogue.Subject?
    /// The node it belongs to; `nil` for an item.
    public var node: Int?
    /// The category as printed.
    public var category: String
    /// How many are needed.
    public var needed: Measured
    /// How many there are.
    public var available: Measured
    /// Achievement of the indicator or node in percent; missing for items.
    public var achievement: Measured
    /// Where it was printed.
    public var source: SourceRow

    /// Available ÷ needed × 100.
    public var availability: Measured {
      Measured.combine(needed, available) { Efficiency.availability(available: $1, needed: $0) }
    }

    /// Achievement − availability, in percentage points.
    public var efficiency: Measured {
      Efficiency.resources(achievement: achievement, availability: availability)
    }
  }

  /// The rows of one level of the cascade, or the items.
  public struct Group: Hashable, Sendable {
    /// The level; `nil` for items.
    public var level: Level?
    /// Its rows, in file order, each need once.
    public var rows: [Row]

    /// The mean of the rows' availabilities, each counting alike.
    public var unweighted: Measured { Measured.mean(rows.map(\.availability)) }

    /// The mean of the achievements of the rows whose availability is known.
    public var achievement: Measured {
      Measured.mean(rows.filter { $0.availability.value != nil }.map(\.achievement))
    }

    /// Sums over the rows that state both figures.
    public var sums: (needed: Double, available: Double)? {
      let complete = rows.filter { $0.needed.value != nil && $0.available.value != nil }
      guard !complete.isEmpty else { return nil }
      return (
        complete.reduce(0) { $0 + ($1.needed.value ?? 0) },
        complete.reduce(0) { $0 + ($1.available.value ?? 0) }
      )
    }

    /// Σ available ÷ Σ needed × 100.
    public var weighted: Measured {
      guard let sums else { return .missing("kebutuhan atau ketersediaan tidak tercantum") }
      return Efficiency.availability(available: sums.available, needed: sums.needed)
    }
  }

  /// `SDM` or `sarana`.
  public let kind: String
  /// By level from the top, items last.
  public let groups: [Group]
  /// The printed total that states both figures; `nil` when there is none.
  public let printedTotal: Row?
  /// How many rows repeat another and were counted once.
  public let repeatedCount: Int

  /// The rule of the reports, in Indonesian.
  public static let rule =
    "efisiensi = capaian − ketersediaan, ketersediaan = tersedia ÷ dibutuhkan × 100; total = Σ tersedia ÷ Σ dibutuhkan"

  /// The group that the total is made of: the topmost level, else the items.
  public var mainGroup: Group? { groups.first }

  /// How many are needed and available in all: the printed total, in which those shared between objectives count
  /// once, else the sums of the topmost level; levels are never added to each other.
  public var total: (needed: Double, available: Double)? {
    if let needed = printedTotal?.needed.value, let available = printedTotal?.available.value {
      return (needed, available)
    }
    return mainGroup?.sums
  }

  /// Availability by the report's rule, weighted by need.
  public var weighted: Measured {
    guard let total else { return .missing("kebutuhan atau ketersediaan tidak tercantum") }
    return Efficiency.availability(available: total.available, needed: total.needed)
  }

  /// How many more the rows of the topmost level need and have than the printed total: those that several share.
  public var shared: (needed: Double, available: Double)? {
    guard printedTotal != nil, let total, let sums = mainGroup?.sums, mainGroup?.level != nil else {
      return nil
    }
    let difference = (needed: sums.needed - total.needed, available: sums.available - total.available)
    return difference == (0, 0) ? nil : difference
  }

  /// What the items sum to where that differs from the printed total.
  public var itemsDiffer: (needed: Double, available: Double)? {
    guard printedTotal != nil, let total, let sums = groups.first(where: { $0.level == nil })?.sums else {
      return nil
    }
    return sums == total ? nil : sums
  }
}

extension ResourceAvailability {
  /// Reads what a unit states about its staff or facilities in a year.
  ///
  /// - Parameters:
  ///   - kind: `SDM` or `sarana`, ignoring case.
  ///   - index: The dataset's rows by unit and year, where many units are asked about.
  ///   - evaluator: Gives the achievements.
  /// - Returns: `nil` when nothing is stated.
  public init?(_ kind: String, index: ResourceIndex? = nil, evaluator: inout Evaluator) {
    let context = evaluator.context
    let dataset = evaluator.model.dataset(of: context)
    let names = NodeNames(dataset.catalogue)
    var total: Row?
    var seen: Set<ResourceKey> = []
    var repeated = 0
    var byLevel: [Level?: [Row]] = [:]
    for number in (index ?? ResourceIndex(dataset)).rows(of: context) {
      let record = dataset.resources[number]
      guard record.kind.lowercased() == kind.lowercased() else { continue }
      let subject = record.subject(dataset.catalogue, names)
      let row = Self.row(record, subject, dataset, &evaluator)
      if subject == .total {
        if total == nil, row.needed.value != nil, row.available.value != nil { total = row }
        continue
      }
      let key = ResourceKey(subject: subject, needed: record.needed, available: record.available)
      guard !Self.isSupported(subject) || seen.insert(key).inserted else {
        repeated += 1
        continue
      }
      byLevel[row.node.map { dataset.catalogue.nodes[$0].level }, default: []].append(row)
    }
    guard total != nil || !byLevel.isEmpty else { return nil }
    self.kind = kind
    printedTotal = total
    repeatedCount = repeated
    let levels: [Level?] = Level.allCases.map { $0 } + [nil]
    groups = levels.compactMap { level in byLevel[level].map { Group(level: level, rows: $0) } }
  }

  private static func isSupported(_ subject: ResourceSubject) -> Bool {
    if case .supported = subject { true } else { false }
  }

  private static func row(
    _ record: ResourceRow, _ subject: ResourceSubject, _ dataset: Dataset, _ evaluator: inout Evaluator
  ) -> Row {
    var supported: Catalogue.Subject?
    var node: Int?
    var achievement = Measured.missing("tidak terkait dengan indikator atau simpul")
    if case .supported(let found) = subject {
      supported = found
      achievement = evaluator.value(.achievement, of: found).measured
      switch found {
      case .indicator(let index): node = dataset.catalogue.indicators[index].node
      case .node(let index): node = index
      }
    }
    return Row(
      subject: supported, node: node, category: record.category,
      needed: Efficiency.known(record.needed, "kebutuhan"),
      available: Efficiency.known(record.available, "ketersediaan"),
      achievement: achievement,
      source: SourceRow(
        dataset: dataset.name, table: "sumberdaya", fileLine: record.fileLine, source: record.source,
        sourceLine: record.sourceLine))
  }
}

/// What makes two rows state the same need.
private struct ResourceKey: Hashable {
  var subject: ResourceSubject
  var needed: Double?
  var available: Double?
}
