import Analysis

extension Origin {
  /// Where a figure came from, in one Indonesian phrase short enough for a tooltip.
  var text: String { text(depth: 2) }

  private func text(depth: Int) -> String {
    switch self {
    case .row(let row):
      var place = "\(row.dataset)/\(row.table) baris \(row.fileLine)"
      if !row.source.isEmpty {
        place += " (" + row.source + (row.sourceLine.isEmpty ? "" : ", baris " + row.sourceLine) + ")"
      }
      return place
    case .given(let what): return "diberikan: " + what
    case .computed(let rule, let inputs):
      guard depth > 0, !inputs.isEmpty else { return "dihitung: " + rule }
      let shown = inputs.prefix(4).map { $0.text(depth: depth - 1) }.joined(separator: "; ")
      return "dihitung: " + rule + " ← " + shown + (inputs.count > 4 ? "; …" : "")
    }
  }
}

extension Block.Tone {
  /// The word that a note starts with.
  var label: String {
    switch self {
    case .plain: "Catatan"
    case .warning: "Perhatian"
    case .error: "Salah"
    case .success: "Beres"
    }
  }
}

/// Numbers tables and figures in the order in which they are written.
struct CaptionNumbers: Hashable, Sendable {
  /// The tables and figures numbered so far.
  var tables = 0
  var figures = 0

  /// The next table's caption.
  mutating func table(_ caption: String) -> String {
    tables += 1
    return "Tabel \(tables)" + (caption.isEmpty ? "" : ". " + caption)
  }

  /// The next figure's caption.
  mutating func figure(_ caption: String) -> String {
    figures += 1
    return "Gambar \(figures)" + (caption.isEmpty ? "" : ". " + caption)
  }
}
