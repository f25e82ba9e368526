/// What a row of `sumberdaya` stands for.
enum ResourceSubject: Hashable, Sendable {
  /// A printed total or mean over other rows.
  case total
  /// What an indicator or node of the cascade needs.
  case supported(Catalogue.Subject)
  /// One kind of asset or staff, of use to all.
  case item(String)
}

extension ResourceRow {
  /// What the row stands for: a total by its category, else the code it names, else the node its category names.
  func subject(_ catalogue: Catalogue, _ names: NodeNames) -> ResourceSubject {
    let folded = category.lowercased()
    let marks = ["total", "jumlah", "rata-rata", "rata rata", "tingkat ketersediaan"]
    if marks.contains(where: { folded.hasPrefix($0) }) { return .total }
    if !code.isEmpty, let subject = catalogue.subject(code) { return .supported(subject) }
    if let node = names.node(category) ?? catalogue.node(category) { return .supported(.node(node)) }
    return .item(NodeNames.key(category))
  }
}
