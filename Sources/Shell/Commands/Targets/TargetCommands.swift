extension CommandRegistry {
  /// The commands of the target-setting worksheets, in the order of the help.
  static let targetCommands: [any Command.Type] = [
    WorksheetNewCommand.self, WorksheetUseCommand.self, WorksheetListCommand.self, WorksheetFillCommand.self,
    WorksheetShowCommand.self, WorksheetGuideCommand.self, WorksheetProposeCommand.self,
    WorksheetCheckCommand.self, WorksheetCompareCommand.self,
    WorksheetEvaluateCommand.self, WorksheetExportCommand.self, WorksheetImportCommand.self,
  ]
}
