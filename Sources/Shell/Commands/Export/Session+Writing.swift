import Analysis

extension Session {
  /// The latest answer that is not a note, with its line.
  var latestResult: Step? { steps.last { !$0.isNote } }

  /// Writes bytes to a path as typed, all at once or not at all.
  ///
  /// - Parameter overwrite: Whether a file that is there may be replaced.
  /// - Throws: A problem when the file is there, access forbids it, or the system refuses.
  func write(_ bytes: [UInt8], to typed: String, overwrite: Bool) throws(Problem) {
    let path = try surroundings.writablePath(typed)
    guard overwrite || !FilePath.exists(path) else {
      throw Problem("\(typed) sudah ada", kind: .system, expected: "nama lain, atau timpa=ya")
    }
    try AtomicFile(path: path).write(bytes)
  }
}
