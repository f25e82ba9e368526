import Analysis

extension ProbabilityAnswer {
  /// The simulation for programs.
  var result: JSONValue {
    let summary = answer.subject
    var members: [JSONValue.Member] = [
      .init("ungkapan", .string(subject.text)), .init("n", .integer(answer.trials)),
      .init("benih", .integer(answer.seed)),
      .init("cara", .string(answer.replicates > 1 ? "sobol" : "biasa")),
      .init("target", .optional(question.target?.value)),
    ]
    members += Self.members(summary)
    members += [
      .init("peluang", .optional(summary.target?.probability)),
      .init("galat_peluang", .optional(summary.target?.standardError)),
      .init(
        "selang_peluang",
        .array(
          summary.target.map { [.number($0.interval.lowerBound), .number($0.interval.upperBound)] } ?? [])),
      .init(
        "sumbangan",
        .array(
          zip(question.inputs, summary.contributions).map { input, share in
            .object([
              .init("kode", .string(input.name)), .init("bagian", .number(share.firstOrder)),
              .init("lurus", .number(share.linear)),
            ])
          })),
      .init("predikat", Self.classes(summary)),
      .init("predikat_capaian", answer.achievement.map { Self.classes($0) } ?? .null),
      .init(
        "nko", answer.score.map { .object(Self.members($0) + [.init("predikat", Self.classes($0))]) } ?? .null
      ),
      .init("masukan", .array(question.inputs.map { json($0) })),
    ]
    if summary.count == 0 {
      members.append(.init("sebab", .string("tidak ada percobaan yang menghasilkan nilai")))
    }
    return .object(members)
  }

  private static func members(_ summary: OutputSummary) -> [JSONValue.Member] {
    [
      .init("rata", .number(summary.mean)), .init("galat_rata", .number(summary.meanError)),
      .init("sd", .number(summary.deviation)), .init("terendah", .number(summary.minimum)),
      .init("tertinggi", .number(summary.maximum)), .init("tanpa_nilai", .integer(summary.missing)),
      .init(
        "persentil",
        .object(summary.quantiles.map { .init("p\(Int(($0.level * 100).rounded()))", .number($0.value)) })),
    ]
  }

  private static func classes(_ summary: OutputSummary) -> JSONValue {
    var items = summary.classes.map { item in
      JSONValue.object([
        .init("predikat", .string(item.name)), .init("peluang", .number(item.share.probability)),
        .init("galat", .number(item.share.standardError)),
      ])
    }
    let rest = unclassed(summary)
    if rest > 0, !items.isEmpty {
      items.append(
        .object([
          .init("predikat", .null), .init("peluang", .number(rest)),
          .init("sebab", "tidak ada kelas yang mencakup nilainya"),
        ]))
    }
    return .array(items)
  }

  private func json(_ input: UncertainFigure) -> JSONValue {
    .object([
      .init("kode", .string(input.name)), .init("sebaran", .string(input.text)),
      .init("rata", .number(input.distribution.mean)), .init("sd", .number(input.distribution.deviation)),
    ])
  }
}
