/// The trend of very many series over the same years, for rankings and simulations.
///
/// The numbers are those of `TrendAnalysis.row`, to the last bit. They are not filtered by what may be said at a given
/// length; ask `TrendScope` before showing them.
public struct TrendBatch: Sendable {
  /// The years, strictly ascending.
  public let years: [Int]
  /// The number of years projected.
  public let horizon: Int
  private let bounds: ValueBounds
  private let kernel: TrendKernel

  /// The largest number of years.
  public static let largestCount = 60

  /// Prepares the constants of the years.
  ///
  /// - Throws: A `Problem` when the years do not ascend or are too many, or the horizon is not 0…5.
  public init(
    years: [Int], horizon: Int = TrendAnalysis.farthestYear, bounds: ValueBounds = .none
  ) throws(Problem) {
    guard zip(years, years.dropFirst()).allSatisfy({ $0 < $1 }), years.count <= TrendBatch.largestCount else {
      throw Problem(
        "Daftar tahun tidak dapat dipakai", kind: .data,
        expected: "paling banyak \(TrendBatch.largestCount) tahun, berurutan naik")
    }
    guard 0...TrendAnalysis.farthestYear ~= horizon else {
      throw Problem(
        "Proyeksi \(horizon) tahun tidak dapat dibuat", expected: "0 sampai \(TrendAnalysis.farthestYear) tahun")
    }
    self.years = years
    self.horizon = horizon
    self.bounds = bounds
    kernel = TrendKernel(years: years, horizon: horizon, bounds: bounds)
  }

  /// Calls a function with the row of every series in turn.
  ///
  /// - Parameter values: One series after another, one value for each year; a value that is not finite is missing.
  ///   In a series with missing values the positions in columns count its measured years.
  /// - Throws: A `Problem` when the values do not fill whole series.
  /// - Complexity: O(number of series); nothing is allocated for a series without missing values.
  public func forEach(_ values: [Double], _ body: (Int, borrowing TrendRow) -> Void) throws(Problem) {
    let width = years.count
    guard width > 0, values.count.isMultiple(of: width) else {
      throw Problem("Jumlah nilai \(values.count) bukan kelipatan \(width) tahun", kind: .data)
    }
    var workspace = Workspace(kernel)
    var gapped: [UInt64: Workspace] = [:]
    for series in 0..<(values.count / width) {
      let start = series * width
      var missing: UInt64 = 0
      for index in 0..<width {
        let value = values[start + index]
        workspace.scratch.values[index] = value
        if !value.isFinite { missing |= 1 << UInt64(index) }
      }
      if missing == 0 {
        workspace.measure()
        body(series, workspace.row)
      } else {
        let observed = (0..<width).filter { missing >> UInt64($0) & 1 == 0 }
        var smaller = gapped.removeValue(forKey: missing) ?? workspaceFor(observed)
        for (place, index) in observed.enumerated() { smaller.scratch.values[place] = values[start + index] }
        smaller.measure()
        body(series, smaller.row)
        gapped[missing] = smaller
      }
    }
  }

  /// Works out chosen columns for every series.
  ///
  /// - Returns: One array for each column, with one number for each series; `nan` where it does not exist.
  public func columns(_ columns: [TrendColumn], of values: [Double]) throws(Problem) -> [[Double]] {
    let count = years.isEmpty ? 0 : values.count / years.count
    var result = columns.map { _ in [Double](repeating: .nan, count: count) }
    let offsets = columns.map { kernel.layout.offset(of: $0) }
    let layout = kernel.layout
    try forEach(values) { series, row in
      for (column, offset) in offsets.enumerated() {
        if row.layout == layout {
          if let offset { result[column][series] = row.numbers[offset] }
        } else {
          result[column][series] = row[columns[column]]
        }
      }
    }
    return result
  }

  private func workspaceFor(_ observed: [Int]) -> Workspace {
    Workspace(TrendKernel(years: observed.map { years[$0] }, horizon: horizon, bounds: bounds))
  }

  /// A kernel with the space it works in.
  private struct Workspace {
    let kernel: TrendKernel
    var scratch: TrendScratch
    var row: TrendRow

    init(_ kernel: TrendKernel) {
      self.kernel = kernel
      scratch = TrendScratch(count: kernel.design.count)
      row = TrendRow(layout: kernel.layout)
    }

    mutating func measure() {
      kernel.measure(&scratch, into: &row)
    }
  }
}
