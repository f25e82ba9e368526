import Analysis
import Glibc

/// The program from its arguments to its exit status.
enum Program {
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
      return ExitStatus.usage
    }
    if options.showsVersion || options.showsHelp {
      var output = StandardStream.output
      output.write(options.showsVersion ? "telaah \(Release.version)\n" : ProgramHelp.text)
      output.flush()
      return ExitStatus.success
    }
    var loop = ReadEvaluateLoop(options: options, terminal: terminal)
    return options.commands.isEmpty ? loop.readAndRun() : loop.run(options.commands)
  }
}
