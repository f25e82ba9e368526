extension TrendKernel {
  /// The Mann–Kendall test from S and the sorted values.
  func storeKendall(_ scratch: TrendScratch, _ row: TrendRowBuffer, _ s: Int) {
    let count = design.count
    var mask = 0
    var tiedPairs = 0
    var correction = 0
    var size = 1
    for index in 1..<(count + 1) {
      let isTie = index < count && scratch.sortedValues[index] == scratch.sortedValues[index - 1]
      if isTie {
        size += 1
        if index <= KendallNull.largestCount { mask |= 1 << (index - 1) }
      } else if size > 1 {
        tiedPairs += size * (size - 1) / 2
        correction += size * (size - 1) * (2 * size + 5)
        size = 1
      }
    }
    let pairs = count * (count - 1) / 2
    let variance = Double(count * (count - 1) * (2 * count + 5) - correction) / 18
    let z = variance > 0 ? Double(s - s.signum()) / variance.squareRoot() : 0
    row[.kendallS] = Double(s)
    row[.kendallVariance] = variance
    row[.kendallZ] = z
    row[.kendallNormalP] = NormalDistribution.twoSided(z)
    row[.kendallExactP] = design.kendall?.twoSided(s, mask: mask) ?? .nan
    row[.kendallIncreasingP] = design.kendall?.increasing(s, mask: mask) ?? .nan
    row[.kendallDecreasingP] = design.kendall?.increasing(-s, mask: mask) ?? .nan
    row[.kendallSmallestP] = design.kendall?.floor(mask: mask) ?? .nan
    row[.tauA] = pairs > 0 ? Double(s) / Double(pairs) : .nan
    let untied = pairs - tiedPairs
    row[.tauB] = untied > 0 ? Double(s) / (Double(pairs) * Double(untied)).squareRoot() : .nan
    let direction = TrendVerdict.Direction(
      count: count, isConstant: row[.least] == row[.greatest],
      p: design.kendall == nil ? row[.kendallNormalP] : row[.kendallExactP], s: s, slope: row[.theilSenSlope])
    row[.direction] = Double(direction.rawValue)
  }
}
