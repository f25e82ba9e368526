import Analysis

/// `atur`: shows or changes the settings of the session.
struct SetCommand: Command {
  static let declaration = Declaration(
    "atur", aliases: ["set"], summary: "melihat atau mengubah pengaturan sesi",
    details: [
      "Tanpa opsi menampilkan pengaturan yang berlaku. aturan=dataset kembali ke aturan dalam dataset."
    ],
    options: [
      Option(
        "aturan", alias: "rules", .choice(RuleBook.caps.map(\.name) + ["dataset"]),
        help: "aturan capaian: batas dan skala predikat")
    ],
    examples: [
      .init("atur", "pengaturan yang berlaku"), .init("atur aturan=capaian-110", "memakai skala capaian-110"),
    ],
    group: .session, effect: .changes)

  private let ruleSetName: String?

  init(_ arguments: Arguments) throws(Problem) {
    ruleSetName = arguments.option("aturan")?.text.lowercased()
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    if let ruleSetName { try session.state.chooseRuleSet(ruleSetName == "dataset" ? nil : ruleSetName) }
    let settings = session.state.context.map { session.state.dataset(of: $0).settings } ?? []
    let rules = try RuleBook.ruleSet(session.state.ruleSetName, settings: settings)
    let origin = session.state.ruleSetName == nil ? "dari dataset" : "dipilih"
    var table = Table(columns: [.init("pengaturan"), .init("nilai"), .init("keterangan", shrinkPriority: 1)])
    table.append(["aturan", .text(rules.name), .text("\(origin); \(rules.achievementScale.source)")])
    table.append(["batas capaian", .number(rules.cap, .plain), "capaian di atasnya dihitung sebesar batas"])
    let classes = rules.achievementScale.classes.map { scaleClass in
      let sign = scaleClass.includesLower ? "" : ">"
      return
        "\(scaleClass.label) \(sign)\(NumberStyle.plain.text(scaleClass.lower))–\(NumberStyle.plain.text(scaleClass.upper))"
    }
    table.append(["skala", .text(rules.achievementScale.name), .text(classes.joined(separator: "; "))])
    let result = JSONValue.object([
      .init("aturan", .string(rules.name)), .init("batas_capaian", .number(rules.cap)),
      .init("skala_capaian", .string(rules.achievementScale.name)),
    ])
    return Output(Document([.table(table)]), result: result, warnings: rules.achievementScale.holeWarnings)
  }
}

extension Scale {
  /// A warning for every stretch that no class covers.
  var holeWarnings: [String] {
    holes.map { hole in
      let ends =
        "\(NumberStyle.plain.text(hole.lowerBound)) sampai \(NumberStyle.plain.text(hole.upperBound))"
      return "skala \(name) tidak mencakup nilai di atas \(ends)"
    }
  }
}
