/// Collects what loading finds; the same kind of remark about the same file is told at most ten thousand times
/// and counted after that.
struct LoadLog {
  var remarks: [LoadReport.Remark] = []
  private var told: [String: Int] = [:]

  mutating func notice(_ path: String, line: Int, column: String = "", text: String = "", _ message: String) {
    add(.notice, path, line, column, text, message)
  }

  mutating func rejected(_ path: String, line: Int, text: String = "", column: String = "", _ message: String)
  {
    add(.rejected, path, line, column, text, message)
  }

  mutating func unreadable(_ path: String, line: Int, column: String, text: String, _ message: String) {
    add(.unreadable, path, line, column, text, message)
  }

  private mutating func add(
    _ kind: LoadReport.Remark.Kind, _ path: String, _ line: Int, _ column: String, _ text: String,
    _ message: String
  ) {
    let number = told[path + kind.rawValue, default: 0]
    told[path + kind.rawValue] = number + 1
    guard number < TableReader.remarkLimit else { return }
    remarks.append(
      LoadReport.Remark(kind: kind, path: path, line: line, column: column, text: text, message: message))
  }

  /// Says how many remarks were only counted.
  mutating func finish(_ path: String) {
    for kind in [LoadReport.Remark.Kind.rejected, .unreadable, .notice] {
      let excess = told[path + kind.rawValue, default: 0] - TableReader.remarkLimit
      guard excess > 0 else { continue }
      let what =
        kind == .rejected ? "baris yang dilewati" : (kind == .unreadable ? "nilai tak terbaca" : "catatan")
      remarks.append(
        LoadReport.Remark(kind: .notice, path: path, line: 0, message: "dan \(excess) \(what) lagi"))
    }
  }
}
