/// What a command answers: an ordered list of blocks that every renderer can turn into its own form.
///
/// A document holds values, not text already laid out: numbers keep their full precision and their origin
/// until a renderer writes them.
public struct Document: Hashable, Sendable {
  /// The blocks in reading order.
  public var blocks: [Block]

  /// Makes a document.
  public init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }

  /// A document with one paragraph.
  public init(paragraph prose: Prose) {
    self.init([.paragraph(prose)])
  }

  /// Adds a block at the end.
  public mutating func append(_ block: Block) {
    blocks.append(block)
  }

  /// Adds another document's blocks at the end.
  public mutating func append(_ other: Document) {
    blocks.append(contentsOf: other.blocks)
  }
}

/// One block of a document.
public enum Block: Hashable, Sendable {
  /// A heading; level 1 is the highest.
  case heading(Prose, level: Int)
  /// A paragraph of running text.
  case paragraph(Prose)
  /// A bulleted list.
  case list([Prose])
  /// A table.
  case table(Table)
  /// A chart.
  case chart(Chart)
  /// A remark that qualifies the figures above it.
  case note(Prose, tone: Tone)
  /// Text kept exactly as it is, such as a formula with its caret.
  case verbatim(String)
  /// A place that the planner must fill in; never invented by the program.
  case placeholder(String)

  /// How urgent a note is.
  public enum Tone: String, Hashable, Sendable {
    /// Background the reader may skip.
    case plain
    /// Something worth a look.
    case warning
    /// Something wrong.
    case error
    /// A confirmation.
    case success
  }

  /// A plain note.
  public static func note(_ prose: Prose) -> Block { .note(prose, tone: .plain) }
}
