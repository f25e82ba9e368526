/// Judges claims: evaluates their formulas and holds the values against the printed text.
///
/// It keeps the formulas it has read and the evaluator of the latest context, so judging claims in the order
/// of their contexts costs one evaluator per context.
struct ClaimJudge {
  /// What became of a claim.
  struct Verdict: Sendable {
    /// How value and print agree; `nil` when the claim could not be recomputed.
    var agreement: Agreement?
    /// The value, NaN for texts and missing ones.
    var number = Double.nan
  }

  /// A claim looked at closely.
  struct Detail {
    var expression: Expression?
    var value: Value
    var printed: PrintedNumber?
  }

  let model: FormulaModel
  let dataset: Int
  private var formulas: [String: Result<Expression, Problem>] = [:]
  private var evaluator: Evaluator?

  init(_ model: FormulaModel, dataset: Int) {
    self.model = model
    self.dataset = dataset
  }

  /// The context of a claim.
  func context(of claim: Claim) -> Context {
    Context(dataset: dataset, unit: claim.unit, year: claim.year, period: claim.period)
  }

  /// Judges a claim.
  mutating func verdict(on claim: Claim) -> Verdict {
    let detail = detail(of: claim)
    switch detail.value {
    case .missing: return Verdict()
    case .text(let label):
      let meaning = meaning(of: label, by: detail.expression)
      return Verdict(
        agreement: PrintedText.agrees(claim.printed, label: label, meaning: meaning) ? .agrees : .wrong)
    case .number(let number):
      guard let printed = detail.printed else {
        guard let truth = PrintedText.truth(claim.printed), number == 0 || number == 1 else {
          return Verdict()
        }
        return Verdict(agreement: truth == (number == 1) ? .agrees : .wrong, number: number)
      }
      return Verdict(agreement: Self.agreement(number, printed), number: number)
    }
  }

  /// How a value and a printed number agree, trying the other reading of an ambiguous print.
  static func agreement(_ number: Double, _ printed: PrintedNumber) -> Agreement {
    let first = Agreement(number, printed: printed.value, decimals: printed.decimals)
    guard first != .agrees else { return first }
    if let other = printed.decimalReading {
      let second = Agreement(number, printed: other.value, decimals: other.decimals)
      if second.rawValue < first.rawValue { return second }
    }
    // A ratio printed as a percentage: 9/10 as 90%.
    if printed.isPercent, number.magnitude <= 2,
      Agreement(number * 100, printed: printed.value, decimals: printed.decimals) == .agrees
    {
      return .agrees
    }
    return first
  }

  /// A claim with its formula, its value and its print taken apart.
  mutating func detail(of claim: Claim) -> Detail {
    let printed = PrintedNumber(claim.printed)
    let expression: Expression
    switch formula(claim.expression) {
    case .success(let found): expression = found
    case .failure(let problem):
      return Detail(value: .missing(Missing("rumusnya tidak terbaca: \(problem.message)")), printed: printed)
    }
    let context = context(of: claim)
    var evaluator = evaluator.flatMap { $0.context == context ? $0 : nil } ?? Evaluator(model, in: context)
    self.evaluator = nil
    let value = evaluator.value(of: expression)
    self.evaluator = evaluator
    return Detail(expression: expression, value: value, printed: printed)
  }

  private mutating func formula(_ text: String) -> Result<Expression, Problem> {
    if let known = formulas[text] { return known }
    let result: Result<Expression, Problem>
    do throws(Problem) {
      result = .success(try Expression(parsing: text))
    } catch {
      result = .failure(error)
    }
    if formulas.count > 20_000 { formulas.removeAll(keepingCapacity: true) }
    formulas[text] = result
    return result
  }

  /// What a predicate means on the scale of the indicator whose predicate the formula gives.
  private func meaning(of label: String, by expression: Expression?) -> String {
    guard case .reference(let reference)? = expression?.node else { return "" }
    let rules = model.rules[dataset]
    let scale = rules.valueScale(of: reference.code) ?? rules.achievementScale
    return scale.classes.first { $0.label == label }?.meaning ?? ""
  }
}
