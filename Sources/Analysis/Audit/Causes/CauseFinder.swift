/// Looks for the error behind a printed figure that does not follow.
///
/// A cause is named only when assuming it gives the printed figure exactly; several may fit.
struct CauseFinder {
  private var desk: CauseDesk

  /// The guesses, the most telling first.
  private static let guesses: [any CauseGuess] = [
    UnroundedGuess(), RoundingGuess(), CapGuess(), OtherRowGuess(), OtherPlaceGuess(), TermGuess(),
    BaseGuess(),
    OtherFigureGuess(), DigitGuess(),
  ]

  /// How many causes are told at most.
  private static let limit = 3

  /// Makes a finder over claims that were judged.
  ///
  /// - Parameters:
  ///   - audit: The audit.
  ///   - claims: Indices of the claims by unit, year and period.
  ///   - verdicts: What became of them, in the same order.
  init(_ audit: Audit, claims: [Int32], verdicts: [ClaimJudge.Verdict]) {
    desk = CauseDesk(audit, claims: claims, verdicts: verdicts)
  }

  /// The causes that reproduce a claim's printed figure.
  mutating func causes(of doubt: ClaimDoubt) -> [String] {
    desk.move(to: doubt)
    var found: [String] = []
    for guess in Self.guesses where found.count < Self.limit {
      for cause in guess.causes(of: doubt, &desk) where !found.contains(cause) { found.append(cause) }
    }
    return Array(found.prefix(Self.limit))
  }
}

/// One way in which a printed figure goes wrong.
protocol CauseGuess: Sendable {
  /// The causes of this kind that reproduce the printed figure.
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String]
}

extension ClaimDoubt {
  /// Whether a value, rounded as printed, is the printed figure.
  func isReproduced(by value: Double?) -> Bool {
    guard let value, value.isFinite else { return false }
    return Agreement(value, printed: printed.value, decimals: printed.decimals) == .agrees
  }

  /// Whether a value cut off behind the printed decimals is the printed figure.
  func isReproduced(byCutting value: Double?) -> Bool {
    guard let value, value.isFinite else { return false }
    let rounded = value.roundedHalfAway(places: printed.decimals)
    let cut = rounded.magnitude > value.magnitude ? rounded.magnitude - printed.unit : rounded.magnitude
    return Agreement(value < 0 ? -cut : cut, printed: printed.value, decimals: printed.decimals) == .agrees
  }

  /// Whether the printed figure has enough digits that meeting it by chance is unlikely.
  var isTelling: Bool {
    guard printed.value != 0, printed.value != 100, let digits = DecimalDigits(printed.value) else {
      return false
    }
    return digits.exponent + 1 + printed.decimals >= 3 && digits.digits.count >= 2
  }

  /// A number as the printed figure is written, with its own decimals when it needs more.
  func shown(_ value: Double) -> String { NumberStyle.plain.text(value) }
}
