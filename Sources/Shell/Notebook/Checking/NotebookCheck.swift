import Analysis

/// Compares the recorded outputs of a notebook with those of a new run and says why they differ.
struct NotebookCheck {
  /// Why an output differs.
  enum Cause: String, Hashable, Sendable {
    /// A figure or file of the data changed.
    case data
    /// A command or parameter was edited, or the output was never recorded.
    case notebook = "buku"
    /// The program is another version.
    case program
    /// Nothing that was recorded explains it.
    case unknown = "tidak diketahui"
  }

  /// A cell whose output or commands differ.
  struct Change: Sendable {
    /// The number of the cell, from 1.
    var cell: Int
    /// The line of the file, from 1.
    var line: Int
    /// The first command of the cell.
    var command: String
    /// Why, the most likely first.
    var causes: [Cause]
    /// Where the outputs differ; empty when only the command was edited.
    var differences: [OutputComparison.Difference]
  }

  /// The run that was compared.
  let run: NotebookRun
  /// What changed in the data.
  let drift: DataDrift
  /// The cells that differ, in order.
  private(set) var changes: [Change] = []

  /// Compares.
  init(_ run: NotebookRun) {
    self.run = run
    drift = DataDrift(run)
    let results = Dictionary(run.cells.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var wasEdited = false
    for cell in run.notebook.cells {
      guard let result = results[cell.number] else { continue }
      guard let old = cell.recorded else {
        wasEdited = true
        append(cell, result, [.notebook], [.init(before: "", after: "belum pernah direkam")])
        continue
      }
      let isEdited = old.commandMark.map { $0.own != result.commandMark.own } ?? false
      let hasOthersBefore =
        old.commandMark.map { !$0.before.isEmpty && $0.before != result.commandMark.before } ?? false
      wasEdited = wasEdited || isEdited || hasOthersBefore
      let comparison = OutputComparison(old.text, result.text)
      if !comparison.isSame {
        append(cell, result, causes(of: result, old, isEdited, wasEdited), comparison.differences)
      } else if isEdited {
        append(cell, result, [.notebook], [])
      }
    }
  }

  /// How many cells were compared.
  var cellCount: Int { run.notebook.cells.count }

  /// Whether anything drifted.
  var hasDrifted: Bool { !changes.isEmpty || !drift.files.isEmpty }

  private mutating func append(
    _ cell: Notebook.Cell, _ result: NotebookRun.Cell, _ causes: [Cause],
    _ differences: [OutputComparison.Difference]
  ) {
    changes.append(
      Change(
        cell: cell.number, line: result.line, command: cell.commands.first?.text ?? "", causes: causes,
        differences: differences))
  }

  private func causes(
    of result: NotebookRun.Cell, _ old: Notebook.Recorded, _ isEdited: Bool, _ wasEdited: Bool
  ) -> [Cause] {
    var causes: [Cause] = []
    let isTraced = drift.figures.contains { $0.cells.contains(result.number) }
    if isTraced || (!drift.files.isEmpty && !wasEdited) { causes.append(.data) }
    if isEdited || (wasEdited && !isTraced) { causes.append(.notebook) }
    if causes.isEmpty, let program = old.program, program != Release.version { causes.append(.program) }
    return causes.isEmpty ? [.unknown] : causes
  }
}
