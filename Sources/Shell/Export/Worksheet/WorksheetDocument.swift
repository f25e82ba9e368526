import Analysis

/// A worksheet as a document: the table in the order of the reports, the reasoning, and room to sign.
struct WorksheetDocument {
  let chosen: ChosenWorksheet
  /// Findings to append per key indicator; empty for none.
  var findings: [WorksheetFinding] = []
  /// Whether candidates, history and checks of every indicator follow.
  var isDetailed = false

  private var worksheet: Worksheet { chosen.worksheet }
  private var figures: WorksheetFigures { chosen.figures }
  private var year: Int { worksheet.key.year }

  /// The title of the document.
  var title: String { "Kertas Kerja Penetapan Target (KKTP) \(year)" }
  /// The line below it.
  var subtitle: String { "\(worksheet.key.unit), versi \(worksheet.key.version)" }

  /// The content.
  var document: Document {
    var document = WorksheetAnswer(chosen: chosen).overview.document
    for entry in worksheet.entries {
      if let reasoning = reasoning(of: entry) { document.append(.paragraph(Prose(reasoning))) }
    }
    document.append(.table(table))
    if isDetailed {
      for entry in worksheet.entries { document.append(Document(pages(of: entry))) }
    }
    document.append(.placeholder("tempat, tanggal, jabatan, nama, dan NIP penanda tangan"))
    return document
  }

  /// The written reasoning, or one drafted from the numbers.
  private func reasoning(of entry: WorksheetEntry) -> String? {
    if !entry.reasoning.isEmpty { return entry.reasoning }
    var edit = WorksheetEdit()
    edit.reasoning = ChosenWorksheet.draftWord
    let drafted = chosen.drafting(edit, of: entry.code).reasoning
    return drafted == ChosenWorksheet.draftWord ? nil : drafted
  }

  private var table: Table {
    let columns = WorksheetColumn.printed.map { column -> Table.Column in
      switch column {
      case .previousTarget, .previousActual, .target, .previousValue, .gain, .forecast:
        .number(column.title(year))
      case .number: .init(column.title(year))
      default: .init(column.title(year), shrinkPriority: 1)
      }
    }
    var table = Table(caption: "\(chosen.title): komponen dan tindak lanjut", columns: columns)
    for (index, entry) in worksheet.entries.enumerated() {
      table.append(cells(of: entry, number: index + 1))
      for node in figures.structure.tree(of: entry.code) {
        if let component = worksheet.component(node.code) { table.append(cells(of: component, node)) }
      }
    }
    return table
  }

  private func cells(of entry: WorksheetEntry, number: Int) -> [Table.Cell] {
    [
      .text(String(number)), .text(figures.indicator(entry.code)?.title ?? entry.code),
      Self.number(entry.previousTarget),
      Self.number(entry.previousActual), Self.number(figures.target(of: entry)), .text(entry.programmes),
      .empty, .empty,
      .empty, .empty, .text(entry.followUps.joined(separator: "\n")), .text(entry.reasoning),
    ]
  }

  private func cells(of component: WorksheetComponent, _ node: WorksheetStructure.Node) -> [Table.Cell] {
    var gain = component.expectedGain
    let expected = figures.expected(of: component)
    if node.isComputed, let expected, let before = component.previousValue {
      gain = WorksheetAnswer.clean(expected - before)
    }
    return [
      .empty, .empty, .empty, .empty, .empty, .empty,
      .text(figures.indicator(component.code)?.title ?? component.code),
      Self.number(component.previousValue), Self.number(gain), Self.number(expected),
      .text(component.followUps.joined(separator: "\n")), .text(component.reasoning),
    ]
  }

  private static func number(_ value: Double?) -> Table.Cell {
    value.map { .number($0, WorksheetAnswer.style) } ?? .empty
  }

  private func pages(of entry: WorksheetEntry) -> [Block] {
    var blocks: [Block] = [.heading(Prose(figures.indicator(entry.code)?.title ?? entry.code), level: 2)]
    if let history = TargetHistory(entry, model: figures.model, context: figures.context) {
      blocks.append(.table(self.table(history)))
    }
    if let set = TargetProposals(entry, figures: figures) {
      blocks += ProposalAnswer(chosen: chosen, sets: [set], methods: []).output.document.blocks.dropLast()
    }
    let own = findings.filter { $0.code == entry.code }
    if !own.isEmpty {
      let report = InspectionAnswer(chosen: chosen, findings: own, showsPassed: true).output.document
      blocks += report.blocks.filter { if case .table = $0 { true } else { false } }
    }
    return blocks
  }

  private func table(_ history: TargetHistory) -> Table {
    var table = Table(
      caption:
        "Realisasi \(history.indicator.code) (\(history.higherIsBetter ? "makin tinggi makin baik" : "makin rendah makin baik"))",
      columns: [.init("tahun"), .number("realisasi")])
    for value in history.values {
      table.append([.text(String(value.year)), .number(value.value, WorksheetAnswer.style)])
    }
    return table
  }
}
