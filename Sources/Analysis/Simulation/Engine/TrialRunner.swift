import Synchronization

/// Runs passes over trials on several cores, with results that do not depend on how many.
struct TrialRunner<Model: TrialModel>: Sendable {
  let source: TrialSource
  let model: Model
  let cores: Int
  let blockSize: Int
  let isCancelled: @Sendable () -> Bool

  /// The trials that make up the smallest sum; blocks are multiples of it.
  static var unit: Int { 1024 }

  /// Cuts a range of trials, whose start is a multiple of the unit, into at most so many segments.
  ///
  /// Their length is a power of two, so no segment lies in two replicates.
  static func segments(of range: Range<Int>, atMost most: Int) -> [Range<Int>] {
    var length = unit
    while length * most < range.count { length *= 2 }
    return stride(from: range.lowerBound, to: range.upperBound, by: length).map {
      $0..<min($0 + length, range.upperBound)
    }
  }

  /// Evaluates segments; each thread has a state, and each segment is done in order by one thread.
  ///
  /// - Parameters:
  ///   - segments: What to evaluate.
  ///   - state: Makes a thread's state.
  ///   - done: Called with the trials just evaluated, on any thread.
  ///   - body: Takes in a block of a segment.
  /// - Throws: A problem of kind `interrupted` when the work was cancelled.
  func pass<State: Sendable>(
    _ segments: [Range<Int>], state makeState: @Sendable () -> State,
    done: (@Sendable (Int) -> Void)? = nil,
    body: @Sendable (inout State, _ segment: Int, TrialBlock) -> Void
  ) throws(Problem) -> [State] {
    let next = Atomic(0)
    let stopped = Atomic(false)
    let workers = max(1, min(cores, segments.count))
    let states: [State]
    do {
      states = try ParallelBlocks.map(count: workers, blockSize: 1) { _ in
        var state = makeState()
        let columns = TrialColumns(inputs: source.inputCount, outputs: model.outputCount, capacity: blockSize)
        var workspace = model.makeWorkspace(capacity: blockSize)
        while !stopped.load(ordering: .relaxed) {
          let segment = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard segment < segments.count else { break }
          for first in stride(
            from: segments[segment].lowerBound, to: segments[segment].upperBound, by: blockSize)
          {
            if isCancelled() { stopped.store(true, ordering: .relaxed) }
            if stopped.load(ordering: .relaxed) { break }
            let count = min(blockSize, segments[segment].upperBound - first)
            source.fill(columns.inputs, first: first, count: count)
            _ = columns.withBlock(first: first, count: count) { block in
              model.evaluate(block, in: &workspace)
              body(&state, segment, block)
            }
            done?(count)
          }
        }
        return [state]
      }
    } catch {
      throw Problem("simulasi terhenti: \(error)", kind: .system)
    }
    guard !stopped.load(ordering: .relaxed) else {
      throw Problem("simulasi dihentikan sebelum selesai", kind: .interrupted)
    }
    return states
  }
}
