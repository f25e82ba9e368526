import Analysis

/// The runs of a notebook over lists of units or years: `unit=semua`, `unit=A,B`, `tahun=2021..2025`.
struct NotebookBatch {
  /// The values given in each run.
  let runs: [[ParameterValues.Assignment]]
  /// The names of the parameters that change from run to run; empty when there is one run only.
  let names: [String]

  /// Spreads the given values.
  ///
  /// - Parameters:
  ///   - given: The values as typed.
  ///   - parameters: The declared parameters.
  ///   - allUnits: Gives the names that `semua` stands for.
  /// - Throws: A usage problem for names that are not declared or years that run backwards.
  init(
    _ given: [ParameterValues.Assignment], _ parameters: [NotebookParameter],
    allUnits: () throws(Problem) -> [String]
  ) throws(Problem) {
    var runs: [[ParameterValues.Assignment]] = [[]]
    var names: [String] = []
    for assignment in given {
      let parameter = try ParameterValues.parameter(assignment.name, among: parameters)
      var values = [assignment.value]
      switch parameter.kind {
      case .unit where ["semua", "all"].contains(assignment.value.lowercased()): values = try allUnits()
      case .unit: values = Self.list(assignment.value)
      case .year:
        if assignment.value.contains(".."), let years = try NumberReader.years(assignment.value) {
          values = years.map(String.init)
        } else {
          values = Self.list(assignment.value)
        }
      default: break
      }
      if values.count > 1 { names.append(assignment.name) }
      runs = runs.flatMap { run in values.map { run + [ParameterValues.Assignment(assignment.name, $0)] } }
    }
    self.runs = runs
    self.names = names
  }

  /// A few words that tell a run from the others: `Kecamatan Ngoro, 2024`.
  func label(of run: [ParameterValues.Assignment]) -> String {
    run.filter { names.contains($0.name) }.map(\.value).joined(separator: ", ")
  }

  /// A path with the label of a run before its ending: `strategi-kecamatan-ngoro.md`.
  func path(_ path: String, of run: [ParameterValues.Assignment]) -> String {
    guard !names.isEmpty else { return path }
    let words = label(of: run).lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    let ending = FilePath.ending(path)
    let stem = FilePath.stem(path) + "-" + words
    return FilePath.join(FilePath.folder(path), ending.isEmpty ? stem : stem + "." + ending)
  }

  private static func list(_ text: String) -> [String] {
    let parts = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    return parts.isEmpty ? [text] : parts
  }
}
