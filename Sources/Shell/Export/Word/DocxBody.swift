import Analysis

/// Writes a report's blocks as the body of a Word document.
struct DocxBody {
  /// The pictures that the body refers to.
  private(set) var pictures: [DocxPicture] = []

  private let report: DocxReport
  private let styles: DocxStyleSheet
  private let upright: DocxSection
  private var blocks = ""
  private var headings: [(level: Int, text: String, anchor: String)] = []
  private var tables = 0
  private var charts = 0
  private var isTurned = false
  private var sections = 0

  /// Prepares a body.
  init(_ report: DocxReport, styles: DocxStyleSheet, section: DocxSection) {
    self.report = report
    self.styles = styles
    upright = section
    for (index, block) in report.document.blocks.enumerated() {
      turn(needsWidth(at: index))
      add(block)
    }
    turn(false)
  }

  /// The content between `<w:body>` and `</w:body>`.
  var xml: String {
    var xml = ""
    if !report.title.isEmpty { xml += DocxText.paragraph(DocxText.run(report.title), style: styles[.title]) }
    if !report.subtitle.isEmpty {
      xml += DocxText.paragraph(DocxText.run(report.subtitle), style: styles[.subtitle])
    }
    if report.hasContents, headings.count > 1 { xml += contents }
    let last = sections == 0 ? upright : upright.following
    return xml + blocks + last.xml
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .table(let table): add(table)
    case .chart(let chart): add(chart)
    case .heading(let prose, let level): addHeading(prose, level: level)
    case .paragraph(let prose): addParagraph(DocxText.runs(prose), .normal)
    case .list(let items):
      for item in items {
        let bullet = styles.listIsNumbered ? "" : "<w:r><w:t>•</w:t><w:tab/></w:r>"
        addParagraph(bullet + DocxText.runs(item), .listItem)
      }
    case .note(let prose, let tone): addNote(prose, tone)
    case .verbatim(let text): addParagraph(DocxText.run(text), .verbatim)
    case .placeholder(let text):
      addParagraph(DocxText.run("[Isi: \(text)]", "<w:highlight w:val=\"yellow\"/>"), .placeholder)
    }
  }

  /// Whether the block at a position wants the page sideways: a table whose words do not fit across the
  /// upright page, the headings right above it, and a little text between two such tables.
  private func needsWidth(at index: Int) -> Bool {
    guard upright.turned.textWidth > upright.textWidth else { return false }
    var textBlocks = 0
    for block in report.document.blocks[index...] {
      switch block {
      case .table(let table): return !DocxColumns.fits(table, width: upright.textWidth)
      case .heading: break
      case .chart: return false
      case .paragraph, .list, .note, .verbatim, .placeholder:
        textBlocks += 1
        if !isTurned || textBlocks > 3 { return false }
      }
    }
    return false
  }

  private mutating func addParagraph(_ content: String, _ style: DocxStyle, _ properties: String = "") {
    blocks += DocxText.paragraph(content, style: styles[style], properties)
  }

  private mutating func addHeading(_ prose: Prose, level: Int) {
    let anchor = "_Toc\(900_000 + headings.count)"
    let id = headings.count + 1
    headings.append((level, Sanitizer.inline(prose.plain), anchor))
    blocks += DocxText.paragraph(
      "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(anchor)\"/>" + DocxText.runs(prose)
        + "<w:bookmarkEnd w:id=\"\(id)\"/>", style: styles[.heading(level)])
  }

  private mutating func addNote(_ prose: Prose, _ tone: Block.Tone) {
    let (label, color) =
      switch tone {
      case .plain: ("Catatan: ", "595959")
      case .warning: ("Perhatian: ", "9C5700")
      case .error: ("Salah: ", "A61C1C")
      case .success: ("Beres: ", "1E6B34")
      }
    let border =
      "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"\(color)\"/></w:pBdr>"
    let head = DocxText.run(label, "<w:b/><w:bCs/><w:color w:val=\"\(color)\"/>")
    addParagraph(head + DocxText.runs(prose), .note, border)
  }

  /// Adds a table with its caption.
  private mutating func add(_ table: Table) {
    tables += 1
    blocks += DocxText.caption(
      "Tabel", number: tables, text: table.caption, style: styles[.caption], keepsNext: true)
    blocks += DocxTable(table: table, styles: styles, width: textWidth).xml
  }

  /// Adds a chart as a picture, or as its numbers when it cannot be drawn.
  private mutating func add(_ chart: Chart) {
    charts += 1
    let label = "Gambar"
    if let svg = report.drawing?(chart), let png = report.rasterizing?(svg) {
      let picture = DocxPicture(number: charts, svg: svg, png: png)
      pictures.append(picture)
      let description = chart.summary.isEmpty ? chart.title : chart.summary
      addParagraph(picture.xml(description: description, width: textWidth), .picture)
      blocks += DocxText.caption(
        label, number: charts, text: chart.title, style: styles[.caption], keepsNext: false)
    } else {
      blocks += DocxText.caption(
        label, number: charts, text: chart.title + " (angka grafik)", style: styles[.caption], keepsNext: true
      )
      blocks += DocxTable(table: ChartData(chart: chart).table, styles: styles, width: textWidth).xml
    }
  }

  private var textWidth: Int { isTurned ? upright.turned.textWidth : upright.textWidth }

  /// Ends the section when the page has to lie the other way from here on.
  private mutating func turn(_ sideways: Bool) {
    guard sideways != isTurned else { return }
    let current = isTurned ? upright.turned : upright
    let section = sections == 0 ? current : current.following
    let isEmpty = blocks.isEmpty && report.title.isEmpty && report.subtitle.isEmpty
    if !isEmpty {
      blocks += "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
      blocks += section.xml + "</w:pPr></w:p>"
      sections += 1
    }
    isTurned = sideways
  }

  /// The table of contents as a field with its entries; Word adds the page numbers when the field is updated.
  private var contents: String {
    let begin =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">"
      + " TOC \\o &quot;1-3&quot; \\h \\z \\u </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    var entries = ""
    for (index, heading) in headings.enumerated() {
      let link =
        "<w:hyperlink w:anchor=\"\(heading.anchor)\" w:history=\"1\">" + DocxText.run(heading.text)
        + "</w:hyperlink>"
      entries += DocxText.paragraph((index == 0 ? begin : "") + link, style: styles[.contents(heading.level)])
    }
    let end = "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    return "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>"
      + "</w:docPartObj></w:sdtPr><w:sdtContent>"
      + DocxText.paragraph(DocxText.run("Daftar Isi"), style: styles[.contentsHeading]) + entries + end
      + "</w:sdtContent></w:sdt>"
  }
}
