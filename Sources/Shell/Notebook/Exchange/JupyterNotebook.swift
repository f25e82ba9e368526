import Analysis

/// A run as a Jupyter notebook (nbformat 4): prose as Markdown cells, commands as code cells with their answers as text,
/// and pictures as SVG.
struct JupyterNotebook {
  private let run: NotebookRun

  init(_ run: NotebookRun) { self.run = run }

  /// The notebook as JSON text.
  var text: String {
    let header = run.notebook.header
    let lines = run.notebook.text(header.lines)
    let value = JSONValue.object([
      .init("cells", .array(cells)),
      .init(
        "metadata",
        .object([
          .init("kernelspec", ["display_name": "Telaah", "language": "telaah", "name": "telaah"]),
          .init("language_info", ["name": "telaah", "file_extension": ".md", "mimetype": "text/x-telaah"]),
          .init("title", .string(run.title)),
          .init(
            "telaah",
            .object([.init("kepala", Self.lines(lines)), .init("program", .string(Release.version))])),
        ])),
      .init("nbformat", 4), .init("nbformat_minor", 4),
    ])
    return value.text + "\n"
  }

  private var cells: [JSONValue] {
    let answers = Dictionary(run.cells.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return run.notebook.parts.compactMap { part in
      switch part {
      case .prose(let range): prose(range)
      case .cell(let cell): code(cell, answers[cell.number])
      }
    }
  }

  private func prose(_ range: Range<Int>) -> JSONValue? {
    var lines = run.notebook.text(range)
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard !lines.isEmpty else { return nil }
    return .object([
      .init("cell_type", "markdown"), .init("metadata", .object([])), .init("source", Self.lines(lines)),
    ])
  }

  private func code(_ cell: Notebook.Cell, _ result: NotebookRun.Cell?) -> JSONValue {
    let inner = Array(run.notebook.text(cell.lines).dropFirst().dropLast())
    var outputs: [JSONValue] = []
    if let result {
      outputs.append(
        .object([
          .init("name", "stdout"), .init("output_type", "stream"),
          .init("text", Self.lines(result.text + [""])),
        ]))
      outputs += result.answers.flatMap { Self.pictures($0.output.document) }
    }
    return .object([
      .init("cell_type", "code"), .init("execution_count", .integer(cell.number)),
      .init("metadata", .object([])),
      .init("outputs", .array(outputs)), .init("source", Self.lines(inner)),
    ])
  }

  private static func pictures(_ document: Document) -> [JSONValue] {
    document.blocks.compactMap { block in
      guard case .chart(let chart) = block else { return nil }
      let lines = SVGChart(chart: chart).text.split(separator: "\n").map(String.init)
      return .object([
        .init("data", .object([.init("image/svg+xml", Self.lines(lines))])), .init("metadata", .object([])),
        .init("output_type", "display_data"),
      ])
    }
  }

  /// Lines as Jupyter keeps them: each with its line end but the last.
  private static func lines(_ lines: [String]) -> JSONValue {
    .array(lines.enumerated().map { .string($1 + ($0 < lines.count - 1 ? "\n" : "")) })
  }
}
