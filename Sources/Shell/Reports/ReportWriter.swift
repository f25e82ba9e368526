import Analysis

/// Writes a run of a notebook as a report that carries its manifest.
struct ReportWriter {
  /// The run.
  let run: NotebookRun
  /// What was chosen.
  var options = ReportOptions()

  /// The forms by the ending of the file's name.
  static let endings = ["html", "docx", "odt", "pdf", "xlsx", "ipynb"]

  /// The bytes of a form.
  ///
  /// - Throws: A problem when a program is missing or not allowed, or the template is damaged.
  func bytes(_ ending: String) throws(Problem) -> [UInt8] {
    switch ending {
    case "html": return Array(page.utf8)
    case "xlsx": return try WorkbookWriter(workbook: workbook).bytes()
    case "ipynb": return Array(JupyterNotebook(run).text.utf8)
    case "odt", "pdf":
      guard options.allowsPrograms else {
        throw Problem(
          "bentuk .\(ending) dibuat oleh program lain, yang belum diizinkan", kind: .system,
          expected: "tambahkan izinkan=program, atau pakai .docx atau .html")
      }
      return try OfficeConversion.convert(try docx, to: ending)
    default: return try docx
    }
  }

  private var record: ReportRecord { ReportRecord(run) }

  private var page: String {
    var writer = HTMLWriter()
    for piece in pieces {
      if let command = piece.command, options.showsCommands ?? true { writer.write(commands: command) }
      writer.write(piece.document)
    }
    let record = record
    return HTMLPage(title: run.title, content: writer, manifest: record.summary, record: record.json.text)
      .text
  }

  private var document: Document {
    var document = Document()
    for piece in pieces {
      if let command = piece.command, options.showsCommands ?? false {
        document.append(.verbatim("› " + command))
      }
      document.append(piece.document)
    }
    return document
  }

  /// Prose and answers in order; the headings of an answer stand below the prose's heading before it.
  private var pieces: [(command: String?, document: Document)] {
    var level = 0
    var pieces: [(command: String?, document: Document)] = []
    for part in run.parts {
      switch part {
      case .prose(let blocks):
        for case .heading(_, let own) in blocks { level = own }
        pieces.append((nil, Document(blocks.withoutTitle(run.title))))
      case .cell(let cell):
        for answer in cell.answers {
          pieces.append((answer.command, answer.output.documentWithWarnings.headings(below: level)))
        }
      }
    }
    return pieces
  }

  private var docx: [UInt8] {
    get throws(Problem) {
      let rasterizer = options.allowsPrograms ? SVGRasterizer.installed() : nil
      let report = DocxReport(
        title: run.title, document: document, manifest: record.json.text, template: options.template,
        drawing: { SVGChart(chart: $0).text }, rasterizing: { rasterizer?.png($0) })
      return try DocxWriter(report: report).bytes()
    }
  }

  private var workbook: Workbook {
    Workbook(document: document, title: run.title, manifest: record.json.text)
  }
}

extension Document {
  /// The document with its headings moved down below a level.
  fileprivate func headings(below level: Int) -> Document {
    var copy = self
    for index in copy.blocks.indices {
      if case .heading(let prose, let own) = copy.blocks[index] {
        copy.blocks[index] = .heading(prose, level: own + level)
      }
    }
    return copy
  }
}

extension [Block] {
  /// The blocks without a heading that repeats the report's title.
  fileprivate func withoutTitle(_ title: String) -> [Block] {
    guard case .heading(let prose, _)? = first, prose.plain == title else { return self }
    return Array(dropFirst())
  }
}

/// What the person who exports a report has chosen.
struct ReportOptions: Sendable {
  /// The office's Word document whose styles are used.
  var template: DocxTemplate?
  /// Whether other programs may be started: to draw pictures for Word and to make PDF and ODT.
  var allowsPrograms = false
  /// Whether the commands stand above their answers; `nil` shows them on pages and leaves them out of office files.
  var showsCommands: Bool?
}
