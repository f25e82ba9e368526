import Testing

@testable import Analysis

@Suite("Units beside each other")
struct UnitComparisonTests {
  private func comparison(_ data: [SmallDataset], _ others: [String], year: Int = 2025) throws
    -> UnitComparison
  {
    var workspace = Workspace()
    for (index, item) in data.enumerated() { workspace.add(item.dataset("data \(index)")) }
    let model = try FormulaModel(workspace)
    var evaluator = Evaluator(model, in: Context(dataset: 0, unit: 0, year: year))
    return UnitComparison(0, base: evaluator.context, units: others, evaluator: &evaluator)
  }

  @Test func differencesAndRanksAreThoseOfTheValues() throws {
    var data = SmallDataset()
    data.add("A", from: 2025, [80])
    data.add("A", unit: "Kecamatan B", from: 2025, [100])
    data.add("A", unit: "Kecamatan C", from: 2025, [80])
    data.add("A", unit: "Kecamatan D", from: 2025, [50])
    let found = try comparison([data], ["Kecamatan B", "Kecamatan C", "Kecamatan D", "Kecamatan A"])
    #expect(found.rows.map(\.unit) == ["Kecamatan A", "Kecamatan B", "Kecamatan C", "Kecamatan D"])
    #expect(found.rows.map(\.rank) == [2, 1, 2, 4])
    #expect(found.rows.map(\.difference.value) == [nil, -20, 0, 30])
    #expect(found.rows.map(\.percent.value) == [nil, -20, 0, 60])
  }

  @Test func lowerIsBetterTurnsTheRanks() throws {
    var data = SmallDataset()
    data.indicators = [Indicator(code: "A", measure: "nilai", direction: .falling)]
    data.add("A", from: 2025, [80])
    data.add("A", unit: "Kecamatan B", from: 2025, [100])
    #expect(try comparison([data], ["Kecamatan B"]).rows.map(\.rank) == [1, 2])
  }

  @Test func theNearestYearIsUsedAndSaid() throws {
    var data = SmallDataset()
    data.add("A", from: 2024, [70, 80])
    data.add("A", unit: "Kecamatan B", from: 2023, [60, 61])
    let row = try comparison([data], ["Kecamatan B"]).rows[1]
    #expect(row.context.year == 2024 && row.value.number == 61)
    #expect(row.remarks == ["tahun 2024"])
    #expect(row.difference.value == 19)
  }

  @Test func theDatasetWithTheYearIsUsed() throws {
    var own = SmallDataset()
    own.add("A", from: 2024, [70, 80])
    own.add("A", unit: "Kabupaten", from: 2023, [60])
    var other = SmallDataset()
    other.add("A", unit: "Kecamatan B", from: 2024, [1, 2])
    other.add("A", unit: "Kabupaten", from: 2025, [65])
    let row = try comparison([own, other], ["Kabupaten"]).rows[1]
    #expect(row.context.dataset == 1 && row.value.number == 65 && row.remarks.isEmpty)
  }

  @Test func anotherScaleIsNotRanked() throws {
    var data = SmallDataset()
    data.indicators = [Indicator(code: "IKM", measure: "indeks", minimum: 25, maximum: 100)]
    data.add("IKM", from: 2025, [99])
    data.add("IKM", unit: "Nasional", from: 2025, [3.53])
    let row = try comparison([data], ["Nasional"]).rows[1]
    #expect(row.value.number == 3.53 && row.rank == nil && row.difference.value == nil)
    #expect(row.remarks == ["skala berbeda"])
  }

  @Test func anotherFormulaOrUnitOfMeasureIsSaid() throws {
    var own = SmallDataset()
    own.indicators = [
      Indicator(code: "A", measure: "nilai", formula: "X + Y"), Indicator(code: "X"), Indicator(code: "Y"),
    ]
    own.add("A", from: 2025, [80])
    var other = SmallDataset()
    other.indicators = [Indicator(code: "A", measure: "persen", formula: "X * 2"), Indicator(code: "X")]
    other.add("X", unit: "Kecamatan B", from: 2025, [30])
    let row = try comparison([own, other], ["Kecamatan B"]).rows[1]
    #expect(row.value.number == 60)
    #expect(row.remarks == ["satuan persen", "rumus berbeda", "dihitung dari rumus"])
  }

  @Test func nothingIsNotZero() throws {
    var data = SmallDataset()
    data.add("A", from: 2025, [80])
    data.add("B", unit: "Kecamatan B", from: 2025, [1])
    let row = try comparison([data], ["Kecamatan B", "Kecamatan Z"]).rows
    #expect(row[1].value.isMissing && row[1].rank == nil && !row[1].difference.reason.isEmpty)
    #expect(row[2].value.isMissing && row[2].value.reason.contains("Kecamatan Z"))
  }
}

@Suite("Progress towards the mid-term target")
struct MidTermProgressTests {
  private func progress(
    _ actual: Double?, _ targets: [Int: Double], year: Int = 2025, direction: Direction = .rising
  ) throws -> MidTermProgress {
    var data = SmallDataset()
    data.indicators = [Indicator(code: "A", measure: "nilai", direction: direction)]
    data.add("A", from: year, [actual])
    data.add("B", from: year, [1])
    for (year, target) in targets { data.fact("A", year, period: "renstra", planned: target) }
    var evaluator = try data.evaluator(year: year)
    return MidTermProgress(0, in: evaluator.context, evaluator: &evaluator)
  }

  @Test func theLastYearOfThePlanCounts() throws {
    let found = try progress(69.61, [2027: 70, 2029: 76.5])
    #expect(found.endYear == 2029)
    #expect(abs((found.progress.value ?? 0) - 90.993464052287) < 1e-9)
    #expect(abs((found.yearlyGain.value ?? 0) - 1.7225) < 1e-12)
    #expect(found.isReached == false)
  }

  @Test func aPassedTargetNeedsNoGain() throws {
    let found = try progress(81.4, [2029: 79])
    #expect(found.isReached == true && found.yearlyGain.value == nil)
    #expect(abs((found.remaining.value ?? 0) + 2.4) < 1e-12)
  }

  @Test func lowerIsBetterMustFall() throws {
    let found = try progress(12, [2029: 8], direction: .falling)
    #expect(found.isReached == false && found.remaining.value == 4 && found.yearlyGain.value == -1)
    #expect(found.progress.value == 50)
    #expect(try progress(8, [2029: 8], direction: .falling).isReached == true)
  }

  @Test func aPlanThatIsOverHasNoYearsLeft() throws {
    let found = try progress(80, [2024: 90])
    #expect(found.isReached == false && found.yearlyGain.reason.contains("sudah lewat"))
  }

  @Test func withoutTargetOrResultNothingIsClaimed() throws {
    #expect(try progress(80, [:]).isReached == nil)
    #expect(try progress(nil, [2029: 90]).isReached == nil)
    #expect(try progress(80, [:]).target.reason.contains("tidak mempunyai target renstra"))
  }
}
