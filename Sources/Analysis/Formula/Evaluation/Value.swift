/// What evaluating a formula gives.
public enum Value: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// A text: a predicate.
  case text(String)
  /// Nothing, with the reason.
  case missing(Missing)

  /// The number; `nil` for text and missing values.
  public var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  /// The text; `nil` for numbers and missing values.
  public var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  /// Why the value is missing; `nil` when it is not.
  public var missing: Missing? {
    if case .missing(let missing) = self { return missing }
    return nil
  }

  /// Whether there is nothing.
  public var isMissing: Bool { missing != nil }

  /// The reason in one sentence; empty when the value is there.
  public var reason: String { missing?.text ?? "" }

  /// A number, or a missing value when it is not finite.
  public init(_ number: Double, otherwise reason: @autoclosure () -> String) {
    self = number.isFinite ? .number(number) : .missing(Missing(reason()))
  }

  /// A value of the rules.
  public init(_ measured: Measured) {
    switch measured {
    case .value(let value): self.init(value, otherwise: "hasilnya bukan bilangan")
    case .missing(let reason): self = .missing(Missing(reason))
    }
  }

  /// The same for the rules; a text counts as missing there.
  public var measured: Measured {
    switch self {
    case .number(let value): .value(value)
    case .text(let text): .missing("“\(text)” bukan bilangan")
    case .missing(let missing): .missing(missing.text)
    }
  }
}

/// Why a value is missing: what was asked for first, the root of it last.
public struct Missing: Hashable, Sendable {
  /// Phrases, each explained by the next.
  public private(set) var reasons: [String]

  /// A root reason.
  public init(_ reason: String) { reasons = [reason] }

  /// This reason as the cause of another.
  ///
  /// A long chain keeps its beginning and its root.
  public func causing(_ effect: String) -> Missing {
    var result = self
    result.reasons.insert(effect, at: 0)
    if result.reasons.count > 4 { result.reasons.remove(at: 2) }
    return result
  }

  /// The phrase that explains the others.
  public var root: String { reasons.last ?? "" }

  /// The chain as one phrase.
  public var text: String { reasons.joined(separator: " karena ") }
}
