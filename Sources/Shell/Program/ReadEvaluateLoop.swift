import Analysis

/// Reads commands, runs them and writes their answers until the end.
struct ReadEvaluateLoop {
  private let options: ProgramOptions
  private let terminal: TerminalFacts
  private var writer: ResultWriter
  private var session: Session
  private let progress: ProgressLine

  init(options: ProgramOptions, terminal: TerminalFacts) {
    self.options = options
    self.terminal = terminal
    writer = ResultWriter(options: options, terminal: terminal)
    let progress = ProgressLine(
      isOn: options.format == .text && terminal.errorsAreTerminal && terminal.environment["TERM"] != "dumb")
    self.progress = progress
    session = Session(
      surroundings: Surroundings(
        isInteractive: (options.commands.isEmpty || options.goesOnAtPrompt) && terminal.inputIsTerminal
          && terminal.outputIsTerminal,
        continuesAfterError: options.continuesAfterError,
        isInterrupted: { Interrupts.isRequested }, progress: { progress.show($0, $1) }))
    Interrupts.install()
    if session.surroundings.isInteractive { beginJournal() }
  }

  /// Keeps what is typed on disk until the session is saved or ends.
  private mutating func beginJournal() {
    guard let folder = SessionJournal.folder() else { return }
    do {
      session.journal = try SessionJournal(in: folder)
    } catch {
      writer.write(error, command: "")
    }
  }

  /// Writes a line to the journal; when the disk refuses, says so once and goes on without.
  private mutating func keep(_ line: String, status: Int) {
    do {
      try session.journal?.append(line, status: status)
    } catch {
      session.journal = nil
      writer.write(error, command: "")
    }
  }

  /// Tells that an earlier session was cut off.
  private mutating func offerRestoring() {
    guard let folder = SessionJournal.folder(), session.journal != nil,
      let latest = SessionJournal.abandoned(in: folder).last
    else { return }
    let count = latest.lines.count(where: \.isWorthRestoring)
    writer.greet(
      "Sesi sebelumnya belum disimpan (\(count) perintah): ketik pulihkan, atau pulihkan hapus=ya.")
  }

  /// Runs given lines.
  ///
  /// - Returns: The exit status.
  mutating func run(_ lines: [String]) -> Int32 {
    var status = ExitStatus.success
    for line in lines where !session.isFinished {
      let result = runOne(line)
      if result != ExitStatus.success {
        status = result
        if !options.continuesAfterError || result == ExitStatus.interrupted { break }
      }
    }
    guard session.surroundings.isInteractive, !session.isFinished else {
      session.journal?.remove()
      return status
    }
    return readAndRun()
  }

  /// Reads lines from the terminal or a stream and runs them.
  ///
  /// - Returns: The exit status.
  mutating func readAndRun() -> Int32 {
    let history = HistoryFile()
    guard session.surroundings.isInteractive, let source = TerminalLineSource(history: history) else {
      return run(from: StreamLineSource())
    }
    return runAtPrompt(source, history)
  }

  private mutating func run(from source: StreamLineSource) -> Int32 {
    var status = ExitStatus.success
    var filter = TranscriptFilter()
    while !session.isFinished {
      let result: Int32
      switch source.nextLine(prompt: Prompt()) {
      case .line(let line):
        guard let typed = filter.typed(line) else { continue }
        result = runOne(typed)
      case .unreadable(let problem):
        writer.write(problem, command: "")
        result = ExitStatus.failure
      case .interrupted: return ExitStatus.interrupted
      case .endOfInput: return status
      }
      if result != ExitStatus.success {
        status = result
        if !options.continuesAfterError || result == ExitStatus.interrupted { return status }
      }
    }
    return status
  }

  private mutating func runAtPrompt(_ source: TerminalLineSource, _ history: HistoryFile?) -> Int32 {
    writer.greet("Telaah \(Release.version). Ketik bantuan untuk daftar perintah, keluar untuk selesai.")
    let question = PromptQuestion(source, isColoured: writer.outputIsColoured)
    session.surroundings.askLine = { question.answer($0) }
    offerRestoring()
    defer { session.journal?.remove() }
    while !session.isFinished {
      let completer = Completer(state: session.state, folder: session.surroundings.folder)
      source.completer = { completer.completions(in: $0, cursor: $1) }
      switch source.nextLine(prompt: Prompt(session.promptContext, isColoured: writer.outputIsColoured)) {
      case .line(let line):
        Interrupts.clear()
        let status = runOne(line)
        if let problem = history?.append(line, status: Int(status)) { writer.write(problem, command: "") }
        if status != ExitStatus.success { forgetPending(of: source) }
      case .unreadable(let problem): writer.write(problem, command: "")
      case .interrupted: forgetPending(of: source)
      case .endOfInput: return ExitStatus.success
      }
    }
    return ExitStatus.success
  }

  /// Leaves the rest of a pasted block out when a line of it failed.
  private mutating func forgetPending(of source: TerminalLineSource) {
    let count = source.discardPendingLines()
    if count > 0 { writer.message("\(count) baris berikutnya dari teks yang ditempel tidak dijalankan") }
  }

  /// Runs one line and writes what came of it.
  private mutating func runOne(_ line: String) -> Int32 {
    session.surroundings.width = writer.width
    let command = CommandRegistry.name(of: line)
    do {
      let words = try Words.split(line)
      guard !words.isEmpty else { return ExitStatus.success }
      keep(line, status: SessionJournal.begun)
      progress.begin()
      let answer = try session.execute(line)
      progress.end()
      keep(line, status: Int(answer.status))
      writer.write(answer, command: command)
      return answer.status
    } catch {
      progress.end()
      keep(line, status: Int(ExitStatus.failure))
      writer.write(error, command: command)
      return error.kind == .interrupted ? ExitStatus.interrupted : ExitStatus.failure
    }
  }
}

extension CommandRegistry {
  /// The Indonesian name of the command a line begins with, or its first word when it is not known.
  static func name(of line: String) -> String {
    let words = (try? Words.split(line)) ?? []
    if let match = try? match(words, in: line) { return match.type.declaration.name }
    return words.first?.text ?? line.split(separator: " ").first.map(String.init) ?? ""
  }
}

extension Session {
  /// What the prompt shows: `plandaan 2025`.
  var promptContext: String {
    guard let context = state.context else { return "telaah" }
    let period = state.periodName(context)
    let assumed = state.assumptions.isEmpty ? "" : "+\(state.assumptions.count) asumsi"
    return [state.shortUnitName(context), String(context.year), period, assumed].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension SessionState {
  /// The shortest name of a context's unit that is still unambiguous: `plandaan`.
  func shortUnitName(_ context: Context) -> String {
    let name = unitName(context)
    guard let space = name.firstIndex(of: " ") else { return name.lowercased() }
    let short = name[name.index(after: space)...].lowercased()
    let isClear = workspace.units.count { workspace.name(of: $0).lowercased().hasSuffix(" " + short) } == 1
    return isClear ? short : name.lowercased()
  }
}
