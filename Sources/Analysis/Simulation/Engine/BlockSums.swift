/// Sums over a column in a fixed order: four running sums, added pairwise.
enum BlockSums {
  /// Σ(x − centre) and Σ(x − centre)².
  static func moments(
    _ x: UnsafePointer<Double>, count: Int, centre: Double
  ) -> (sum: Double, square: Double) {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var (aa, bb, cc, dd) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= count {
      let (p, q) = (x[index] - centre, x[index + 1] - centre)
      let (r, s) = (x[index + 2] - centre, x[index + 3] - centre)
      a += p
      b += q
      c += r
      d += s
      aa += p * p
      bb += q * q
      cc += r * r
      dd += s * s
      index += 4
    }
    while index < count {
      let p = x[index] - centre
      a += p
      aa += p * p
      index += 1
    }
    return ((a + b) + (c + d), (aa + bb) + (cc + dd))
  }

  /// Σ(x − p)(y − q).
  static func product(
    _ x: UnsafePointer<Double>, centre p: Double, _ y: UnsafePointer<Double>, centre q: Double, count: Int
  ) -> Double {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= count {
      a += (x[index] - p) * (y[index] - q)
      b += (x[index + 1] - p) * (y[index + 1] - q)
      c += (x[index + 2] - p) * (y[index + 2] - q)
      d += (x[index + 3] - p) * (y[index + 3] - q)
      index += 4
    }
    while index < count {
      a += (x[index] - p) * (y[index] - q)
      index += 1
    }
    return (a + b) + (c + d)
  }

  /// The least and the greatest of at least one finite number.
  static func extremes(_ x: UnsafePointer<Double>, count: Int) -> (least: Double, greatest: Double) {
    var (a, b) = (x[0], x[0])
    var (aa, bb) = (x[0], x[0])
    var index = 0
    while index + 2 <= count {
      a = x[index] < a ? x[index] : a
      b = x[index + 1] < b ? x[index + 1] : b
      aa = x[index] > aa ? x[index] : aa
      bb = x[index + 1] > bb ? x[index + 1] : bb
      index += 2
    }
    if index < count {
      a = min(a, x[index])
      aa = max(aa, x[index])
    }
    return (min(a, b), max(aa, bb))
  }

  /// How many numbers lie in a closed interval.
  static func members(_ x: UnsafePointer<Double>, count: Int, lower: Double, upper: Double) -> Int {
    var members = 0
    for index in 0..<count { members &+= (x[index] >= lower ? 1 : 0) & (x[index] <= upper ? 1 : 0) }
    return members
  }
}
