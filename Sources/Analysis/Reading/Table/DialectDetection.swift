extension Dialect {
  /// How many bytes from the start of the text are looked at.
  static let sampleSize = 4 << 20

  /// Finds how a text is laid out.
  ///
  /// Every candidate separator is tried; the one that cuts the greatest share of rows into the same number of
  /// cells wins, provided that a header stands above them. Letters and quoted text never take part.
  ///
  /// - Parameters:
  ///   - text: The decoded file.
  ///   - file: Its name, for the problem.
  ///   - expected: Names of columns that the reader asks for.
  /// - Throws: A data problem when nothing looks like a header.
  /// - Complexity: O(sample), at most 4 MB.
  static func detect(
    _ text: DecodedText, file: String, expected: Set<String>
  ) throws(Problem) -> (dialect: Dialect, layout: TableLayout, sample: SampleRows, start: Int) {
    var dialect = Dialect(encoding: text.encoding)
    let line = separatorLine(text)
    dialect.hasSeparatorLine = line != nil
    let start = line?.end ?? text.start
    let range = start..<min(text.buffer.count, start + sampleSize)
    let candidates = line.map { [$0.separator] } ?? separators
    var best: (score: Double, separator: UInt8, sample: SampleRows, layout: TableLayout)?
    for separator in candidates {
      let sample = SampleRows(text.buffer, range: range, separator: separator, line: line == nil ? 1 : 2)
      guard let layout = TableLayout(sample, expected: expected) else { continue }
      let known = layout.names.count { expected.contains(TableLayout.folded($0)) }
      let score = (known >= 2 ? 10 : 0) + (sample.width > 1 ? 1 : 0) * sample.consistency
      let wins = best.map { (score, sample.width) > ($0.score, $0.sample.width) } ?? true
      if wins { best = (score, separator, sample, layout) }
      // Two names that were asked for under one separator and every row of one width: no other can do better.
      if known >= 2, sample.consistency == 1 { break }
    }
    guard let best else {
      throw Problem(
        "\(file) tidak punya baris kepala kolom", kind: .data, place: .file(file, line: 1, column: 0),
        expected: "satu baris nama kolom di atas data")
    }
    dialect.separator = best.separator
    dialect.take(best.layout)
    return (dialect, best.layout, best.sample, start)
  }

  mutating func take(_ layout: TableLayout) {
    headerRows = (layout.header.lowerBound + 1)...(layout.header.upperBound + 1)
    unitRow = layout.units.map { $0 + 1 }
    numberRow = layout.numbers.map { $0 + 1 }
  }

  /// The `sep=;` line that Excel understands, and where the text goes on behind it.
  static func separatorLine(_ text: DecodedText) -> (separator: UInt8, end: Int)? {
    let bytes = text.buffer.bytes[text.start...].prefix(16)
    let lineEnd = bytes.firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
    let content = bytes[..<lineEnd].filter { $0 != RowScanner.quote }
    guard content.count == 5, String(decoding: content.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = content.last
    else { return nil }
    var end = lineEnd
    if end < text.buffer.count, text.buffer.bytes[end] == 13 { end += 1 }
    if end < text.buffer.count, text.buffer.bytes[end] == 10 { end += 1 }
    return (separator, end)
  }
}
