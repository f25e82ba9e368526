import Analysis
import Glibc

/// A program of the system that the person at the keyboard has allowed.
struct ExternalProgram {
  /// Its path.
  let path: String
  /// Its name.
  var name: String { FilePath.name(path) }

  /// Finds a program in the folders of `PATH`; folders that are not absolute are passed over.
  static func find(_ name: String) -> ExternalProgram? {
    guard let variable = getenv("PATH") else { return nil }
    for folder in String(cString: variable).split(separator: ":") where folder.hasPrefix("/") {
      let candidate = folder + "/" + name
      if access(String(candidate), X_OK) == 0 { return ExternalProgram(path: String(candidate)) }
    }
    return nil
  }

  /// Runs it without input, its output thrown away, and waits.
  ///
  /// - Throws: A system problem when it cannot be started or fails.
  func run(_ arguments: [String]) throws(Problem) {
    switch outcome(of: arguments) {
    case .succeeded: return
    case .notStarted: throw Problem("program \(name) tidak dapat dijalankan", kind: .system)
    case .notAwaited: throw Problem("program \(name) tidak dapat ditunggu", kind: .system)
    case .failed:
      throw Problem("program \(name) gagal", kind: .system, expected: "pakai .docx atau .html")
    }
  }

  /// What became of a run.
  enum Outcome {
    case succeeded
    case failed
    case notStarted
    case notAwaited
  }

  /// Runs it and waits; what it says on standard error is thrown away.
  ///
  /// - Parameters:
  ///   - arguments: The words after its name.
  ///   - input: An open file it reads; nothing when `nil`.
  ///   - output: An open file it writes to; thrown away when `nil`.
  func outcome(of arguments: [String], input: Int32? = nil, output: Int32? = nil) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file, mode) in [(Int32(0), input, O_RDONLY), (1, output, O_WRONLY), (2, nil, O_WRONLY)] {
      if let file {
        posix_spawn_file_actions_adddup2(&actions, file, number)
      } else {
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", mode, 0)
      }
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &words, environ) == 0 else { return .notStarted }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return .notAwaited }
    }
    return status == 0 ? .succeeded : .failed
  }

  /// A new folder that only this user can enter.
  ///
  /// - Throws: A system problem when the system refuses.
  static func temporaryFolder() throws(Problem) -> String {
    var template = Array("/tmp/telaah-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw Problem("folder sementara tidak dapat dibuat", kind: .system) }
    return made
  }

  /// Removes a folder and everything in it; links are removed, not followed.
  static func removeFolder(_ path: String) {
    if let handle = opendir(path) {
      var names: [String] = []
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(path + "/" + name) }
      }
      closedir(handle)
      for name in names {
        var status = stat()
        guard lstat(name, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { removeFolder(name) } else { unlink(name) }
      }
    }
    rmdir(path)
  }
}
