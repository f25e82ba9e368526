import Analysis
import Testing

@Suite struct EvaluatorTests {
  let model: FormulaModel

  init() throws { model = try SampleData.model() }

  private func value(_ source: String, _ context: Context, _ assumptions: [Assumption] = []) throws -> Value {
    var evaluator = Evaluator(
      model, in: context, assuming: try Assumptions(assumptions, model: model, context: context))
    return evaluator.value(of: try Expression(parsing: source))
  }

  private func expect(
    _ source: String, _ expected: Double, in context: Context, location: SourceLocation = #_sourceLocation
  ) throws {
    let value = try value(source, context)
    let number = try #require(value.number, "\(source): \(value.reason)", sourceLocation: location)
    #expect((number - expected).magnitude < 1e-9, "\(source) = \(number)", sourceLocation: location)
  }

  @Test func plandaanByThePrompt() throws {
    let context = SampleData.context(model, 0, 2025)
    try expect("(IKM/25*2,5 + IPP*2)/2", 9.0015, in: context)
    try expect("IPP", 4.05, in: context)
    try expect("AKIP[2024] - AKIP[-2]", 78.44 - 74.09, in: context)
    try expect("jumlah(AKIP.*)", 81.40, in: context)
    try expect("cacah(IKM.*)", 10, in: context)
    try expect("IKPP[2025; \"nasional\"]", 8.5, in: context)
    try expect("capaian(AKIP[2024])", 78.44 / 74.50 * 100, in: context)
    try expect("serapan(T)", 2319146481.0 / 2673693824 * 100, in: context)
    try expect("predikat(AKIP) = \"A\"", 1, in: context)
    try expect("ada(AKIP[2020])", 0, in: context)
    try expect("jika(ada(AKIP[2020]); AKIP[2020]; -1)", -1, in: context)
    try expect("bulat(IKPP; 1)", 9, in: context)
  }

  @Test(arguments: [
    ("IPP", 4.05, 4.055), ("IKM", 99.03, 99.027), ("IPP.F02", 3.82, 3.83), ("AKIP", 81.40, 81.40),
  ])
  func storedBesideComputed(code: String, stored: Double, computed: Double) throws {
    let context = SampleData.context(model, 0, 2025)
    let index = try #require(model.catalogue(of: context).indicator(code))
    var evaluator = Evaluator(model, in: context)
    #expect(evaluator.value(of: .indicator(index)) == .number(stored))
    let given = evaluator.computed(index)?.number ?? .nan
    #expect((given - computed).magnitude < 1e-9)
    let gap = evaluator.gap(index) ?? .nan
    #expect((gap - (computed - stored)).magnitude < 1e-9)
  }

  @Test func aChangedInputReplacesStoredValuesDownstream() throws {
    let context = SampleData.context(model, 0, 2025)
    let assumed = [Assumption(Reference("IPP.F02.INOVASI"), .set, 0.50)]
    for (code, expected) in [
      ("IPP.F02", 3.91), ("IPP", 4.1225), ("IKPP", 9.074), ("IKM", 99.03), ("AKIP", 81.40),
    ] {
      let number = try #require(try value(code, context, assumed).number)
      #expect((number - expected).magnitude < 1e-9, "\(code) = \(number)")
    }
  }

  @Test func noChangeInNoChangeOut() throws {
    let context = SampleData.context(model, 0, 2025)
    let assumed = [
      Assumption(Reference("IPP.F02", isPattern: true), .add, 0),
      Assumption(Reference("IKM.KTP"), .multiply, 1),
      Assumption(Reference("AKIP", quantity: .target), .subtract, 0),
    ]
    for code in ["IPP.F02", "IPP", "IKPP", "IKM", "efisiensi(S2)"] {
      #expect(try value(code, context, assumed) == value(code, context))
    }
  }

  @Test func orderOfAssumptionsDoesNotMatter() throws {
    let context = SampleData.context(model, 0, 2025)
    let assumed = [
      Assumption(Reference("IPP.F02.INOVASI"), .set, 0.5),
      Assumption(Reference("IKM", isPattern: true), .add, 0.1),
      Assumption(Reference("IKM.KTP"), .add, 0.2), Assumption(Reference("IKM.KTP"), .multiply, 0.9),
      Assumption(Reference("IPP"), .add, 0.3),
    ]
    let first = try value("IKPP", context, assumed)
    #expect(first.number != nil)
    #expect(try value("IKPP", context, assumed.reversed()) == first)
  }

  @Test func budgetsFollowToo() throws {
    let context = SampleData.context(model, 0, 2025)
    let before = try #require(try value("serapan(P01)", context).number)
    let after = try value(
      "serapan(P01)", context, [Assumption(Reference("P01", quantity: .ceiling), .multiply, 0.5)])
    #expect(try #require(after.number) == before * 2)
  }

  @Test(arguments: [
    ("AKIP[2020]", "AKIP[2020] belum ada datanya (yang ada: 2021, 2022, 2023, 2024, 2025, 2025 TB I-III)"),
    (
      "IPP.F02[2023]",
      "IPP.F02[2023] belum ada datanya (yang ada: 2024, 2025, 2025 perubahan) dan tidak dapat dihitung karena "
        + "tidak ada nilai untuk jumlah(IPP.F02.*) pada tahun 2023 karena "
        + "IPP.F02.KEBIJAKAN[2023] belum ada datanya (yang ada: 2024, 2025) dan tidak dapat dihitung karena "
        + "IPP.F02.KEBIJAKAN.SKOR[2023] belum ada datanya (yang ada: 2025)"
    ),
    (
      "TRANTIBUM[2019]*2",
      "TRANTIBUM[2019] belum ada datanya (yang ada: 2021, 2022, 2023, 2024, 2025 TB I-III)"
    ),
    ("1/(IKM - IKM)", "pembagi (IKM - IKM) bernilai 0"),
    ("(-1)^0,5", "-1^0,5 tidak punya hasil"),
    ("batas(1; 3; 2)", "batas bawah 3 di atas batas atas 2"),
    ("bulat(1; 0,5)", "jumlah desimal bulat harus bilangan bulat"),
    ("tertimbang(1; 0)", "jumlah bobot tertimbang = 0"),
    ("pagu(IPP.F02.INOVASI)", "IPP.F02.INOVASI tidak menggantung pada simpul sehingga tidak punya anggaran"),
    (
      "capaian(IKM)",
      "capaian(IKM[2025]) tidak dapat dihitung karena target(IKM[2025]) belum ada datanya "
        + "(yang ada: 2024, 2025 awal, 2025 perubahan, 2025 TB I-III, 2025 TB IV, 2026)"
    ),
    ("rata(IKM.KTP; IKM.KTP[2020])", "IKM.KTP[2020] belum ada datanya (yang ada: 2024, 2025)"),
  ])
  func missingValuesSayWhy(source: String, reason: String) throws {
    let value = try value(source, SampleData.context(model, 0, 2025))
    #expect(value.isMissing)
    #expect(value.reason == reason)
  }

  @Test func periodsDoNotFallBack() throws {
    let context = SampleData.context(model, 0, 2025, "TB IV")
    #expect(try value("IKM", context) == .number(99.03))
    #expect(
      try value("IKM.KTP", context).reason
        == "IKM.KTP[2025] periode TB IV belum ada datanya (yang ada: 2024, 2025)")
  }

  @Test func truthOfComparisons() throws {
    let context = SampleData.context(model, 0, 2025)
    let cases: [(String, Double?)] = [
      ("1 < 2", 1), ("2 <= 1", 0), ("0,1 + 0,2 = 0,3", 1), ("2673693824 = 2673693825", 0), ("1 <> 1", 0),
      ("AKIP[1999] > 1", nil), ("0 dan AKIP[1999]", 0), ("1 atau AKIP[1999]", 1), ("1 dan AKIP[1999]", nil),
      ("0 atau AKIP[1999]", nil), ("jika(AKIP[1999]; 1; 2)", nil), ("jika(0; AKIP[1999]; 2)", 2),
      ("50% + 1", 1.5),
      ("-2^2", -4), ("2^3^2", 512), ("median(3; 1; 2)", 2), ("median(4; 1; 2; 3)", 2.5),
      ("bulat(94,995; 2)", 95),
      ("bulat(-0,5)", -1), ("bulat(1250; -2)", 1300), ("min(3; 1)", 1), ("maks(3; 1)", 3), ("abs(-3)", 3),
      ("batas(5; 0; 3)", 3), ("tertimbang(1; 1; 4; 2)", 3), ("cacah(1; 2)", 2), ("cacah(1; AKIP[1999])", nil),
    ]
    for (source, expected) in cases { #expect(try value(source, context).number == expected, "\(source)") }
  }

  @Test func stepsShowRowsAndParts() throws {
    let context = SampleData.context(model, 0, 2025)
    var evaluator = Evaluator(model, in: context)
    let steps = evaluator.steps(of: try Expression(parsing: "(IKM/25*2,5 + IPP*2)/2"))
    #expect(
      steps.map(\.text) == [
        "IKM[2025]", "IKM/25", "IKM/25*2,5", "IPP[2025]", "IPP*2", "IKM/25*2,5 + IPP*2",
        "(IKM/25*2,5 + IPP*2)/2",
      ])
    #expect(
      steps.map(\.kind) == [.stored, .operation, .operation, .stored, .operation, .operation, .operation])
    guard case .row(let row) = steps[0].origin else { Issue.record("tanpa baris"); return }
    #expect(row.table == "kinerja")
  }

  @Test func aFormulaOverItsOwnPastEnds() throws {
    let model = try DatasetMaker.model([("A", "A[-1]*2", nil), ("B", nil, 1), ("C", "C[2025] + 1", nil)])
    let context = SampleData.context(model, 0, 2025)
    var evaluator = Evaluator(model, in: context)
    #expect(evaluator.value(of: try Expression(parsing: "A")).reason.contains("A[2024] belum ada datanya"))
    #expect(
      evaluator.value(of: try Expression(parsing: "C")).reason.hasSuffix(
        "C[2025] bergantung pada dirinya sendiri"))
  }

  @Test func badNamesArePointedAt() throws {
    let context = SampleData.context(model, 0, 2025)
    for (source, expected) in [
      ("1 + IKN", "kode “IKN” tidak dikenal"),
      ("IKM[2024; \"ngorro\"]", "unit “ngorro” tidak ada dalam data"),
    ] {
      let problem = #expect(throws: Problem.self) {
        try model.checkNames(of: try Expression(parsing: source), source: source, in: context)
      }
      #expect(problem?.message == expected && problem?.place != nil && problem?.suggestions.isEmpty == false)
    }
  }

  @Test(arguments: [
    (
      Assumption(Reference("AKIP", quantity: .achievement), .set, 1),
      "capaian mengikuti nilai lain dan tidak dapat diandaikan langsung"
    ),
    (Assumption(Reference("AKIPP"), .set, 1), "kode “AKIPP” tidak dikenal"),
    (Assumption(Reference("P01"), .set, 1), "“P01” adalah simpul, bukan indikator"),
    (Assumption(Reference("AKIP"), .set, .infinity), "besar perubahan tidak dapat dipakai"),
  ])
  func uselessAssumptionsAreRefused(assumption: Assumption, message: String) {
    let context = SampleData.context(model, 0, 2025)
    let problem = #expect(throws: Problem.self) {
      try Assumptions([assumption], model: model, context: context)
    }
    #expect(problem?.message == message)
  }
}
