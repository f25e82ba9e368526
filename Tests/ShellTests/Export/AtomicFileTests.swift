import Analysis
import Glibc
import Testing

@testable import Shell

@Suite struct AtomicFileTests {
  private func folder() throws -> String {
    var template = Array("/tmp/telaah-uji-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test func replacesAndKeepsPermissions() throws {
    let folder = try folder()
    let path = folder + "/laporan.docx"
    try AtomicFile(path: path).write([1, 2, 3])
    chmod(path, 0o600)
    try AtomicFile(path: path).write([4])
    #expect(try AtomicFile.read(path, limit: 10) == [4])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    unlink(path)
    // Nothing else was left in the folder.
    #expect(rmdir(folder) == 0)
  }

  @Test func saysWhyItCannot() throws {
    let folder = try folder()
    defer { rmdir(folder) }
    let missing = #expect(throws: Problem.self) { try AtomicFile(path: folder + "/tiada/a").write([1]) }
    #expect(missing?.kind == .system)
    #expect(missing?.message.contains("tidak ada") == true)
    #expect(throws: Problem.self) { try AtomicFile.read(folder, limit: 10) }
    #expect(throws: Problem.self) { try AtomicFile(path: folder).write([1]) }
  }

  @Test func refusesTooLargeFiles() throws {
    let folder = try folder()
    let path = folder + "/besar"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try AtomicFile(path: path).write([UInt8](repeating: 7, count: 100))
    #expect(throws: Problem.self) { try AtomicFile.read(path, limit: 99) }
    #expect(try AtomicFile.read(path, limit: 100).count == 100)
  }
}
