import Analysis

/// The marks around what the program wrote into a draft.
enum DraftMark {
  /// How a mark begins.
  static let start = "<!-- telaah:mulai"
  /// The closing mark.
  static let end = "<!-- telaah:akhir -->"

  /// A stretch of a draft's file: text of the planner, or a generated block with its marks.
  struct Piece: Hashable, Sendable {
    /// The lines with their marks, without the last line end.
    var text: String
    /// The name of the generated block; `nil` for the planner's own text.
    var id: String?
    /// The fingerprint that the mark states.
    var fingerprint = ""
    /// What stands between the marks.
    var body = ""
  }

  /// Eight hexadecimal digits that change with the text.
  static func fingerprint(_ text: String) -> String {
    String(Fingerprint.of(ByteBuffer(Array(text.utf8))).prefix(8))
  }

  /// A value in quotes that cannot end the comment.
  static func quoted(_ text: String) -> String {
    var clean = ""
    for character in Sanitizer.inline(text) {
      switch character {
      case "\"": clean += "'"
      case "-" where clean.hasSuffix("-"): clean += "\u{2010}"
      default: clean.append(character)
      }
    }
    return "\"" + clean + "\""
  }

  /// Takes a file apart; joined by line ends the pieces give the file again.
  ///
  /// - Throws: A data problem when a mark is not closed, not opened, or its name occurs twice.
  static func pieces(of text: String, name: String) throws(Problem) -> [Piece] {
    var pieces: [Piece] = []
    var free: [Substring] = []
    var open: (mark: Substring, line: Int, lines: [Substring])?
    var seen: Set<String> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix(start) {
        guard open == nil else {
          throw damaged("tanda mulai di dalam blok yang belum ditutup", name, index + 1)
        }
        if !free.isEmpty { pieces.append(Piece(text: free.joined(separator: "\n"))) }
        free = []
        open = (line, index + 1, [])
      } else if line.hasPrefix(end), let block = open {
        let piece = try piece(block.mark, block.lines, line, name, block.line)
        guard seen.insert(piece.id ?? "").inserted else {
          throw damaged("blok “\(piece.id ?? "")” ada dua kali", name, block.line)
        }
        pieces.append(piece)
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else {
        free.append(line)
      }
    }
    if let open { throw damaged("blok tidak ditutup dengan \(end)", name, open.line) }
    if !free.isEmpty { pieces.append(Piece(text: free.joined(separator: "\n"))) }
    return pieces
  }

  private static func piece(
    _ mark: Substring, _ lines: [Substring], _ last: Substring, _ name: String, _ line: Int
  ) throws(Problem) -> Piece {
    guard let id = value("id", in: mark), !id.isEmpty else {
      throw damaged("tanda mulai tanpa id", name, line)
    }
    let body = lines.joined(separator: "\n")
    return Piece(
      text: ([mark] + lines + [last]).joined(separator: "\n"), id: id,
      fingerprint: value("sidik", in: mark) ?? "",
      body: body)
  }

  private static func value(_ key: String, in mark: Substring) -> String? {
    for word in mark.split(separator: " ") where word.hasPrefix(key + "=") {
      return String(word.dropFirst(key.count + 1))
    }
    return nil
  }

  private static func damaged(_ reason: String, _ name: String, _ line: Int) -> Problem {
    Problem("naskah \(name) rusak: \(reason)", kind: .data, place: .file(name, line: line, column: 0))
  }
}
