import Analysis

/// `banding`: units beside each other, beside the district, province and nation, and against the mid-term target.
struct CompareCommand: Command {
  static let declaration = Declaration(
    "banding", aliases: ["compare"], summary: "unit berdampingan, selisih, peringkat, dan kemajuan renstra",
    details: [
      "Selisih adalah nilai unit yang ditanyakan dikurangi nilai pembanding. Pembanding tanpa nilai pada tahun itu"
        + " dibaca pada tahun terdekat, dan itu disebutkan.",
      "dengan= memilih kabupaten, provinsi, nasional, renstra, atau nama unit; tanpa unit= dan dengan= keempatnya"
        + " dipakai sejauh ada datanya.",
      "Tingkat kemajuan adalah realisasi dibagi target akhir renstra dikali 100.",
    ],
    parameters: [
      Parameter("KODE", .code, .any, help: "indikator, simpul, atau pola; tanpa kode indikator utama")
    ],
    options: [
      .units, .year,
      Option("dengan", alias: "with", .text, help: "kabupaten, provinsi, nasional, renstra, dipisah koma"),
    ],
    examples: [
      .init("banding AKIP", "dengan kabupaten, provinsi, nasional, dan target renstra"),
      .init("banding AKIP IKPP dengan=provinsi,nasional", "dua indikator"),
      .init("banding AKIP unit=semua", "semua unit yang dimuat"),
      .init("banding IKKK IKPP RB dengan=renstra", "kemajuan menuju target akhir"),
    ],
    group: .trends)

  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    let state = session.state
    let units = try state.units(from: arguments)
    let base = try base(state, units)
    let given = try state.indicators(arguments.values("KODE"), arguments: arguments, in: base)
    let codes = given.isEmpty ? try state.requireModel().keyIndicators(in: base) : given
    guard !codes.isEmpty else {
      throw Problem(
        "tidak ada indikator utama untuk \(state.describe(base))", kind: .data, expected: "kode indikator")
    }
    let others = try partners(state, units: units, base: base)
    guard !others.names.isEmpty || others.includesPlan else {
      throw Problem(
        "tidak ada pembanding untuk \(state.unitName(base))", kind: .data,
        expected: "unit lain yang dimuat, atau dengan=kabupaten, provinsi, nasional, renstra")
    }
    var evaluator = try state.evaluator(in: try state.requireContext())
    var comparisons: [UnitComparison] = []
    var progress: [MidTermProgress] = []
    for code in codes {
      if !others.names.isEmpty {
        comparisons.append(UnitComparison(code, base: base, units: others.names, evaluator: &evaluator))
      }
      guard others.includesPlan else { continue }
      progress += plans(of: code, units, base, state, &evaluator)
    }
    return ComparisonAnswer(
      state: state, base: base, comparisons: comparisons, progress: progress, absent: others.absent
    ).output
  }

  /// The unit that the others are compared with: the context's, unless only others are named.
  private func base(_ state: SessionState, _ units: [Workspace.UnitReference]) throws(Problem) -> Context {
    var context = try state.requireContext().with(period: 0)
    let own = Workspace.UnitReference(dataset: context.dataset, unit: context.unit)
    if !units.contains(own), let first = units.first { context = state.moved(context, to: first) }
    if let year = arguments.year() { context.year = year }
    return context
  }

  private func plans(
    of code: Int, _ units: [Workspace.UnitReference], _ base: Context, _ state: SessionState,
    _ evaluator: inout Evaluator
  ) -> [MidTermProgress] {
    let name = state.dataset(of: base).catalogue.indicators[code].code
    var contexts = [base]
    for unit in units {
      let moved = state.moved(base, to: unit)
      if !contexts.contains(moved) { contexts.append(moved) }
    }
    return contexts.compactMap { context in
      state.dataset(of: context).catalogue.indicator(name).map {
        MidTermProgress($0, in: context, evaluator: &evaluator)
      }
    }
  }

  /// Names of the units to compare with, and whether the mid-term plan is asked for.
  private func partners(
    _ state: SessionState, units: [Workspace.UnitReference], base: Context
  ) throws(Problem) -> (names: [String], includesPlan: Bool, absent: [String]) {
    var names = units.map { state.workspace.name(of: $0) }
    var absent: [String] = []
    let option = arguments.option("dengan")
    let isDefault = option == nil && arguments.option("unit") == nil
    let asked = option?.text ?? (isDefault ? "kabupaten,provinsi,nasional,renstra" : "")
    var includesPlan = false
    for word in asked.split(separator: ",").map({ String($0).trimmed.lowercased() }) where !word.isEmpty {
      if ["renstra", "plan"].contains(word) {
        includesPlan = true
      } else if let starts = Self.levels[word] {
        let found = state.workspace.units.map { state.workspace.name(of: $0) }.filter { name in
          starts.contains { name.lowercased().hasPrefix($0) }
        }
        if found.isEmpty, !isDefault { absent.append("data \(word) tidak ada dalam data yang dimuat") }
        names += found
      } else if let option {
        let unit = try arguments.at(option) { () throws(Problem) in
          try state.workspace.resolveUnit(word, preferring: base.dataset)
        }
        names.append(state.workspace.name(of: unit))
      }
    }
    let own = state.unitName(base)
    return (names.uniqued.filter { $0 != own }, includesPlan, absent)
  }

  /// How the names of units of a higher level begin.
  private static let levels: [String: [String]] = [
    "kabupaten": ["kabupaten", "kota "], "district": ["kabupaten", "kota "], "provinsi": ["provinsi"],
    "province": ["provinsi"], "nasional": ["nasional", "indonesia"], "nation": ["nasional", "indonesia"],
  ]
}
