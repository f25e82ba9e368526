import Analysis

/// What an audit command asks for: datasets with scopes, and which findings to show.
struct AuditRequest {
  /// Which findings are shown; everything is checked all the same, so that numbers stay what they are.
  struct Filter {
    var kind: AuditKind?
    var severity: AuditSeverity?

    func shows(_ finding: AuditFinding) -> Bool {
      (kind == nil || finding.kind == kind) && (severity == nil || finding.severity == severity)
    }

    func shows(_ figure: UnverifiedFigure) -> Bool { severity == nil && (kind == nil || figure.kind == kind) }
  }

  /// The outcome of one dataset.
  struct Result {
    var dataset: Int
    /// The unit's name when only one is audited, else the dataset's.
    var title: String
    var report: AuditReport
  }

  /// The options every audit command has.
  static let options: [Option] = [
    Option("unit", alias: "unit", .units, help: "unit, dipisah koma, atau semua; biasanya seluruh dataset"),
    Option("tahun", alias: "year", .years, help: "tahun atau rentang, misalnya 2024..2025"),
    Option(
      "jenis", alias: "kind", .choice(AuditKind.allCases.map(\.rawValue)), help: "satu jenis pemeriksaan"),
    Option(
      "tingkat", alias: "severity", .choice(AuditSeverity.allCases.map(\.word)), help: "satu tingkat temuan"),
  ]

  /// What is shown.
  let filter: Filter
  private let model: FormulaModel
  private var parts: [(dataset: Int, title: String, scope: AuditScope)] = []

  /// Resolves the words of a command.
  ///
  /// - Throws: A usage problem when a unit or code is unknown.
  init(_ arguments: Arguments, codes: [Arguments.Value], in session: Session) throws(Problem) {
    let state = session.state
    let context = try state.requireContext()
    model = try state.requireModel()
    filter = Filter(
      kind: arguments.option("jenis").flatMap { AuditKind(rawValue: $0.text.lowercased()) },
      severity: arguments.option("tingkat").flatMap { AuditSeverity(word: $0.text.lowercased()) })
    let years = arguments.years()
    guard arguments.option("unit") != nil else {
      let subjects = try Self.subjects(codes, arguments, state, context)
      let title = state.dataset(of: context).name
      parts = [(context.dataset, title, AuditScope(years: years, subjects: subjects))]
      return
    }
    for unit in try state.units(from: arguments) {
      let place = Context(dataset: unit.dataset, unit: unit.unit, year: context.year)
      let subjects = try Self.subjects(codes, arguments, state, place)
      let scope = AuditScope(units: [unit.unit], years: years, subjects: subjects)
      parts.append((unit.dataset, state.unitName(place), scope))
    }
  }

  private static func subjects(
    _ codes: [Arguments.Value], _ arguments: Arguments, _ state: SessionState, _ context: Context
  ) throws(Problem) -> Set<Catalogue.Subject>? {
    guard !codes.isEmpty else { return nil }
    return Set(try state.subjects(codes, arguments: arguments, in: context))
  }

  /// Audits every part in turn.
  ///
  /// - Throws: A problem of kind `interrupted` when the user stops the work.
  func run(_ surroundings: Surroundings) throws(Problem) -> [Result] {
    var results: [Result] = []
    for part in parts {
      var audit = Audit(model, dataset: part.dataset, scope: part.scope)
      audit.isInterrupted = surroundings.isInterrupted
      audit.progress = { done, what in surroundings.progress(done, "memeriksa \(what)") }
      results.append(Result(dataset: part.dataset, title: part.title, report: try audit.run()))
    }
    return results
  }
}

extension AuditSeverity {
  /// The severity as one word, for options: `perlu-dilihat`.
  var word: String { String(rawValue.map { $0 == " " ? "-" : $0 }) }

  /// The severity that a word names.
  init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word || $0.rawValue == word }) else {
      return nil
    }
    self = found
  }
}
