/// Typing errors: digits swapped, dropped or doubled, a misplaced decimal comma, a lost sign.
struct DigitGuess: CauseGuess {
  func causes(of doubt: ClaimDoubt, _ desk: inout CauseDesk) -> [String] {
    guard doubt.agreement == .wrong else { return [] }
    var found: [String] = []
    for (power, factor) in [(1, 10.0), (2, 100), (3, 1000)] where doubt.isTelling {
      if doubt.isReproduced(by: doubt.number * factor) {
        found.append("koma desimal bergeser \(power) tempat ke kanan")
      }
      if doubt.isReproduced(by: doubt.number / factor) {
        found.append("koma desimal bergeser \(power) tempat ke kiri")
      }
    }
    if doubt.number != 0, doubt.isReproduced(by: -doubt.number) { found.append("tandanya terbalik") }
    let typing = DigitCause.cause(
      printed: doubt.printed.value, computed: doubt.number, decimals: doubt.printed.decimals)
    if let typing, !found.contains(typing) { found.append(typing) }
    return found
  }
}
