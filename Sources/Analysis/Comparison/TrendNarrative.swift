/// One or two formal sentences about a trend, made from its numbers alone.
///
/// A direction is named only where the verdict names it, "signifikan" only where the exact test allows it, and n
/// is always said.
public struct TrendNarrative: Sendable {
  /// The series.
  public let series: IndicatorSeries
  /// Its analysis.
  public let analysis: TrendAnalysis
  /// How values are written.
  public let style: NumberStyle
  /// How projected values are written.
  public let projectionStyle: NumberStyle

  /// Prepares the sentences.
  public init(
    _ series: IndicatorSeries, _ analysis: TrendAnalysis, style: NumberStyle,
    projectionStyle: NumberStyle? = nil
  ) {
    self.series = series
    self.analysis = analysis
    self.style = style
    self.projectionStyle = projectionStyle ?? style
  }

  /// What happened, and how sure that is.
  public var sentence: Prose {
    guard let growth = analysis.growth else {
      return "\(subject) tidak mempunyai nilai terukur, sehingga tidak ada yang dapat disimpulkan."
    }
    switch analysis.verdict.direction {
    case .rising, .falling: return directed(growth)
    case .constant:
      let value = figure(growth.last.value)
      return
        "\(subject) tetap \(value) pada semua tahun yang terukur selama \(span(growth)) (n = \(count))."
    case .unclear: return unclear(growth)
    case .tooFewData: return tooFew(growth)
    }
  }

  /// Where a projection leads; nothing where none may be made.
  public func sentence(about projection: Projection) -> Prose? {
    guard let point = projection.points.first else { return nil }
    let value = Figure(point.value, projectionStyle)
    if analysis.verdict.direction == .constant {
      return
        "Nilai \(point.year) diproyeksikan tetap \(value); deret konstan tidak memberi ukuran ketidakpastian."
    }
    let start: Prose =
      "\(premise(of: projection)), nilai \(point.year) diproyeksikan \(value)" + clipping(of: point)
    let interval = point.interval95.value ?? point.interval80.value
    guard let interval else { return start + Prose(" tanpa selang prediksi.") }
    let level = NumberStyle.count.text(interval.confidence * 100)
    let low = Figure(interval.low, projectionStyle)
    let high = Figure(interval.high, projectionStyle)
    return start + "; selang prediksi \(level)% dari \(low) sampai \(high)."
  }

  private func premise(of projection: Projection) -> String {
    if projection.method == .naive { return "Bila nilai terakhir bertahan" }
    switch analysis.verdict.direction {
    case .rising, .falling: return "Bila pola ini berlanjut"
    case .constant, .unclear, .tooFewData: return "Sebagai perpanjangan hitungan semata"
    }
  }

  private func clipping(of point: ProjectionPoint) -> Prose {
    guard point.isClipped else { return "" }
    let bound = point.unclipped > point.value ? "tertinggi" : "terendah"
    return ", yaitu batas \(bound) indikator ini (tanpa batas \(Figure(point.unclipped, projectionStyle)))"
  }

  // MARK: - Sentences by verdict

  private func directed(_ growth: SeriesGrowth) -> Prose {
    let direction = analysis.verdict.direction
    let verb = direction.word
    let strength =
      analysis.isSignificant()
      ? "\(verb) secara signifikan"
      : "cenderung \(verb), tetapi belum signifikan pada taraf 5%,"
    let first = figure(growth.first.value)
    let last = figure(growth.last.value)
    var text: Prose =
      "\(subject) \(strength) selama \(span(growth)) (\(evidence)), dari \(first) menjadi \(last)"
    if let slope = statedSlope {
      let size = Figure(abs(slope.value), style.with(decimals: 2...4))
      text = text + ", rata-rata \(verb) \(size) per tahun menurut \(slope.method)"
    }
    text = text + "."
    let isWorse = (direction == .rising) != (series.direction == .rising)
    if isWorse {
      let wanted = series.direction == .rising ? "tinggi" : "rendah"
      text = text + " Arah itu memburuk, karena nilai yang lebih \(wanted) lebih baik."
    }
    return text + beforeBreak
  }

  private func unclear(_ growth: SeriesGrowth) -> Prose {
    let first = figure(growth.first.value)
    let last = figure(growth.last.value)
    let isLow = (analysis.mannKendall.value?.p ?? 1) <= TrendVerdict.level
    let doubt =
      isLow
      ? "uji urutan dan kemiringan Theil–Sen tidak searah"
      : "urutan seperti itu dapat terjadi secara kebetulan"
    return "Arah \(subject) selama \(span(growth)) tidak jelas (\(evidence)): nilai \(first)"
      + " pada \(growth.first.year) dan \(last) pada \(growth.last.year), tetapi \(doubt)." + beforeBreak
  }

  private func tooFew(_ growth: SeriesGrowth) -> Prose {
    let last = figure(growth.last.value)
    guard let change = growth.totalChange.value, growth.first.year != growth.last.year else {
      return
        "\(subject) bernilai \(last) pada \(growth.last.year); satu titik (n = 1) tidak menunjukkan arah apa pun."
        + beforeBreak
    }
    let first = figure(growth.first.value)
    let (firstYear, lastYear) = (growth.first.year, growth.last.year)
    let verb = change > 0 ? "bertambah" : "berkurang"
    let moved: Prose =
      change == 0
      ? "\(subject) bernilai \(first) pada \(firstYear) dan tetap \(last) pada \(lastYear)"
      : "\(subject) \(verb) \(Figure(abs(change), style)) dari \(first) pada \(firstYear) menjadi \(last) pada \(lastYear)"
    let limit =
      count == 2 ? "dua titik selalu membentuk garis" : "nilai sesedikit itu dapat berurutan secara kebetulan"
    return moved + "; dengan n = \(count) arah tren belum dapat disimpulkan karena \(limit)." + beforeBreak
  }

  // MARK: - Pieces

  private var subject: String { "\(series.code) \(series.unit)" }

  private var count: Int { analysis.scope.count }

  private func span(_ growth: SeriesGrowth) -> String { "\(growth.first.year)–\(growth.last.year)" }

  private func figure(_ value: Double) -> Figure { Figure(value, style) }

  /// n, S and the p that decides.
  private var evidence: Prose {
    guard let test = analysis.mannKendall.value else { return "n = \(count)" }
    let kind = test.isExact ? "p eksak" : "p hampiran normal"
    let s = NumberStyle.count.text(Double(test.s))
    return "n = \(count); Mann–Kendall S = \(s); \(kind) = \(Figure(test.p, .probability))"
  }

  /// A slope that agrees with the direction named: the least-squares one, else Theil–Sen's.
  private var statedSlope: (value: Double, method: String)? {
    let sign = analysis.verdict.direction == .rising ? 1.0 : -1.0
    if let line = analysis.linear.value, line.slope * sign > 0 {
      return (line.slope, "garis kuadrat terkecil")
    }
    if let line = analysis.theilSen.value, line.slope * sign > 0 { return (line.slope, "garis Theil–Sen") }
    return nil
  }

  private var beforeBreak: Prose {
    guard let item = series.lastBreak else { return "" }
    let reason = item.reason.isEmpty ? "" : " (\(item.reason))"
    return " Nilai sebelum \(item.year) tidak ikut dihitung karena jeda\(reason)."
  }
}
