/// A sum that carries what rounding loses (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen", ZAMM 54, 1974).
struct CompensatedSum: Hashable, Sendable {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    add(other.lost)
  }
}
