import Glibc

/// Parts of paths.
enum FilePath {
  /// The last name of a path.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder of a path; empty for a bare name.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name without what follows its last point.
  static func stem(_ path: String) -> String {
    let name = name(path)
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return name }
    return String(name[..<point])
  }

  /// What follows the last point of the last name, in lower case; empty when there is none.
  static func ending(_ path: String) -> String {
    let name = name(path)
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }

  /// A path from a folder; an absolute path stays.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The path with every link, `.` and `..` resolved; of a path that is not there, its folder is resolved.
  ///
  /// - Returns: `nil` when not even the folder is there.
  static func canonical(_ path: String) -> String? {
    let asked = path.isEmpty ? "." : path
    if let whole = realpath(asked, nil) {
      defer { free(whole) }
      return String(cString: whole)
    }
    guard errno == ENOENT else { return nil }
    let name = name(asked)
    guard name != ".", name != "..", !asked.hasSuffix("/") else { return nil }
    var status = stat()
    guard lstat(asked, &status) != 0 else { return nil }
    let parent = folder(asked)
    guard let whole = realpath(parent.isEmpty ? "." : parent, nil) else { return nil }
    defer { free(whole) }
    return join(String(cString: whole), name)
  }

  /// Whether something is there.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a canonical path is a canonical folder or lies below it.
  static func isBelow(_ folder: String, _ path: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }
}

/// Paths as seen from a folder.
enum RelativePath {
  /// The way from a folder to a path: `../data/plandaan`; the path itself when one of them is not there.
  static func from(_ folder: String, to path: String) -> String {
    guard let base = FilePath.canonical(folder), let target = FilePath.canonical(path) else { return path }
    let from = base.split(separator: "/")
    let to = target.split(separator: "/")
    let common = zip(from, to).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: from.count - common) + to[common...].map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
