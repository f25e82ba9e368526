import Testing

@testable import Analysis

@Suite("The checks of the audit on small datasets")
struct AuditCheckTests {
  private func findings(_ kind: AuditKind, _ build: (inout AuditSample) -> Void) throws -> [AuditFinding] {
    var sample = AuditSample()
    build(&sample)
    return try sample.report().findings.filter { $0.kind == kind }
  }

  @Test func wordsOfDirectionFollowTheSign() throws {
    let found = try findings(.direction) { sample in
      sample.indicator("AKIP")
      sample.fact("AKIP", 2024, actual: 80)
      sample.fact("AKIP", 2025, actual: 78)
      sample.claim("AKIP - AKIP[-1]", "-2", statement: "AKIP naik dari tahun sebelumnya")
      sample.claim("AKIP - AKIP[-1]", "-2", statement: "AKIP turun dari tahun sebelumnya")
      sample.claim("(9 - 8)/8*100", "12,5", statement: "menurun 12,5 persen")
      sample.claim("10 - 8", "2", statement: "turun 2 poin")
      sample.claim("70 - 75", "-5", statement: "program ini efisien")
      sample.claim("70 - 75", "-5", statement: "program ini tidak efisien")
      sample.claim("AKIP - AKIP[-1]", "-2", statement: "Nama AKIP")
    }
    #expect(found.map(\.place.fileLine) == [2, 4, 6])
    #expect(found.allSatisfy { $0.severity == .wrong })
  }

  @Test func samePrintsMayHaveFewerDecimals() throws {
    let found = try findings(.statements) { sample in
      sample.indicator("X")
      for printed in ["99%", "99,0%", "98,96%", "98,88%"] { sample.claim("98,96", printed) }
      sample.claim("1 + 1", "2")
      sample.claim("1 + 1", "2", year: 2024)
    }
    #expect(found.count == 1)
    #expect(found.first?.printed == "98,88%")
    #expect(found.first?.others.count == 2)
  }

  @Test func predicatesAndTruthsAreCompared() throws {
    let report = try {
      var sample = AuditSample()
      sample.indicator("AKIP")
      sample.fact("AKIP", 2025, target: 80, actual: 81.4)
      for printed in ["A", "memuaskan", "A (81,40)", "BB"] { sample.claim("predikat(AKIP)", printed) }
      sample.claim("AKIP > 80", "ya")
      sample.claim("AKIP > 80", "tidak")
      sample.claim("AKIP > 80", "entah")
      sample.claim("9/10", "90%")
      sample.claim("TIDAK_ADA", "1")
      sample.claim("1 +", "1")
      return try sample.report()
    }()
    #expect(report.findings.filter { $0.kind == .claim }.map(\.place.fileLine).sorted() == [5, 7])
    #expect(report.claims.unverified == 3)
    #expect(report.unverified.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func budgetsAddUpTheCascade() throws {
    let found = try findings(.cascade) { sample in
      sample.node("S", .objective)
      sample.node("P1", under: 0)
      sample.node("P2", under: 0)
      sample.node("P1_1", under: 1, .activity)
      sample.node("P3", under: 0)
      sample.budget("S", 2025, ceiling: 100, spending: 60)
      sample.budget("P1", 2025, ceiling: 70, spending: 40)
      sample.budget("P2", 2025, ceiling: 30, spending: 25)
      sample.budget("P1_1", 2025, ceiling: 71, spending: 40)
      // More than the known children: P3 may hold the rest.
      sample.budget("S", 2024, ceiling: 100)
      sample.budget("P1", 2024, ceiling: 70)
    }
    #expect(found.map(\.place.fileLine).sorted() == [2, 3])
    #expect(found.first { $0.code == "S" }?.computed?.number == 65)
    #expect(found.first { $0.code == "S" }?.severity == .wrong)
    #expect(found.first { $0.code == "P1" }?.severity == .rounding)
  }

  @Test func contradictedBudgetsAreContradictions() throws {
    let found = try findings(.cascade) { sample in
      sample.node("S", .objective)
      sample.node("P1", under: 0)
      sample.budget("S", 2025, ceiling: 100)
      sample.budget("P1", 2025, ceiling: 70)
      sample.budget("P1", 2025, ceiling: 100)
    }
    #expect(found.map(\.severity) == [.contradiction])
    #expect(found.first?.causes.first?.contains("P1 = 100") == true)
  }

  @Test func spendingWithoutResultOrCeilingIsTold() throws {
    let report = try {
      var sample = AuditSample()
      for code in ["P1", "P2", "P3"] { sample.node(code) }
      sample.indicator("A", node: 0)
      sample.indicator("B", node: 1)
      sample.fact("A", 2025, target: 10, actual: 0)
      sample.fact("B", 2025, target: 10, actual: 10)
      sample.budget("P1", 2025, ceiling: 100, spending: 50)
      sample.budget("P2", 2025, ceiling: 100, spending: 0)
      sample.budget("P3", 2025, spending: 5)
      sample.budget("P1", 2024, ceiling: 100, spending: 101)
      return try sample.report()
    }()
    #expect(report.findings.filter { $0.kind == .efficiency }.map(\.code) == ["P1", "P2"])
    #expect(report.findings.filter { $0.kind == .absorption }.map(\.code) == ["P3"])
    #expect(report.findings.filter { $0.kind == .remainder }.map(\.context.year) == [2024])
  }

  @Test func scalesWithHolesAndEdgesAreTold() throws {
    let found = try findings(.predicate) { sample in
      sample.settings = [.init(key: "skala_capaian", value: "capaian-120", fileLine: 2)]
      for code in ["A", "B", "C", "D"] { sample.indicator(code) }
      sample.fact("A", 2025, target: 100, actual: 85)
      sample.fact("B", 2025, target: 100, actual: 70)
      sample.fact("C", 2025, target: 100, actual: 110.004)
      sample.fact("D", 2025, target: 100, actual: 100)
    }
    #expect(found.map(\.place.table) == ["aturan", "kinerja", "kinerja", "kinerja"])
    #expect(found[0].explanation.contains("80 dan 90"))
    #expect(found[1].explanation.contains("tanpa predikat"))
    #expect(found[2].explanation.contains("tepat di batas 70"))
    #expect(found[3].explanation.contains("karena dibulatkan"))
  }

  @Test func seriesAreHeldAgainstBoundsAndTheirPast() throws {
    let report = try {
      var sample = AuditSample()
      sample.indicator("IKM", low: 25, high: 100)
      sample.indicator("B", measure: "dokumen")
      sample.fact("IKM", 2022, actual: 3.4)
      sample.fact("IKM", 2023, actual: 85.5)
      sample.fact("IKM", 2024, actual: 855)
      sample.fact("IKM", 2025, actual: 85.5)
      sample.fact("B", 2024, actual: 1)
      sample.fact("B", 2025, actual: 10)
      return try sample.report()
    }()
    let bounds = report.findings.filter { $0.kind == .bounds }
    #expect(bounds.map(\.context.year) == [2022, 2024])
    #expect(bounds.first?.explanation.contains("skala 1–4") == true)
    #expect(bounds.last?.explanation.contains("85,5") == true)
    #expect(report.findings.filter { $0.kind == .scale }.map(\.context.year) == [2023, 2024, 2025])
  }

  @Test func copiedFiguresAreTold() throws {
    let found = try findings(.copy) { sample in
      sample.indicator("A", low: 0, high: 100)
      for (year, value) in [(2022, 81.25), (2023, 81.25), (2024, 100), (2025, 100)] {
        sample.fact("A", year, actual: value)
      }
    }
    #expect(found.map(\.context.year) == [2023])
  }

  @Test func targetsAreHeldAgainstResultsAndTheMidTermPlan() throws {
    let report = try {
      var sample = AuditSample()
      sample.indicator("A")
      sample.indicator("F", falling: true)
      sample.fact("A", 2024, target: 80, actual: 85)
      sample.fact("A", 2025, target: 84, actual: 92)
      sample.fact("A", 2026, target: 93)
      sample.fact("A", 2029, target: 91, period: 1)
      sample.fact("F", 2024, actual: 10)
      sample.fact("F", 2025, target: 12)
      return try sample.report()
    }()
    let targets = report.findings.filter { $0.kind == .target }
    #expect(targets.map(\.context.year) == [2025, 2026, 2025])
    #expect(targets.map(\.code) == ["A", "A", "F"])
    #expect(report.findings.filter { $0.kind == .progress }.map(\.computed?.number) == [92])
  }

  @Test func fullParentsOverUnfinishedChildrenAreTold() throws {
    let found = try findings(.hierarchy) { sample in
      sample.node("P")
      sample.node("P_1", under: 0, .activity)
      sample.indicator("A", node: 0)
      sample.indicator("B", node: 1)
      for year in [2024, 2025] { sample.fact("A", year, target: 10, actual: 10) }
      sample.fact("B", 2025, target: 10, actual: 9)
      sample.fact("B", 2024, target: 10, actual: 12)
    }
    #expect(found.map(\.context.year) == [2025])
    #expect(found.first?.explanation.contains("P_1 90,00%") == true)
  }

  @Test func worksheetsAddUpAndKeepToTheAgreement() throws {
    let found = try findings(.worksheet) { sample in
      sample.indicator("AKIP", formula: "jumlah(AKIP.*)")
      sample.indicator("AKIP.A")
      sample.indicator("AKIP.B")
      sample.fact("AKIP", 2025, target: 70, actual: 71)
      sample.fact("AKIP", 2026, target: 75)
      func row(
        _ code: String, target: Double? = nil, before: Double? = nil, gain: Double? = nil,
        forecast: Double? = nil
      ) {
        sample.worksheets.append(
          WorksheetRow(
            unit: 0, year: 2026, version: "awal", code: code, previousTarget: target == nil ? nil : 69,
            target: target,
            previousValue: before, gain: gain, forecast: forecast, fileLine: sample.worksheets.count + 2))
      }
      row("AKIP", target: 76)
      row("AKIP.A", before: 40, gain: 0.5, forecast: 40.5)
      row("AKIP.B", before: 31, gain: 0.5, forecast: 33)
    }
    let lines = found.map { "\($0.place.fileLine) \($0.severity.rawValue)" }.sorted()
    #expect(lines == ["2 kontradiksi", "2 kontradiksi", "2 salah", "4 salah"])
    #expect(found.first { $0.place.fileLine == 2 && $0.severity == .wrong }?.computed?.number == 73.5)
  }

  @Test func meansDependOnTheCapOnlyWhereThePredicateChanges() throws {
    let found = try findings(.mean) { sample in
      sample.node("T", .goal)
      sample.indicator("A", node: 0)
      sample.indicator("B", node: 0)
      sample.fact("A", 2025, target: 10, actual: 15)
      sample.fact("B", 2025, target: 10, actual: 6)
      sample.fact("A", 2024, target: 10, actual: 11.5)
      sample.fact("B", 2024, target: 10, actual: 8)
    }
    // 2025: 105 uncapped is Istimewa, 85 capped at 110 is Baik. 2024: 97,75 and 95 are both Baik.
    #expect(found.map(\.context.year) == [2025])
  }

  @Test func anInterruptedAuditStops() throws {
    var sample = AuditSample()
    sample.indicator("X")
    sample.claim("1", "1")
    var workspace = Workspace()
    workspace.add(sample.dataset)
    var audit = Audit(try FormulaModel(workspace), dataset: 0)
    audit.isInterrupted = { true }
    #expect { try audit.run() } throws: { ($0 as? Problem)?.kind == .interrupted }
  }

  @Test func emptyDataHaveNoFindings() throws {
    let report = try AuditSample().report()
    #expect(report.findings.isEmpty)
    #expect(report.total.checked == 0)
  }
}
