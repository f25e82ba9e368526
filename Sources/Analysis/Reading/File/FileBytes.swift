import Glibc

/// Reads whole files, and says in plain words why one cannot be read.
public enum FileBytes {
  /// Files of at least this many bytes are mapped instead of copied.
  static let mappingThreshold = 64 << 20

  /// The bytes of a file.
  ///
  /// - Parameter limit: The greatest size in bytes that is read.
  /// - Throws: A ``Problem`` of kind `.system` when the file is not there (with the nearest names in its folder),
  ///   not readable, a folder or not an ordinary file; of kind `.data` when it is empty or beyond the limit.
  public static func read(_ path: String, limit: Int = .max) throws(Problem) -> ByteBuffer {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw refusal(of: path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refusal(of: path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw problem("\(path) adalah folder, bukan berkas", path, expected: "nama satu berkas")
    default: throw problem("\(path) bukan berkas biasa (perangkat atau pipa)", path, expected: "berkas biasa")
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw problem("berkas \(path) kosong", path, kind: .data) }
    guard size <= limit else {
      throw problem("berkas \(path) terlalu besar: \(size) bita, batasnya \(limit)", path, kind: .data)
    }
    if size >= mappingThreshold, let mapped = map(descriptor, size) { return mapped }
    return try copy(descriptor, size, path)
  }

  /// Whether a path leads to an ordinary file.
  static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func map(_ descriptor: Int32, _ size: Int) -> ByteBuffer? {
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      return nil
    }
    madvise(base, size, MADV_SEQUENTIAL)
    return ByteBuffer(owning: UnsafeRawBufferPointer(start: base, count: size), isMapped: true)
  }

  private static func copy(_ descriptor: Int32, _ size: Int, _ path: String) throws(Problem) -> ByteBuffer {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    var filled = 0
    while filled < size {
      let count = Glibc.read(descriptor, block.baseAddress?.advanced(by: filled), size - filled)
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        block.deallocate()
        throw refusal(of: path, code)
      }
      if count == 0 { break }
      filled += count
    }
    return ByteBuffer(owning: UnsafeRawBufferPointer(rebasing: block[..<filled]), isMapped: false)
  }

  /// Puts a refusal of the operating system into words.
  static func refusal(of path: String, _ code: Int32) -> Problem {
    switch code {
    case ENOENT, ENOTDIR: return missing(path)
    case EACCES, EPERM: return problem("berkas \(path) tidak boleh dibaca", path, expected: "izin baca")
    case ELOOP: return problem("tautan \(path) berputar tanpa ujung", path)
    case ENAMETOOLONG: return problem("nama berkas terlalu panjang", path)
    case EMFILE, ENFILE: return problem("terlalu banyak berkas terbuka untuk membaca \(path)", path)
    default: return problem("berkas \(path) tidak dapat dibaca (galat sistem \(code))", path)
    }
  }

  /// Tells that nothing is there, with the nearest names in the folder.
  ///
  /// - Parameter what: What was looked for, `berkas` or `folder`.
  static func missing(_ path: String, _ what: String = "berkas") -> Problem {
    let (folder, name) = split(path)
    guard let entries = names(inFolder: folder) else {
      return problem("tidak ada \(what) \(path): folder \(folder) tidak ditemukan", path)
    }
    let near = Suggestion.nearest(to: name, among: entries)
    let prefix = path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
    var result = problem("tidak ada \(what) \(path)", path)
    result.suggestions = near.map { prefix + $0 }
    return result
  }

  /// The names in a folder, sorted by code point, without hidden ones; `nil` when it cannot be listed.
  static func names(inFolder folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var result: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { result.append(name) }
    }
    return result.sorted()
  }

  /// A path as its folder (`.` for none) and its last name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  private static func problem(
    _ message: String, _ path: String, kind: Problem.Kind = .system, expected: String? = nil
  ) -> Problem {
    Problem(message, kind: kind, place: .file(path, line: 0, column: 0), expected: expected)
  }
}
