/// Reads the cascade (`simpul`) and the catalogue (`indikator`).
struct CatalogueReader {
  var log: LoadLog

  /// The nodes of the cascade; parents are resolved in any order, cycles are opened and reported.
  mutating func nodes(_ table: SchemaTable) -> [Node] {
    var nodes: [Node] = []
    var parents: [String] = []
    var seen: [String: Int] = [:]
    let hasSalaryColumn = table.column("gaji") != nil
    for row in 0..<table.count {
      let line = table.line(row)
      let code = table.text(row, "kode")
      guard accept(code, &seen, table, line) else { continue }
      let name = table.text(row, "nama")
      guard let level = Self.level(table.text(row, "jenjang")) else {
        let text = table.text(row, "jenjang")
        let near = Suggestion.nearest(to: text, among: Level.allCases.map(\.rawValue), limit: 1).first
        log.rejected(
          table.file, line: line, text: text, column: "jenjang",
          "simpul \(code): jenjang “\(text)” tidak dikenal"
            + (near.map { "; maksudnya \($0)?" }
              ?? "; pilih tujuan, sasaran, program, kegiatan atau subkegiatan"))
        continue
      }
      let pays =
        hasSalaryColumn
        ? ["ya", "1", "benar", "true", "x"].contains(table.text(row, "gaji").lowercased())
        : CodeResolver.folded(name).split(separator: " ").contains("gaji")
      nodes.append(Node(code: code, name: name, level: level, paysSalaries: pays, fileLine: line))
      parents.append(table.text(row, "induk"))
    }
    connect(&nodes, parents, table.file)
    return nodes
  }

  private static func level(_ text: String) -> Level? {
    Level(rawValue: text.lowercased().filter { $0 != " " && $0 != "-" })
  }

  private mutating func connect(_ nodes: inout [Node], _ parents: [String], _ file: String) {
    let byCode = Dictionary(
      nodes.enumerated().map { ($1.code.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for (index, parent) in parents.enumerated() where !parent.isEmpty {
      guard let above = byCode[parent.lowercased()] else {
        let near = Suggestion.nearest(to: parent, among: nodes.map(\.code), limit: 1).first
        log.unreadable(
          file, line: nodes[index].fileLine, column: "induk", text: parent,
          "induk “\(parent)” dari simpul \(nodes[index].code) tidak ada"
            + (near.map { "; yang terdekat \($0)" } ?? ""))
        continue
      }
      nodes[index].parent = above
    }
    openCycles(&nodes, file)
    for node in nodes {
      if let parent = node.parent, nodes[parent].level > node.level {
        log.notice(
          file, line: node.fileLine, column: "jenjang", text: node.level.rawValue,
          "simpul \(node.code) (\(node.level.rawValue)) berada di bawah \(nodes[parent].code) "
            + "(\(nodes[parent].level.rawValue))")
      }
    }
  }

  /// Takes away the parent of the first node, in file order, of every cycle.
  private mutating func openCycles(_ nodes: inout [Node], _ file: String) {
    var isSettled = [Bool](repeating: false, count: nodes.count)
    for start in nodes.indices {
      var path: [Int] = []
      var onPath: Set<Int> = []
      var current: Int? = start
      while let node = current, !isSettled[node], onPath.insert(node).inserted {
        path.append(node)
        current = nodes[node].parent
      }
      if let node = current, onPath.contains(node), let position = path.firstIndex(of: node) {
        let cycle = path[position...]
        let first = cycle.min() ?? node
        let names = cycle.map { nodes[$0].code } + [nodes[node].code]
        log.unreadable(
          file, line: nodes[first].fileLine, column: "induk", text: nodes[nodes[first].parent ?? first].code,
          "induk berputar: \(names.joined(separator: " → ")); induk \(nodes[first].code) tidak dipakai")
        nodes[first].parent = nil
      }
      for node in path { isSettled[node] = true }
    }
  }

  /// The indicators.
  ///
  /// - Parameter nodes: The cascade; `nil` when the dataset has none.
  mutating func indicators(_ table: SchemaTable, nodes: [Node]?) -> [Indicator] {
    let nodeByCode = Dictionary(
      (nodes ?? []).enumerated().map { ($1.code.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var indicators: [Indicator] = []
    var seen: [String: Int] = [:]
    var skippedNodes = 0
    for row in 0..<table.count {
      let line = table.line(row)
      let code = table.text(row, "kode")
      guard accept(code, &seen, table, line), let direction = direction(table, row, code) else { continue }
      if let clash = nodeByCode[code.lowercased()] {
        log.notice(
          table.file, line: line, column: "kode", text: code,
          "kode \(code) juga dipakai simpul (baris \(nodes?[clash].fileLine ?? 0)); sebutan \(code) berarti indikator"
        )
      }
      var indicator = Indicator(code: code, name: table.text(row, "nama"), fileLine: line)
      indicator.direction = direction
      indicator.measure = table.text(row, "satuan")
      indicator.formula = table.text(row, "rumus").nilIfEmpty
      indicator.aliases = Self.aliases(table.text(row, "padanan"), besides: indicator.name)
      readBounds(&indicator, table, row)
      let node = table.text(row, "simpul")
      if !node.isEmpty, nodes == nil {
        skippedNodes += 1
      } else if !node.isEmpty {
        indicator.node = nodeByCode[node.lowercased()]
        if indicator.node == nil {
          let near = Suggestion.nearest(to: node, among: (nodes ?? []).map(\.code), limit: 1).first
          log.unreadable(
            table.file, line: line, column: "simpul", text: node,
            "simpul “\(node)” dari indikator \(code) tidak ada" + (near.map { "; yang terdekat \($0)" } ?? "")
          )
        }
      }
      indicators.append(indicator)
    }
    if skippedNodes > 0 {
      log.notice(
        table.file, line: 0, column: "simpul",
        "\(skippedNodes) indikator menyebut simpul, tetapi tidak ada tabel simpul")
    }
    return indicators
  }

  private mutating func accept(
    _ code: String, _ seen: inout [String: Int], _ table: SchemaTable, _ line: Int
  ) -> Bool {
    guard !code.isEmpty else {
      log.rejected(table.file, line: line, column: "kode", "kolom kode kosong")
      return false
    }
    if let first = seen[code.lowercased()] {
      log.rejected(
        table.file, line: line, text: code, column: "kode",
        "kode \(code) sudah ada pada baris \(first); baris ini tidak dipakai")
      return false
    }
    seen[code.lowercased()] = line
    return true
  }

  private mutating func direction(_ table: SchemaTable, _ row: Int, _ code: String) -> Direction? {
    let text = table.text(row, "arah")
    if text.isEmpty { return .rising }
    if let known = Direction(rawValue: text.lowercased()) { return known }
    log.rejected(
      table.file, line: table.line(row), text: text, column: "arah",
      "indikator \(code): arah “\(text)” tidak dikenal; isi naik atau turun")
    return nil
  }

  private mutating func readBounds(_ indicator: inout Indicator, _ table: SchemaTable, _ row: Int) {
    indicator.minimum = table.number(row, "min", &log)
    indicator.maximum = table.number(row, "maks", &log)
    guard let least = indicator.minimum, let most = indicator.maximum, least > most else { return }
    let style = NumberStyle.plain
    log.unreadable(
      table.file, line: table.line(row), column: "min", text: style.text(least),
      "indikator \(indicator.code): min \(style.text(least)) lebih besar dari maks \(style.text(most)); "
        + "keduanya tidak dipakai")
    indicator.minimum = nil
    indicator.maximum = nil
  }

  private static func aliases(_ text: String, besides name: String) -> [String] {
    var result: [String] = []
    for part in text.split(separator: "|") {
      let alias = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !alias.isEmpty, alias != name, !result.contains(alias) { result.append(alias) }
    }
    return result
  }
}

extension String {
  /// The text, or `nil` when there is none.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
