/// The one list of benchmarks; each file of this target adds its own.
enum Suite {
  static let all: [Benchmark] = FormulaBenchmarks.all + TrendBenchmarks.all + FrontierBenchmarks.all
    + SimulationBenchmarks.all
}
