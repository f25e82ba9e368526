import Glibc
import Testing

@testable import Analysis

@Suite("Files that cannot be read")
struct FileBytesTests {
  /// A folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/telaah-uji-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in FileBytes.names(inFolder: folder) ?? [] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try body(folder)
  }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    fputs(text, file)
  }

  @Test("a missing file names the nearest one in its folder")
  func missing() throws {
    try withFolder { folder in
      try write("x", to: "\(folder)/kinerja.csv")
      let problem = #expect(throws: Problem.self) { try FileBytes.read("\(folder)/kinrja.csv") }
      #expect(problem?.message == "tidak ada berkas \(folder)/kinrja.csv")
      #expect(problem?.suggestions == ["\(folder)/kinerja.csv"])
      #expect(problem?.kind == .system)
    }
  }

  @Test("folders, devices, empty files and missing folders have their own sentence")
  func others() throws {
    try withFolder { folder in
      try write("", to: "\(folder)/kosong.csv")
      for (path, words) in [
        (folder, "adalah folder"), ("/dev/null", "bukan berkas biasa"), ("\(folder)/kosong.csv", "kosong"),
        ("\(folder)/tak/ada.csv", "tidak ditemukan"),
      ] {
        let problem = #expect(throws: Problem.self) { try FileBytes.read(path) }
        #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
        #expect(problem?.place == .file(path, line: 0, column: 0))
      }
    }
  }

  @Test("a file without read permission", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    try withFolder { folder in
      let path = "\(folder)/tutup.csv"
      try write("x", to: path)
      chmod(path, 0)
      let problem = #expect(throws: Problem.self) { try FileBytes.read(path) }
      #expect(problem?.message.contains("tidak boleh dibaca") == true)
    }
  }

  @Test(
    "the words for refusals of the system",
    arguments: [(EACCES, "tidak boleh dibaca"), (EIO, "galat sistem 5")])
  func words(code: Int32, words: String) {
    #expect(FileBytes.refusal(of: "a.csv", code).message.contains(words))
  }

  @Test("bytes come back whole")
  func whole() throws {
    try withFolder { folder in
      try write("abc\n", to: "\(folder)/a.csv")
      let buffer = try FileBytes.read("\(folder)/a.csv")
      #expect(buffer.text(0..<buffer.count) == "abc\n")
    }
  }
}
