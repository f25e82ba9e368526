import Analysis

/// What stands under a projection: method, naive forecast, hindcast, bounds, targets.
struct TrendFootnotes {
  let item: TrendItem
  let projection: Projection

  var all: [Prose] {
    [method, naive] + bounds + targets
  }

  private var method: Prose {
    let scale = projection.handling == .logit ? " pada skala logit" : ""
    return
      "Metode: \(projection.method.title)\(scale). Selang untuk satu nilai baru: \(projection.method.intervalBasis)."
  }

  private var naive: Prose {
    let start: Prose = "Ramalan naif (nilai terakhir) \(Figure(projection.naive, item.style))"
    guard let past = projection.hindcast.value else {
      return start + Prose("; galatnya belum dapat diukur: \(projection.hindcast.reason ?? "").")
    }
    let error = Figure(past.error, .score)
    let naiveError = Figure(past.naiveError, .score)
    if projection.method == .naive { return start + "; galat uji mundur \(naiveError) (\(past.count) kali)." }
    let better =
      past.error < past.naiveError
      ? "metode ini lebih dekat"
      : past.error > past.naiveError ? "ramalan naif lebih dekat" : "keduanya sama"
    return start
      + "; galat mutlak rata-rata uji mundur \(error) dan naif \(naiveError) (\(past.count) kali): \(better)."
  }

  private var bounds: [Prose] {
    let limits = item.series.yearly.bounds
    guard !limits.isEmpty else { return [] }
    let texts = [
      limits.least.map { "paling rendah \(NumberStyle.plain.text($0))" },
      limits.greatest.map { "paling tinggi \(NumberStyle.plain.text($0))" },
    ].compactMap { $0 }.joined(separator: " dan ")
    if projection.isAnythingClipped {
      let moved = projection.points.filter(\.isClipped)
      var text: Prose = "Nilai indikator ini \(texts), maka proyeksi dan selang dipotong pada batas itu"
      if let first = moved.first {
        text = text + "; tanpa batas \(first.year) menjadi \(Figure(first.unclipped, item.projectionStyle))"
      }
      return [text + "."]
    }
    if projection.handling == .none, projection.points.contains(where: \.isOutsideBounds) {
      return ["Sebagian proyeksi di luar nilai yang mungkin (\(texts)) karena batas=tidak."]
    }
    return projection.handling == .logit ? ["Skala logit menjaga proyeksi di antara batas (\(texts))."] : []
  }

  private var targets: [Prose] {
    let midTerm = item.chances.filter { $0.value.source == "renstra" }.keys.sorted().map(String.init)
    var notes: [Prose] = []
    if !item.chances.isEmpty {
      notes.append("Peluang mencapai target menurut sebaran prediksi t; bukan nilai p.")
    }
    if !midTerm.isEmpty { notes.append("Target \(midTerm.joined(separator: ", ")) adalah target renstra.") }
    return notes
  }
}
