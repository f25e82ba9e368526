/// Where each number of a series stands in its row.
struct TrendLayout: Hashable, Sendable {
  /// The number of measured years and the number of years projected.
  let count: Int
  let horizon: Int
  private let changes: Int
  private let percents: Int
  private let projections: Int
  private let logit: Int
  private let hindcasts: Int
  /// The numbers in a row.
  let width: Int

  /// The fewest values from which a hindcast is made.
  static let leastTraining = 3

  init(count: Int, horizon: Int) {
    self.count = count
    self.horizon = horizon
    let block = TrendColumn.Quantity.allCases.count * horizon
    changes = TrendMeasure.allCases.count
    percents = changes + max(count - 1, 0)
    projections = percents + max(count - 1, 0)
    logit = projections + ProjectionMethod.allCases.count * block
    hindcasts = logit + block
    width = hindcasts + HindcastModel.allCases.count * max(count - TrendLayout.leastTraining, 0)
  }

  /// The place of a column; nothing when the series is too short or the horizon too near for it.
  func offset(of column: TrendColumn) -> Int? {
    switch column {
    case .measure(let measure): measure.rawValue
    case .change(let index): 1..<max(count, 1) ~= index ? change(index) : nil
    case .changePercent(let index): 1..<max(count, 1) ~= index ? changePercent(index) : nil
    case .projection(let method, let quantity, let ahead):
      1...max(horizon, 1) ~= ahead && ahead <= horizon ? projection(method, quantity, ahead) : nil
    case .logitProjection(let quantity, let ahead):
      1...max(horizon, 1) ~= ahead && ahead <= horizon ? logit(quantity, ahead) : nil
    case .hindcast(let model, let index):
      index >= TrendLayout.leastTraining && index < count ? hindcast(model, index) : nil
    }
  }

  @inline(__always) func change(_ index: Int) -> Int { changes + index - 1 }

  @inline(__always) func changePercent(_ index: Int) -> Int { percents + index - 1 }

  @inline(__always)
  func projection(_ method: ProjectionMethod, _ quantity: TrendColumn.Quantity, _ ahead: Int) -> Int {
    projections + (method.index * 6 + quantity.rawValue) * horizon + ahead - 1
  }

  @inline(__always) func logit(_ quantity: TrendColumn.Quantity, _ ahead: Int) -> Int {
    logit + quantity.rawValue * horizon + ahead - 1
  }

  @inline(__always) func hindcast(_ model: HindcastModel, _ index: Int) -> Int {
    hindcasts + model.rawValue * (count - TrendLayout.leastTraining) + index - TrendLayout.leastTraining
  }
}
