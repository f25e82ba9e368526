/// A key indicator of a worksheet: what was promised and reached, what is promised now, and why.
public struct WorksheetEntry: Hashable, Sendable {
  /// How a target came to be chosen among others.
  public struct Choice: Hashable, Sendable {
    /// The method's name.
    public var method: String
    /// The candidates that were not taken, each as `metode nilai`.
    public var rejected: [String]

    /// Makes a choice.
    public init(method: String, rejected: [String]) {
      self.method = method
      self.rejected = rejected
    }
  }

  /// The indicator's code, as the catalogue spells it.
  public var code: String
  /// Target of the year before.
  public var previousTarget: Double?
  /// Result of the year before.
  public var previousActual: Double?
  /// The target set by hand; `nil` follows what the components give.
  public var target: Double?
  /// The programmes it hangs on.
  public var programmes: String
  /// What will be done to reach the target.
  public var followUps: [String]
  /// Why this target.
  public var reasoning: String
  /// How the target was chosen, when it was chosen among proposals.
  public var choice: Choice?
  /// The components that give the target, each after the one it is part of.
  public var components: [WorksheetComponent]
  /// The `baris` column of the row it was read from.
  public var sourceLine: String

  /// Makes an entry.
  public init(
    code: String, previousTarget: Double? = nil, previousActual: Double? = nil, target: Double? = nil,
    programmes: String = "", followUps: [String] = [], reasoning: String = "", choice: Choice? = nil,
    components: [WorksheetComponent] = [], sourceLine: String = ""
  ) {
    self.code = code
    self.previousTarget = previousTarget
    self.previousActual = previousActual
    self.target = target
    self.programmes = programmes
    self.followUps = followUps
    self.reasoning = reasoning
    self.choice = choice
    self.components = components
    self.sourceLine = sourceLine
  }
}

/// A component of a worksheet: its value in the year before and what is expected of it.
public struct WorksheetComponent: Hashable, Sendable {
  /// The component's code, as the catalogue spells it.
  public var code: String
  /// Value in the year before.
  public var previousValue: Double?
  /// Expected gain over the year before.
  public var gain: Double?
  /// Expected value as written; for a component that is computed from others only where it differs from what
  /// they give.
  public var forecast: Double?
  /// What will be done.
  public var followUps: [String]
  /// Why this is expected.
  public var reasoning: String
  /// The `baris` column of the row it was read from.
  public var sourceLine: String

  /// Makes a component.
  public init(
    code: String, previousValue: Double? = nil, gain: Double? = nil, forecast: Double? = nil,
    followUps: [String] = [], reasoning: String = "", sourceLine: String = ""
  ) {
    self.code = code
    self.previousValue = previousValue
    self.gain = gain
    self.forecast = forecast
    self.followUps = followUps
    self.reasoning = reasoning
    self.sourceLine = sourceLine
  }

  /// The expected value: as written, else the value of the year before with the gain.
  public var expected: Double? {
    if let forecast { return forecast }
    guard let previousValue, let gain else { return nil }
    return Self.sum(previousValue, gain)
  }

  /// The expected gain: as written, else the expected value less that of the year before.
  public var expectedGain: Double? {
    if let gain { return gain }
    guard let previousValue, let forecast else { return nil }
    return Self.sum(forecast, -previousValue)
  }

  /// A sum without the stray digits of binary fractions.
  public static func sum(_ a: Double, _ b: Double) -> Double { (a + b).roundedHalfAway(places: 10) }
}
