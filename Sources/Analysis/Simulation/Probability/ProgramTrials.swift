/// A compiled program as the model of a simulation: its columns are the inputs, its results the outputs.
public struct ProgramTrials: TrialModel {
  private let program: Program

  /// Makes a model.
  public init(_ program: Program) { self.program = program }

  /// One output per formula.
  public var outputCount: Int { program.outputCount }

  /// Working memory for one thread.
  public func makeWorkspace(capacity: Int) -> Scratch { Scratch(for: program) }

  /// Runs the program over a block of trials.
  public func evaluate(_ block: TrialBlock, in workspace: inout Scratch) {
    let columns = (0..<program.columnCount).compactMap { block.input($0).baseAddress }
    let results = (0..<program.outputCount).compactMap { block.output($0).baseAddress }
    guard columns.count == program.columnCount, results.count == program.outputCount else { return }
    program.evaluate(columns: columns, count: block.count, into: results, scratch: workspace)
  }
}
