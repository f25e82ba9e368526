import Analysis

/// A draft as a Markdown file: what the program writes stands between marks, everything else is the planner's.
///
///     <!-- telaah:mulai id=capaian.target sidik=3f0c12ab perintah="capaian AKIP" -->
///     …
///     <!-- telaah:akhir -->
///
/// Writing a draft again replaces only what stands between the marks. What was edited there by hand is kept below
/// the new text, and a block whose figures changed says which.
struct DraftFile {
  /// What came of putting a new draft into an old file.
  struct Result: Hashable, Sendable {
    /// The new text of the file.
    var text: String
    /// The names of blocks whose figures changed.
    var changed: [String] = []
    /// The names of blocks that were edited by hand.
    var edited: [String] = []
    /// The names of blocks that the draft no longer has.
    var stale: [String] = []
  }

  private let draft: Draft
  private let rendered: [String: String]

  /// Renders the blocks of a draft, its tables and charts numbered through the whole.
  init(_ draft: Draft) {
    self.draft = draft
    var numbers = CaptionNumbers()
    var rendered: [String: String] = [:]
    for block in draft.generated {
      let document = Document(block.blocks.map { Self.numbered($0, &numbers) })
      rendered[block.id] = MarkdownRenderer(numbersCaptions: false).text(of: document).trimmedLines
    }
    self.rendered = rendered
  }

  private static func numbered(_ block: Block, _ numbers: inout CaptionNumbers) -> Block {
    switch block {
    case .table(var table):
      table.caption = numbers.table(table.caption)
      return .table(table)
    case .chart(var chart):
      chart.title = numbers.figure(chart.title)
      return .chart(chart)
    default: return block
    }
  }

  // MARK: - A new file

  /// The text of a file that did not exist.
  var text: String {
    var pieces = ["# " + Sanitizer.markdown(draft.title)]
    for part in draft.parts { pieces.append(piece(part)) }
    return pieces.joined(separator: "\n\n") + "\n"
  }

  private func piece(_ part: DraftPart) -> String {
    switch part {
    case .heading(let text, let level):
      return String(repeating: "#", count: min(6, max(1, level))) + " " + Sanitizer.markdown(text)
    case .generated(let block): return marked(block, rendered[block.id] ?? "")
    case .placeholder(let text):
      return MarkdownRenderer().text(of: Document([.placeholder(text)])).trimmedLines
    }
  }

  private func marked(_ block: GeneratedBlock, _ text: String, remark: String = "") -> String {
    let command = block.command.isEmpty ? "" : " perintah=\(DraftMark.quoted(block.command))"
    let body = remark.isEmpty ? text : remark + "\n\n" + text
    return DraftMark.start + " id=\(block.id) sidik=\(DraftMark.fingerprint(body))\(command) -->\n" + body
      + "\n" + DraftMark.end
  }

  // MARK: - An old file

  /// Puts the draft into the text of an older one.
  ///
  /// - Throws: A data problem when the marks of the old file are damaged.
  func merged(into old: String, name: String) throws(Problem) -> Result {
    var pieces = try DraftMark.pieces(of: old, name: name)
    let known = Set(pieces.compactMap(\.id))
    let blocks = Dictionary(draft.generated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var result = Result(text: "")
    for index in pieces.indices {
      guard let id = pieces[index].id else { continue }
      guard let block = blocks[id] else {
        result.stale.append(id)
        continue
      }
      pieces[index].text = replaced(pieces[index], with: block, &result)
    }
    insert(missing: known, into: &pieces)
    result.text = pieces.map(\.text).joined(separator: "\n")
    if !result.text.hasSuffix("\n") { result.text += "\n" }
    return result
  }

  private func replaced(_ piece: DraftMark.Piece, with block: GeneratedBlock, _ result: inout Result)
    -> String
  {
    let new = rendered[block.id] ?? ""
    let wasEdited = DraftMark.fingerprint(piece.body) != piece.fingerprint
    let old = DraftRemark.removed(from: piece.body)
    let changes = DraftRemark.changes(from: old, to: new)
    if !changes.isEmpty { result.changed.append(block.id) }
    var text = marked(block, new, remark: changes.isEmpty ? "" : DraftRemark.text(changes))
    guard wasEdited, old != new else { return text }
    result.edited.append(block.id)
    text += "\n\n" + DraftRemark.editedHeading + "\n\n" + old
    return text
  }

  /// Puts the parts that the old file does not have behind the generated block before them.
  private func insert(missing known: Set<String>, into pieces: inout [DraftMark.Piece]) {
    var position = 0
    var pending: [DraftPart] = []
    for part in draft.parts {
      guard case .generated(let block) = part else {
        pending.append(part)
        continue
      }
      if known.contains(block.id) {
        pending = []
        if let found = pieces.firstIndex(where: { $0.id == block.id }) { position = found + 1 }
        continue
      }
      let new = (pending + [part]).map { DraftMark.Piece(text: "\n" + piece($0)) }
      pieces.insert(contentsOf: new, at: min(position, pieces.count))
      position = min(position, pieces.count) + new.count
      pending = []
    }
  }
}
