import Analysis
import FoundationEssentials

@testable import Shell

/// A folder of its own with a small dataset, for tests that write and change files.
struct NotebookFolder {
  /// The path.
  let path: String

  init() throws {
    let folder = URL(filePath: "/tmp").appending(path: "telaah-buku-\(UUID().uuidString)")
    path = folder.path
    try FileManager.default.createDirectory(atPath: path + "/data/uji", withIntermediateDirectories: true)
    try write(
      "data/uji/indikator.csv", "kode,nama,satuan,arah\nAKIP,Nilai AKIP,nilai,naik\nIKM,Kepuasan,nilai,naik\n"
    )
    try write(
      "data/uji/kinerja.csv",
      """
      unit,tahun,kode,target,realisasi
      Kecamatan Sepaku,2023,AKIP,70,74
      Kecamatan Sepaku,2024,AKIP,75,80.25
      Kecamatan Sepaku,2024,IKM,90,88.5

      """)
  }

  /// Writes a file below the folder.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  /// Reads a file below the folder.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  /// Replaces a text in a file.
  func replace(_ name: String, _ old: String, by new: String) throws {
    try write(
      name, try read(name).split(separator: old, omittingEmptySubsequences: false).joined(separator: new))
  }

  /// Whether a file is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// A link in the folder to another path.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  /// A session in the folder after some lines.
  func session(_ lines: String...) throws -> Session {
    var session = Session(surroundings: Surroundings(folder: path))
    for line in lines { _ = try session.execute(line) }
    return session
  }

  /// The answer to one line in a new session.
  @discardableResult
  func run(_ line: String) throws -> Output {
    var session = try session()
    return try session.execute(line)
  }

  /// The problem that a line ends with, thrown or told.
  func problem(_ line: String) throws -> Problem? {
    var session = try session()
    do {
      return try session.execute(line).problems.first
    } catch {
      return error
    }
  }
}

/// The text of an answer as a notebook records it.
func recordedText(_ output: Output) -> String { PlainTextRenderer().text(of: output.document) }
