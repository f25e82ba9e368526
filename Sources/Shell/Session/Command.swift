import Analysis

/// A command of the shell.
///
/// A command is a value made from its arguments; running it returns what to show and never prints.
protocol Command: Sendable {
  /// Name, parameters, options, help.
  static var declaration: Declaration { get }

  /// Takes the checked arguments.
  ///
  /// - Throws: A usage problem for what the declaration alone cannot check.
  init(_ arguments: Arguments) throws(Problem)

  /// Does the work.
  ///
  /// - Throws: A problem that leaves the session as it was.
  func run(in session: inout Session) throws(Problem) -> Output
}
