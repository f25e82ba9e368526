/// Reads assumptions typed in a context and checks them against what is loaded.
public struct AssumptionReader: Sendable {
  let model: FormulaModel
  let context: Context

  /// Makes a reader.
  public init(_ model: FormulaModel, in context: Context) {
    self.model = model
    self.context = context
  }

  /// Reads one assumption.
  ///
  /// - Throws: A usage problem placed in the text: it cannot be read, names something unknown, is about a figure that
  ///   follows from others, or sets a value outside the indicator's bounds.
  public func read(_ source: String) throws(Problem) -> Supposition {
    var assumption = try Assumption(parsing: source)
    assumption.reference = try known(assumption.reference, in: source)
    do throws(Problem) {
      _ = try Assumptions([assumption], model: model, context: context)
    } catch {
      throw error.located(at: .text(source, range: 0..<source.unicodeScalars.count))
    }
    return Supposition(assumption, at: model.named(context))
  }

  /// A figure by its reference as typed: `IKM`, `pagu(P01)`.
  ///
  /// - Throws: A usage problem placed in the text when it names nothing, several figures, a figure of another context,
  ///   or one that follows from others.
  public func figure(_ source: String) throws(Problem) -> FigureKey {
    let text = ConstantText(source)
    let expression = try text.expression(in: 0..<text.count)
    guard case .reference(let typed) = expression.node else {
      throw text.problem(
        "“\(source)” bukan satu angka", 0..<text.count, expected: "kode, misalnya IKM atau pagu(P01)")
    }
    let reference = try known(typed, in: source)
    guard reference.isInContext else {
      throw text.problem(
        "yang diubah harus angka tahun dan unit yang sedang ditanyakan", 0..<text.count,
        expected: "kode tanpa tahun dan unit")
    }
    do throws(Problem) {
      _ = try Assumptions([Assumption(reference, .multiply, 1)], model: model, context: context)
      let figures = try model.figures(of: reference, in: context)
      guard let figure = figures.first else { throw Problem("“\(source)” tidak berarti angka apa pun") }
      return try model.budgetHolder(of: figure)
    } catch {
      throw error.located(at: .text(source, range: 0..<text.count))
    }
  }

  /// The reference with its code written out in full.
  func known(_ reference: Reference, in source: String) throws(Problem) -> Reference {
    var result = reference
    do throws(Problem) {
      let place = try model.context(of: reference, from: context)
      let catalogue = model.catalogue(of: place)
      if catalogue.subject(reference.code) == nil {
        switch try catalogue.resolve(reference.code) {
        case .indicator(let index): result.code = catalogue.indicators[index].code.uppercased()
        case .node(let index): result.code = catalogue.nodes[index].code.uppercased()
        }
      }
      if reference.isPattern, try model.figures(of: result, in: context).isEmpty {
        throw Problem("\(result.code) tidak punya komponen", expected: "kode yang punya komponen")
      }
      return result
    } catch {
      throw error.located(at: .text(source, range: codeRange(of: reference.code, in: source)))
    }
  }

  private func codeRange(of code: String, in source: String) -> Range<Int> {
    let (line, wanted) = (Array(source.uppercased().unicodeScalars), Array(code.unicodeScalars))
    let starts = 0...max(0, line.count - wanted.count)
    let start = starts.first { line[$0...].starts(with: wanted) } ?? 0
    return start..<min(start + wanted.count, source.unicodeScalars.count)
  }
}

extension AssumptionReader {
  /// A figure that stands somewhere in a longer text; problems are placed there.
  func figure(_ text: String, in source: String, at start: Int) throws(Problem) -> FigureKey {
    do throws(Problem) {
      return try figure(text)
    } catch {
      guard case .text(_, let range) = error.place else {
        throw error.located(at: .text(source, range: start..<(start + text.unicodeScalars.count)))
      }
      var copy = error
      copy.place = .text(source, range: (range.lowerBound + start)..<(range.upperBound + start))
      throw copy
    }
  }
}

extension AssumptionReader {
  /// The figures that a reference or a pattern names; of a pattern those that have a value.
  ///
  /// - Throws: A usage problem placed in the text.
  public func figures(_ source: String) throws(Problem) -> [FigureKey] {
    let text = ConstantText(source)
    guard text.count > 0 else {
      throw text.problem("kode belum diberikan", 0..<0, expected: "kode, misalnya IKM")
    }
    let expression = try text.expression(in: 0..<text.count, isPatternAllowed: true)
    guard case .reference(let reference) = expression.node, reference.isPattern else {
      return [try figure(source)]
    }
    let full = try known(reference, in: source)
    var evaluator = Evaluator(model, in: context)
    var found: [FigureKey] = []
    for figure in try model.figures(of: full, in: context) where evaluator.value(of: figure).number != nil {
      found.append(figure)
    }
    guard !found.isEmpty else {
      throw text.problem(
        "\(full.code).* tidak punya nilai di sini", 0..<text.count, expected: "kode yang ada nilainya")
    }
    return found
  }
}
