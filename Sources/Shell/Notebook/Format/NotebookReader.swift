import Analysis

/// Reads the Markdown form of a notebook.
struct NotebookReader {
  private let path: String
  private let source: TextLines
  private var parts: [Notebook.Part] = []
  private var figures: RecordedFigures?
  private var proseStart = 0
  private var cellCount = 0

  /// Reads a file.
  ///
  /// - Throws: A problem with file and line when it cannot be read, is not UTF-8, or is not well formed.
  /// - Complexity: O(bytes).
  static func read(_ path: String) throws(Problem) -> Notebook {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try AtomicFile.read(path, limit: Notebook.greatestSize)
    } catch {
      _ = try FileBytes.read(path)
      throw error
    }
    return try read(bytes, path: path)
  }

  /// Reads bytes that are already in memory; see ``read(_:)``.
  static func read(_ bytes: [UInt8], path: String) throws(Problem) -> Notebook {
    var reader = NotebookReader(path: path, source: try TextLines(bytes, file: path))
    let header = try NotebookHeader(reading: reader.source, file: path)
    reader.proseStart = header.lines.upperBound
    try reader.readParts(from: header.lines.upperBound)
    return Notebook(
      path: path, source: reader.source, header: header, parts: reader.parts, figures: reader.figures)
  }

  private init(path: String, source: TextLines) {
    self.path = path
    self.source = source
  }

  private mutating func readParts(from start: Int) throws(Problem) {
    var position = start
    while position < source.count {
      guard let fence = CodeFence(source[position]) else {
        position += 1
        continue
      }
      let end = closing(of: fence, after: position)
      switch fence.language {
      case "telaah":
        try requireClosed(end, fence, at: position)
        try appendCell(position..<min(end + 1, source.count))
      case "keluaran":
        try requireClosed(end, fence, at: position)
        attachOutput(position..<(end + 1), fence)
      case "angka" where fence.value(of: "telaah") != nil:
        try requireClosed(end, fence, at: position)
        figures = try RecordedFigures(
          reading: (position + 1..<end).map { (source[$0], $0 + 1) }, lines: position..<(end + 1), file: path)
        appendProse(upTo: position)
        proseStart = end + 1
      default: break
      }
      position = end + 1
    }
    appendProse(upTo: source.count)
  }

  /// The line that closes a block, or the number of lines when nothing does.
  private func closing(of fence: CodeFence, after line: Int) -> Int {
    var position = line + 1
    while position < source.count, !fence.isClosed(by: source[position]) { position += 1 }
    return position
  }

  private func requireClosed(_ end: Int, _ fence: CodeFence, at line: Int) throws(Problem) {
    guard end >= source.count else { return }
    let marks = String(repeating: fence.mark, count: fence.length)
    throw Problem(
      "blok \(fence.language) tidak ditutup", kind: .data, place: .file(path, line: line + 1, column: 0),
      expected: "baris \(marks) sesudah perintah terakhir")
  }

  private mutating func appendProse(upTo end: Int) {
    if proseStart < end { parts.append(.prose(proseStart..<end)) }
    proseStart = end
  }

  private mutating func appendCell(_ lines: Range<Int>) throws(Problem) {
    appendProse(upTo: lines.lowerBound)
    cellCount += 1
    parts.append(
      .cell(Notebook.Cell(number: cellCount, lines: lines, commands: commands(in: lines), recorded: nil)))
    proseStart = lines.upperBound
  }

  /// The commands of a block: continued lines joined, transcripts reduced to what was typed.
  private func commands(in lines: Range<Int>) -> [Notebook.CommandLine] {
    var result: [Notebook.CommandLine] = []
    var begun = ""
    var first: Int?
    let inner = lines.dropFirst().dropLast()
    for index in inner {
      first = first ?? index + 1
      if let head = Continuation.head(of: source[index]), index + 1 < inner.endIndex {
        begun += head
        continue
      }
      let text = begun + source[index]
      let isBlank = text.allSatisfy(\.isWhitespace) || text.drop(while: \.isWhitespace).hasPrefix("#")
      if !isBlank { result.append(Notebook.CommandLine(text: text.trimmed, line: first ?? index + 1)) }
      begun = ""
      first = nil
    }
    return result
  }

  /// Gives a recorded output to the cell right before it; blank lines may stand between.
  private mutating func attachOutput(_ lines: Range<Int>, _ fence: CodeFence) {
    guard case .cell(var cell)? = parts.last, cell.recorded == nil,
      (cell.lines.upperBound..<lines.lowerBound).allSatisfy({ source[$0].allSatisfy(\.isWhitespace) })
    else { return }
    cell.recorded = Notebook.Recorded(
      lines: lines, text: lines.dropFirst().dropLast().map { source[$0] },
      commandMark: fence.value(of: "sel").map { CommandMark($0) },
      options: DrawnOptions(fence.value(of: "opsi") ?? ""), program: fence.value(of: "telaah"))
    parts[parts.count - 1] = .cell(cell)
    proseStart = lines.upperBound
  }
}
