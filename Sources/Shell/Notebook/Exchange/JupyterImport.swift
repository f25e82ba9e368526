import Analysis

/// Turns a Jupyter notebook into a notebook of this program: Markdown cells become prose, code cells of this program's
/// language blocks of commands; outputs are left behind, because they are made anew.
struct JupyterImport {
  /// The notebook's text.
  let text: String
  /// How many blocks of commands it has.
  let commandCells: Int
  /// How many code cells of another language were kept as text.
  let foreignCells: Int

  /// Reads a Jupyter notebook.
  ///
  /// - Parameter name: The file's name, for messages.
  /// - Throws: A data problem when it is not nbformat 4.
  init(_ bytes: [UInt8], name: String) throws(Problem) {
    let json = try JSONReader.read(bytes, name: name)
    guard json["nbformat"]?.double == 4, let cells = json["cells"]?.list else {
      throw Problem(
        "\(name) bukan buku catatan Jupyter", kind: .data, expected: "berkas .ipynb dengan nbformat 4")
    }
    let metadata = json["metadata"]
    let language =
      metadata?["language_info"]?["name"]?.content ?? metadata?["kernelspec"]?["language"]?.content
      ?? "python"
    var pieces: [String] = []
    var (own, foreign) = (0, 0)
    for cell in cells {
      let source = Self.source(cell)
      switch cell["cell_type"]?.content {
      case "code" where language == "telaah":
        own += 1
        pieces.append(Self.fenced(source, "telaah"))
      case "code":
        foreign += 1
        pieces.append(Self.fenced(source, Self.word(language)))
      case "markdown": pieces.append(Self.harmless(source))
      default: pieces.append(Self.fenced(source, "text"))
      }
    }
    let title = metadata?["title"]?.content ?? FilePath.stem(name)
    let header = Self.header(metadata?["telaah"]?["kepala"], title: title)
    text = header + "\n\n" + pieces.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    commandCells = own
    foreignCells = foreign
  }

  /// A cell's text: one string or lines.
  private static func source(_ cell: JSONValue) -> String {
    let source = cell["source"]
    let text = source?.content ?? (source?.list ?? []).compactMap(\.content).joined()
    return Sanitizer.block(text).trimmedLines
  }

  private static func fenced(_ text: String, _ word: String) -> String {
    guard !text.isEmpty else { return "" }
    let fence = Sanitizer.markdownFence(for: text)
    return fence + word + "\n" + text + "\n" + fence
  }

  /// Prose in which no block would run or pass for a recorded output.
  private static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let body = line.drop { $0 == " " }
      let marks = body.prefix { $0 == "`" || $0 == "~" }
      let word = body.dropFirst(marks.count).drop { $0 == " " }.lowercased()
      guard marks.count >= 3, ["telaah", "keluaran", "angka"].contains(where: { word.hasPrefix($0) }) else {
        return String(line)
      }
      return marks + "text"
    }.joined(separator: "\n")
  }

  private static func word(_ language: String) -> String {
    let letters = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    return letters.isEmpty || letters == "keluaran" || letters == "angka" ? "text" : letters
  }

  /// The front matter that an export kept, else one with the title.
  private static func header(_ kept: JSONValue?, title: String) -> String {
    let lines = (kept?.list ?? []).compactMap(\.content).joined()
    if lines.hasPrefix("---"), lines.trimmedLines.hasSuffix("---") {
      return Sanitizer.block(lines).trimmedLines
    }
    return "---\ntelaah: \(Notebook.formatVersion)\njudul: \(FrontMatterEntry.written(title))\n---"
  }
}
