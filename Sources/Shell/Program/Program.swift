import Analysis
import Glibc

/// The program from its arguments to its exit status.
enum Program {
  /// The version of this release.
  static let version = "0.1.0"

  /// Exit statuses of the program.
  enum Status {
    static let success: Int32 = 0
    static let failure: Int32 = 1
    static let usage: Int32 = 2
    static let drift: Int32 = 3
    static let interrupted: Int32 = 130
  }

  /// Runs the program.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: The exit status.
  static func run(_ words: [String]) -> Int32 {
    let terminal = TerminalFacts.current()
    let options: ProgramOptions
    do {
      options = try ProgramOptions(words)
    } catch {
      var errors = StandardStream.errors
      errors.write(ProblemText.lines(for: error, colour: false).joined(separator: "\n") + "\n")
      errors.flush()
      return Status.usage
    }
    if options.showsVersion || options.showsHelp {
      var output = StandardStream.output
      output.write(options.showsVersion ? "telaah \(version)\n" : ProgramHelp.text)
      output.flush()
      return Status.success
    }
    var loop = ReadEvaluateLoop(options: options, terminal: terminal)
    return options.commands.isEmpty ? loop.readAndRun() : loop.run(options.commands)
  }
}
