import Analysis
import CZip
import Glibc

/// Packs parts into a ZIP archive in memory; the same parts always give the same bytes.
///
/// Entries stand in the order in which they were added and all carry the first moment that ZIP can express
/// (1 January 1980), so that neither clock nor time zone leaks into a report.
struct ZipArchiveWriter {
  /// One file in the archive.
  struct Entry: Hashable, Sendable {
    /// The path inside the archive, with `/` between folders.
    var name: String
    /// The uncompressed bytes.
    var bytes: [UInt8]
  }

  /// The entries in the order in which they are written.
  private(set) var entries: [Entry] = []

  /// Adds an entry; an entry of the same name is replaced where it stands.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index].bytes = bytes
    } else {
      entries.append(Entry(name: name, bytes: bytes))
    }
  }

  /// Adds an entry of UTF-8 text.
  mutating func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8))
  }

  /// The bytes of the archive.
  ///
  /// - Throws: A `Problem` when the compressor refuses (no memory).
  func bytes() throws(Problem) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure() }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw Self.failure()
    }
    do throws(Problem) {
      for entry in entries { try Self.add(entry, to: archive) }
      guard zip_close(archive) == 0 else { throw Self.failure() }
    } catch {
      zip_discard(archive)
      throw error
    }
    return try Self.drain(target)
  }

  private static func add(_ entry: Entry, to archive: OpaquePointer) throws(Problem) {
    let size = entry.bytes.count
    // The archive reads the bytes when it is closed: it gets its own copy, which it frees.
    guard let copy = malloc(max(size, 1)) else { throw failure() }
    entry.bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: size) }
    }
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(size), 1) else {
      free(copy)
      throw failure()
    }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure()
    }
    let position = zip_uint64_t(index)
    let isPacked = entry.name.hasSuffix(".png") || entry.name.hasSuffix(".jpeg")
    let method = isPacked ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    let firstDay: zip_uint16_t = 1 << 5 | 1
    guard zip_set_file_compression(archive, position, method, 0) == 0,
      zip_file_set_dostime(archive, position, 0, firstDay, 0) == 0
    else { throw failure() }
  }

  private static func drain(_ source: OpaquePointer) throws(Problem) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw failure() }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer -> zip_int64_t in
        guard let base = buffer.baseAddress else { return -1 }
        return zip_source_read(source, base + done, zip_uint64_t(buffer.count - done))
      }
      guard count > 0 else { throw failure() }
      done += Int(count)
    }
    return bytes
  }

  private static func failure() -> Problem {
    Problem("berkas tidak dapat dimampatkan: memori tidak cukup", kind: .system)
  }
}
