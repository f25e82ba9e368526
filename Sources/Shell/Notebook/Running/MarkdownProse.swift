import Analysis

/// Turns the prose of a notebook into blocks: headings, paragraphs, lists; everything else stays as it is.
enum MarkdownProse {
  /// The blocks of some lines.
  static func blocks(of lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var position = 0
    while position < lines.count {
      let line = lines[position]
      if line.allSatisfy(\.isWhitespace) {
        position += 1
      } else if let fence = CodeFence(line) {
        let end = lines[(position + 1)...].firstIndex { fence.isClosed(by: $0) } ?? lines.count
        blocks.append(.verbatim(lines[(position + 1)..<end].joined(separator: "\n")))
        position = end + 1
      } else if let heading = heading(line) {
        blocks.append(heading)
        position += 1
      } else {
        let end =
          lines[position...].firstIndex {
            $0.allSatisfy(\.isWhitespace) || CodeFence($0) != nil || heading($0) != nil
          }
          ?? lines.count
        blocks.append(block(of: Array(lines[position..<end])))
        position = end
      }
    }
    return blocks
  }

  private static func heading(_ line: String) -> Block? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return .heading(prose(String(line.dropFirst(level)).trimmed), level: level)
  }

  private static func block(of lines: [String]) -> Block {
    if lines.contains(where: { $0.hasPrefix("|") || $0.hasPrefix("    ") || $0.hasPrefix("<!--") }) {
      return .verbatim(lines.joined(separator: "\n"))
    }
    guard let first = lines.first, isItem(first) else { return .paragraph(prose(joined(lines))) }
    var items: [[String]] = []
    for line in lines {
      if isItem(line) {
        items.append([String(line.dropFirst(2))])
      } else {
        items[items.count - 1].append(line)
      }
    }
    return .list(items.map { prose(joined($0)) })
  }

  private static func isItem(_ line: String) -> Bool { line.hasPrefix("- ") || line.hasPrefix("* ") }

  private static func joined(_ lines: [String]) -> String { lines.map(\.trimmed).joined(separator: " ") }

  /// Running text with `code` and **strong** pieces.
  static func prose(_ text: String) -> Prose {
    var spans: [Prose.Span] = []
    var rest = text[...]
    var plain = ""
    while let character = rest.first {
      let mark: Substring = rest.hasPrefix("**") ? "**" : character == "`" ? "`" : ""
      let body = rest.dropFirst(mark.count)
      if !mark.isEmpty, let end = body.firstRange(of: mark), end.lowerBound > body.startIndex {
        if !plain.isEmpty { spans.append(.text(plain)) }
        plain = ""
        let inner = String(body[..<end.lowerBound])
        spans.append(mark == "`" ? .code(inner) : .strong(inner))
        rest = body[end.upperBound...]
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty || spans.isEmpty { spans.append(.text(plain)) }
    return Prose(spans)
  }
}
