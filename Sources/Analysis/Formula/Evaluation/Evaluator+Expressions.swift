extension Evaluator {
  /// The value of a formula in a place.
  mutating func value(of expression: Expression, in place: Context, _ layer: Layer) -> Value {
    switch expression.node {
    case .number(let value): return .number(value)
    case .text(let text): return .text(text)
    case .reference(let reference):
      return values(of: reference, in: place, layer).first ?? nothing(reference, place)
    case .negation(let operand):
      return map(operand, in: place, layer) { -$0 }
    case .percent(let operand):
      return map(operand, in: place, layer) { $0 / 100 }
    case .binary(let sign, let left, let right):
      return binary(sign, left, right, in: place, layer)
    case .call(let function, let arguments):
      return call(function, arguments, in: place, layer)
    }
  }

  /// The values a reference names, one unless it is a pattern.
  private mutating func values(of reference: Reference, in place: Context, _ layer: Layer) -> [Value] {
    do {
      var result: [Value] = []
      for figure in try model.figures(of: reference, in: place) { result.append(value(of: figure, layer)) }
      return result
    } catch {
      return [.missing(Missing(error.message))]
    }
  }

  private func nothing(_ reference: Reference, _ place: Context) -> Value {
    .missing(Missing("\(reference.text) tidak menunjuk nilai apa pun"))
  }

  private mutating func map(
    _ operand: Expression, in place: Context, _ layer: Layer, _ compute: (Double) -> Double
  ) -> Value {
    switch value(of: operand, in: place, layer) {
    case .number(let number): Value(compute(number), otherwise: "hasilnya bukan bilangan")
    case .text: notANumber(operand)
    case .missing(let missing): .missing(missing)
    }
  }

  private func notANumber(_ expression: Expression) -> Value {
    .missing(Missing("\(expression.text) berupa teks, bukan bilangan"))
  }

  // MARK: Operators

  private mutating func binary(
    _ sign: Operator, _ left: Expression, _ right: Expression, in place: Context, _ layer: Layer
  ) -> Value {
    let first = value(of: left, in: place, layer)
    let second = value(of: right, in: place, layer)
    if sign.comparesText, let a = first.text, let b = second.text {
      return .number((a == b) == (sign == .equal) ? 1 : 0)
    }
    if first.text != nil, !second.isMissing { return notANumber(left) }
    if second.text != nil, !first.isMissing { return notANumber(right) }
    let a = first.number ?? .nan
    let b = second.number ?? .nan
    let result = Arithmetic.apply(sign, a, b)
    if result.isFinite { return .number(result) }
    if let missing = first.missing ?? second.missing { return .missing(missing) }
    if sign == .divide, b == 0 {
      return .missing(Missing("pembagi \(Self.shown(right)) bernilai 0"))
    }
    return .missing(Missing("\(Self.shown(left))\(sign.rawValue)\(Self.shown(right)) tidak punya hasil"))
  }

  private static func shown(_ expression: Expression) -> String {
    if case .binary = expression.node { return "(\(expression.text))" }
    return expression.text
  }

  // MARK: Functions

  private mutating func call(
    _ function: Function, _ arguments: [Expression], in place: Context, _ layer: Layer
  ) -> Value {
    switch function {
    case .sum, .mean, .minimum, .maximum, .median, .count:
      return aggregate(function, arguments, in: place, layer)
    case .exists: return exists(arguments[0], in: place, layer)
    case .condition: return condition(arguments, in: place, layer)
    case .round, .absolute, .clamp, .weighted: break
    }
    var numbers: [Double] = []
    for argument in arguments {
      let value = value(of: argument, in: place, layer)
      if value.isMissing { return value }
      guard let number = value.number else { return notANumber(argument) }
      numbers.append(number)
    }
    return Self.compute(function, numbers)
  }

  private static func compute(_ function: Function, _ numbers: [Double]) -> Value {
    switch function {
    case .round:
      let places = numbers.count > 1 ? numbers[1] : 0
      return Value(
        Arithmetic.rounded(numbers[0], places: places), otherwise: "jumlah desimal bulat harus bilangan bulat"
      )
    case .absolute: return .number(numbers[0].magnitude)
    case .clamp:
      return Value(
        Arithmetic.clamp(numbers[0], numbers[1], numbers[2]),
        otherwise:
          "batas bawah \(Expression.numberText(numbers[1])) di atas batas atas \(Expression.numberText(numbers[2]))"
      )
    default:
      var total = 0.0
      var weight = 0.0
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        total = Arithmetic.finite(total + Arithmetic.finite(numbers[index] * numbers[index + 1]))
        weight = Arithmetic.finite(weight + numbers[index + 1])
      }
      return Value(Arithmetic.quotient(total, weight), otherwise: "jumlah bobot tertimbang = 0")
    }
  }

  private mutating func exists(_ argument: Expression, in place: Context, _ layer: Layer) -> Value {
    if case .reference(let reference) = argument.node {
      let values = values(of: reference, in: place, layer)
      return .number(values.contains { !$0.isMissing } ? 1 : 0)
    }
    return .number(value(of: argument, in: place, layer).isMissing ? 0 : 1)
  }

  private mutating func condition(_ arguments: [Expression], in place: Context, _ layer: Layer) -> Value {
    let truth = value(of: arguments[0], in: place, layer)
    guard let number = truth.number else { return truth.isMissing ? truth : notANumber(arguments[0]) }
    return value(of: arguments[number != 0 ? 1 : 2], in: place, layer)
  }

  private mutating func aggregate(
    _ function: Function, _ arguments: [Expression], in place: Context, _ layer: Layer
  ) -> Value {
    var numbers: [Double] = []
    var firstMissing: Missing?
    for argument in arguments {
      var isPattern = false
      let found: [Value]
      if case .reference(let reference) = argument.node, reference.isPattern {
        isPattern = true
        found = values(of: reference, in: place, layer)
      } else {
        found = [value(of: argument, in: place, layer)]
      }
      for value in found {
        switch value {
        case .number(let number): numbers.append(number)
        case .text: numbers.append(1)
        case .missing(let missing):
          if !isPattern { return .missing(missing) }
          firstMissing = firstMissing ?? missing
        }
      }
    }
    guard !numbers.isEmpty else {
      let names = arguments.map(\.text).joined(separator: "; ")
      let reason = "tidak ada nilai untuk \(function.rawValue)(\(names)) pada tahun \(place.year)"
      return .missing(firstMissing?.causing(reason) ?? Missing(reason))
    }
    return Value(Self.gathered(function, &numbers), otherwise: "\(function.rawValue) terlalu besar")
  }

  private static func gathered(_ function: Function, _ numbers: inout [Double]) -> Double {
    let sum = numbers.reduce(0) { Arithmetic.finite($0 + $1) }
    switch function {
    case .sum: return sum
    case .mean: return Arithmetic.quotient(sum, Double(numbers.count))
    case .minimum: return numbers.min() ?? .nan
    case .maximum: return numbers.max() ?? .nan
    case .median: return Arithmetic.median(&numbers)
    default: return Double(numbers.count)
    }
  }
}
