import Analysis
import Testing

@Suite("Trend batch")
struct TrendBatchTests {
  private static func columns(count: Int) -> [TrendColumn] {
    var columns = TrendMeasure.allCases.map(TrendColumn.measure)
    for index in 1..<max(count, 2) { columns += [.change(index), .changePercent(index)] }
    for quantity in TrendColumn.Quantity.allCases {
      for ahead in 1...5 {
        columns += ProjectionMethod.allCases.map { .projection($0, quantity, ahead) }
        columns.append(.logitProjection(quantity, ahead))
      }
    }
    for model in HindcastModel.allCases { columns += (3..<max(count, 3)).map { .hindcast(model, $0) } }
    return columns
  }

  @Test(arguments: 1...8)
  func agreesWithSingleSeriesToTheLastBit(count: Int) throws {
    var generator = SeriesGenerator(seed: 99 + UInt64(count))
    let bounds = ValueBounds(least: 0, greatest: 100.5)
    let years = (0..<count).map { 2015 + $0 + ($0 > 2 ? 2 : 0) }
    let series = 150
    var values: [Double] = []
    for _ in 0..<series {
      values += generator.values(count: count).map { generator.below(12) == 0 ? .nan : $0 }
    }
    let columns = TrendBatchTests.columns(count: count)
    let result = try TrendBatch(years: years, bounds: bounds).columns(columns, of: values)
    for index in 0..<series {
      let own = Array(values[index * count..<(index + 1) * count])
      let row = TrendAnalysis(try YearlySeries(years: years, values: own, bounds: bounds)).row
      for (column, numbers) in zip(columns, result) {
        let isSame =
          numbers[index].bitPattern == row[column].bitPattern || (numbers[index].isNaN && row[column].isNaN)
        #expect(isSame, "\(column) of \(own): \(numbers[index]), \(row[column])")
      }
    }
  }

  @Test func aRowDoesNotDependOnTheOneBefore() throws {
    let batch = try TrendBatch(years: [2021, 2022, 2023, 2024], bounds: ValueBounds(least: 0, greatest: 10))
    let alone = try batch.columns(TrendBatchTests.columns(count: 4), of: [5, 5, 5, 5])
    let after = try batch.columns(TrendBatchTests.columns(count: 4), of: [1, 2, 4, 3, 5, 5, 5, 5])
    #expect(alone.map { $0[0].bitPattern } == after.map { $0[1].bitPattern })
  }

  @Test func refusesWhatDoesNotFit() throws {
    #expect(throws: Problem.self) { try TrendBatch(years: [2022, 2021]) }
    #expect(throws: Problem.self) { try TrendBatch(years: [2021], horizon: 9) }
    let batch = try TrendBatch(years: [2021, 2022])
    #expect(throws: Problem.self) { try batch.columns([.measure(.slope)], of: [1, 2, 3]) }
    #expect(try batch.columns([.measure(.slope)], of: []) == [[]])
  }
}
