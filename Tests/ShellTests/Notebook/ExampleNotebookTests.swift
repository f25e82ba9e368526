import Analysis
import FoundationEssentials
import Testing

@testable import Shell

@Suite("Example notebooks")
struct ExampleNotebookTests {
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: SampleSession.root + "/notebooks")) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test func thereAreSeveral() {
    #expect(Self.names.count >= 6)
  }

  @Test(arguments: names) func giveWhatTheyRecord(name: String) throws {
    var session = Session(surroundings: Surroundings(folder: SampleSession.root))
    let output = try session.execute("periksa-ulang notebooks/\(name)")
    #expect(output.status == 0)
    #expect(output.result["berubah"]?.elements.isEmpty == true)
  }
}
