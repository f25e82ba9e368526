/// Checks that a formula names only what a catalogue knows, and asks of it only what it has.
public struct NameCheck {
  private let catalogue: Catalogue
  private let source: String

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - catalogue: The known codes.
  ///   - source: The formula's text, for carets.
  public init(catalogue: Catalogue, source: String) {
    self.catalogue = catalogue
    self.source = source
  }

  /// Checks a formula; figures of other units are left to the one who knows those units.
  ///
  /// - Throws: A problem at the first name that is unknown, or that stands for the wrong kind of thing.
  public func check(_ expression: Expression) throws(Problem) {
    if case .reference(let reference) = expression.node, reference.unit == nil {
      try check(reference, at: expression.range)
    }
    for child in expression.children { try check(child) }
  }

  /// Checks one reference that stands at a place in the text.
  func check(_ reference: Reference, at range: Range<Int>) throws(Problem) {
    let place = Problem.Place.text(source, range: range)
    let subjects = catalogue.subjects(of: reference)
    guard !subjects.isEmpty else {
      if reference.isPattern, catalogue.subject(reference.code) != nil {
        throw Problem(
          "\(reference.code) tidak punya komponen", place: place, expected: "kode yang punya komponen")
      }
      throw Problem(
        "kode “\(reference.code)” tidak dikenal", place: place, expected: "kode indikator atau simpul",
        suggestions: Suggestion.nearest(to: reference.code, among: catalogue.codes))
    }
    guard reference.quantity == .realization || reference.quantity == .target else { return }
    for case .node(let index) in subjects {
      throw Problem(
        "“\(catalogue.nodes[index].code)” adalah simpul dan tidak punya \(reference.quantity.name) sendiri",
        place: place, expected: "kode indikator, atau capaian, pagu, belanja, serapan, efisiensi dari simpul",
        suggestions: catalogue.indicators(of: index).prefix(5).map { catalogue.indicators[$0].code })
    }
  }
}
