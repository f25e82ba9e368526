import Analysis

/// The one list of commands; help, completion and tests loop over it.
enum CommandRegistry {
  /// Every command, in the order of the help.
  static let all: [any Command.Type] =
    dataCommands + measurementCommands
    + targetCommands
    + trendCommands
    + efficiencyCommands
    + simulationCommands
    + auditCommands
    + writingCommands
    + notebookCommands + sessionCommands

  /// The declarations of all commands, in the same order.
  static let declarations: [Declaration] = all.map { $0.declaration }

  private static let dataCommands: [any Command.Type] = [
    LoadCommand.self, DatasetsCommand.self, UnitsCommand.self, IndicatorsCommand.self, UseCommand.self,
  ]

  private static let measurementCommands: [any Command.Type] = [
    AchievementCommand.self, CalculateCommand.self, ShowCommand.self, ExplainCommand.self,
  ]

  private static let trendCommands: [any Command.Type] = [
    TrendCommand.self, CompareCommand.self, PlotCommand.self, ExportCommand.self,
  ]

  private static let efficiencyCommands: [any Command.Type] = [EfficiencyCommand.self, ResourcesCommand.self]

  private static let auditCommands: [any Command.Type] = [
    AuditCommand.self, AuditExportCommand.self, ExplainFindingCommand.self,
  ]

  private static let writingCommands: [any Command.Type] = [
    DraftCommand.self, VerifyReportCommand.self, ImportCommand.self,
  ]

  private static let notebookCommands: [any Command.Type] = [
    NoteCommand.self, SaveCommand.self, ReplayCommand.self, VerifyCommand.self, UpdateCommand.self,
    RestoreCommand.self,
  ]

  private static let simulationCommands: [any Command.Type] = [
    WhatIfCommand.self, DropAssumptionsCommand.self, SaveScenarioCommand.self, UseScenarioCommand.self,
    DropScenarioCommand.self, ListScenariosCommand.self, CompareScenariosCommand.self, GoalSeekCommand.self,
    SensitivityCommand.self, ProbabilityCommand.self,
  ]

  private static let sessionCommands: [any Command.Type] = [
    HistoryCommand.self, UndoCommand.self, RedoCommand.self, SetCommand.self, HelpCommand.self,
    QuitCommand.self,
  ]

  /// A command found at the start of a line.
  struct Match {
    var type: any Command.Type
    /// How many words its name takes.
    var wordCount: Int
  }

  /// Finds the command a line begins with; a two-word name comes before a one-word name.
  ///
  /// - Throws: A usage problem with the nearest commands.
  static func match(_ words: [Word], in line: String) throws(Problem) -> Match {
    for count in [2, 1] where words.count >= count {
      let name = words.prefix(count).map { $0.text.lowercased() }.joined(separator: " ")
      if let type = find(name) { return Match(type: type, wordCount: count) }
    }
    throw unknown(words, in: line)
  }

  /// Why no command fits the words of a line.
  private static func unknown(_ words: [Word], in line: String) -> Problem {
    guard let first = words.first else { return Problem("tidak ada perintah") }
    let typed = first.text.lowercased()
    let family = declarations.map(\.name).filter { $0.hasPrefix(typed + " ") }
    if !family.isEmpty { return unknownSecondWord(words, family: typed, names: family, in: line) }
    let names = Set(declarations.flatMap { [$0.name] + $0.aliases })
    return Problem(
      "perintah “\(first.text)” tidak dikenal", place: .text(line, range: first.range),
      expected: "ketik bantuan untuk daftar perintah",
      suggestions: Suggestion.nearest(to: typed, among: names))
  }

  /// Why no command of a family such as `kktp` fits.
  private static func unknownSecondWord(_ words: [Word], family: String, names: [String], in line: String)
    -> Problem
  {
    let known = names.map { String($0.dropFirst(family.count + 1)) }
    let expected = "\(family) diikuti \(known.joined(separator: ", "))"
    guard words.count > 1 else {
      return Problem(
        "perintah \(family) perlu kata kedua", place: .text(line, range: words[0].range), expected: expected)
    }
    let nearest = Suggestion.nearest(to: words[1].text, among: known).map { "\(family) \($0)" }
    return Problem(
      "“\(family) \(words[1].text)” tidak dikenal", place: .text(line, range: words[1].range),
      expected: expected,
      suggestions: nearest)
  }

  /// The command with a name or alias.
  static func find(_ name: String) -> (any Command.Type)? { byName[name] }

  /// The commands by name and alias, so that finding one does not look at every declaration.
  private static let byName: [String: any Command.Type] = {
    var found: [String: any Command.Type] = [:]
    for type in all {
      let declaration = type.declaration
      for name in [declaration.name] + declaration.aliases where found[name] == nil { found[name] = type }
    }
    return found
  }()
}
