/// Exit statuses of the program.
enum ExitStatus {
  /// Everything asked for was done.
  static let success: Int32 = 0
  /// A command failed.
  static let failure: Int32 = 1
  /// The program was called in a way it does not understand.
  static let usage: Int32 = 2
  /// A replay gave something else than was recorded.
  static let drift: Int32 = 3
  /// The user broke off.
  static let interrupted: Int32 = 130
}
