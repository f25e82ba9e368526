import Analysis

/// A finding for programs.
struct FindingJSON {
  let finding: AuditFinding
  let state: SessionState

  /// The fields of the contract first, then what helps to find the place.
  var value: JSONValue { .object(members) }

  var members: [JSONValue.Member] {
    let context = finding.context
    return [
      .init("jenis", .string(finding.kind.rawValue)), .init("tingkat", .string(finding.severity.rawValue)),
      .init("pernyataan", .string(finding.statement)),
      .init("tercetak", finding.printed.isEmpty ? .null : .string(finding.printed)),
      .init("dihitung", finding.computed?.json ?? .null), .init("selisih", .optional(finding.difference)),
      .init("sumber", .string(finding.place.source)), .init("baris", .string(finding.place.sourceLine)),
      .init("nomor", .string(finding.number)), .init("nilai_tercetak", .optional(finding.printedValue)),
      .init("unit", .string(state.unitName(context))), .init("tahun", .integer(context.year)),
      .init("periode", .string(state.periodName(context))), .init("kode", .string(finding.code)),
      .init("ungkapan", .string(finding.formula)), .init("penjelasan", .string(finding.explanation)),
      .init("sebab", .array(finding.causes.map { .string($0) })),
      .init("berkas", .string(finding.place.table)), .init("baris_berkas", .integer(finding.place.fileLine)),
      .init("tempat_lain", .array(finding.others.map(Self.value))),
    ]
  }

  private static func value(of place: SourceRow) -> JSONValue {
    .object([
      .init("sumber", .string(place.source)), .init("baris", .string(place.sourceLine)),
      .init("berkas", .string(place.table)), .init("baris_berkas", .integer(place.fileLine)),
    ])
  }

  /// A figure that could not be recomputed.
  static func value(of figure: UnverifiedFigure, state: SessionState) -> JSONValue {
    .object([
      .init("jenis", .string(figure.kind.rawValue)), .init("pernyataan", .string(figure.statement)),
      .init("tercetak", .string(figure.printed)), .init("dihitung", .null),
      .init("sebab", .string(figure.reason)),
      .init("ungkapan", .string(figure.formula)), .init("unit", .string(state.unitName(figure.context))),
      .init("tahun", .integer(figure.context.year)),
      .init("periode", .string(state.periodName(figure.context))),
      .init("sumber", .string(figure.place.source)), .init("baris", .string(figure.place.sourceLine)),
      .init("berkas", .string(figure.place.table)), .init("baris_berkas", .integer(figure.place.fileLine)),
    ])
  }
}
