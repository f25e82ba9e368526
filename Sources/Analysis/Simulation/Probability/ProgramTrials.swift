/// A compiled program as the model of a simulation: its columns are the inputs, its results the outputs.
public struct ProgramTrials: TrialModel {
  private let program: Program

  /// Makes a model.
  public init(_ program: Program) { self.program = program }

  public var outputCount: Int { program.outputCount }

  public func makeWorkspace(capacity: Int) -> Scratch { Scratch(for: program) }

  public func evaluate(_ block: TrialBlock, in workspace: inout Scratch) {
    let columns = (0..<program.columnCount).compactMap { block.input($0).baseAddress }
    let results = (0..<program.outputCount).compactMap { block.output($0).baseAddress }
    guard columns.count == program.columnCount, results.count == program.outputCount else { return }
    program.evaluate(columns: columns, count: block.count, into: results, scratch: workspace)
  }
}
