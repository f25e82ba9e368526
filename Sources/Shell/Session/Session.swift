import Analysis

/// A sitting at the prompt: what is loaded and chosen, what was done, and what can be undone.
struct Session: Sendable {
  /// One recorded command with its answer.
  struct Step: Sendable {
    /// The line as it is saved, with Indonesian names.
    var line: String
    /// The answer.
    var output: Output
    /// The state before it, for undoing.
    var before: SessionState
    /// Whether it is a note (`catatan`) and becomes prose in a notebook.
    var isNote: Bool
    /// What the command does to the session.
    var effect = Declaration.Effect.answers
    /// The folder that its relative paths start from.
    var folder = ""
  }

  /// What answers depend on; undoing restores it.
  var state = SessionState()
  /// The recorded steps, oldest first.
  private(set) var steps: [Step] = []
  /// Steps that were undone, the latest last.
  private(set) var undone: [(step: Step, after: SessionState)] = []
  /// The lines typed in this session with whether they succeeded.
  private(set) var history: [(line: String, succeeded: Bool)] = []
  /// The latest answer, for `ekspor` and `grafik`.
  private(set) var lastOutput: Output?
  /// The notebook that was run last, for exports.
  var lastRun: NotebookRun?
  /// The notebooks this session wrote, by canonical path, with the fingerprint of what was written.
  var savedNotebooks: [String: String] = [:]
  /// Where typed lines are kept until the session is saved or ends; `nil` when nothing is kept.
  var journal: SessionJournal?
  /// Whether the user asked to leave.
  var isFinished = false
  /// What surrounds the session: folders, permissions, the width of the output.
  var surroundings: Surroundings

  init(surroundings: Surroundings = Surroundings()) {
    self.surroundings = surroundings
  }

  /// Runs one command line.
  ///
  /// A failing command leaves the state as it was.
  ///
  /// - Throws: The problem, with a place in the line where there is one.
  mutating func execute(_ line: String) throws(Problem) -> Output {
    let words = try Words.split(line)
    guard !words.isEmpty else { return Output() }
    let before = state
    let stepCount = steps.count
    do {
      let match = try CommandRegistry.match(words, in: line)
      let declaration = match.type.declaration
      let rest = Array(words.dropFirst(match.wordCount))
      let arguments = try Arguments(line: line, words: rest, declaration: declaration)
      let output = try match.type.init(arguments).run(in: &self)
      history.append((line, true))
      record(line, words, declaration, output, before: before)
      return output
    } catch {
      state = before
      if steps.count > stepCount {
        steps.removeLast(steps.count - stepCount)
        lastOutput = steps.last?.output
      }
      history.append((line, false))
      throw error
    }
  }

  private mutating func record(
    _ line: String, _ words: [Word], _ declaration: Declaration, _ output: Output, before: SessionState
  ) {
    switch declaration.effect {
    case .looksUp, .controls: return
    case .answers, .changes: break
    }
    var canonical = output.recordedLine ?? CanonicalLine.text(line, words: words, declaration: declaration)
    if !output.recordedOptions.isEmpty { canonical += " " + output.recordedOptions.joined(separator: " ") }
    let isNote = declaration.name == NoteCommand.declaration.name
    steps.append(
      Step(
        line: canonical, output: output, before: before, isNote: isNote, effect: declaration.effect,
        folder: surroundings.folder))
    undone = []
    lastOutput = output
  }

  /// Records prose that did not come from a command: the text between the cells of a notebook.
  mutating func note(_ text: String) {
    let output = NoteCommand.output(text)
    steps.append(Step(line: "", output: output, before: state, isNote: true, folder: surroundings.folder))
  }

  /// Takes back the latest recorded step.
  ///
  /// - Returns: The step, `nil` when there is none.
  mutating func undo() -> Step? {
    guard steps.contains(where: { !$0.isProse }) else { return nil }
    while let prose = steps.last, prose.isProse { undone.append((steps.removeLast(), prose.before)) }
    guard let step = steps.popLast() else { return nil }
    undone.append((step, state))
    state = step.before
    lastOutput = steps.last?.output
    return step
  }

  /// Repeats the step that was undone last.
  mutating func redo() -> Step? {
    guard let next = undone.popLast() else { return nil }
    steps.append(next.step)
    state = next.after
    lastOutput = next.step.output
    while let prose = undone.last, prose.step.isProse { steps.append(undone.removeLast().step) }
    return next.step
  }
}

extension Session.Step {
  /// Whether it is the prose of a notebook that was run, which cannot be undone by itself.
  var isProse: Bool { isNote && line.isEmpty }

  /// The text of a note; empty for a command.
  var noteText: String {
    guard isNote, case .string(let text)? = output.result["catatan"] else { return "" }
    return text
  }
}
