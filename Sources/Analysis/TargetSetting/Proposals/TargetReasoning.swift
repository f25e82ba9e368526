/// Drafts the sentence that explains a target, from the numbers.
public struct TargetReasoning: Sendable {
  /// What is known of the indicator.
  public let history: TargetHistory
  /// The target.
  public let target: Double
  /// The method, as words.
  public let method: String
  /// The rules that give predicates.
  public let rules: RuleSet
  /// The components expected to gain most, as `kode +angka`.
  public let gains: [String]

  /// Prepares the sentence.
  public init(history: TargetHistory, target: Double, method: String, rules: RuleSet, gains: [String] = []) {
    self.history = history
    self.target = target
    self.method = method
    self.rules = rules
    self.gains = gains
  }

  private var style: NumberStyle { .score.with(decimals: 2...4) }

  /// One paragraph of whole sentences.
  public var text: String {
    var sentences = [
      "Target \(history.indicator.title) tahun \(history.year) ditetapkan \(style.text(target)) dengan \(method)\(comparison)."
    ]
    if let repeated { sentences.append(repeated) }
    if let chance { sentences.append(chance) }
    if let plan { sentences.append(plan) }
    if !gains.isEmpty {
      sentences.append("Kenaikan terbesar diharapkan dari \(gains.joined(separator: ", ")).")
    }
    return sentences.joined(separator: " ")
  }

  private var comparison: String {
    guard let last = history.last else { return "" }
    let difference = WorksheetComponent.sum(target, -last)
    let result = "realisasi \(history.year - 1) sebesar \(style.text(last))"
    if difference == 0 { return ", sama dengan \(result)" }
    return ", \(difference > 0 ? "naik" : "turun") \(style.text(difference.magnitude)) dari \(result)"
  }

  private var repeated: String? {
    guard let last = history.last,
      let percent = Achievement.percent(actual: last, target: target, direction: history.indicator.direction)
        .value
    else { return nil }
    let label = rules.classify(achievement: percent).predicate?.label ?? "tanpa predikat"
    return
      "Bila realisasi \(history.year - 1) terulang, capaiannya \(NumberStyle.percent.text(percent)) (\(label))."
  }

  private var chance: String? {
    guard let probability = history.probability(of: target).value, let segment = history.analysis?.segment,
      let first = segment.years.first, let last = segment.years.last
    else { return nil }
    let percent = NumberStyle(decimals: 0...0, suffix: "%").text(probability * 100)
    return "Peluang tercapai menurut garis \(first)–\(last) (n = \(segment.count)) sekitar \(percent)."
  }

  private var plan: String? {
    guard let end = history.midTerm else { return nil }
    let goal = "target akhir renstra \(end.year) sebesar \(style.text(end.value))"
    if history.isMidTermReached { return "Realisasi terakhir sudah melampaui atau menyamai \(goal)." }
    guard let path = history.path else { return nil }
    return "Jalur menuju \(goal) memberi \(style.text(path)) pada \(history.year)."
  }
}
