import Analysis

/// `tren`: where indicators are heading, and what their few years do and do not show.
struct TrendCommand: Command {
  static let declaration = Declaration(
    "tren", aliases: ["trend"], summary: "arah, ukuran, dan proyeksi deret tahunan",
    details: [
      "Nilai adalah realisasi resmi setahun penuh. Arah disebut hanya bila uji Mann–Kendall eksak mengizinkan"
        + " (p paling besar 0,10) dan searah dengan kemiringan Theil–Sen; “signifikan” hanya bila p paling besar"
        + " 0,05.",
      "Beberapa kode atau unit diurutkan menurut perbaikan per tahun; kode yang skalanya berbeda dibandingkan sebagai"
        + " indeks (nilai pertama = 100).",
      "Jeda (instrumen atau definisi baru) diambil dari jeda.KODE dalam aturan, kolom jeda dalam kinerja, atau opsi"
        + " jeda=TAHUN; nilai sebelumnya tidak ikut dihitung.",
      "nko=ya memperlakukan kode sebagai indikator penyusun nilai kinerja organisasi dan menampilkan deret NKO.",
    ],
    parameters: [
      Parameter("KODE", .code, .any, help: "indikator, simpul, atau pola; tanpa kode indikator utama")
    ],
    options: [
      .units, .years,
      Option(
        "metode", alias: "method", .choice(ProjectionMethod.allCases.map(\.rawValue)),
        help: "cara memproyeksikan"),
      Option(
        "proyeksi", alias: "horizon", .integer(0...TrendAnalysis.farthestYear),
        help: "jumlah tahun proyeksi, 0–5"),
      Option("target", alias: "target", .number, help: "target yang ditanyakan peluangnya"),
      Option(
        "batas", alias: "bounds", .choice(["potong", "logit", "tidak"]), help: "cara menjaga batas nilai"),
      Option("jeda", alias: "break", .text, help: "tahun pertama sesudah perubahan, misalnya 2023"),
      Option("gabung", alias: "join", .flag, help: "menyambung indikator yang berganti nama (padanan)"),
      Option("indeks", alias: "index", .flag, help: "menampilkan indeks, nilai pertama = 100"),
      Option("nko", alias: "score", .flag, help: "deret nilai kinerja organisasi"),
    ],
    examples: [
      .init("tren AKIP", "arah, ukuran, dan proyeksi AKIP"),
      .init("tren AKIP tahun=2021..2025 target=82", "peluang mencapai 82"),
      .init("tren IKM proyeksi=3 batas=logit", "proyeksi yang tidak melampaui batas indeks"),
      .init("tren AKIP IKM IPP indeks=ya", "beberapa indikator, dibandingkan sebagai indeks"),
      .init("tren IPP jeda=2023", "hanya nilai sejak instrumen 2023"),
      .init("tren AKIP IKPP nko=ya", "deret nilai kinerja organisasi"),
    ],
    group: .trends)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let context = try state.requireContext()
    let units = try state.units(from: arguments)
    guard let first = units.first else { throw Problem("tidak ada unit", expected: "nama unit") }
    let base = state.moved(context, to: first)
    let given = try state.indicators(arguments.values("KODE"), arguments: arguments, in: base)
    let wantsScore = arguments.flag("nko")
    let codes = given.isEmpty && !wantsScore ? try state.requireModel().keyIndicators(in: base) : given
    guard wantsScore || !codes.isEmpty else { throw noCode(state, base) }
    let series = try series(
      codes, units.map { state.moved(context, to: $0) }, base, state, wantsScore: wantsScore)
    let settings = try settings(seriesPerUnit: wantsScore ? 1 : codes.count)
    var items: [TrendItem] = []
    for one in series.found { items.append(try TrendItem(one, settings: settings)) }
    guard !items.isEmpty else {
      throw Problem(
        series.missing.first ?? "tidak ada deret", kind: .data, expected: "kode yang ada pada unit itu")
    }
    return TrendAnswer(
      state: state, items: items, showsIndex: arguments.flag("indeks"), absent: series.missing
    ).output
  }

  /// One series for each unit and code, and sentences about those that do not exist.
  private func series(
    _ codes: [Int], _ units: [Context], _ base: Context, _ state: SessionState, wantsScore: Bool
  ) throws(Problem) -> (found: [IndicatorSeries], missing: [String]) {
    var breaks: [SeriesBreak] = []
    if let value = arguments.option("jeda") {
      let text = value.text.split(separator: ",").joined(separator: "|")
      breaks = try arguments.at(value) { () throws(Problem) in try SeriesBreak.parse(text) }
      for index in breaks.indices where breaks[index].reason.isEmpty {
        breaks[index].reason = "ditandai dalam perintah"
      }
    }
    var builder = SeriesBuilder(
      try state.evaluator(in: try state.requireContext()), years: arguments.years(),
      joinsRenamed: arguments.flag("gabung"), breaks: breaks)
    let catalogue = state.dataset(of: base).catalogue
    let names = codes.map { catalogue.indicators[$0].code }
    var found: [IndicatorSeries] = []
    var missing: [String] = []
    for unit in units {
      let own = state.dataset(of: unit).catalogue
      for name in names where own.indicator(name) == nil {
        missing.append("\(state.unitName(unit)) tidak mempunyai indikator \(name)")
      }
      let indicators = names.compactMap { own.indicator($0) }
      if wantsScore {
        found.append(try builder.scoreSeries(indicators, of: unit))
      } else {
        for indicator in indicators { found.append(try builder.series(indicator, of: unit)) }
      }
    }
    return (found, missing)
  }

  private func settings(seriesPerUnit: Int) throws(Problem) -> TrendItem.Settings {
    if let value = arguments.option("target"), seriesPerUnit > 1 {
      throw arguments.locate(
        Problem("target=\(value.text) tidak dapat berlaku untuk beberapa kode", expected: "satu kode"),
        at: value)
    }
    let handling: BoundsHandling =
      switch arguments.option("batas")?.text.lowercased() {
      case "logit": .logit
      case "tidak": .none
      default: .clip
      }
    return TrendItem.Settings(
      method: arguments.option("metode").flatMap { ProjectionMethod(rawValue: $0.text.lowercased()) } ?? .ols,
      years: arguments.integer("proyeksi") ?? 2, handling: handling, target: arguments.number("target"))
  }

  private func noCode(_ state: SessionState, _ context: Context) -> Problem {
    Problem(
      "tidak ada indikator utama untuk \(state.describe(context))", kind: .data, expected: "kode indikator",
      suggestions: ["tren AKIP"])
  }
}
