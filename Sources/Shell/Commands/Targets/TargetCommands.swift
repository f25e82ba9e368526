extension CommandRegistry {
  /// The commands of the target-setting worksheets, in the order of the help.
  static let targetCommands: [any Command.Type] = [
    WorksheetNewCommand.self, WorksheetFillCommand.self, WorksheetShowCommand.self,
  ]
}
