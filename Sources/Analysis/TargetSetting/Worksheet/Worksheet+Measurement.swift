extension Worksheet {
  /// Makes a worksheet prefilled from targets and results: the key indicators of goals and objectives, each
  /// with the
  /// components of its formula that were measured in the year before.
  ///
  /// - Throws: A data problem when neither year has a key indicator.
  public init(measuredFor key: Key, model: FormulaModel, context: Context) throws(Problem) {
    let now = context.with(year: key.year).with(period: 0)
    let before = now.with(year: key.year - 1)
    var indexes = model.keyIndicators(in: now)
    for index in model.keyIndicators(in: before) where !indexes.contains(index) { indexes.append(index) }
    let inputs = Set(indexes.flatMap { model.graphs[context.dataset].ancestors(of: $0) })
    indexes.removeAll { inputs.contains($0) }
    guard !indexes.isEmpty else {
      let years = model.dataset(of: context).measuredYears(of: context.unit).map { String($0 + 1) }
      throw Problem(
        "KKTP \(key.year) tidak dapat disiapkan: tidak ada indikator tujuan atau sasaran bertarget pada"
          + " \(key.year - 1) maupun \(key.year)", kind: .data,
        expected: years.isEmpty
          ? "data dengan target dan realisasi" : "salah satu tahun \(years.joined(separator: ", "))")
    }
    var maker = WorksheetMaker(model: model, now: now, before: before)
    self.init(
      key: key, entries: indexes.map { maker.entry($0) },
      source: "target dan realisasi \(key.year - 1) dalam data")
  }
}

/// Prefills key indicators and components from the facts.
struct WorksheetMaker {
  private let model: FormulaModel
  private let catalogue: Catalogue
  private let graph: DependencyGraph
  private let now: Context
  private var before: Evaluator

  init(model: FormulaModel, now: Context, before: Context) {
    self.model = model
    self.now = now
    catalogue = model.catalogue(of: now)
    graph = model.graphs[now.dataset]
    self.before = Evaluator(model, in: before)
  }

  /// A key indicator with its components.
  mutating func entry(_ index: Int) -> WorksheetEntry {
    let indicator = catalogue.indicators[index]
    var components: [WorksheetComponent] = []
    var seen: Set<Int> = [index]
    addComponents(of: index, to: &components, &seen)
    return WorksheetEntry(
      code: indicator.code, previousTarget: before.value(.target, of: .indicator(index)).number,
      previousActual: before.value(.realization, of: .indicator(index)).number,
      target: model.entry(of: FigureKey(.target, of: .indicator(index), in: now))?.value,
      programmes: indicator.node.map { Self.programmes(under: $0, catalogue) } ?? "", components: components)
  }

  /// A component as it was in the year before.
  mutating func component(_ index: Int) -> WorksheetComponent {
    WorksheetComponent(
      code: catalogue.indicators[index].code,
      previousValue: before.value(.realization, of: .indicator(index)).number)
  }

  private mutating func addComponents(
    of index: Int, to components: inout [WorksheetComponent], _ seen: inout Set<Int>
  ) {
    for input in graph.inputs[index] where !seen.contains(input) {
      let component = component(input)
      guard component.previousValue != nil else { continue }
      seen.insert(input)
      components.append(component)
      // A formula with one input only converts a score; the converted value is what worksheets list.
      if graph.inputs[input].count > 1 { addComponents(of: input, to: &components, &seen) }
    }
  }

  /// The names of the programmes at, below or nearest above a node.
  static func programmes(under node: Int, _ catalogue: Catalogue) -> String {
    var found = catalogue.nodes.indices.filter { index in
      catalogue.nodes[index].level == .programme && (index == node || catalogue.isDescendant(index, of: node))
    }
    if found.isEmpty {
      found = catalogue.nodes.indices.filter {
        catalogue.nodes[$0].level == .programme && catalogue.isDescendant(node, of: $0)
      }
    }
    return found.map { catalogue.nodes[$0].name }.joined(separator: "; ")
  }
}
