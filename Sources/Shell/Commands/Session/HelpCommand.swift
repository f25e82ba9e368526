import Analysis

/// `bantuan`: the list of commands, or the page of one.
struct HelpCommand: Command {
  static let declaration = Declaration(
    "bantuan", aliases: ["help", "?"], summary: "daftar perintah, atau penjelasan satu perintah",
    parameters: [Parameter("PERINTAH", .command, .any, help: "nama perintah")],
    examples: [
      .init("bantuan", "semua perintah menurut kelompok"), .init("bantuan capaian", "penjelasan capaian"),
    ],
    group: .session, effect: .looksUp)

  private let topic: [Arguments.Value]
  private let arguments: Arguments

  init(_ arguments: Arguments) throws(Problem) {
    topic = arguments.values("PERINTAH")
    self.arguments = arguments
  }

  func run(in session: inout Session) throws(Problem) -> Output {
    guard !topic.isEmpty else { return Self.overview() }
    let name = topic.map { $0.text.lowercased() }.joined(separator: " ")
    if let type = CommandRegistry.find(name) { return Self.page(type.declaration) }
    let family = CommandRegistry.declarations.filter { $0.name.hasPrefix(name + " ") }
    guard family.isEmpty else { return Self.list(family, title: name) }
    let names = CommandRegistry.declarations.flatMap { [$0.name] + $0.aliases }
    throw arguments.locate(
      Problem(
        "tidak ada perintah “\(name)”", expected: "ketik bantuan untuk daftar perintah",
        suggestions: Suggestion.nearest(to: name, among: names)), at: topic[0])
  }

  private static func overview() -> Output {
    var document = Document([.heading("Perintah Telaah", level: 1)])
    var groups: [JSONValue] = []
    for group in Declaration.Group.allCases {
      let commands = CommandRegistry.declarations.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      document.append(.heading(Prose(group.rawValue), level: 2))
      document.append(.table(table(commands)))
      groups.append(contentsOf: commands.map(json))
    }
    document.append(.note("Ketik \(code: "bantuan PERINTAH") untuk bentuk lengkap, opsi, dan contoh."))
    return Output(document, result: .object([.init("perintah", .array(groups))]))
  }

  private static func list(_ commands: [Declaration], title: String) -> Output {
    Output(
      Document([.heading(Prose(title), level: 1), .table(table(commands))]),
      result: .object([.init("perintah", .array(commands.map(json)))]))
  }

  private static func table(_ commands: [Declaration]) -> Table {
    var table = Table(columns: [.init("perintah"), .init("kegunaan", shrinkPriority: 1)])
    for command in commands {
      let english = command.aliases.first.map { " (\($0))" } ?? ""
      table.append([.text(command.name + english), .text(command.summary)])
    }
    return table
  }

  static func page(_ command: Declaration) -> Output {
    var document = Document([
      .heading(Prose(command.name), level: 1),
      .paragraph(Prose(command.summary.capitalizedSentence + ".")),
      .paragraph("Bentuk: \(code: command.usage)"),
    ])
    if !command.aliases.isEmpty {
      document.append(.paragraph(Prose("Nama lain: " + command.aliases.joined(separator: ", "))))
    }
    command.details.forEach { document.append(.paragraph(Prose($0))) }
    if !command.parameters.isEmpty || !command.options.isEmpty {
      var table = Table(columns: [.init("bagian"), .init("arti", shrinkPriority: 1)])
      for parameter in command.parameters { table.append([.text(parameter.name), .text(parameter.help)]) }
      for option in command.options {
        let english = option.alias == option.key ? "" : " (\(option.alias)=)"
        table.append([.text(option.key + "=" + english), .text(option.help + option.kind.choices)])
      }
      document.append(.table(table))
    }
    if !command.examples.isEmpty {
      document.append(.heading("Contoh", level: 2))
      document.append(.list(command.examples.map { "\(code: $0.line) — \($0.meaning)" }))
    }
    return Output(document, result: json(command))
  }

  private static func json(_ command: Declaration) -> JSONValue {
    .object([
      .init("nama", .string(command.name)), .init("nama_lain", .array(command.aliases.map { .string($0) })),
      .init("ringkasan", .string(command.summary)), .init("bentuk", .string(command.usage)),
      .init("opsi", .array(command.options.map { .string($0.key) })),
      .init("contoh", .array(command.examples.map { .string($0.line) })),
    ])
  }
}

extension ValueKind {
  /// The words that may be chosen, in brackets, for the help.
  fileprivate var choices: String {
    switch self {
    case .choice(let words): " (\(words.joined(separator: " | ")))"
    case .flag: " (ya | tidak)"
    case .integer(let bounds): " (\(bounds.lowerBound) sampai \(bounds.upperBound))"
    default: ""
    }
  }
}
