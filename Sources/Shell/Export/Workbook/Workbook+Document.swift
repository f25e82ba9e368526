import Analysis

extension Workbook {
  /// A workbook with every table, and the numbers of every chart, on a sheet of its own.
  ///
  /// When there are several, a first sheet `Isi` lists them under the document's headings. Tables and charts
  /// are numbered in reading order, as in the other exports.
  init(document: Document, title: String, manifest: String? = nil) {
    var builder = WorkbookContents(title: title)
    for block in document.blocks { builder.add(block) }
    self.init(title: title, sheets: builder.finished(), manifest: manifest)
  }

  /// A workbook with each table on a sheet of its own.
  init(tables: [Table], title: String, manifest: String? = nil) {
    self.init(document: Document(tables.map { .table($0) }), title: title, manifest: manifest)
  }
}

/// Collects the sheets of a document and their list.
private struct WorkbookContents {
  var names = SheetNames(reserved: [Workbook.manifestSheet, "Isi"])
  var sheets: [WorkbookSheet] = []
  var list = WorkbookSheet(name: "Isi")
  var tables = 0
  var charts = 0
  var pendingHeading: String?

  init(title: String) {
    list.columnWidths = [0: 12, 1: 70]
    list.append([.init(.text(title.isEmpty ? "Isi buku kerja" : title), .title)])
    list.append([])
    list.append([.init(.text("Nomor"), .header), .init(.text("Isi"), .header)])
    list.frozenRows = 3
  }

  mutating func add(_ block: Block) {
    switch block {
    case .heading(let prose, _): pendingHeading = prose.plain
    case .table(let table):
      tables += 1
      add(table, label: "Tabel \(tables)", prefix: "\(tables). ")
    case .chart(let chart):
      charts += 1
      add(ChartData(chart: chart).table, label: "Gambar \(charts)", prefix: "G\(charts). ")
    case .paragraph, .list, .note, .verbatim, .placeholder: break
    }
  }

  private mutating func add(_ table: Table, label: String, prefix: String) {
    let name = names.name(for: table.caption.isEmpty ? label : prefix + table.caption)
    sheets.append(WorkbookSheet(table: table, name: name, label: label))
    if let heading = pendingHeading {
      list.append([.init(.text(heading), .group), .init(.blank, .group)])
      pendingHeading = nil
    }
    let text = table.caption.isEmpty ? label : table.caption
    list.append([.init(.text(label)), .init(.link(text, sheet: name))])
  }

  func finished() -> [WorkbookSheet] {
    sheets.count > 1 ? [list] + sheets : sheets
  }
}
