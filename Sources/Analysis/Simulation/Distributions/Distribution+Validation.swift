extension Distribution {
  /// Refuses a distribution that makes no sense.
  ///
  /// - Throws: A problem that names the offending number and what was expected.
  public func validate() throws(Problem) {
    switch self {
    case .constant(let value): try Self.check(finite: [value], of: "tetap")
    case .uniform(let lower, let upper):
      try Self.check(finite: [lower, upper], of: "seragam")
      try Self.check(lower: lower, upper: upper, of: "seragam")
    case .triangular(let lower, let mode, let upper):
      try Self.check(lower: lower, mode: mode, upper: upper, of: "segitiga")
    case .pert(let lower, let mode, let upper):
      try Self.check(lower: lower, mode: mode, upper: upper, of: "pert")
    case .normal(let mean, let deviation):
      try Self.check(finite: [mean, deviation], of: "normal")
      try Self.check(deviation: deviation)
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      try Self.check(finite: [mean, deviation, lower, upper], of: "normal")
      try Self.check(deviation: deviation)
      try Self.check(lower: lower, upper: upper, of: "normal")
      try checkTruncation(mean: mean, deviation: deviation, lower: lower, upper: upper)
    case .beta(let alpha, let beta, let lower, let upper):
      try Self.check(finite: [alpha, beta, lower, upper], of: "beta")
      for shape in [alpha, beta] where shape < 0.01 || shape > 1e6 {
        throw Problem(
          "bentuk sebaran beta \(Self.text(shape)) tidak dapat dipakai",
          expected: "bilangan 0,01 sampai 1.000.000")
      }
      try Self.check(lower: lower, upper: upper, of: "beta")
    case .historical(let base, let changes):
      try Self.check(finite: [base] + changes, of: "historis")
      guard !changes.isEmpty else {
        throw Problem(
          "sebaran historis tidak punya perubahan tahunan", kind: .data,
          expected: "sedikitnya dua tahun berurutan")
      }
    }
  }

  private static func check(finite numbers: [Double], of name: String) throws(Problem) {
    for number in numbers where !number.isFinite || abs(number) > 1e150 {
      throw Problem("sebaran \(name) berisi bilangan yang bukan angka wajar", expected: "bilangan terhingga")
    }
  }

  private static func check(lower: Double, upper: Double, of name: String) throws(Problem) {
    guard lower > upper else { return }
    throw Problem(
      "batas bawah \(text(lower)) sebaran \(name) lebih besar daripada batas atasnya \(text(upper))",
      expected: "batas bawah dahulu, lalu batas atas")
  }

  private static func check(
    lower: Double, mode: Double, upper: Double, of name: String
  ) throws(Problem) {
    try check(finite: [lower, mode, upper], of: name)
    try check(lower: lower, upper: upper, of: name)
    guard mode < lower || mode > upper else { return }
    throw Problem(
      "nilai paling mungkin \(text(mode)) sebaran \(name) berada di luar \(text(lower)) sampai \(text(upper))",
      expected: "urutan terendah; paling mungkin; tertinggi")
  }

  private static func check(deviation: Double) throws(Problem) {
    guard deviation < 0 else { return }
    throw Problem("simpangan baku \(text(deviation)) kurang dari nol", expected: "bilangan nol atau lebih")
  }

  private func checkTruncation(
    mean: Double, deviation: Double, lower: Double, upper: Double
  ) throws(Problem) {
    if deviation == 0, mean < lower || mean > upper {
      throw Problem(
        "rata-rata \(Self.text(mean)) dengan simpangan baku 0 berada di luar batas \(Self.text(lower)) "
          + "sampai \(Self.text(upper))", expected: "rata-rata di dalam batas")
    }
    if case .truncated(let parent) = law, parent.mass < 1e-200 {
      throw Problem(
        "batas \(Self.text(lower)) sampai \(Self.text(upper)) terlalu jauh dari rata-rata \(Self.text(mean)) "
          + "dengan simpangan baku \(Self.text(deviation))", expected: "batas yang mungkin tercapai")
    }
  }

  private static func text(_ number: Double) -> String { NumberStyle.plain.text(number) }
}
