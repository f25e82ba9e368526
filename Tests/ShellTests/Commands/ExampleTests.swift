import Analysis
import Testing

@testable import Shell

@Suite("Examples in the help")
struct ExampleTests {
  /// Every example line of every command.
  static let lines = CommandRegistry.declarations.flatMap { declaration in
    declaration.examples.map { (command: declaration.name, line: $0.line) }
  }

  @Test func everyCommandHasOne() {
    for declaration in CommandRegistry.declarations {
      #expect(!declaration.examples.isEmpty, "\(declaration.name)")
      #expect(
        !declaration.summary.isEmpty && declaration.summary.first?.isLowercase == true, "\(declaration.name)")
    }
  }

  @Test func namesAndAliasesAreUnique() {
    let names = CommandRegistry.declarations.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for declaration in CommandRegistry.declarations {
      let keys = declaration.options.map(\.key)
      #expect(Set(keys).count == keys.count, "\(declaration.name)")
    }
  }

  @Test(arguments: lines) func canBeTyped(command: String, line: String) throws {
    let words = try Words.split(line)
    let match = try CommandRegistry.match(words, in: line)
    #expect(match.type.declaration.name == command)
    _ = try Arguments(
      line: line, words: Array(words.dropFirst(match.wordCount)), declaration: match.type.declaration)
  }

  @Test(arguments: CommandRegistry.declarations.map(\.name)) func haveAHelpPage(name: String) throws {
    var session = Session()
    let output = try session.execute("bantuan \(name)")
    let text = TextRenderer(width: 80).text(of: output.document)
    #expect(text.contains(name))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
  }
}
