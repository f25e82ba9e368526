import Glibc

/// Standard output or standard error, written in large pieces.
///
/// A closed pipe ends the program as usual through SIGPIPE.
struct StandardStream: TextOutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Standard output.
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// Standard error.
  static let errors = StandardStream(descriptor: STDERR_FILENO)

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func write(_ string: String) {
    buffer.append(contentsOf: string.utf8)
    if buffer.count > 65536 { flush() }
  }

  /// Writes what has been collected.
  mutating func flush() {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        break
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
