import Analysis
import FoundationEssentials

/// The published data beside the notebooks, read just enough for tests of formulas.
enum SampleData {
  static let names = ["plandaan", "jombang", "ngoro"]

  /// The rows of a table as dictionaries by column.
  static func rows(_ dataset: String, _ table: String) throws -> [[String: String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("notebooks/data/\(dataset)/\(table).csv")
    let lines = fields(String(decoding: try Data(contentsOf: path), as: UTF8.self))
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static func fields(_ text: String) -> [[String]] {
    var result: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(String(field))
        field = .init()
      case "\n" where !isQuoted:
        result.append(row + [String(field)])
        (row, field) = ([], .init())
      case "\r" where !isQuoted: break
      default: field.append(scalar)
      }
    }
    return result
  }

  /// A dataset with its catalogue, facts and budgets.
  static func dataset(_ name: String) throws -> Dataset {
    let nodeRows = try rows(name, "simpul")
    let nodeNumbers = Dictionary(uniqueKeysWithValues: nodeRows.enumerated().map { ($1["kode"] ?? "", $0) })
    let nodes = nodeRows.map { row in
      Node(
        code: row["kode"] ?? "", name: row["nama"] ?? "",
        level: Level(rawValue: row["jenjang"] ?? "") ?? .programme,
        parent: nodeNumbers[row["induk"] ?? ""])
    }
    let indicators = try rows(name, "indikator").map { row in
      let formula = row["rumus"] ?? ""
      return Indicator(
        code: row["kode"] ?? "", node: nodeNumbers[row["simpul"] ?? ""],
        direction: Direction(rawValue: row["arah"] ?? "") ?? .rising, formula: formula.isEmpty ? nil : formula
      )
    }
    let catalogue = Catalogue(indicators: indicators, nodes: nodes)
    var maker = DatasetMaker(catalogue: catalogue)
    for row in try rows(name, "kinerja") {
      maker.add(row, "kode", planned: "target", actual: "realisasi", to: \.performance)
    }
    for row in try rows(name, "anggaran") {
      maker.add(row, "simpul", planned: "pagu", actual: "realisasi", to: \.budgets)
    }
    return maker.dataset(name)
  }

  /// A model of all three datasets, read once.
  static func model() throws -> FormulaModel { try shared.get() }

  private static let shared = Result<FormulaModel, any Error> {
    var workspace = Workspace()
    for name in names { workspace.add(try dataset(name)) }
    return try FormulaModel(workspace)
  }

  /// A context by names.
  static func context(_ model: FormulaModel, _ dataset: Int, _ year: Int, _ period: String = "") -> Context {
    let data = model.workspace.datasets[dataset]
    return Context(
      dataset: dataset, unit: data.mainUnit ?? 0, year: year,
      period: Int16(data.periods.number(of: period) ?? -1))
  }
}

/// Builds a dataset row by row.
struct DatasetMaker {
  let catalogue: Catalogue
  var units = SymbolTable()
  var periods = SymbolTable([""])
  var performance = FactTable()
  var budgets = FactTable()
  private var line: Int32 = 1

  init(catalogue: Catalogue) { self.catalogue = catalogue }

  mutating func add(
    _ row: [String: String], _ code: String, planned: String, actual: String,
    to table: WritableKeyPath<DatasetMaker, FactTable>
  ) {
    line += 1
    let subject: Int? =
      switch catalogue.subject(row[code] ?? "") {
      case .indicator(let index): index
      case .node(let index): index
      case nil: nil
      }
    guard let subject else { return }
    let key = FactTable.Key(
      unit: units.intern(row["unit"] ?? ""), subject: Int32(subject), year: Int16(row["tahun"] ?? "") ?? 0,
      period: Int16(periods.intern(row["periode"] ?? "")))
    self[keyPath: table].append(
      key, planned: Double(row[planned] ?? "") ?? .nan, actual: Double(row[actual] ?? "") ?? .nan,
      fileLine: line)
  }

  func dataset(_ name: String) -> Dataset {
    Dataset(
      name: name, catalogue: catalogue, units: units, periods: periods, performance: performance,
      budgets: budgets)
  }

  /// A model of one unit with results in 2025: code, formula, value.
  static func model(
    _ indicators: [(code: String, formula: String?, value: Double?)], targets: [String: Double] = [:]
  ) throws -> FormulaModel {
    var maker = DatasetMaker(
      catalogue: Catalogue(indicators: indicators.map { Indicator(code: $0.code, formula: $0.formula) }))
    for entry in indicators {
      guard entry.value != nil || targets[entry.code] != nil else { continue }
      let row = [
        "unit": "Kecamatan Contoh", "tahun": "2025", "periode": "", "kode": entry.code,
        "target": targets[entry.code].map { "\($0)" } ?? "", "realisasi": entry.value.map { "\($0)" } ?? "",
      ]
      maker.add(row, "kode", planned: "target", actual: "realisasi", to: \.performance)
    }
    _ = maker.units.intern("Kecamatan Contoh")
    var workspace = Workspace()
    workspace.add(maker.dataset("contoh"))
    return try FormulaModel(workspace)
  }
}
