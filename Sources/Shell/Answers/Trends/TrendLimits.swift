import Analysis

/// What the number of years does not allow one to say.
struct TrendLimits {
  let item: TrendItem

  private var scope: TrendScope { item.analysis.scope }

  /// One statement per reason, then the limits of what was said.
  var statements: [Prose] {
    refusals + significance + limits
  }

  private var refusals: [Prose] {
    var reasons: [String] = []
    var names: [String: [String]] = [:]
    let usesHolt = [.holt, .undampedHolt].contains(item.settings.method)
    for statement in scope.refused {
      if !usesHolt, scope.count > 2, statement == .smoothing || statement == .dampedSmoothing { continue }
      guard let reason = scope.reason(against: statement) else { continue }
      if names[reason] == nil { reasons.append(reason) }
      names[reason, default: []].append(Self.name(of: statement))
    }
    return reasons.map { reason in
      "Tidak dinyatakan pada n = \(scope.count): \(names[reason, default: []].joined(separator: ", ")); \(reason)."
    }
  }

  private var significance: [Prose] {
    guard let test = item.analysis.mannKendall.value, !item.analysis.isSignificant() else { return [] }
    guard let smallest = test.smallestP.value, smallest > 0.05 else {
      return [
        "Kata “signifikan” tidak dipakai: p Mann–Kendall \(Figure(test.p, .probability)) lebih dari 0,05."
      ]
    }
    return [
      "Kata “signifikan” tidak dipakai: p eksak pada n = \(scope.count) paling kecil \(Figure(smallest, .probability))."
    ]
  }

  private var limits: [Prose] {
    guard scope.permits(.interval80), !item.analysis.segment.isConstant,
      let limit = SmallSampleLimits(count: scope.count)
    else { return item.analysis.segment.isConstant ? [constant] : [] }
    var found: [Prose] = []
    if let interval = item.analysis.theilSen.value?.interval95.value {
      let level = NumberStyle(decimals: 0...2, suffix: "%").text(interval.confidence * 100)
      found.append(
        "Selang Theil–Sen bertingkat tepat \(level): pada n = \(scope.count) tingkat tepat 95% tidak ada.")
    }
    // The width is that of years without gaps.
    guard item.analysis.segment.missingYears.isEmpty else { return found }
    let has95 = scope.permits(.interval95)
    let width = Figure(has95 ? limit.predictionWidth95 : limit.predictionWidth80, .score)
    let level = has95 ? "95%" : "80%"
    found.append(
      "Derajat bebas \(scope.count - 2): selang prediksi \(level) tahun depan selebar ±\(width) kali galat baku sisaan."
    )
    return found
  }

  private var constant: Prose {
    "Deret konstan: R², p, dan selang tidak dinyatakan; galat nol bukan ukuran kepastian."
  }

  private static func name(of statement: TrendScope.Statement) -> String {
    switch statement {
    case .value: "nilai"
    case .change: "perubahan"
    case .slope: "kemiringan"
    case .interval80: "R² dan selang 80%"
    case .targetProbability: "peluang target"
    case .probabilityOfChance: "nilai p"
    case .direction: "arah"
    case .interval95: "selang 95%"
    case .rankInterval80: "selang Theil–Sen 80%"
    case .hindcast: "uji mundur"
    case .smoothing: "pemulusan Holt"
    case .dampedSmoothing: "Holt teredam"
    case .rankInterval95: "selang Theil–Sen 95%"
    }
  }
}
