import Analysis
import Glibc

/// How much a notebook may use before its run is ended.
struct RunLimits: Hashable, Sendable {
  /// Seconds of time.
  var seconds = 300
  /// Bytes of data files that may be loaded.
  var bytes = 1 << 30
  /// Rows that may be loaded.
  var rows = 5_000_000
  /// Trials of one simulation.
  var trials = 10_000_000
  /// Commands.
  var commands = 20_000

  /// Seconds of a clock that only runs forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Why the time is over.
  var timeProblem: Problem {
    Problem(
      "pemutaran melewati batas waktu \(seconds) detik", kind: .system,
      expected: "batas yang lebih besar, misalnya waktu=\(seconds * 4)")
  }

  /// Checks a command before it runs: the trials it asks for, the size of the data it loads.
  ///
  /// - Throws: A system problem that names the limit and its option.
  func check(_ command: String, in surroundings: Surroundings) throws(Problem) {
    let words = try Words.split(command)
    guard let match = try? CommandRegistry.match(words, in: command) else { return }
    for word in words where word.raw.hasPrefix("n=") {
      guard let count = Double(word.raw.dropFirst(2)), count > Double(trials) else { continue }
      throw Problem(
        "\(word.raw) melebihi batas \(trials) percobaan dalam buku catatan", kind: .system,
        place: .text(command, range: word.range),
        expected: "batas yang lebih besar: percobaan=\(word.raw.dropFirst(2))")
    }
    if match.type == LoadCommand.self, words.count > match.wordCount {
      try checkSize(ofDataset: surroundings.path(words[match.wordCount].text))
    }
  }

  private func checkSize(ofDataset path: String) throws(Problem) {
    var total = 0
    for file in DatasetFingerprint.files(in: path) {
      var status = stat()
      if stat(file, &status) == 0 { total += Int(status.st_size) }
    }
    guard total > bytes else { return }
    throw Problem(
      "data \(path) sebesar \(total >> 20) MB melebihi batas \(bytes >> 20) MB", kind: .system,
      place: .file(path, line: 0, column: 0), expected: "batas yang lebih besar: memori=\((total >> 20) + 1)")
  }

  /// Checks what is loaded.
  ///
  /// - Throws: A system problem that names the limit and its option.
  func check(_ state: SessionState) throws(Problem) {
    let count = state.workspace.datasets.reduce(0) {
      $0 + $1.performance.count + $1.budgets.count + $1.claims.count
    }
    guard count > rows else { return }
    throw Problem(
      "data yang dimuat berisi \(count) baris, melebihi batas \(rows)", kind: .system,
      expected: "batas yang lebih besar: baris=\(count)")
  }
}
