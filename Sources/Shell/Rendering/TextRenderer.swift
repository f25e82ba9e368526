import Analysis

/// Writes a document for a terminal: wrapped text, box tables and charts that fit a width.
struct TextRenderer: DocumentRenderer {
  /// The width and the characters of the lines.
  let page: TextPage
  /// Whether emphasis is written as escape sequences.
  let colour: Bool

  /// The columns that may be used.
  var width: Int { page.width }
  /// The characters to draw with.
  var glyphs: TextGlyphs { page.glyphs }

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - width: Columns that may be used.
  ///   - colour: Whether emphasis is written as escape sequences.
  ///   - ascii: Whether only ASCII is written.
  ///   - braille: Whether line charts use braille dots, which not every terminal font has.
  init(width: Int = 80, colour: Bool = false, ascii: Bool = false, braille: Bool = false) {
    page = TextPage(width: width, ascii: ascii, braille: braille)
    self.colour = colour
  }

  /// Writes the blocks with an empty line between them; notes stand together.
  func render(_ document: Document, to output: inout some TextOutputStream) {
    var previousIsNote = false
    for (index, block) in document.blocks.enumerated() {
      let isNote = if case .note = block { true } else { false }
      if index > 0, !(isNote && previousIsNote) { output.write("\n") }
      previousIsNote = isNote
      for line in lines(of: block) {
        output.write(line.trimmed.text(colour: colour))
        output.write("\n")
      }
    }
  }

  /// The lines of one block.
  func lines(of block: Block) -> [StyledText] {
    switch block {
    case .heading(let prose, let level): heading(prose, level: level)
    case .paragraph(let prose): styled(prose).wrapped(to: width)
    case .list(let items): items.flatMap { hanging(StyledText(glyphs.bullet + " "), styled($0)) }
    case .table(let table): TextTable(table, renderer: self).lines()
    case .chart(let chart): TextChart(chart: chart, page: page).lines()
    case .note(let prose, let tone): note(prose, tone: tone)
    case .verbatim(let text): verbatim(text)
    case .placeholder(let text):
      hanging(StyledText("[" + "isi: ", .yellow), StyledText(clean(text) + "]", .yellow), indent: 2)
    }
  }

  /// Prose with its emphasis; a missing figure is followed by the reason in brackets.
  func styled(_ prose: Prose) -> StyledText {
    StyledText(
      runs: prose.spans.map { span in
        switch span {
        case .text(let text): StyledText.Run(text: clean(text))
        case .strong(let text): StyledText.Run(text: clean(text), style: .bold)
        case .code(let text):
          StyledText.Run(text: clean(text.contains(" ") ? "‘" + text + "’" : text), style: .bold)
        case .figure(let figure): run(of: figure)
        }
      })
  }

  /// Text made harmless and, if need be, ASCII, on one line.
  func clean(_ text: String) -> String { page.clean(text) }

  private func run(of figure: Figure) -> StyledText.Run {
    guard figure.value == nil, !figure.reason.isEmpty else {
      return StyledText.Run(text: clean(figure.text), isUnbreakable: true)
    }
    return StyledText.Run(text: clean(figure.text + " (" + figure.reason + ")"))
  }

  private func heading(_ prose: Prose, level: Int) -> [StyledText] {
    let lines = styled(prose).adding(.bold).wrapped(to: width)
    guard level >= 1, level <= glyphs.underlines.count else { return lines }
    let length = lines.reduce(0) { max($0, $1.columns) }
    return lines + [StyledText(String(repeating: glyphs.underlines[level - 1], count: length), .dim)]
  }

  private func note(_ prose: Prose, tone: Block.Tone) -> [StyledText] {
    let style: Ansi =
      switch tone {
      case .plain: .dim
      case .warning: [.bold, .yellow]
      case .error: [.bold, .red]
      case .success: [.bold, .green]
      }
    let label = StyledText(tone.label + ": ", style)
    return hanging(label, styled(prose), indent: 2)
  }

  private func verbatim(_ text: String) -> [StyledText] {
    Sanitizer.block(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { StyledText(glyphs.shown(String($0))) }
  }

  /// Text after a label, with the following lines indented by the label's width or as said.
  func hanging(_ label: StyledText, _ text: StyledText, indent: Int? = nil) -> [StyledText] {
    let indent = min(indent ?? label.columns, width / 2)
    let spaces = String(repeating: " ", count: indent)
    guard label.columns != indent else {
      return text.wrapped(to: width - indent).enumerated().map { index, line in
        (index == 0 ? label : StyledText(spaces)) + line
      }
    }
    var flowing = label
    if let last = flowing.runs.indices.last { flowing.runs[last].isUnbreakable = false }
    let lines = (flowing + text).wrapped(to: width)
    guard lines.count > 1 else { return lines }
    let rest = (flowing + text).wrapped(to: width - indent)
    return rest.enumerated().map { index, line in index == 0 ? line : StyledText(spaces) + line }
  }
}

/// Writes a document as plain text of a fixed width, the same on every machine; for notebooks and files.
struct PlainTextRenderer: DocumentRenderer {
  /// The columns that may be used.
  var width = 80

  /// Writes the document.
  func render(_ document: Document, to output: inout some TextOutputStream) {
    TextRenderer(width: width).render(document, to: &output)
  }
}
