import Analysis

extension Session {
  /// The answers that no longer hold, because data, rules or assumptions changed after them.
  ///
  /// Choosing another unit or year makes nothing stale: an answer says what it is about.
  var staleSteps: [Step] {
    steps.filter { step in
      guard !step.isNote, case .answers = step.effect else { return false }
      return state.difference(from: step.before) != nil
    }
  }

  /// A warning for exports and saving when answers are stale; `nil` when none is.
  var staleWarning: String? {
    let stale = staleSteps
    guard let first = stale.first, let reason = state.difference(from: first.before) else { return nil }
    let lines = stale.prefix(3).map { "‘\($0.line)’" }.joined(separator: ", ")
    let more = stale.count > 3 ? " dan \(stale.count - 3) lagi" : ""
    return "\(stale.count) hasil basi karena \(reason): \(lines)\(more); jalankan lagi sebelum dipakai"
  }
}

extension SessionState {
  /// What changed since an earlier state among the things that answers depend on, as an Indonesian phrase.
  func difference(from earlier: SessionState) -> String? {
    for dataset in earlier.workspace.datasets {
      guard let now = workspace.datasets.first(where: { $0.name == dataset.name }) else {
        return "data \(dataset.name) tidak lagi dimuat"
      }
      if now.report.files.map(\.fingerprint) != dataset.report.files.map(\.fingerprint) {
        return "data \(dataset.name) berubah"
      }
    }
    if ruleSetName != earlier.ruleSetName { return "aturan berganti" }
    return assumptions == earlier.assumptions ? nil : "asumsi berubah"
  }
}
