import FoundationEssentials

/// Compares text with a snapshot kept beside the test file.
///
/// A missing snapshot is written and counts as a failure the first time; `RECORD_SNAPSHOTS=1` rewrites it.
public enum Snapshot {
  /// What came of a comparison.
  public enum Outcome: Equatable, Sendable {
    case same
    case recorded(String)
    case different(expected: String, actual: String)
  }

  /// Compares text with `Snapshots/<name>` next to the calling test.
  public static func compare(_ actual: String, named name: String, file: StaticString = #filePath) throws
    -> Outcome
  {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Snapshots")
    let path = folder.appending(path: name)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    if !isRecording, let data = try? Data(contentsOf: path) {
      let expected = String(decoding: data, as: UTF8.self)
      return expected == actual ? .same : .different(expected: expected, actual: actual)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: path)
    return .recorded(path.path)
  }
}
