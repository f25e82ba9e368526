extension Assumption {
  /// The assumption as it is typed: `IKM.*+=0,5`.
  public var text: String {
    reference.text + operation.rawValue + Expression(.number(amount)).text
  }

  /// Reads an assumption: `KODE=NILAI`, `KODE+=NILAI`, `KODE-=NILAI`, `KODE*=NILAI` or `KODE/=NILAI`.
  ///
  /// The left side is one figure (`IKM.SKCK`, `pagu(P01)`, `target(AKIP)`, `AKIP[-1]`) or a pattern (`IKM.*`); the right
  /// side is a number or an arithmetic of numbers. A percentage is taken where it can mean one thing only, behind `*=`
  /// and `/=`; elsewhere it is refused with its readings.
  ///
  /// - Throws: A usage problem placed in the text.
  public init(parsing source: String) throws(Problem) {
    self = try AssumptionParser(source).assumption()
  }
}

/// Reads the text of one assumption.
struct AssumptionParser {
  private let text: ConstantText

  init(_ source: String) { text = ConstantText(source) }

  static let usage = "KODE=NILAI, KODE+=NILAI, KODE-=NILAI, KODE*=NILAI, atau KODE/=NILAI"

  func assumption() throws(Problem) -> Assumption {
    let (left, operation, right) = try sides()
    let reference = try reference(in: left)
    guard !right.isEmpty else {
      throw text.problem(
        "nilai belum diberikan", text.count..<text.count, expected: "bilangan, misalnya 98,5")
    }
    let (amount, expression) = try text.value(in: right)
    try refuseUnclearPercent(expression, reference, operation)
    if operation == .divide, amount == 0 {
      throw text.problem("tidak dapat dibagi nol", right, expected: "bilangan bukan nol")
    }
    return Assumption(reference, operation, amount)
  }

  private func sides() throws(Problem) -> (Range<Int>, Assumption.Operation, Range<Int>) {
    if let tilde = text.openPlaces(where: { $0 == "~" }).first {
      throw text.problem(
        "sebaran hanya dipakai oleh perintah acak", tilde..<(tilde + 1), expected: Self.usage,
        suggestions: ["acak … \(text.source)"])
    }
    guard let equals = text.openPlaces(where: { $0 == "=" }).first else {
      throw text.problem("“\(text.source)” bukan asumsi", 0..<text.count, expected: Self.usage)
    }
    var start = equals
    var operation = Assumption.Operation.set
    switch text.scalar(at: equals - 1) {
    case "+": operation = .add
    case "-", "−": operation = .subtract
    case "*", "×": operation = .multiply
    case "/", "÷": operation = .divide
    case "<", ">", "!":
      throw text.problem(
        "asumsi bukan perbandingan", (equals - 1)..<(equals + 1), expected: Self.usage)
    default: break
    }
    if operation != .set { start -= 1 }
    if text.scalar(at: equals + 1) == "=" {
      throw text.problem("tanda = cukup satu", (equals + 1)..<(equals + 2), expected: Self.usage)
    }
    let left = text.trimmed(0..<start)
    guard !left.isEmpty else { throw text.problem("kode belum diberikan", 0..<0, expected: Self.usage) }
    return (left, operation, text.trimmed((equals + 1)..<text.count))
  }

  private func reference(in range: Range<Int>) throws(Problem) -> Reference {
    let expression = try text.expression(in: range, isPatternAllowed: true)
    guard case .reference(let reference) = expression.node else {
      throw text.problem(
        "“\(text.text(range))” bukan satu angka yang dapat diandaikan", range,
        expected: "kode seperti IKM, IKM.*, target(AKIP), atau pagu(P01)")
    }
    return reference
  }

  /// `KODE+=5%` can mean five points or five hundredths of the value, `KODE=95%` 95 or 0,95.
  private func refuseUnclearPercent(
    _ expression: Expression, _ reference: Reference, _ operation: Assumption.Operation
  ) throws(Problem) {
    guard case .percent(let inner) = expression.node, operation != .multiply, operation != .divide else {
      return
    }
    let program = try Program([inner], columnCount: 0) { (_) throws(Problem) in .number(.nan) }
    let points = program.evaluate([], count: 1)[0][0]
    let name = reference.text
    func number(_ value: Double) -> String { Expression(.number(value)).text }
    var readings = ["\(name)\(operation.rawValue)\(number(points))"]
    if operation == .set {
      readings.append("\(name)=\(number(points / 100))")
    } else {
      readings.append("\(name)*=\(number(operation == .add ? 1 + points / 100 : 1 - points / 100))")
    }
    throw text.problem(
      "“\(text.source)” dapat dibaca dua cara", expression.range,
      expected: operation == .set
        ? "bilangan tanpa tanda persen" : "poin, atau perkalian untuk persen dari nilainya",
      suggestions: readings)
  }
}
