import Dispatch
import Synchronization

/// Runs independent work on several cores and returns the results in their own order.
///
/// The result is the same for any number of cores because each item depends on its index alone.
public enum ParallelBlocks {
  /// What the workers share.
  private struct State<Result: Sendable>: Sendable {
    var results: [[Result]?]
    var finished = 0
    var failure: (block: Int, error: any Error)?
  }

  /// Computes `body` for each block of consecutive indices.
  ///
  /// - Parameters:
  ///   - count: How many items there are.
  ///   - blockSize: How many consecutive items one call of `body` computes, at least 1.
  ///   - progress: Called after each block with the items done so far; calls never overlap and never go back.
  ///   - body: Computes the results of a range of items, one per item; it runs on any thread.
  /// - Returns: The results in the order of the items.
  /// - Throws: The error of the first block (in order) among those that failed; later blocks are not started.
  public static func map<Result: Sendable>(
    count: Int, blockSize: Int, progress: (@Sendable (_ done: Int) -> Void)? = nil,
    body: @Sendable (Range<Int>) throws -> [Result]
  ) throws -> [Result] {
    guard count > 0 else { return [] }
    let size = max(blockSize, 1)
    let blocks = (count + size - 1) / size
    let state = Mutex(State<Result>(results: Array(repeating: nil, count: blocks)))
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      guard state.withLock({ $0.failure == nil }) else { return }
      let range = block * size..<min((block + 1) * size, count)
      do {
        let results = try body(range)
        state.withLock { shared in
          shared.results[block] = results
          shared.finished += range.count
          progress?(shared.finished)
        }
      } catch {
        state.withLock { shared in
          if let failure = shared.failure, failure.block < block { return }
          shared.failure = (block, error)
        }
      }
    }
    return try state.withLock { shared in
      if let failure = shared.failure { throw failure.error }
      return shared.results.flatMap { $0 ?? [] }
    }
  }
}
