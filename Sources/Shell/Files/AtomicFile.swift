import Analysis
import Glibc

/// Writes a file so that a reader sees either the old bytes or all the new ones.
struct AtomicFile {
  /// Where the file will stand.
  let path: String

  /// Writes the bytes to a temporary file in the same folder and renames it over the target.
  ///
  /// - Throws: A `Problem` of kind ``Problem/Kind/system`` when the system refuses; nothing is left behind.
  func write(_ bytes: [UInt8]) throws(Problem) {
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw refused() }
    do throws(Problem) {
      try fill(descriptor, bytes)
      guard rename(template, path) == 0 else { throw refused() }
    } catch {
      unlink(template)
      throw error
    }
  }

  /// Reads a whole file.
  ///
  /// - Parameter limit: The greatest size in bytes that is read.
  /// - Throws: A `Problem` when the file is not there, is not a plain file or is greater than the limit.
  static func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem("\(path) bukan berkas biasa", kind: .system)
    }
    guard Int(status.st_size) <= limit else {
      throw Problem(
        "berkas \(path) terlalu besar: \(status.st_size) bita, batasnya \(limit) bita", kind: .data)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      guard count > 0 else { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  private func fill(_ descriptor: Int32, _ bytes: [UInt8]) throws(Problem) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let problem = refused()
        close(descriptor)
        throw problem
      }
      done += count
    }
    fchmod(descriptor, mode)
    let isSafe = fsync(descriptor) == 0
    guard close(descriptor) == 0, isSafe else { throw refused() }
  }

  /// The permissions of the file that is replaced, or those of a new file.
  private var mode: mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o777 }
    let mask = umask(0o022)
    umask(mask)
    return 0o666 & ~mask
  }

  private func refused() -> Problem {
    Problem("berkas \(path) tidak dapat ditulis: \(Self.systemReason(errno))", kind: .system)
  }

  private static func unreadable(_ path: String) -> Problem {
    Problem("berkas \(path) tidak dapat dibaca: \(systemReason(errno))", kind: .system)
  }

  /// The system's refusal in Indonesian.
  private static func systemReason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "berkas atau foldernya tidak ada"
    case EACCES, EPERM: "tidak diizinkan"
    case EROFS: "folder itu hanya dapat dibaca"
    case ENOSPC, EDQUOT: "ruang simpan penuh"
    case EISDIR: "nama itu adalah folder"
    case ENOTDIR: "sebagian jalurnya bukan folder"
    case ENAMETOOLONG: "namanya terlalu panjang"
    default: String(cString: strerror(number))
    }
  }
}
