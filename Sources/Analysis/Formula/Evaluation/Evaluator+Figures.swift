extension Evaluator {
  /// A figure: read, computed by its formula, or derived by the rules.
  mutating func value(of figure: FigureKey, _ layer: Layer) -> Value {
    switch figure.quantity {
    case .realization:
      guard case .indicator(let index) = figure.subject else { return noSuchFigure(figure) }
      return official(Task(layer: layer, indicator: index, context: figure.context))
    case .target:
      guard case .indicator = figure.subject else { return noSuchFigure(figure) }
      return stored(figure, layer)
    case .ceiling, .spending:
      do {
        return stored(try model.budgetHolder(of: figure), layer)
      } catch {
        return .missing(Missing(error.message))
      }
    case .achievement: return achievement(figure, layer)
    case .absorption: return absorption(figure, layer)
    case .efficiency:
      return derived(figure, from: .achievement, .absorption, layer) { .value($0 - $1) }
    case .predicate: return predicate(figure, layer)
    }
  }

  private func noSuchFigure(_ figure: FigureKey) -> Value {
    .missing(Missing("simpul \(model.code(of: figure)) tidak punya \(figure.quantity.name) sendiri"))
  }

  private func stored(_ figure: FigureKey, _ layer: Layer) -> Value {
    let base = model.entry(of: figure).map { Value.number($0.value) } ?? .missing(model.noData(figure))
    guard layer == .assumed, let change = assumptions.changes[figure] else { return base }
    return change.applied(to: base, name: model.name(of: figure))
  }

  private mutating func absorption(_ figure: FigureKey, _ layer: Layer) -> Value {
    derived(figure, from: .spending, .ceiling, layer) { Achievement.absorption(spending: $0, ceiling: $1) }
  }

  /// A figure derived from two others of the same subject.
  private mutating func derived(
    _ figure: FigureKey, from first: Quantity, _ second: Quantity, _ layer: Layer,
    _ compute: (Double, Double) -> Measured
  ) -> Value {
    var values: [Double] = []
    for quantity in [first, second] {
      let input = FigureKey(quantity, of: figure.subject, in: figure.context)
      switch value(of: input, layer) {
      case .number(let number): values.append(number)
      case .text(let text): return .missing(Missing("“\(text)” bukan bilangan"))
      case .missing(let missing):
        return .missing(missing.causing("\(model.name(of: figure)) tidak dapat dihitung"))
      }
    }
    return Value(compute(values[0], values[1])).causing(model.name(of: figure))
  }

  private mutating func achievement(_ figure: FigureKey, _ layer: Layer) -> Value {
    let catalogue = model.catalogue(of: figure.context)
    switch figure.subject {
    case .indicator(let index):
      let direction = catalogue.indicators[index].direction
      return derived(figure, from: .realization, .target, layer) {
        Achievement.percent(actual: $0, target: $1, direction: direction)
      }
    case .node(let index):
      var values: [Measured] = []
      for indicator in catalogue.indicators(of: index) {
        let own = FigureKey(.achievement, of: .indicator(indicator), in: figure.context)
        values.append(value(of: own, layer).measured)
      }
      guard values.contains(where: { $0.value != nil }) else {
        return .missing(
          Missing(
            "\(model.name(of: figure)) tidak ada: belum ada indikatornya yang diukur pada tahun dan periode itu"
          ))
      }
      return Value(Measured.mean(values))
    }
  }

  private mutating func predicate(_ figure: FigureKey, _ layer: Layer) -> Value {
    let rules = model.rules[figure.context.dataset]
    let scale = model.valueScale(of: figure)
    let quantity = scale == nil ? Quantity.achievement : .realization
    let value = value(of: FigureKey(quantity, of: figure.subject, in: figure.context), layer)
    guard let number = value.number else {
      return value.failing("\(model.name(of: figure)) tidak dapat ditentukan")
    }
    let classified = scale?.classify(number) ?? rules.classify(achievement: number)
    guard let label = classified.predicate?.label else {
      return .missing(Missing(classified.reason).causing("\(model.name(of: figure)) tidak ada"))
    }
    return .text(label)
  }
}

extension Value {
  /// The same value; when missing, said to be the cause of something.
  func failing(_ effect: String) -> Value {
    guard case .missing(let missing) = self else { return self }
    return .missing(missing.causing(effect))
  }

  /// The same value; when missing, said to be why a named figure cannot be computed.
  func causing(_ name: String) -> Value { failing("\(name) tidak dapat dihitung") }
}
