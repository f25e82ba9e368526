import Analysis

/// Writes the steps of a session as a notebook.
struct NotebookWriter {
  private let session: Session
  private let folder: String
  private let title: String
  private let parameters: RecordedParameters

  /// Prepares to write a session to a path.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - path: Where the notebook will stand; recorded paths start from its folder.
  ///   - title: The title; empty takes the name of the file.
  init(_ session: Session, path: String, title: String) {
    self.session = session
    folder = FilePath.folder(path)
    self.title = title.isEmpty ? FilePath.stem(path) : title
    parameters = RecordedParameters(session.steps.filter { !$0.isNote }.map(\.line))
  }

  /// The bytes of the notebook.
  ///
  /// - Throws: A problem when a recorded line cannot be read again.
  func bytes() throws(Problem) -> [UInt8] {
    var lines: [String] = []
    var collector = FigureCollector()
    var number = 0
    var mark: CommandMark?
    if !session.steps.contains(where: { $0.isNote && $0.noteText.trimmed.hasPrefix("#") }) {
      lines += ["", "# " + Sanitizer.inline(title)]
    }
    for step in session.steps {
      if step.isNote {
        lines += [""] + Self.prose(step.noteText)
        continue
      }
      number += 1
      let command = parameters.substituted(in: try relative(step))
      let answers = [NotebookRun.Answer(command: command, output: step.output)]
      collector.add(answers, cell: number, workspace: session.state.workspace)
      let newMark = CommandMark([try parameters.values().expand(command)], after: mark)
      mark = newMark
      lines += ["", "```telaah", command, "```", ""]
      lines += OutputBlock.lines(OutputText.lines(answers, nil), commandMark: newMark)
    }
    var figures = collector.figures
    figures.marks = RowMarks.list(of: session.state.workspace)
    if !figures.entries.isEmpty { lines += [""] + figures.block }
    return Array((header() + lines).map { $0 + "\n" }.joined().utf8)
  }

  private func header() -> [String] {
    var lines = ["---", "telaah: \(Notebook.formatVersion)", "judul: " + FrontMatterEntry.written(title)]
    if !parameters.list.isEmpty {
      lines.append("parameter:")
      lines += parameters.list.map { "  \($0.name): \(FrontMatterEntry.written($0.value))" }
    }
    let files = session.state.workspace.datasets.flatMap { RecordedFile.files(of: $0, from: folder) }
    if !files.isEmpty { lines += OutputBlock.dataList(files) }
    return lines + ["---"]
  }

  /// A step's line with its paths seen from the notebook's folder.
  private func relative(_ step: Session.Step) throws(Problem) -> String {
    let words = try Words.split(step.line)
    let match = try CommandRegistry.match(words, in: step.line)
    let declaration = match.type.declaration
    let names = declaration.parameters.filter { if case .path = $0.kind { true } else { false } }.map(\.name)
    guard !names.isEmpty else { return step.line }
    let rest = Array(words.dropFirst(match.wordCount))
    let arguments = try Arguments(line: step.line, words: rest, declaration: declaration)
    var scalars = Array(step.line.unicodeScalars)
    for value in names.flatMap({ arguments.values($0) }).reversed() {
      let path = RelativePath.from(folder, to: FilePath.join(step.folder, value.text))
      scalars.replaceSubrange(value.range, with: Words.quoted(path).unicodeScalars)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The lines of a note; a single line that would open a block of code is kept from doing so.
  private static func prose(_ text: String) -> [String] {
    var lines = Sanitizer.block(text).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    if lines.count == 1, let line = lines.first, CodeFence(line) != nil { return ["\\" + line.trimmed] }
    return lines
  }
}
