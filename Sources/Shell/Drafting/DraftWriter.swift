import Analysis

/// Collects the pieces of a draft about one unit and year.
///
/// Tables and most paragraphs are the answers to ordinary commands, so that whoever doubts a figure of the report
/// can type the command and see the same.
struct DraftWriter {
  /// A session of its own, whose context is that of the draft.
  private(set) var session: Session
  /// Unit, year and the whole-year period.
  let context: Context
  /// The pieces so far.
  private(set) var parts: [DraftPart] = []
  /// Sentences about what could not be drafted.
  private(set) var warnings: [String] = []
  /// How many levels deeper headings stand.
  var headingOffset = 0

  /// Starts a draft.
  ///
  /// - Throws: A problem when nothing is loaded.
  init(_ session: Session, context: Context) throws(Problem) {
    self.session = session
    self.context = context.with(period: 0)
    self.session.state.context = self.context
    _ = try session.state.requireModel()
  }

  /// What answers depend on.
  var state: SessionState { session.state }

  /// The catalogue of the unit's dataset.
  var catalogue: Catalogue { state.dataset(of: context).catalogue }

  /// The unit's name.
  var unit: String { state.unitName(context) }

  /// The key indicators; those with a target where there are none.
  func keyIndicators() throws(Problem) -> [Int] {
    let model = try state.requireModel()
    let keys = model.keyIndicators(in: context)
    return keys.isEmpty ? Array(model.targetedIndicators(in: context).prefix(8)) : keys
  }

  /// Reads values in the context of the draft.
  func evaluator() throws(Problem) -> Evaluator { try state.evaluator(in: context) }

  // MARK: - Writing

  /// Adds a heading; 1 is the highest of the section.
  mutating func heading(_ text: String, level: Int = 1) {
    parts.append(.heading(text, level: level + 1 + headingOffset))
  }

  /// Adds blocks made from the data.
  mutating func generate(_ id: String, command: String = "", _ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    parts.append(.generated(GeneratedBlock(id, command: command, blocks)))
  }

  /// Adds a place for the planner to write.
  mutating func placeholder(_ text: String) { parts.append(.placeholder(text)) }

  /// Adds the answer to a command; where it fails, a remark that says why.
  ///
  /// - Parameters:
  ///   - id: The name of the generated block.
  ///   - line: The command.
  ///   - keeps: Which of the answer's blocks belong into the report.
  /// - Returns: Whether there is an answer.
  @discardableResult
  mutating func answer(_ id: String, _ line: String, keeping keeps: (Block) -> Bool = { _ in true }) -> Bool {
    do throws(Problem) {
      var copy = session
      let output = try copy.execute(line)
      generate(id, command: line, output.document.blocks.filter(keeps))
      return true
    } catch {
      generate(
        id, command: line, [.note("Bagian ini tidak dapat disusun: \(error.message).", tone: .warning)])
      warnings.append("\(id): \(error.message)")
      return false
    }
  }

  /// The finished draft.
  func finished(_ title: String) -> Draft {
    Draft(title: "\(title) \(unit) Tahun \(context.year)", parts: parts, warnings: warnings)
  }
}

extension Block {
  /// Whether it is a table, a chart or running text, and not a remark about how the answer was made.
  var belongsIntoReport: Bool {
    switch self {
    case .table, .chart, .paragraph, .list: true
    case .heading, .note, .verbatim, .placeholder: false
    }
  }
}
