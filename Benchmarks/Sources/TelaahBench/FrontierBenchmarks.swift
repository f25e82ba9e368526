import Analysis

/// The efficiency frontier: time and growth with the number of units.
enum FrontierBenchmarks {
  static let all: [Benchmark] =
    [911, 1822, 3644, 7288].map { count in
      Benchmark(
        "garis-depan/\(count)", "CCR, BCC, NIRS, super, 2 inputs, 2 outputs, \(count) units", items: count,
        runs: 3
      ) {
        let units = try FrontierBenchmarks.units(count)
        return { keep(try FrontierAnalysis(units).report()) }
      }
    } + [
      Benchmark(
        "efisiensi/tabel", "table of 400 nodes, 5 levels, with drivers and roll-up", items: 400, runs: 20
      ) {
        let model = try FrontierBenchmarks.model()
        return {
          var evaluator = Evaluator(model, in: Context(dataset: 0, unit: 0, year: 2025))
          let table = EfficiencyTable(levels: Set(Level.allCases), evaluator: &evaluator)
          let catalogue = model.workspace.datasets[0].catalogue
          keep(EfficiencyDrivers(table, catalogue: catalogue))
          keep(RollUpCheck(table.budgets, catalogue: catalogue))
        }
      }
    ]

  /// Districts whose outputs grow with their size, drawn from a fixed seed.
  private static func units(_ count: Int) throws -> FrontierUnits {
    var bits = SplitMix64(seed: UInt64(count))
    func draw() -> Double { Double(bits.next() >> 11) / 9_007_199_254_740_992 }
    var columns: [[Double?]] = [[], [], [], []]
    for _ in 0..<count {
      let size = 0.3 + 3 * draw() * draw()
      columns[0].append(2.4e9 * size * (0.8 + 0.5 * draw()))
      columns[1].append((20 * size * (0.7 + 0.6 * draw())).rounded() + 5)
      columns[2].append(70 + 12 * size * draw())
      columns[3].append(80 + 8 * size * draw())
    }
    return try FrontierUnits(
      names: (1...count).map { "Kecamatan \($0)" },
      inputs: [FrontierMeasure("belanja", columns[0]), FrontierMeasure("sdm", columns[1])],
      outputs: [FrontierMeasure("AKIP", columns[2]), FrontierMeasure("IKM", columns[3])])
  }

  /// One unit with a cascade of 400 nodes that each have an indicator and a budget.
  private static func model() throws -> FormulaModel {
    var nodes: [Node] = []
    var indicators: [Indicator] = []
    var performance = FactTable()
    var budgets = FactTable()
    for number in 0..<400 {
      let level = number == 0 ? 0 : (number < 4 ? 1 : (number < 16 ? 2 : (number < 80 ? 3 : 4)))
      let parent = number == 0 ? nil : (number - 1) / 5
      nodes.append(
        Node(code: "N\(number)", name: "Simpul \(number)", level: Level.allCases[level], parent: parent))
      indicators.append(Indicator(code: "I\(number)", node: number, measure: "dokumen"))
      performance.append(
        .init(unit: 0, subject: Int32(number), year: 2025), planned: 10, actual: Double(number % 12))
      budgets.append(
        .init(unit: 0, subject: Int32(number), year: 2025), planned: 1000, actual: Double(600 + number))
    }
    var workspace = Workspace()
    workspace.add(
      Dataset(
        name: "contoh", catalogue: Catalogue(indicators: indicators, nodes: nodes),
        units: SymbolTable(["Kecamatan"]),
        performance: performance, budgets: budgets))
    return try FormulaModel(workspace)
  }
}
