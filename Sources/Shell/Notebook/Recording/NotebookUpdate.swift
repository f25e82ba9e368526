import Analysis

/// Puts the outputs and fingerprints of a run into a notebook; everything else stays byte for byte.
struct NotebookUpdate {
  private let notebook: Notebook
  private var replacements: [(lines: Range<Int>, text: [String])] = []

  /// The bytes of the notebook with what a run gave.
  static func bytes(of run: NotebookRun) -> [UInt8] {
    var update = NotebookUpdate(notebook: run.notebook)
    update.replaceData(run)
    update.replaceOutputs(run)
    update.replaceFigures(run)
    return update.result()
  }

  private init(notebook: Notebook) {
    self.notebook = notebook
  }

  private mutating func replaceData(_ run: NotebookRun) {
    let header = notebook.header
    guard !header.lines.isEmpty, run.data != header.data else { return }
    replacements.append((header.dataLines, run.data.isEmpty ? [] : OutputBlock.dataList(run.data)))
  }

  private mutating func replaceOutputs(_ run: NotebookRun) {
    let results = Dictionary(run.cells.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for cell in notebook.cells {
      guard let result = results[cell.number] else { continue }
      let options = DrawnOptions(result.answers)
      let block = OutputBlock.lines(result.text, commandMark: result.commandMark, options: options)
      if let recorded = cell.recorded {
        let isSame =
          recorded.text == result.text && recorded.commandMark == result.commandMark
          && recorded.options.text == options.text && recorded.program == Release.version
        if !isSame { replacements.append((recorded.lines, block)) }
      } else if !result.answers.isEmpty {
        let end = cell.lines.upperBound
        replacements.append((end..<end, [""] + block))
      }
    }
  }

  private mutating func replaceFigures(_ run: NotebookRun) {
    let block = run.figures.block
    if let recorded = notebook.figures {
      guard notebook.text(recorded.lines) != block else { return }
      replacements.append((recorded.lines, block))
    } else if !run.figures.entries.isEmpty {
      let end = notebook.source.count
      replacements.append((end..<end, [""] + block))
    }
  }

  private func result() -> [UInt8] {
    var text = notebook.source
    let newline = text.newline
    let ordered = replacements.enumerated().sorted {
      ($0.element.lines.lowerBound, $0.offset) > ($1.element.lines.lowerBound, $1.offset)
    }
    for (lines, block) in ordered.map(\.element) {
      let isAtEnd = lines.upperBound == text.count
      var new = block.map { TextLines.Line(text: $0, ending: newline) }
      if isAtEnd, !lines.isEmpty, !new.isEmpty {
        new[new.count - 1].ending = text.lines[lines.upperBound - 1].ending
      }
      if lines.isEmpty, lines.lowerBound > 0, text.lines[lines.lowerBound - 1].ending.isEmpty {
        text.lines[lines.lowerBound - 1].ending = newline
      }
      text.lines.replaceSubrange(lines, with: new)
    }
    return text.bytes
  }
}
