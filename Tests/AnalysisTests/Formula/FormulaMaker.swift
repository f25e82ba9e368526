import Analysis

/// Makes random but repeatable formulas (SplitMix64).
struct FormulaMaker {
  private var state: UInt64
  /// The codes that references name.
  var codes = ["A", "IKM", "IPP.F02", "B_2", "ATAU", "7.01", "É", "A 'B"]
  /// Whether other years and units, text and quantities are used.
  var usesEverything = true

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func integer(below bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }

  mutating func number() -> Double {
    switch integer(below: 4) {
    case 0: Double(integer(below: 5))
    case 1: Double(integer(below: 10_000)) / 100
    case 2: Double(next() >> 11) * 0x1p-53
    default: Double(next() >> 11) * Double(integer(below: 1_000_000))
    }
  }

  mutating func reference(isPattern: Bool = false) -> Expression {
    guard usesEverything else { return Expression(.reference(Reference(pick(codes), isPattern: isPattern))) }
    let quantity = pick(Quantity.allCases.filter { $0 != .predicate })
    let year = pick([Reference.Year.relative(0), .relative(0), .relative(-1), .relative(2), .absolute(2024)])
    let unit = pick([nil, nil, "Kecamatan \"Ngoro\"", "Provinsi"])
    return Expression(
      .reference(Reference(pick(codes), quantity: quantity, isPattern: isPattern, year: year, unit: unit)))
  }

  mutating func expression(depth: Int) -> Expression {
    guard depth > 0 else {
      return integer(below: 2) == 0 ? Expression(.number(number())) : reference()
    }
    switch integer(below: 10) {
    case 0: return Expression(.negation(expression(depth: depth - 1)))
    case 1: return Expression(.percent(expression(depth: depth - 1)))
    case 2, 3: return call(depth: depth)
    case 4 where usesEverything: return comparisonOfTexts()
    default:
      let sign = pick(Operator.allCases)
      return Expression(.binary(sign, expression(depth: depth - 1), expression(depth: depth - 1)))
    }
  }

  private mutating func comparisonOfTexts() -> Expression {
    let predicate = Expression(.reference(Reference(pick(codes), quantity: .predicate)))
    let text = Expression(.text(pick(["A", "Sangat \"Baik\"", "", "“é”"])))
    return Expression(.binary(pick([.equal, .notEqual]), predicate, text))
  }

  private mutating func call(depth: Int) -> Expression {
    let signature = pick(Function.signatures)
    var count = signature.least + integer(below: 3)
    count = min(count, signature.most ?? count)
    if signature.function == .weighted { count += count % 2 }
    let arguments = (0..<count).map { _ in
      signature.takesPatterns && integer(below: 4) == 0
        ? reference(isPattern: true) : expression(depth: depth - 1)
    }
    return Expression(.call(signature.function, arguments))
  }
}
