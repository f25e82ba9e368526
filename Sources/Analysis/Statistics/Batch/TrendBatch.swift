/// The trend of very many series over the same years, for rankings and simulations.
///
/// The numbers are those of `TrendAnalysis.row`, to the last bit. They are not filtered by what may be said
/// at a given length; ask `TrendScope` before showing them.
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
        "Proyeksi \(horizon) tahun tidak dapat dibuat",
        expected: "0 sampai \(TrendAnalysis.farthestYear) tahun")
    }
    self.years = years
    self.horizon = horizon
    self.bounds = bounds
    kernel = TrendKernel(years: years, horizon: horizon, bounds: bounds)
  }

  /// Calls a function with the row of every series in turn.
  ///
  /// - Parameter values: One series after another, one value for each year; a value that is not finite is
  ///   missing. In a series with missing values the positions in columns count its measured years.
  /// - Throws: A `Problem` when the values do not fill whole series.
  /// - Complexity: O(number of series); nothing is allocated for a series without missing values.
  public func forEach(_ values: [Double], _ body: (Int, borrowing TrendRow) -> Void) throws(Problem) {
    let width = years.count
    guard width > 0, values.count.isMultiple(of: width) else {
      throw Problem("Jumlah nilai \(values.count) bukan kelipatan \(width) tahun", kind: .data)
    }
    var complete = TrendWorkspace(kernel)
    var gapped: [UInt64: TrendWorkspace] = [:]
    for series in 0..<(values.count / width) {
      let own = values[series * width..<(series + 1) * width]
      let missing = TrendBatch.missing(own)
      if missing == 0 {
        complete.measure(own)
        body(series, complete.row)
      } else {
        var smaller = gapped.removeValue(forKey: missing) ?? workspace(missing: missing)
        smaller.measure(own.filter(\.isFinite)[...])
        body(series, smaller.row)
        gapped[missing] = smaller
      }
    }
  }

  /// Works out chosen columns for every series.
  ///
  /// - Returns: One array for each column, with one number for each series; `nan` where it does not exist.
  public func columns(_ columns: [TrendColumn], of values: [Double]) throws(Problem) -> [[Double]] {
    var result: [[Double]] = columns.map { _ in [] }
    let count = years.isEmpty ? 0 : values.count / years.count
    for column in result.indices { result[column].reserveCapacity(count) }
    let layout = kernel.layout
    let offsets = columns.map { layout.offset(of: $0) }
    // Rows are turned into columns one tile at a time: writing a million rows straight into columns that lie
    // megabytes apart would miss the cache with every number.
    let height = 128
    let stride = height + 8
    var tile = [Double](repeating: .nan, count: stride * columns.count)
    var filled = 0
    try forEach(values) { series, row in
      let isComplete = row.layout == layout
      for column in offsets.indices {
        let number = isComplete ? offsets[column].map { row.numbers[$0] } ?? .nan : row[columns[column]]
        tile[column * stride + filled] = number
      }
      filled += 1
      guard filled == height || series == count - 1 else { return }
      for column in result.indices {
        result[column].append(contentsOf: tile[column * stride..<column * stride + filled])
      }
      filled = 0
    }
    return result
  }

  /// Which values are missing, one bit each.
  @inline(__always)
  private static func missing(_ values: ArraySlice<Double>) -> UInt64 {
    var missing: UInt64 = 0
    var bit: UInt64 = 1
    for value in values {
      if !value.isFinite { missing |= bit }
      bit <<= 1
    }
    return missing
  }

  private func workspace(missing: UInt64) -> TrendWorkspace {
    let observed = years.enumerated().filter { missing >> UInt64($0.offset) & 1 == 0 }.map(\.element)
    return TrendWorkspace(TrendKernel(years: observed, horizon: horizon, bounds: bounds))
  }
}
