import Analysis

/// The front matter of a notebook.
struct NotebookHeader: Sendable {
  /// The version of the format.
  var version = Notebook.formatVersion
  /// The title; empty when none is given.
  var title = ""
  /// The parameters in order.
  var parameters: [NotebookParameter] = []
  /// The files of the data, each with its fingerprint.
  var data: [RecordedFile] = []
  /// The lines of the front matter with its fences; empty when there is none.
  var lines = 0..<0
  /// The lines of the `data` list with its key; empty where it would be added.
  var dataLines = 0..<0
  /// Whether there is front matter that says it is a notebook of this program.
  var isTelaah = false

  /// Keys that mean something here.
  private static let known = ["telaah", "judul", "parameter", "data"]

  init() {}

  /// Reads the front matter of a file.
  ///
  /// - Throws: A problem with file and line; a newer version is refused.
  init(reading source: TextLines, file: String) throws(Problem) {
    guard source.count > 0, source[0].trimmed == "---" else { return }
    guard let end = (1..<source.count).first(where: { ["---", "..."].contains(source[$0].trimmed) }) else {
      throw Problem(
        "kepala buku catatan tidak ditutup", kind: .data, place: .file(file, line: 1, column: 0),
        expected: "baris --- sesudah kepala")
    }
    lines = 0..<(end + 1)
    dataLines = end..<end
    var position = 1
    while position < end {
      let line = source[position]
      var next = position + 1
      if !line.isBlankOrComment {
        while next < end, source[next].first?.isWhitespace == true || source[next].hasPrefix("- ") {
          next += 1
        }
        try take(FrontMatterEntry(source, position..<next, file: file), file: file)
      }
      position = next
    }
  }

  private mutating func take(_ entry: FrontMatterEntry, file: String) throws(Problem) {
    switch entry.key {
    case "telaah":
      isTelaah = true
      version = try Self.version(entry)
    case "judul": title = entry.value
    case "parameter":
      for child in try entry.children() {
        let parameter = try NotebookParameter(child)
        if parameters.contains(where: { $0.name == parameter.name }) {
          throw child.problem("parameter “\(parameter.name)” dinyatakan dua kali")
        }
        parameters.append(parameter)
      }
    case "data":
      dataLines = entry.lines
      for item in entry.items() {
        data.append(try RecordedFile(item.text, at: .file(file, line: item.line, column: 0)))
      }
    default:
      let near = Suggestion.nearest(to: entry.key, among: Self.known, limit: 1)
      guard !near.isEmpty, entry.key.count > 2 else { return }
      var problem = entry.problem("kunci “\(entry.key)” dalam kepala tidak dikenal")
      problem.suggestions = near
      throw problem
    }
  }

  private static func version(_ entry: FrontMatterEntry) throws(Problem) -> Int {
    guard let version = Int(entry.value), version >= 1 else {
      var problem = entry.problem("versi buku catatan “\(entry.value)” bukan bilangan")
      problem.expected = "telaah: \(Notebook.formatVersion)"
      throw problem
    }
    guard version <= Notebook.formatVersion else {
      var problem = entry.problem(
        "buku catatan ini berversi \(version), lebih baru daripada yang dikenal program ini")
      problem.expected = "versi \(Notebook.formatVersion), atau program Telaah yang lebih baru"
      throw problem
    }
    return version
  }
}
