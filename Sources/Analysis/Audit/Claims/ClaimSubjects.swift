/// Finds the claims that concern chosen indicators or nodes: by a code in the formula or a name in the
/// statement.
struct ClaimSubjects {
  private let codes: Set<String>
  private let names: [String]

  init(_ subjects: Set<Catalogue.Subject>, catalogue: Catalogue) {
    var codes: Set<String> = []
    var names: Set<String> = []
    for subject in subjects {
      switch subject {
      case .indicator(let index):
        codes.insert(catalogue.indicators[index].code.uppercased())
        names.formUnion([catalogue.indicators[index].name] + catalogue.indicators[index].aliases)
      case .node(let index):
        codes.insert(catalogue.nodes[index].code.uppercased())
        names.insert(catalogue.nodes[index].name)
      }
    }
    self.codes = codes
    self.names = names.filter { $0.count > 3 }.map { $0.lowercased() }.sorted()
  }

  /// Whether a claim concerns one of them.
  func concern(_ claim: Claim) -> Bool {
    if claim.expression.utf8.contains(where: { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }),
      let expression = try? Expression(parsing: claim.expression),
      expression.references.contains(where: { codes.contains($0.code) })
    {
      return true
    }
    let statement = claim.statement.lowercased()
    return names.contains { statement.contains($0) }
  }
}
