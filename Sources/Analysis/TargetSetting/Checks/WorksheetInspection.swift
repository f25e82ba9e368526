/// The checks of a worksheet, each key indicator through all of them.
public struct WorksheetInspection: Sendable {
  /// The findings: key indicator by key indicator in the order of the checks, then those of the whole
  /// worksheet.
  public let findings: [WorksheetFinding]

  /// Runs the checks.
  ///
  /// - Parameters:
  ///   - figures: The worksheet with what its components give.
  ///   - earlier: Earlier versions of the same year, oldest first.
  public init(_ figures: WorksheetFigures, earlier: [WorksheetFigures] = []) {
    var findings: [WorksheetFinding] = []
    for entry in figures.worksheet.entries {
      guard let subject = WorksheetSubject(entry, figures: figures) else {
        findings.append(
          WorksheetFinding(.smart, entry.code, .fail, "kode \(entry.code) tidak ada dalam katalog indikator"))
        continue
      }
      findings += subject.findings
    }
    findings += VersionCheck(figures: figures, earlier: earlier).findings
    self.findings = findings
  }

  /// How many findings came out in a way.
  public func count(_ outcome: WorksheetFinding.Outcome) -> Int { findings.count { $0.outcome == outcome } }
}

/// A key indicator that is being checked.
struct WorksheetSubject {
  let entry: WorksheetEntry
  let figures: WorksheetFigures
  let history: TargetHistory
  let rules: RuleSet
  let style = NumberStyle.score.with(decimals: 2...4)

  init?(_ entry: WorksheetEntry, figures: WorksheetFigures) {
    guard let history = TargetHistory(entry, model: figures.model, context: figures.context) else {
      return nil
    }
    self.entry = entry
    self.figures = figures
    self.history = history
    rules = figures.model.rules[figures.context.dataset]
  }

  var target: Double? { figures.target(of: entry) }
  var year: Int { history.year }

  var findings: [WorksheetFinding] {
    guard let target else {
      return [components, smart, instrument].compactMap { $0 }
    }
    return [
      belowResult(target), overReach(target), beyondScale(target), midTermPath(target), components,
      aggregation(target), smart, predicateEdge(target), budget(target), instrument, provenance,
    ].compactMap { $0 }
  }

  func finding(
    _ check: WorksheetCheck, _ outcome: WorksheetFinding.Outcome, _ text: String, _ figure: Double? = nil,
    _ reference: Double? = nil
  ) -> WorksheetFinding {
    WorksheetFinding(check, entry.code, outcome, text, figure: figure, reference: reference)
  }

  func percent(_ share: Double) -> String { NumberStyle(decimals: 0...1, suffix: "%").text(share * 100) }
}
