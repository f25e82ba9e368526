import Analysis

/// Writes answers to files; the ending of the name decides the form.
struct DocumentFile {
  /// The title of the file.
  var title: String
  /// What is written.
  var document: Document
  /// The answer for programs, for JSON.
  var result = JSONValue.null
  /// The office's template for DOCX.
  var template: DocxTemplate?

  /// Puts pictures that were asked for in the place of the answer's own.
  mutating func draw(_ drawing: Document) {
    let charts = drawing.blocks.filter { if case .chart = $0 { true } else { false } }
    guard !charts.isEmpty else { return }
    document.blocks.removeAll { if case .chart = $0 { true } else { false } }
    document.blocks += charts
  }

  /// The forms by the ending of the file's name.
  static let endings = ["docx", "xlsx", "html", "md", "csv", "json", "svg", "png", "txt"]

  /// The ending of a path that a form belongs to.
  ///
  /// - Throws: A usage problem that names the known endings.
  static func ending(of path: String, among known: [String] = endings) throws(Problem) -> String {
    let ending = FilePath.ending(path)
    guard known.contains(ending) else {
      let names = known.map { "." + $0 }
      throw Problem(
        "“\(path)” tidak menunjukkan bentuk berkas yang dikenal",
        expected: "akhiran " + names.joined(separator: ", "),
        suggestions: Suggestion.nearest(to: "." + ending, among: names))
    }
    return ending
  }

  /// The bytes of a form.
  ///
  /// - Parameters:
  ///   - ending: One of ``endings``.
  ///   - access: Whether a program may be started to make PNG.
  /// - Throws: A problem when there is nothing to write in that form, or PNG cannot be made here.
  func bytes(_ ending: String, access: FileAccess) throws(Problem) -> [UInt8] {
    switch ending {
    case "docx": return try docx(access)
    case "xlsx":
      let workbook = Workbook(document: document, title: title)
      guard !workbook.sheets.isEmpty else { throw Self.nothing("tabel atau grafik", "xlsx") }
      return try WorkbookWriter(workbook: workbook).bytes()
    case "html":
      var writer = HTMLWriter()
      writer.write(document)
      return Array(HTMLPage(title: title, content: writer).text.utf8)
    case "md": return Array(MarkdownRenderer().text(of: document).utf8)
    case "csv":
      var text = CSVRenderer().text(of: document)
      if text.isEmpty { text = CSVRenderer().text(of: chartTables) }
      guard !text.isEmpty else { throw Self.nothing("tabel", "csv") }
      return Array(text.utf8)
    case "json": return Array((result.text + "\n").utf8)
    case "svg": return Array(try svg().utf8)
    case "png": return try Self.png(try svg(), access: access)
    default: return Array(PlainTextRenderer(width: 80).text(of: document).utf8)
    }
  }

  /// The numbers of the charts.
  private var chartTables: Document {
    Document(
      document.blocks.compactMap { block in
        if case .chart(let chart) = block { .table(ChartData(chart: chart).table) } else { nil }
      })
  }

  private func svg() throws(Problem) -> String {
    guard let chart = try ChartMaker(document: document).charts(nil).first else {
      throw Self.nothing("grafik", "svg")
    }
    return SVGChart(chart: chart).text
  }

  private func docx(_ access: FileAccess) throws(Problem) -> [UInt8] {
    let mayRun = (try? access.checkProgram("rsvg-convert")) != nil
    let rasterizer = mayRun ? SVGRasterizer.installed() : nil
    var report = DocxReport(title: title, document: document, hasContents: false, template: template)
    report.drawing = { SVGChart(chart: $0).text }
    report.rasterizing = { rasterizer?.png($0) }
    return try DocxWriter(report: report).bytes()
  }

  /// A picture as PNG, made by `rsvg-convert`.
  ///
  /// - Throws: A system problem when programs may not be started or it is not installed.
  static func png(_ svg: String, access: FileAccess) throws(Problem) -> [UInt8] {
    try access.checkProgram("rsvg-convert")
    guard let rasterizer = SVGRasterizer.installed() else {
      throw Problem(
        "PNG memerlukan program rsvg-convert, yang tidak terpasang", kind: .system,
        expected: "paket librsvg2-bin, atau simpan sebagai .svg")
    }
    guard let bytes = rasterizer.png(svg) else {
      throw Problem("rsvg-convert gagal membuat PNG", kind: .system, expected: "simpan sebagai .svg")
    }
    return bytes
  }

  private static func nothing(_ what: String, _ form: String) -> Problem {
    Problem(
      "hasil terakhir tidak memuat \(what) untuk .\(form)", kind: .data, expected: "bentuk lain, misalnya .md"
    )
  }
}
