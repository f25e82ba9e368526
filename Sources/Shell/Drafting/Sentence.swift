import Analysis

/// Building blocks of formal Indonesian sentences about figures.
enum Sentence {
  /// The word for a change: `meningkat`, `menurun` or `tetap`; decided by the figures in full precision.
  static func movement(from before: Double, to after: Double) -> String {
    after > before ? "meningkat" : after < before ? "menurun" : "tetap"
  }

  /// What a change means where a direction is better: empty where rising is good and it rose.
  static func meaning(from before: Double, to after: Double, _ direction: Direction) -> String {
    guard after != before else { return "" }
    let isBetter = (after > before) == (direction == .rising)
    if isBetter, direction == .rising { return "" }
    return isBetter ? ", yang berarti membaik" : ", yang berarti memburuk"
  }

  /// How a value stands to another: `lebih tinggi daripada`, `lebih rendah daripada`, `sama dengan`.
  static func comparison(_ left: Double, _ right: Double) -> String {
    left > right ? "lebih tinggi daripada" : left < right ? "lebih rendah daripada" : "sama dengan"
  }

  /// How an achievement stands to its target.
  static func verdict(_ percent: Double) -> String {
    percent > 100 ? "melampaui target" : percent == 100 ? "tepat mencapai target" : "belum mencapai target"
  }

  /// Pieces in a row: `a, b, dan c`.
  static func list(_ pieces: [Prose]) -> Prose {
    var result = Prose([])
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        result = result + Prose(index < pieces.count - 1 ? ", " : pieces.count > 2 ? ", dan " : " dan ")
      }
      result = result + piece
    }
    return result
  }

  /// The same with texts.
  static func list(_ texts: [String]) -> String { list(texts.map { Prose($0) }).plain }

  /// An indicator in running text: its name with the code behind it, unless the name says the code.
  static func name(_ indicator: Indicator) -> String {
    if indicator.name.isEmpty || indicator.name.contains("(\(indicator.code))") { return indicator.title }
    return "\(indicator.title) (\(indicator.code))"
  }
}
