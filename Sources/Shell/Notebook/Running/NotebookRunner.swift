import Analysis

/// Runs the cells of a notebook in a session.
struct NotebookRunner {
  /// The notebook.
  var notebook: Notebook
  /// The values of its parameters.
  var values: ParameterValues
  /// What it may read, write and start.
  var access: FileAccess
  /// How much it may use.
  var limits = RunLimits()
  /// Whether to go on with the next cell after one that failed.
  var continuesAfterError = false
  /// Whether the recorded ways of reading the data are followed; else every file is looked at anew.
  var followsDialects = true

  /// The width of recorded outputs.
  static let width = 80

  /// Commands that make no sense inside a notebook.
  private static let refused: [any Command.Type] = [
    ReplayCommand.self, VerifyCommand.self, UpdateCommand.self, RestoreCommand.self, QuitCommand.self,
    UndoCommand.self, RedoCommand.self,
  ]

  /// Runs the cells in order.
  ///
  /// What ran stays in the session, also when a later cell fails; the problems stand in the cells.
  func run(in session: inout Session) -> NotebookRun {
    let outer = session.surroundings
    defer { session.surroundings = outer }
    let deadline = RunLimits.now() + Double(limits.seconds)
    session.surroundings = surroundings(from: outer, deadline: deadline)
    var run = NotebookRun(notebook: notebook, values: values, parts: [])
    var collector = FigureCollector()
    var count = 0
    var mark: CommandMark?
    for part in notebook.parts {
      switch part {
      case .prose(let lines):
        let text = notebook.text(lines)
        run.parts.append(.prose(MarkdownProse.blocks(of: text)))
        session.note(text.joined(separator: "\n"))
      case .cell(let cell):
        count += cell.commands.count
        var result = runCell(cell, after: mark, in: &session, deadline: deadline)
        mark = result.commandMark
        if result.problem == nil, count > limits.commands { result.problem = tooManyCommands(cell) }
        collector.add(result.answers, cell: result.number, workspace: session.state.workspace)
        run.parts.append(.cell(result))
        if result.problem != nil, !continuesAfterError || result.problem?.kind == .interrupted {
          return finish(run, collector, session, outer)
        }
      }
    }
    return finish(run, collector, session, outer)
  }

  private func finish(
    _ run: NotebookRun, _ collector: FigureCollector, _ session: Session, _ outer: Surroundings
  ) -> NotebookRun {
    var run = run
    let folder = session.surroundings.folder
    run.data = session.state.workspace.datasets.flatMap { RecordedFile.files(of: $0, from: folder) }
    run.figures = collector.figures
    run.figures.marks = RowMarks.list(of: session.state.workspace)
    run.figureCells = collector.cells
    run.state = session.state
    return run
  }

  private func surroundings(from outer: Surroundings, deadline: Double) -> Surroundings {
    var inner = outer
    inner.folder = FilePath.folder(notebook.path)
    inner.width = Self.width
    inner.isInteractive = false
    inner.ask = { _, _ in nil }
    inner.askLine = { _ in nil }
    inner.access = access.limited(by: outer.access)
    inner.isInterrupted = { outer.isInterrupted() || RunLimits.now() > deadline }
    if followsDialects { inner.dialects = dialects(from: inner.folder) }
    return inner
  }

  /// How the tables of each recorded dataset were read, by canonical folder and table.
  private func dialects(from folder: String) -> [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for file in notebook.header.data where !file.dialect.isEmpty {
      let path = FilePath.join(folder, file.path)
      guard let dataset = FilePath.canonical(FilePath.folder(path)) else { continue }
      result[dataset, default: [:]][FilePath.stem(path).lowercased()] = file.dialect
    }
    return result
  }

  // MARK: - Cells

  private func runCell(
    _ cell: Notebook.Cell, after mark: CommandMark?, in session: inout Session, deadline: Double
  ) -> NotebookRun.Cell {
    var answers: [NotebookRun.Answer] = []
    var expanded: [String] = []
    var problem: Problem?
    for (index, command) in cell.commands.enumerated() {
      do throws(Problem) {
        let line = try values.expand(command.text)
        expanded.append(line)
        let asked = cell.recorded?.options.completed(line, at: index) ?? line
        let output = try execute(asked, in: &session, deadline)
        answers.append(
          NotebookRun.Answer(command: line, output: output, drawn: asked.dropFirst(line.count).trimmedWords))
      } catch {
        problem = located(error, at: command)
        break
      }
    }
    for command in cell.commands.dropFirst(expanded.count) {
      expanded.append((try? values.expand(command.text)) ?? command.text)
    }
    return NotebookRun.Cell(
      number: cell.number, line: cell.commands.first?.line ?? cell.lines.lowerBound + 1, answers: answers,
      problem: problem, commandMark: CommandMark(expanded, after: mark),
      text: OutputText.lines(answers, problem))
  }

  private func execute(_ line: String, in session: inout Session, _ deadline: Double) throws(Problem)
    -> Output
  {
    if RunLimits.now() > deadline { throw limits.timeProblem }
    try limits.check(line, in: session.surroundings)
    let words = try Words.split(line)
    let match = try CommandRegistry.match(words, in: line)
    if Self.refused.contains(where: { $0 == match.type }) {
      throw Problem(
        "perintah \(match.type.declaration.name) tidak dapat dijalankan dari dalam buku catatan",
        place: words.first.map { .text(line, range: $0.range) })
    }
    do throws(Problem) {
      let output = try session.execute(line)
      try limits.check(session.state)
      return output
    } catch {
      if error.kind == .interrupted, RunLimits.now() > deadline { throw limits.timeProblem }
      throw error
    }
  }

  /// A problem of a command, told with the place of the command in the file.
  private func located(_ problem: Problem, at command: Notebook.CommandLine) -> Problem {
    var result = problem
    switch problem.place {
    case .file(let path, let line, _):
      let name = line > 0 ? "\(path):\(line)" : path
      if !problem.message.contains(path) { result.message = "\(problem.message) (\(name))" }
    case .text, nil: break
    }
    result.message += "; perintah: \(command.text)"
    result.place = .file(notebook.path, line: command.line, column: 0)
    return result
  }

  private func tooManyCommands(_ cell: Notebook.Cell) -> Problem {
    Problem(
      "buku catatan berisi lebih dari \(limits.commands) perintah", kind: .system,
      place: .file(notebook.path, line: cell.lines.lowerBound + 1, column: 0))
  }
}
