import Glibc

/// A fingerprint that is computed by a second thread while the file is read; small files are done at once.
final class BackgroundFingerprint {
  /// Carries the result across the threads; written before the thread ends, read after it was joined.
  private final class Work: @unchecked Sendable {
    let buffer: ByteBuffer
    var result = ""
    init(_ buffer: ByteBuffer) { self.buffer = buffer }
  }

  private let work: Work
  private var thread: pthread_t?

  /// Starts the work.
  init(_ buffer: ByteBuffer) {
    work = Work(buffer)
    guard buffer.count >= 1 << 20 else {
      work.result = Fingerprint.of(buffer)
      return
    }
    var identifier = pthread_t()
    let argument = Unmanaged.passRetained(work)
    let status = pthread_create(
      &identifier, nil,
      { raw in
        guard let raw else { return nil }
        let work = Unmanaged<Work>.fromOpaque(raw).takeRetainedValue()
        work.result = Fingerprint.of(work.buffer)
        return nil
      }, argument.toOpaque())
    if status == 0 {
      thread = identifier
    } else {
      argument.release()
      work.result = Fingerprint.of(buffer)
    }
  }

  /// The fingerprint, waiting for it when needed.
  func value() -> String {
    if let thread { pthread_join(thread, nil) }
    thread = nil
    return work.result
  }

  deinit {
    if let thread { pthread_join(thread, nil) }
  }
}
