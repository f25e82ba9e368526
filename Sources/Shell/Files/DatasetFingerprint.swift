import Analysis
import Glibc

/// The fingerprint of a dataset's folder without loading it.
enum DatasetFingerprint {
  /// The names of the files that loading reads.
  private static let tableNames: Set<String> = [
    "aturan", "simpul", "indikator", "kinerja", "anggaran", "klaim", "sumberdaya", "kktp",
  ]

  /// The CSV files of a folder, in the order of their names.
  static func files(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var result: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), name.lowercased().hasSuffix(".csv") { result.append(folder + "/" + name) }
    }
    return result.sorted()
  }

  /// The fingerprint as ``RecordedFile/fingerprint(of:)`` gives it for the files that loading would read.
  static func of(_ folder: String) throws(Problem) -> String {
    var files: [LoadReport.File] = []
    for path in self.files(in: folder) where tableNames.contains(FilePath.stem(path).lowercased()) {
      guard let bytes = try? FileBytes.read(path) else { continue }
      files.append(
        LoadReport.File(table: "", path: path, rows: 0, dialect: "", fingerprint: Fingerprint.of(bytes)))
    }
    return RecordedFile.fingerprint(of: files)
  }
}
