import Analysis
import Testing

@testable import Shell

/// Every number of a draft's sentences stands in its tables or in the data.
@Suite("Figures in drafts")
struct DraftFigureTests {
  static let cases = ["plandaan", "jombang", "ngoro"].flatMap { dataset in
    DraftSection.all.map { (dataset, $0.name) }
  }

  @Test(arguments: cases) func standInTablesOrData(dataset: String, section: String) throws {
    var session = try SampleSession.loaded(dataset)
    let document = try session.execute("naskah \(section)").document
    let known = KnownNumbers(document, session: session)
    var walked = 0
    for prose in document.sentences {
      for span in prose.spans {
        switch span {
        case .figure(let figure):
          guard let value = figure.value else { continue }
          walked += 1
          let isKnown =
            known.contains(value) || NumberTokens.of(figure.text).allSatisfy { known.contains(stated: $0) }
          #expect(isKnown, "\(figure.text) in “\(prose.plain)”")
        case .text(let text), .strong(let text):
          for token in NumberTokens.of(text) {
            walked += 1
            let isKnown = known.contains(word: token)
            #expect(isKnown, "\(token) in “\(prose.plain)”")
          }
        case .code: continue
        }
      }
    }
    if section == "lengkap" { #expect(walked > 40) }
  }

  @Test(arguments: ["plandaan", "jombang", "ngoro"]) func theWholeChapterHasItsParts(dataset: String) throws {
    var session = try SampleSession.loaded(dataset)
    let output = try session.execute("naskah lengkap")
    let headings = output.document.blocks.compactMap { block -> String? in
      if case .heading(let prose, _) = block { prose.plain } else { nil }
    }
    for part in [
      "Target dan realisasi", "dua tahun sebelumnya", "jangka menengah", "tingkat yang lebih tinggi",
      "Analisis",
      "anggaran", "SDM dan sarana", "Rencana Perbaikan",
    ] {
      #expect(headings.contains { $0.contains(part) }, "\(part)")
    }
    #expect(output.document.blocks.contains { if case .placeholder = $0 { true } else { false } })
  }

  /// Sentences say the direction that the figures have.
  @Test(arguments: [(1.0, 2.0, "meningkat"), (2.0, 1.0, "menurun"), (2.0, 2.0, "tetap")])
  func directionWordsFollowTheFigures(before: Double, after: Double, word: String) {
    #expect(Sentence.movement(from: before, to: after) == word)
  }

  @Test func aFallIsGoodWhereLowerIsBetter() {
    #expect(Sentence.meaning(from: 5, to: 3, .falling).contains("membaik"))
    #expect(Sentence.meaning(from: 3, to: 5, .falling).contains("memburuk"))
    #expect(Sentence.meaning(from: 5, to: 3, .rising).contains("memburuk"))
    #expect(Sentence.meaning(from: 3, to: 5, .rising).isEmpty)
  }

  /// One point of a component, times its room, is what the index gains when the component is set to its best.
  @Test func leverageAgreesWithWhatIf() throws {
    let session = try SampleSession.loaded("plandaan")
    let writer = try DraftWriter(session, context: try session.state.requireContext())
    let index = try #require(writer.catalogue.indicator("IKKK"))
    let plan = try StrategyPlan(index, writer: writer)
    let lever = try #require(plan.levers.first)
    let limit = try #require(lever.limit)
    var model = ContextModel(try session.state.requireModel(), in: writer.context)
    let subject = Catalogue.Subject.indicator(index)
    model.set(of: .indicator(lever.item.index), to: lever.value + (limit - lever.value) / 2)
    let half = try #require(model.value(of: subject))
    model.set(of: .indicator(lever.item.index), to: limit)
    let full = try #require(model.value(of: subject))
    #expect(abs((full - half) * 2 - (lever.reserve ?? 0)) < 1e-9)
    let need = try #require(plan.need)
    model.set(of: .indicator(need.lever.item.index), to: need.outcome.input)
    #expect(need.outcome.isReached)
    #expect(abs((model.value(of: subject) ?? 0) - (plan.target ?? -1)) < 1e-9)
  }
}

/// The numbers that a draft may use: those of its tables, the dataset, and counts of what its tables list.
private struct KnownNumbers {
  private var values: [Double] = []
  private var words: Set<String> = []
  private var mostRows = 0

  /// The levels that intervals and tests are stated at, and a full achievement.
  private static let levels: Set<String> = ["80", "95", "5", "10", "100"]

  init(_ document: Document, session: Session) {
    let dataset = session.state.workspace.datasets[0]
    for block in document.blocks {
      guard case .table(let table) = block else { continue }
      mostRows = max(mostRows, table.rows.count)
      words.formUnion(NumberTokens.of(table.caption))
      for column in table.columns { words.formUnion(NumberTokens.of(column.title)) }
      for cell in table.rows.flatMap(\.cells) {
        if case .figure(let figure) = cell, let value = figure.value { values.append(value) }
        words.formUnion(NumberTokens.of(cell.plain))
      }
      for note in table.footnotes { words.formUnion(NumberTokens.of(note.plain)) }
    }
    for facts in [dataset.performance, dataset.budgets] {
      for row in 0..<facts.count { values += [facts.planned[row], facts.actual[row]] }
      words.formUnion(facts.years.map { String($0) })
    }
    words.formUnion((2019...2032).map(String.init))
    for item in dataset.catalogue.indicators { words.formUnion(NumberTokens.of(item.code + " " + item.name)) }
    for node in dataset.catalogue.nodes { words.formUnion(NumberTokens.of(node.code + " " + node.name)) }
    for row in dataset.worksheets { words.formUnion(NumberTokens.of(row.reasoning + " " + row.followUp)) }
    for rules in (try? session.state.requireModel().rules) ?? [] {
      words.formUnion(NumberTokens.of(rules.score.source))
    }
    for row in dataset.resources { values += [row.needed, row.available].compactMap { $0 } }
    values = values.filter { !$0.isNaN }.sorted()
  }

  func contains(_ value: Double) -> Bool {
    let slack = 1e-9 * max(1, value.magnitude)
    for wanted in [value, -value] {
      let index = values.partitioningIndex { $0 >= wanted - slack }
      if index < values.count, values[index] <= wanted + slack { return true }
    }
    return false
  }

  /// Whether a number stands in the tables as it is written.
  func contains(stated token: String) -> Bool { words.contains(token) }

  func contains(word: String) -> Bool {
    if words.contains(word) || Self.levels.contains(word) { return true }
    return Int(word).map { $0 <= mostRows } ?? false
  }
}

extension [Double] {
  fileprivate func partitioningIndex(_ belongs: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Document {
  /// Paragraphs and list items.
  fileprivate var sentences: [Prose] {
    blocks.flatMap { block -> [Prose] in
      switch block {
      case .paragraph(let prose): [prose]
      case .list(let items): items
      default: []
      }
    }
  }
}
