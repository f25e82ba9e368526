/// Something the audit found: what is printed where, what it should be, and why it may differ.
public struct AuditFinding: Hashable, Sendable {
  /// Its number, stable for the same data: a letter for the table and the line in the file (`K465`).
  public var number = ""
  /// What was checked.
  public var kind: AuditKind
  /// How serious it is.
  public var severity: AuditSeverity
  /// What the report says, or what was found.
  public var statement: String
  /// Unit, year and period.
  public var context: Context
  /// The indicator or node concerned; empty when there is none.
  public var code = ""
  /// The figure as printed or stored; empty when the finding is about something else.
  public var printed = ""
  /// The printed figure as a number.
  public var printedValue: Double?
  /// What it should be: a number or, for predicates, a text.
  public var computed: Value?
  /// Where it is printed.
  public var place: SourceRow
  /// Other places that are part of the contradiction.
  public var others: [SourceRow] = []
  /// The formula behind the computed figure; empty when there is none.
  public var formula = ""
  /// Proved causes: each reproduces the printed figure exactly.
  public var causes: [String] = []
  /// One sentence that explains the finding; empty when printed and computed say it all.
  public var explanation = ""

  /// Makes a finding.
  public init(
    _ kind: AuditKind, _ severity: AuditSeverity, _ statement: String, in context: Context,
    at place: SourceRow
  ) {
    self.kind = kind
    self.severity = severity
    self.statement = statement
    self.context = context
    self.place = place
  }

  /// Computed minus printed; `nil` unless both are numbers.
  public var difference: Double? {
    guard let printedValue, let number = computed?.number else { return nil }
    return Self.tidied(number - printedValue, beside: max(number.magnitude, printedValue.magnitude))
  }

  /// A difference without the binary dust of decimal inputs: digits below the fifteenth of the larger are
  /// dropped.
  private static func tidied(_ difference: Double, beside larger: Double) -> Double {
    guard larger > 0, let digits = DecimalDigits(larger) else { return difference }
    return difference.roundedHalfAway(places: 14 - digits.exponent)
  }
}

/// A figure that could not be recomputed, with the reason.
public struct UnverifiedFigure: Hashable, Sendable {
  /// What was to be checked.
  public var kind: AuditKind
  /// What the report says.
  public var statement: String
  /// Unit, year and period.
  public var context: Context
  /// The figure as printed.
  public var printed: String
  /// The formula that is missing an input.
  public var formula: String
  /// Why it cannot be recomputed.
  public var reason: String
  /// Where it is printed.
  public var place: SourceRow
}
