import Analysis

/// What came of running a notebook: its prose and, for every cell, the commands with their answers.
///
/// Exporters read ``parts`` or ``document``; the text form of an output stands in ``Cell/text``.
struct NotebookRun: Sendable {
  /// The notebook that was run.
  var notebook: Notebook
  /// The values of its parameters.
  var values: ParameterValues
  /// Prose and cells in reading order.
  var parts: [Part]
  /// The files of the data that are loaded, as they would be recorded.
  var data: [RecordedFile] = []
  /// The figures of the data that the outputs were made of.
  var figures = RecordedFigures()
  /// The cells, by number, whose output was made of each of those figures.
  var figureCells: [RecordedFigures.Key: Set<Int>] = [:]
  /// The state of the session after the run.
  var state = SessionState()

  /// A piece of the run.
  enum Part: Sendable {
    /// The prose between cells.
    case prose([Block])
    /// A cell that was run.
    case cell(Cell)
  }

  /// A cell that was run.
  struct Cell: Sendable {
    /// The number of the cell, from 1.
    var number: Int
    /// The line of the file, from 1, on which its first command stands.
    var line: Int
    /// Its commands with their answers, as far as they ran.
    var answers: [Answer]
    /// Why it stopped; `nil` when every command succeeded.
    var problem: Problem?
    /// The fingerprint of its commands with the parameters put in.
    var commandMark: CommandMark
    /// The recorded form of the output: plain text, 80 columns, no colour.
    var text: [String]
  }

  /// A command with its answer.
  struct Answer: Sendable {
    /// The command with the parameters put in.
    var command: String
    /// The answer.
    var output: Output
    /// Options that were decided in an earlier run and followed now, such as the seed of a simulation.
    var drawn: [String] = []
  }

  /// The cells in order.
  var cells: [Cell] {
    parts.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  /// What went wrong, in order.
  var problems: [Problem] { cells.compactMap(\.problem) }

  /// The title: that of the front matter, else the name of the file.
  var title: String {
    notebook.header.title.isEmpty ? FilePath.stem(notebook.path) : notebook.header.title
  }

  /// Everything as one document: prose, command lines, answers.
  var document: Document {
    var document = Document()
    for part in parts {
      switch part {
      case .prose(let blocks): document.blocks += blocks
      case .cell(let cell):
        for answer in cell.answers {
          document.append(.verbatim("› " + answer.command))
          document.append(answer.output.documentWithWarnings)
        }
      }
    }
    return document
  }
}

extension Output {
  /// The document with the warnings behind it, as a notebook shows it.
  var documentWithWarnings: Document {
    Document(document.blocks + warnings.map { .note(Prose($0), tone: .warning) })
  }
}
