/// What the guesses share: evaluation, and the other claims of the same unit and year.
struct CauseDesk {
  let audit: Audit
  /// The context of the claim being looked at.
  private(set) var context: Context
  /// The claims of the same unit and year.
  private(set) var companions: [Companion] = []
  /// Figures of the same unit and year whose unrounded values are known, by printed value.
  private(set) var unrounded: [Double: [Double]] = [:]

  private let order: [Int32]
  private let verdicts: [ClaimJudge.Verdict]
  private var evaluators: [Context: Evaluator] = [:]
  private var group: (unit: Int32, year: Int)?

  /// Another claim of the same unit and year.
  struct Companion {
    var index: Int
    var printed: PrintedNumber
    var verdict: ClaimJudge.Verdict
  }

  /// How many claims of one unit and year are looked at.
  private static let companionLimit = 5000

  init(_ audit: Audit, claims: [Int32], verdicts: [ClaimJudge.Verdict]) {
    self.audit = audit
    order = claims
    self.verdicts = verdicts
    model = audit.model
    dataset = audit.model.workspace.datasets[audit.dataset]
    context = Context(dataset: audit.dataset, unit: 0, year: 0)
  }

  let model: FormulaModel
  let dataset: Dataset

  /// The file line of a claim.
  func line(_ companion: Companion) -> Int { dataset.claims[companion.index].fileLine }

  /// Turns to another claim.
  mutating func move(to doubt: ClaimDoubt) {
    let claim = doubt.claim
    context = Context(dataset: audit.dataset, unit: claim.unit, year: claim.year, period: claim.period)
    if let group, group.unit == claim.unit, group.year == claim.year { return }
    group = (claim.unit, claim.year)
    evaluators = [:]
    gatherCompanions(unit: claim.unit, year: claim.year)
    gatherUnrounded()
  }

  private mutating func gatherCompanions(unit: Int32, year: Int) {
    let claims = dataset.claims
    func isBefore(_ position: Int) -> Bool {
      let claim = claims[Int(order[position])]
      return (UInt32(bitPattern: claim.unit), UInt16(truncatingIfNeeded: claim.year))
        < (UInt32(bitPattern: unit), UInt16(truncatingIfNeeded: year))
    }
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    companions = []
    while low < order.count, companions.count < Self.companionLimit {
      let index = Int(order[low])
      guard claims[index].unit == unit, claims[index].year == year else { break }
      if let printed = PrintedNumber(claims[index].printed) {
        companions.append(Companion(index: index, printed: printed, verdict: verdicts[low]))
      }
      low += 1
    }
  }

  /// Claims that hold and are read from the data give their full value; stored indicators, their formula's.
  private mutating func gatherUnrounded() {
    unrounded = [:]
    for companion in companions
    where companion.verdict.agreement == .agrees || companion.verdict.agreement == .rounding {
      learn(companion.printed.value, companion.verdict.number)
    }
    let whole = context.with(period: 0)
    let catalogue = model.catalogue(of: whole)
    for index in catalogue.indicators.indices where catalogue.indicators[index].formula != nil {
      guard let stored = model.entry(of: FigureKey(.realization, of: .indicator(index), in: whole))?.value
      else {
        continue
      }
      if let exact = UnroundedInputs(model, in: whole).value(of: index) { learn(stored, exact) }
      if let computed = value(of: whole, { $0.computed(index)?.number }) { learn(stored, computed) }
    }
  }

  private mutating func learn(_ printed: Double, _ exact: Double) {
    guard exact.isFinite, !Arithmetic.agree(exact, printed), printed != 100,
      printed > 10 || printed != printed.rounded(),
      (exact - printed).magnitude <= max(1, printed.magnitude * 0.01),
      unrounded[printed, default: []].count < 4, !unrounded[printed, default: []].contains(exact)
    else { return }
    unrounded[printed, default: []].append(exact)
  }

  // MARK: - Evaluating

  /// The number a formula gives in a context.
  mutating func value(of expression: Expression, in place: Context) -> Double? {
    value(of: place) { $0.value(of: expression).number }
  }

  /// The number a figure has.
  mutating func value(_ quantity: Quantity, _ subject: Catalogue.Subject, in place: Context) -> Double? {
    value(of: place) { $0.value(quantity, of: subject).number }
  }

  private mutating func value(of place: Context, _ body: (inout Evaluator) -> Double?) -> Double? {
    var evaluator = evaluators.removeValue(forKey: place) ?? Evaluator(model, in: place)
    defer { evaluators[place] = evaluator }
    return body(&evaluator)
  }

  /// The number a formula gives when some stored figures had other values.
  func value(of expression: Expression, assuming changes: [Assumption]) -> Double? {
    guard let assumptions = try? Assumptions(changes, model: model, context: context) else { return nil }
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    return evaluator.value(of: expression).number
  }
}
