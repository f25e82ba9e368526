import Analysis

/// A piece of a draft: what the program writes anew every time, or what belongs to the planner once it is there.
enum DraftPart: Hashable, Sendable {
  /// A heading; the planner may rename it.
  case heading(String, level: Int)
  /// Blocks made from the data; written anew whenever the draft is.
  case generated(GeneratedBlock)
  /// A place for the planner to write; never written again.
  case placeholder(String)
}

/// Blocks of a draft that are the answer to a question and can be asked again.
struct GeneratedBlock: Hashable, Sendable {
  /// A name that stays the same from draft to draft: `capaian.target`, `strategi.AKIP`.
  var id: String
  /// The command that gives the same figures at the prompt; empty where several do.
  var command = ""
  /// Tables, charts and paragraphs.
  var blocks: [Block]

  init(_ id: String, command: String = "", _ blocks: [Block]) {
    self.id = id
    self.command = command
    self.blocks = blocks
  }
}

/// A drafted report or section.
struct Draft: Hashable, Sendable {
  /// The title.
  var title: String
  /// The pieces in reading order.
  var parts: [DraftPart]
  /// Sentences about what could not be drafted.
  var warnings: [String] = []

  /// Everything as one document.
  var document: Document {
    var document = Document([.heading(Prose(title), level: 1)])
    for part in parts {
      switch part {
      case .heading(let text, let level): document.append(.heading(Prose(text), level: level))
      case .generated(let generated): document.append(Document(generated.blocks))
      case .placeholder(let text): document.append(.placeholder(text))
      }
    }
    return document
  }

  /// The generated blocks in order.
  var generated: [GeneratedBlock] {
    parts.compactMap { if case .generated(let block) = $0 { block } else { nil } }
  }
}
