import Analysis

/// A table as HTML: caption, header cells with scope, numbers standing under each other, footnotes.
struct HTMLTable {
  /// The table.
  let table: Table
  /// The caption with its number; not escaped.
  let caption: String
  /// The number, for the name that links point to.
  let number: Int

  /// The element.
  var html: String {
    var reasons = MissingReasons()
    var output =
      "<figure class=\"tabel\" id=\"tabel-\(number)\">\n<figcaption>\(Sanitizer.html(caption))</figcaption>\n"
    output +=
      "<div class=\"gulir\" tabindex=\"0\" role=\"region\" aria-label=\"\(Sanitizer.html(caption))\">\n<table>\n<thead><tr>"
    for column in table.columns {
      output += "<th scope=\"col\"\(column.alignment.cssClass)>\(Sanitizer.html(column.title))</th>"
    }
    output += "</tr></thead>\n<tbody>\n"
    let tails = fractionWidths
    for row in table.rows { output += html(of: row, tails: tails, reasons: &reasons) }
    if table.rows.isEmpty {
      output += "<tr><td colspan=\"\(max(1, table.columns.count))\">(tidak ada baris)</td></tr>\n"
    }
    output += "</tbody>\n</table>\n</div>\n"
    var notes = reasons.reasons.enumerated().map {
      "<sup>\($0.offset + 1)</sup> \(Sanitizer.html($0.element))"
    }
    notes += table.footnotes.map { HTMLWriter.html($0) }
    if !notes.isEmpty { output += "<p class=\"kaki\">" + notes.joined(separator: "<br>\n") + "</p>\n" }
    return output + "</figure>\n"
  }

  /// The most characters from the decimal comma on, per column of numbers.
  private var fractionWidths: [Int] {
    table.columns.indices.map { column in
      guard table.columns[column].alignment == .decimal else { return 0 }
      return table.rows.reduce(0) { widest, row in
        guard column < row.cells.count, case .figure(let figure) = row.cells[column], figure.value != nil
        else {
          return widest
        }
        return max(widest, Self.tail(of: figure).count)
      }
    }
  }

  private static func tail(of figure: Figure) -> Substring {
    let text = figure.text.dropLast(figure.style.suffix.count)
    return text.firstIndex(of: ",").map { text[$0...] } ?? ""
  }

  private func html(of row: Table.Row, tails: [Int], reasons: inout MissingReasons) -> String {
    let kind =
      switch row.role {
      case .body: ""
      case .total: " class=\"jumlah\""
      case .group: " class=\"kelompok\""
      }
    let isAlone = row.role == .group && row.cells.dropFirst().allSatisfy { $0 == .empty }
    if isAlone, let first = row.cells.first {
      let text = Sanitizer.html(first.plain)
      return "<tr\(kind)><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">\(text)</th></tr>\n"
    }
    let treeColumn = table.columns.firstIndex { $0.alignment == .left }
    var output = "<tr\(kind)>"
    for (index, column) in table.columns.enumerated() {
      let cell = index < row.cells.count ? row.cells[index] : .empty
      let indent =
        index == treeColumn && row.depth > 0
        ? " style=\"padding-left:\(Double(row.depth) * 1.4 + 0.5)em\"" : ""
      let element = index == 0 ? "th" : "td"
      let scope = index == 0 ? " scope=\"row\"" : ""
      output += "<\(element)\(scope)\(column.alignment.cssClass)\(title(of: cell))\(indent)>"
      output += html(of: cell, tail: tails[index], reasons: &reasons) + "</\(element)>"
    }
    return output + "</tr>\n"
  }

  private func title(of cell: Table.Cell) -> String {
    guard case .figure(let figure) = cell else { return "" }
    return HTMLWriter.title(of: figure)
  }

  private func html(of cell: Table.Cell, tail: Int, reasons: inout MissingReasons) -> String {
    switch cell {
    case .empty: return ""
    case .text(let text):
      return Sanitizer.block(text).split(separator: "\n", omittingEmptySubsequences: false)
        .map { Sanitizer.html(String($0)) }.joined(separator: "<br>")
    case .figure(let figure):
      guard figure.value != nil else {
        return "–" + (reasons.number(of: cell).map { "<sup>\($0)</sup>" } ?? "")
      }
      let own = Self.tail(of: figure).count
      // A figure space is as wide as a digit, a punctuation space as wide as a comma.
      let fill =
        own >= tail
        ? "" : (own == 0 ? "\u{2008}" : "") + String(repeating: "\u{2007}", count: tail - max(own, 1))
      return Sanitizer.html(figure.text) + fill
    }
  }
}

extension Table.Alignment {
  fileprivate var cssClass: String {
    switch self {
    case .left: ""
    case .center: " class=\"tengah\""
    case .right, .decimal: " class=\"kanan\""
    }
  }
}
