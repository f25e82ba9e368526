import Analysis

/// The options that all commands which run a notebook have in common.
enum ReplayOptions {
  /// Permissions and limits.
  static let list: [Option] = [
    Option("izinkan", alias: "allow", .text, help: "izin lebih: baca:PATH,tulis:PATH,program"),
    Option("waktu", alias: "time", .integer(1...86400), help: "batas waktu dalam detik"),
    Option("memori", alias: "memory", .integer(1...1_000_000), help: "batas besar data dalam MB"),
    Option("baris", alias: "rows", .integer(1...1_000_000_000), help: "batas jumlah baris data"),
    Option("percobaan", alias: "trials", .integer(1...1_000_000_000), help: "batas percobaan satu simulasi"),
  ]

  /// The limits that the options ask for.
  static func limits(_ arguments: Arguments) -> RunLimits {
    var limits = RunLimits()
    if let seconds = arguments.integer("waktu") { limits.seconds = seconds }
    if let megabytes = arguments.integer("memori") { limits.bytes = megabytes << 20 }
    if let rows = arguments.integer("baris") { limits.rows = rows }
    if let trials = arguments.integer("percobaan") { limits.trials = trials }
    return limits
  }

  /// A runner for a notebook with the values, permissions and limits that the options ask for.
  ///
  /// - Throws: A usage problem placed at the option.
  static func runner(
    _ notebook: Notebook, _ values: [ParameterValues.Assignment], _ arguments: Arguments,
    in surroundings: Surroundings
  ) throws(Problem) -> NotebookRunner {
    let permissions = arguments.option("izinkan")
    let access: FileAccess
    do throws(Problem) {
      access = try NotebookOpening.access(of: notebook, permissions: permissions?.text, in: surroundings)
    } catch {
      throw permissions.map { arguments.locate(error, at: $0) } ?? error
    }
    var runner = NotebookRunner(
      notebook: notebook, values: try ParameterValues(notebook.header.parameters, replacing: values),
      access: access)
    runner.limits = limits(arguments)
    return runner
  }
}
