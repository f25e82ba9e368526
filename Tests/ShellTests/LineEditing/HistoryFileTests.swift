import Analysis
import Glibc
import Testing

@testable import Shell

@Suite struct HistoryFileTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/telaah-riwayat-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private var path: String { folder + "/a/b/riwayat.jsonl" }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private func text(of path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  @Test(arguments: [
    "lihat AKIP", "hitung \"é — 漢\" \\", "dua\nbaris", "\u{1B}[31m", "😀\u{2028}", "spasi akhir  ",
  ])
  func givesBackWhatWasKept(line: String) {
    let file = HistoryFile(path: path)
    #expect(file.append(line, status: 1) == nil)
    #expect(HistoryFile(path: path).lines() == [line])
    #expect(file.records().map(\.status) == [1])
    #expect(file.records().map(\.session) == [file.session])
    #expect(file.records().allSatisfy { $0.time.count == 20 && $0.time.hasSuffix("Z") })
  }

  @Test func onlyTheOwnerMayReadIt() {
    _ = HistoryFile(path: path).append("a", status: 0)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func leavesOutRepetitionsAndPrivateLines() {
    let file = HistoryFile(path: path)
    for line in ["a", "a", " rahasia", "", "  ", "b", "a"] { _ = file.append(line, status: 0) }
    #expect(HistoryFile(path: path).lines() == ["a", "b", "a"])
  }

  @Test func linesOfOtherShellsDoNotJumpIn() {
    _ = HistoryFile(path: path).append("sebelum", status: 0)
    let mine = HistoryFile(path: path, session: "satu")
    _ = HistoryFile(path: path, session: "dua").append("lain", status: 0)
    #expect(mine.lines() == ["sebelum"])
    #expect(mine.records().map(\.text) == ["sebelum", "lain"])
  }

  @Test func skipsDamagedLinesAndKeepsThem() throws {
    let damaged = """
      {"waktu":"2026-01-01T00:00:00Z","sesi":"x","status":0,"teks":"baik"}
      {"waktu":"2026-01-01T00:00:00Z","se
      bukan json
      {"teks":5}
      {"teks":"\\ud83d\\ude00 \\u00e9","lain":null}
      {"teks":"terpotong
      """
    let path = folder + "/rusak.jsonl"
    try write(damaged, to: path)
    #expect(HistoryFile(path: path).append("baru", status: 0) == nil)
    #expect(HistoryFile(path: path).lines() == ["baik", "😀 é", "baru"])
    #expect(try text(of: path).hasPrefix(damaged + "\n{"))
  }

  @Test func recallsTheLatestLines() throws {
    let path = folder + "/panjang.jsonl"
    try write((0..<6000).map { "{\"teks\":\"baris \($0)\"}\n" }.joined(), to: path)
    let lines = HistoryFile(path: path).lines()
    #expect(lines.count == 5000)
    #expect(lines.first == "baris 1000" && lines.last == "baris 5999")
  }

  @Test func complainsOnceWhenItCannotWrite() throws {
    try write("", to: folder + "/berkas")
    let file = HistoryFile(path: folder + "/berkas/riwayat.jsonl")
    let problem = try #require(file.append("a", status: 0))
    #expect(problem.message.contains("berkas/riwayat.jsonl"))
    #expect(file.append("b", status: 0) == nil)
    #expect(file.lines() == [])
  }

  @Test func severalWritersLoseNothing() async {
    let path = path
    _ = HistoryFile(path: path).append("awal", status: 0)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let file = HistoryFile(path: path, session: "\(writer)")
          for line in 0..<100 { _ = file.append("\(writer)-\(line)", status: 0) }
        }
      }
    }
    #expect(Set(HistoryFile(path: path).records().map(\.text)).count == 401)
  }

  @Test(
    arguments: [
      (["TELAAH_RIWAYAT": "/x/r", "HOME": "/h"], "/x/r"), (["TELAAH_RIWAYAT": "", "HOME": "/h"], nil),
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/telaah/riwayat.jsonl"),
      (["XDG_STATE_HOME": "relatif", "HOME": "/h"], "/h/.local/state/telaah/riwayat.jsonl"), ([:], nil),
    ] as [([String: String], String?)])
  func findsItsPlace(variables: [String: String], path: String?) {
    #expect(HistoryFile(environment: { variables[$0] })?.path == path)
  }
}
