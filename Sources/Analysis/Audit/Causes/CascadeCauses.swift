/// Why a node's budget is not the sum of the nodes below it.
struct CascadeCauses {
  let parts: BudgetParts
  let catalogue: Catalogue

  /// The causes that give the stored figure exactly.
  func causes(node: Int, stored: Double, sum: Double, values: [(node: Int, value: Double?)]) -> [String] {
    var found: [String] = []
    for other in parts.alternatives(of: node) where other.value == sum {
      found.append("baris lain menyebut \(NumberStyle.rupiah.text(sum)): \(place(other.source))")
    }
    for item in values {
      guard let value = item.value else { continue }
      let code = catalogue.nodes[item.node].code
      if value != 0, sum - value == stored { found.append("\(code) tidak ikut dijumlahkan") }
      if value != 0, sum + value == stored { found.append("\(code) terhitung dua kali") }
      for other in parts.alternatives(of: item.node) where sum - value + other.value == stored {
        found.append(
          "memakai \(code) = \(NumberStyle.rupiah.text(other.value)) dari baris yang bertentangan: \(place(other.source))"
        )
      }
    }
    if let typing = DigitCause.cause(printed: stored, computed: sum, decimals: 0) { found.append(typing) }
    return found
  }

  private func place(_ row: SourceRow) -> String { "\(row.table) baris \(row.fileLine)" }
}
