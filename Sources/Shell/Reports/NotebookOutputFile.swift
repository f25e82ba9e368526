import Analysis

/// Writes a run to the file that `keluaran=` names; the ending of the name decides the form.
enum NotebookOutputFile {
  /// Makes the bytes of one form.
  typealias Writer = @Sendable (_ run: NotebookRun, _ options: ReportOptions) throws(Problem) -> [UInt8]

  /// The forms by the ending of the file's name.
  static let writers: [(ending: String, write: Writer)] = texts + reports

  private static let texts: [(ending: String, write: Writer)] = [
    ("md", { run, _ in NotebookUpdate.bytes(of: run) }),
    (
      "txt",
      { run, _ in
        Array(PlainTextRenderer(width: NotebookRunner.width).text(of: run.document).utf8)
      }
    ),
  ]

  private static let reports: [(ending: String, write: Writer)] = ReportWriter.endings.map {
    ($0, report($0))
  }

  /// The writer of a report.
  private static func report(_ ending: String) -> Writer {
    { run, options throws(Problem) in try ReportWriter(run: run, options: options).bytes(ending) }
  }

  /// The writer for a path.
  ///
  /// - Throws: A usage problem that names the known endings.
  static func writer(for path: String) throws(Problem) -> Writer {
    let ending = FilePath.ending(path)
    if let found = writers.first(where: { $0.ending == ending }) { return found.write }
    let known = writers.map { "." + $0.ending }
    throw Problem(
      "“\(path)” tidak menunjukkan bentuk keluaran yang dikenal",
      expected: "akhiran " + known.joined(separator: ", "),
      suggestions: Suggestion.nearest(to: "." + ending, among: known))
  }

  /// Writes a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - typed: The path as typed by the person who runs the notebook.
  ///   - options: What was chosen for reports.
  ///   - surroundings: Where the path starts and what may be written.
  ///   - access: What the notebook may do; it decides whether programs may help with the writing.
  /// - Throws: A problem when the form is not known, the path is the notebook itself, or the system refuses.
  static func write(
    _ run: NotebookRun, to typed: String, options: ReportOptions = ReportOptions(),
    in surroundings: Surroundings,
    access: FileAccess
  ) throws(Problem) {
    let writer = try writer(for: typed)
    let path = try surroundings.writablePath(typed)
    if let target = FilePath.canonical(path), target == FilePath.canonical(run.notebook.path) {
      throw Problem(
        "keluaran tidak boleh menimpa buku catatannya sendiri", expected: "nama lain",
        suggestions: ["perbarui \(Words.quoted(typed))"])
    }
    var options = options
    options.allowsPrograms = surroundings.access.withoutMorePrograms(than: access).allowsPrograms
    try AtomicFile(path: path).write(try writer(run, options))
  }
}
