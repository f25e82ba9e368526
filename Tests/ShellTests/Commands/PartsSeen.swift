import Synchronization

/// Collects what progress reported from any thread.
final class PartsSeen: Sendable {
  private let parts = Mutex<[Double]>([])

  func add(_ part: Double) { parts.withLock { $0.append(part) } }

  var all: [Double] { parts.withLock { $0 } }
}
