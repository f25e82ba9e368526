/// What a simulation evaluates: outputs as a function of inputs, for many trials at a time.
///
/// A trial without a value gets a number that is not finite (NaN) and is counted as missing. The outputs of a trial
/// must depend on that trial's inputs alone.
public protocol TrialModel: Sendable {
  /// Memory that one thread keeps between blocks.
  associatedtype Workspace

  /// How many outputs each trial has.
  var outputCount: Int { get }

  /// Makes the memory for one thread.
  ///
  /// - Parameter capacity: The most trials a block will hold.
  func makeWorkspace(capacity: Int) -> Workspace

  /// Computes every output for each trial of a block.
  func evaluate(_ block: TrialBlock, in workspace: inout Workspace)
}

extension TrialModel where Workspace == Void {
  /// No memory is needed.
  public func makeWorkspace(capacity: Int) {}
}

/// Consecutive trials: a column of values for each input, and room for a column of each output.
///
/// The pointers are valid only during the call that hands the block over.
public struct TrialBlock {
  /// The number of the first trial, from 0.
  public let first: Int
  /// How many trials there are.
  public let count: Int
  let inputs: UnsafePointer<UnsafeMutablePointer<Double>>
  let outputs: UnsafePointer<UnsafeMutablePointer<Double>>

  /// The values of an input, in the order of the plan's inputs.
  public func input(_ index: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: inputs[index], count: count)
  }

  /// Where the values of an output go, in the order of the plan's outputs.
  public func output(_ index: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: outputs[index], count: count)
  }
}
