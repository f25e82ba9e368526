import FoundationEssentials

@testable import Analysis

/// The published worksheets with the facts they were made from, read once.
enum WorksheetSample {
  static func model() throws -> FormulaModel { try shared.get() }

  private static let shared = Result<FormulaModel, any Error> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var workspace = Workspace()
    workspace.add(
      try DatasetLoader.load(root.appending(path: "notebooks/data/plandaan").path, options: .init()))
    return try FormulaModel(workspace)
  }

  /// The unit's context in a year.
  static func context(_ year: Int) throws -> Context {
    Context(dataset: 0, unit: try model().workspace.datasets[0].mainUnit ?? 0, year: year)
  }

  /// A worksheet of the data.
  static func worksheet(_ year: Int, _ version: String = "awal") throws -> Worksheet? {
    let model = try model()
    let place = try context(year)
    let key = Worksheet.Key(unit: model.workspace.datasets[0].units[place.unit], year: year, version: version)
    return Worksheet(key, rowsOf: model, context: place)
  }

  /// A worksheet of the data with what its components give.
  static func figures(_ year: Int, _ version: String = "awal") throws -> WorksheetFigures {
    let empty = Worksheet(key: .init(unit: "", year: year, version: version), entries: [])
    return WorksheetFigures(
      try worksheet(year, version) ?? empty, model: try model(), context: try context(year))
  }
}
