import Analysis

/// `grafik`: a picture of the latest answer, on the screen or in a file.
struct PlotCommand: Command {
  static let declaration = Declaration(
    "grafik", aliases: ["plot"], summary: "gambar hasil terakhir, di layar atau ke berkas",
    details: [
      "Hasil yang sudah memuat grafik digambar lagi; dari hasil yang hanya memuat tabel dibuat grafik yang sesuai.",
      "PNG dibuat dengan program rsvg-convert bila terpasang; SVG tidak memerlukan apa pun.",
    ],
    options: [
      Option(
        "bentuk", alias: "kind", .choice(ChartMaker.kinds),
        help: "garis, batang, peluru, tornado, atau histogram"),
      Option("gambar", alias: "figure", .integer(1...99), help: "gambar ke berapa, bila ada beberapa"),
      Option("ascii", alias: "ascii", .flag, help: "hanya huruf biasa, untuk terminal lama dan surel"),
      Option("simpan", alias: "save", .path, help: "berkas .svg atau .png"),
      Option("timpa", alias: "overwrite", .flag, help: "menimpa berkas yang sudah ada"),
    ],
    examples: [
      .init("grafik", "menggambar hasil terakhir"),
      .init("grafik bentuk=peluru", "target dan realisasi dalam satu batang"),
      .init("grafik simpan=tren-akip.svg", "menyimpan gambar untuk laporan"),
    ],
    group: .trends)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    // Drawing again works on the answer that was drawn, not on the drawing.
    let source = session.steps.last { !$0.isNote && !Self.isDrawing($0) } ?? session.latestResult
    guard let source else {
      throw Problem("belum ada hasil yang dapat digambar", kind: .data, expected: "misalnya tren AKIP")
    }
    var charts = try ChartMaker(document: source.output.document).charts(
      arguments.option("bentuk")?.text.lowercased())
    if let number = arguments.integer("gambar") {
      guard charts.indices.contains(number - 1) else {
        throw Problem("tidak ada gambar ke-\(number)", kind: .data, expected: "1 sampai \(charts.count)")
      }
      charts = [charts[number - 1]]
    }
    let saved = try save(charts, session)
    var output = Output(document(charts, saved, session), result: result(charts, saved))
    if !saved.isEmpty { output.recordedLine = lineWithoutFile }
    return output
  }

  /// Whether a step only drew an earlier answer.
  static func isDrawing(_ step: Session.Step) -> Bool {
    step.line == declaration.name || step.line.hasPrefix(declaration.name + " ")
  }

  /// The line without the file, so that a saved notebook draws and writes nothing.
  private var lineWithoutFile: String {
    let options = ["bentuk", "gambar", "ascii"].compactMap { key in
      arguments.option(key).map { "\(key)=\($0.text.lowercased())" }
    }
    return ([Self.declaration.name] + options).joined(separator: " ")
  }

  /// Writes the pictures; several get numbers before the ending.
  private func save(_ charts: [Chart], _ session: Session) throws(Problem) -> [String] {
    guard let file = arguments.option("simpan") else { return [] }
    let ending = try arguments.at(file) { () throws(Problem) in
      try DocumentFile.ending(of: file.text, among: ["svg", "png"])
    }
    var names: [String] = []
    for (index, chart) in charts.enumerated() {
      let stem = file.text.dropLast(ending.count + 1)
      let name = charts.count == 1 ? file.text : "\(stem)-\(index + 1).\(ending)"
      let svg = SVGChart(chart: chart).text
      let bytes =
        ending == "svg" ? Array(svg.utf8) : try DocumentFile.png(svg, access: session.surroundings.access)
      try arguments.at(file) { () throws(Problem) in
        try session.write(bytes, to: name, overwrite: arguments.flag("timpa"))
      }
      names.append(name)
    }
    return names
  }

  private func document(_ charts: [Chart], _ saved: [String], _ session: Session) -> Document {
    var document = Document()
    let renderer = TextRenderer(width: session.surroundings.width, ascii: true)
    for chart in charts {
      if arguments.flag("ascii") {
        document.append(.verbatim(renderer.text(of: Document([.chart(chart)])).trimmed))
      } else {
        document.append(.chart(chart))
      }
    }
    if !saved.isEmpty {
      document.append(.note("Tersimpan: \(saved.joined(separator: ", ")).", tone: .success))
    }
    return document
  }

  private func result(_ charts: [Chart], _ saved: [String]) -> JSONValue {
    .object([
      .init(
        "grafik",
        .array(
          charts.map { chart in
            .object([
              .init("judul", .string(chart.title)), .init("satuan", .string(chart.unit)),
              .init("deret", .array(chart.series.map { json($0, in: chart) })),
              .init("acuan", .optional(chart.reference)),
            ])
          })), .init("berkas", .array(saved.map { .string($0) })),
    ])
  }

  private func json(_ series: Chart.Series, in chart: Chart) -> JSONValue {
    .object([
      .init("nama", .string(series.name)),
      .init(
        "titik",
        .array(
          series.points.map { point in
            .object([
              .init("x", chart.categories.isEmpty ? .number(point.x) : .string(chart.label(at: point.x))),
              .init("nilai", .optional(point.y)), .init("bawah", .optional(point.low)),
              .init("atas", .optional(point.high)),
            ])
          })),
    ])
  }
}
