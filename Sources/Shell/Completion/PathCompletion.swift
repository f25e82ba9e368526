import Analysis
import Glibc

/// Offers files and folders whose path begins with what was typed.
struct PathCompletion {
  /// The folder that relative paths start from.
  let folder: String

  /// The completions of a path that ends at the cursor.
  func completions(_ typed: String, cursor: Int) -> Completions {
    let slash = typed.lastIndex(of: "/")
    let parent = slash.map { String(typed[...$0]) } ?? ""
    let name = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let base = parent.hasPrefix("/") ? parent : (folder.isEmpty ? "./" : folder + "/") + parent
    let range = (cursor - name.unicodeScalars.count)..<cursor
    let entries = Self.entries(of: base).filter {
      $0.name.hasPrefix(name) && ($0.name.first != "." || name.first == ".")
    }
    return Completions(
      range: range,
      candidates: entries.map { .init($0.isFolder ? $0.name + "/" : $0.name, suffix: $0.isFolder ? "" : " ") }
    )
  }

  private static func entries(of path: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var found: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      var facts = stat()
      let isFolder = stat(path + "/" + name, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
      found.append((name, isFolder))
    }
    return found.sorted { $0.name < $1.name }
  }
}
