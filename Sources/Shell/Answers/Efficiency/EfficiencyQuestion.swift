import Analysis

/// How much an answer of `efisiensi` holds.
enum EfficiencyDetail: String, CaseIterable {
  /// The table per node with the sentences and a chart.
  case nodes = "simpul"
  /// What the total is made of.
  case drivers = "pendorong"
  /// Parents against the sums of their children.
  case rollUp = "rekap"
  /// Everything.
  case everything = "lengkap"
}

/// The levels that `jenjang=` names.
enum EfficiencyLevels {
  /// The words understood.
  static let words = Level.allCases.map(\.rawValue) + ["laporan", "semua"]

  /// The levels of a word; `laporan` is what the reports print together.
  static func levels(_ word: String) -> Set<Level> {
    switch word.lowercased() {
    case "semua": Set(Level.allCases)
    case "laporan": EfficiencyTable.reportLevels
    default: Level(rawValue: word.lowercased()).map { [$0] } ?? EfficiencyTable.reportLevels
    }
  }

  /// Levels in words: `tujuan, sasaran, dan program`.
  static func text(_ levels: Set<Level>) -> String {
    let names = levels.sorted().map(\.rawValue)
    switch names.count {
    case 0, 1: return names.first ?? ""
    case 2: return names.joined(separator: " dan ")
    default: return names.dropLast().joined(separator: ", ") + ", dan " + (names.last ?? "")
    }
  }
}

/// Which contexts, levels and branches a line of `efisiensi` asks about.
struct EfficiencyQuestion {
  /// Where and when; never empty.
  let contexts: [Context]
  /// The levels shown.
  let levels: Set<Level>
  /// Whether what lies below named nodes is shown too: alone, or when a level is asked for.
  let isDeep: Bool
  /// The codes typed.
  let codes: [Arguments.Value]
  private let arguments: Arguments

  init(
    _ arguments: Arguments, state: SessionState, standardLevels: Set<Level> = EfficiencyTable.reportLevels
  ) throws(Problem) {
    self.arguments = arguments
    codes = arguments.values("KODE")
    if let word = arguments.option("jenjang") {
      levels = EfficiencyLevels.levels(word.text)
    } else {
      levels = codes.isEmpty ? standardLevels : Set(Level.allCases)
    }
    contexts = try Self.contexts(arguments, units: try state.units(from: arguments), state: state)
    isDeep = contexts.count == 1 || arguments.option("jenjang") != nil
  }

  /// Units by years; a unit for which the year has no budget is asked about its own report's year when no year
  /// is given.
  static func contexts(
    _ arguments: Arguments, units: [Workspace.UnitReference], state: SessionState
  ) throws(Problem) -> [Context] {
    let current = try state.requireContext()
    var found: [Context] = []
    let years = units.count > 1 ? state.workspace.datasets.map(\.budgetYears) : []
    for unit in units {
      var context = state.moved(current, to: unit)
      if let period = try state.period(in: arguments, dataset: unit.dataset) { context.period = period }
      if let years = arguments.years() {
        guard years.count <= 100 else {
          throw Problem("rentang tahun terlalu panjang", expected: "paling banyak 100 tahun")
        }
        found += years.map { context.with(year: $0) }
      } else {
        let dataset = state.dataset(of: context)
        let hasYear =
          years.isEmpty || years[unit.dataset][context.unit]?.contains(Int16(clamping: context.year)) == true
        found.append(hasYear ? context : context.with(year: dataset.reportYear ?? context.year))
      }
    }
    return found
  }

  /// The nodes of a context that the codes name; an indicator stands for its node.
  func branches(in context: Context, state: SessionState) throws(Problem) -> [Int] {
    let catalogue = state.dataset(of: context).catalogue
    var found: [Int] = []
    for value in codes {
      let subject = try arguments.at(value) { () throws(Problem) in try catalogue.resolve(value.text) }
      switch subject {
      case .node(let index): found.append(index)
      case .indicator(let index):
        guard let node = catalogue.indicators[index].node else {
          throw arguments.locate(
            Problem(
              "\(catalogue.indicators[index].code) tidak menggantung pada simpul",
              expected: "kode simpul, misalnya P01"),
            at: value)
        }
        found.append(node)
      }
    }
    return found
  }

  /// That nothing is known of a context.
  func nothingFound(_ context: Context, _ state: SessionState) -> Problem {
    let years = state.dataset(of: context).budgetYears(of: context.unit).map(String.init)
    let nodes = EfficiencyLevels.text(levels)
    return Problem(
      "tidak ada capaian atau anggaran \(nodes) untuk \(state.describe(context))", kind: .data,
      expected: years.isEmpty
        ? "unit dengan anggaran" : "tahun dengan anggaran: \(years.joined(separator: ", "))")
  }
}

extension Dataset {
  /// The years in which a unit states any budget, ascending.
  func budgetYears(of unit: Int32) -> [Int] { (budgetYears[unit] ?? []).sorted().map { Int($0) } }

  /// The years in which each unit states any budget.
  var budgetYears: [Int32: Set<Int16>] {
    var found: [Int32: Set<Int16>] = [:]
    for row in 0..<budgets.count { found[budgets.units[row], default: []].insert(budgets.years[row]) }
    return found
  }
}
