import Analysis

/// Writes answers and problems in the chosen form: answers to standard output, messages to standard error.
struct ResultWriter {
  private let format: ProgramOptions.Format
  private let terminal: TerminalFacts
  private let fixedWidth: Int?
  private let colourChoice: ColourChoice
  private var output = StandardStream.output
  private var errors = StandardStream.errors
  private var hasWritten = false

  init(options: ProgramOptions, terminal: TerminalFacts) {
    format = options.format
    fixedWidth = options.width
    colourChoice = options.colour
    self.terminal = terminal
  }

  /// The width at which answers are laid out now.
  var width: Int { fixedWidth ?? terminal.width }

  /// Whether standard output takes colour.
  var outputIsColoured: Bool {
    format == .text
      && colourChoice.isOn(environment: terminal.environment, isTerminal: terminal.outputIsTerminal)
  }

  private var errorsAreColoured: Bool {
    colourChoice.isOn(environment: terminal.environment, isTerminal: terminal.errorsAreTerminal)
  }

  /// Writes an answer with its warnings.
  mutating func write(_ answer: Output, command: String) {
    switch format {
    case .json:
      JSONValue.object(
        [
          .init("perintah", .string(command)), .init("hasil", answer.result),
          .init("peringatan", .array(answer.warnings.map { .string($0) })),
        ] + answer.problems.prefix(1).map { .init("galat", ProblemText.json($0)) }
      ).write(to: &output)
      output.write("\n")
    case .text:
      writeText(answer.document)
    case .markdown:
      if hasWritten { output.write("\n") }
      MarkdownRenderer(width: width, numbersCaptions: false).render(answer.document, to: &output)
    case .csv:
      writeCSV(answer.document)
    }
    if !answer.document.blocks.isEmpty { hasWritten = true }
    output.flush()
    if format != .json {
      for warning in answer.warnings { message("peringatan: " + Sanitizer.inline(warning)) }
      for problem in answer.problems { write(problem, command: command) }
      errors.flush()
    }
  }

  private mutating func writeCSV(_ document: Document) {
    let hasTable = document.blocks.contains { if case .table = $0 { true } else { false } }
    guard hasTable else {
      if !document.blocks.isEmpty {
        message("catatan: jawaban ini tidak memuat tabel, jadi tidak ada CSV yang ditulis")
      }
      return
    }
    if hasWritten { output.write("\r\n") }
    CSVRenderer().render(document, to: &output)
  }

  private mutating func writeText(_ document: Document) {
    guard !document.blocks.isEmpty else { return }
    let ascii = GlyphChoice.needsAscii(environment: terminal.environment)
    if hasWritten, !terminal.inputIsTerminal { output.write("\n") }
    TextRenderer(width: width, colour: outputIsColoured, ascii: ascii).render(document, to: &output)
  }

  /// Writes a problem: to standard error, or as an object on standard output in the JSON form.
  mutating func write(_ problem: Problem, command: String) {
    if format == .json {
      JSONValue.object([.init("perintah", .string(command)), .init("galat", ProblemText.json(problem))])
        .write(to: &output)
      output.write("\n")
      output.flush()
    } else {
      for line in ProblemText.lines(for: problem, colour: errorsAreColoured) { message(line) }
      errors.flush()
    }
  }

  /// Writes a line to standard error.
  mutating func message(_ line: String) {
    errors.write(line + "\n")
    errors.flush()
  }

  /// Writes a prompt.
  mutating func prompt(_ text: String) {
    output.write(text)
    output.flush()
  }

  /// Writes a line to standard output that is not an answer: the greeting at a prompt.
  mutating func greet(_ line: String) {
    output.write(line + "\n")
    output.flush()
  }
}
