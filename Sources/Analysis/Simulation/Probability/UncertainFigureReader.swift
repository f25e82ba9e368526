/// Reads uncertain figures typed in a context.
public struct UncertainFigureReader: Sendable {
  private let model: FormulaModel
  private let context: Context
  private let assumptions: Assumptions

  /// Makes a reader; values under the assumptions are where histories start from.
  public init(_ model: FormulaModel, in context: Context, assuming assumptions: Assumptions) {
    self.model = model
    self.context = context
    self.assumptions = assumptions
  }

  /// The names of the distributions, for messages and completion.
  public static let families = DistributionFamily.allCases.map(\.rawValue)

  /// Reads `KODE~SEBARAN`.
  ///
  /// - Throws: A usage problem placed in the text: unknown figure or distribution, wrong numbers, or what the
  ///   distribution itself refuses.
  public func read(_ source: String) throws(Problem) -> UncertainFigure {
    let text = ConstantText(source)
    guard let tilde = text.openPlaces(where: { $0 == "~" }).first else {
      throw text.problem(
        "“\(source)” bukan masukan", 0..<text.count, expected: "KODE~SEBARAN, misalnya IKM~normal(98,3; 1,2)")
    }
    let left = text.trimmed(0..<tilde)
    guard !left.isEmpty else {
      throw text.problem("kode belum diberikan", 0..<tilde, expected: "KODE~SEBARAN")
    }
    let figure = try AssumptionReader(model, in: context).figure(
      text.text(left), in: source, at: left.lowerBound)
    let (family, values, range) = try self.family(text, from: tilde + 1)
    var distribution = family.distribution(values.map(\.value))
    if family == .historical {
      distribution = try historical(figure, text, arguments: values.map(\.range), at: range)
    }
    do throws(Problem) {
      try distribution.validate()
    } catch {
      throw error.located(at: .text(source, range: range))
    }
    return UncertainFigure(
      figure: figure, name: model.inputName(of: figure), distribution: distribution,
      text: text.text(range))
  }

  private typealias Argument = (value: Double, range: Range<Int>)

  private func family(
    _ text: ConstantText, from start: Int
  ) throws(Problem) -> (DistributionFamily, [Argument], Range<Int>) {
    let whole = text.trimmed(start..<text.count)
    let opening = whole.first { text.scalar(at: $0) == "(" } ?? whole.upperBound
    let word = text.trimmed(whole.lowerBound..<opening)
    let name = text.text(word)
    guard let family = DistributionFamily.named(name) else {
      throw text.problem(
        name.isEmpty ? "sebaran belum diberikan" : "sebaran “\(name)” tidak dikenal", word,
        expected: "salah satu dari \(Self.families.joined(separator: ", "))",
        suggestions: Suggestion.nearest(
          to: name, among: DistributionFamily.allCases.flatMap { [$0.rawValue, $0.alias] }))
    }
    var ranges: [Range<Int>] = []
    if opening < whole.upperBound {
      guard text.scalar(at: whole.upperBound - 1) == ")" else {
        throw text.problem("kurung sebaran tidak ditutup", opening..<(opening + 1), expected: family.usage)
      }
      ranges = parts(text, (opening + 1)..<(whole.upperBound - 1))
    }
    guard family.counts.contains(ranges.count) else {
      throw text.problem(
        "\(family.rawValue) tidak menerima \(ranges.count) bilangan", whole, expected: family.usage)
    }
    var arguments: [Argument] = []
    for range in ranges {
      guard !range.isEmpty else {
        throw text.problem("bilangan belum diberikan", range, expected: family.usage)
      }
      arguments.append((family == .historical ? .nan : try text.value(in: range).value, range))
    }
    return (family, arguments, whole)
  }

  private func parts(_ text: ConstantText, _ range: Range<Int>) -> [Range<Int>] {
    guard !text.trimmed(range).isEmpty else { return [] }
    let marks = text.openPlaces(where: { $0 == ";" }, in: range)
    let starts = [range.lowerBound] + marks.map { $0 + 1 }
    return zip(starts, marks + [range.upperBound]).map { text.trimmed($0..<$1) }
  }

  /// The figure's latest value up to the context's year, plus one of an indicator's own yearly changes.
  private func historical(
    _ figure: FigureKey, _ text: ConstantText, arguments: [Range<Int>], at range: Range<Int>
  ) throws(Problem) -> Distribution {
    guard figure.quantity == .realization, case .indicator(let own) = figure.subject else {
      throw text.problem("historis hanya untuk realisasi indikator", range, expected: "kode indikator")
    }
    var source = own
    if let argument = arguments.first {
      let other = try AssumptionReader(model, in: context).figure(
        text.text(argument), in: text.source, at: argument.lowerBound)
      guard case .indicator(let index) = other.subject, other.quantity == .realization else {
        throw text.problem("historis hanya untuk realisasi indikator", argument, expected: "kode indikator")
      }
      source = index
    }
    let history = InputHistory(of: source, model: model, in: context)
    guard !history.changes.isEmpty else {
      let years = history.years.map(String.init).joined(separator: ", ")
      throw Problem(
        "\(model.inputName(of: FigureKey(.realization, of: .indicator(source), in: context))) tidak punya dua tahun"
          + " berurutan untuk historis" + (years.isEmpty ? "" : " (yang ada: \(years))"), kind: .data,
        place: .text(text.source, range: range), expected: "sebaran lain, misalnya segitiga")
    }
    var evaluator = Evaluator(model, in: context, assuming: assumptions)
    let latest = InputHistory(of: own, model: model, in: context).values.last
    guard let base = evaluator.value(of: figure).number ?? latest else {
      throw Problem(
        "\(model.inputName(of: figure)) belum punya nilai awal untuk historis", kind: .data,
        place: .text(text.source, range: range), expected: "sebaran lain, misalnya segitiga")
    }
    return .historical(base: base, changes: history.changes)
  }
}

extension FormulaModel {
  /// A figure as it is typed in its own context: `IKM`, `pagu(P01)`.
  public func inputName(of figure: FigureKey) -> String {
    let code = code(of: figure)
    return figure.quantity == .realization ? code : "\(figure.quantity.name)(\(code))"
  }
}
