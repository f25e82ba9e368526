/// Whether a version is a mere copy, and whether it says what the agreement of its name says.
struct VersionCheck {
  let figures: WorksheetFigures
  let earlier: [WorksheetFigures]

  private var key: Worksheet.Key { figures.worksheet.key }
  private let style = NumberStyle.score.with(decimals: 2...4)

  init(figures: WorksheetFigures, earlier: [WorksheetFigures]) {
    self.figures = figures
    self.earlier = earlier
  }

  /// A target that the agreement states differently or that the worksheet lacks.
  private struct Deviation {
    var code: String
    var agreed: Double
    var written: Double?
  }

  var findings: [WorksheetFinding] {
    let twin = earlier.last { WorksheetDifference(from: $0, to: figures).changes.isEmpty }
    let deviations = deviations
    let list = deviations.map { deviation in
      let written = deviation.written.map { "di sini \(style.text($0))" } ?? "tidak ada di sini"
      return "\(deviation.code) \(style.text(deviation.agreed)) (\(written))"
    }.joined(separator: "; ")
    let agreement = "perjanjian \(key.year) \(key.version)"
    let first = deviations.first
    if let twin {
      let same = "sama persis dengan versi \(twin.worksheet.key.version)"
      let text = list.isEmpty ? same : "\(same), padahal \(agreement) memuat \(list)"
      return [finding(list.isEmpty ? .warn : .fail, text, first)]
    }
    if !list.isEmpty { return [finding(.fail, "\(agreement) memuat \(list)", first)] }
    let text = earlier.isEmpty ? "versi pertama tahun \(key.year)" : "berbeda dari versi sebelumnya"
    return [finding(.pass, text, nil)]
  }

  private func finding(
    _ outcome: WorksheetFinding.Outcome, _ text: String, _ deviation: Deviation?
  ) -> WorksheetFinding {
    WorksheetFinding(.copy, "", outcome, text, figure: deviation?.written, reference: deviation?.agreed)
  }

  /// The key targets stored under the version's name that the worksheet does not state alike.
  private var deviations: [Deviation] {
    let model = figures.model
    let dataset = model.dataset(of: figures.context)
    let catalogue = dataset.catalogue
    guard
      let period = dataset.periods.texts.firstIndex(where: { $0.lowercased() == key.version.lowercased() }),
      period > 0
    else { return [] }
    let place = figures.context.with(period: Int16(period))
    var indexes = model.keyIndicators(in: place)
    for entry in figures.worksheet.entries {
      if let index = catalogue.indicator(entry.code), !indexes.contains(index) { indexes.append(index) }
    }
    return indexes.compactMap { index in
      guard let agreed = model.entry(of: FigureKey(.target, of: .indicator(index), in: place))?.value else {
        return nil
      }
      let code = catalogue.indicators[index].code
      let entry = figures.worksheet.entryIndex(code).map { figures.worksheet.entries[$0] }
      let written = entry.flatMap { figures.target(of: $0) }
      if let written, written == agreed { return nil }
      return Deviation(code: code, agreed: agreed, written: written)
    }
  }
}
