import CZip
import Glibc

/// Unpacks a ZIP archive in memory within limits; nothing is ever extracted to the file system.
package struct ZipArchiveReader {
  /// How much an archive may hold before it is refused.
  package struct Limits: Hashable, Sendable {
    /// The greatest size of the archive itself in bytes.
    package var archiveBytes = 256 << 20
    /// The greatest number of entries.
    package var entries = 5_000
    /// The greatest sum of uncompressed sizes in bytes.
    package var unpackedBytes = 1 << 30

    /// Limits that suit an office file on a small computer.
    package static let office = Limits()

    /// The usual limits.
    package init() {}
  }

  /// The file's name, for messages.
  package let name: String
  /// The entries by their path inside the archive.
  package let entries: [String: [UInt8]]
  /// The paths in the order of the archive.
  package let order: [String]

  /// Reads the archive at a path.
  ///
  /// - Throws: A `Problem` when the file is unreadable, is no ZIP archive, is encrypted or exceeds the limits.
  package init(path: String, limits: Limits = .office) throws(Problem) {
    try self.init(FileBytes.read(path, limit: limits.archiveBytes), name: path, limits: limits)
  }

  /// Reads an archive that is in memory.
  package init(_ bytes: [UInt8], name: String, limits: Limits = .office) throws(Problem) {
    try self.init(ByteBuffer(bytes), name: name, limits: limits)
  }

  /// Reads an archive that is in memory.
  init(_ buffer: ByteBuffer, name: String, limits: Limits = .office) throws(Problem) {
    self.name = name
    let bytes = buffer.bytes
    guard FileKind(bytes) != .oldOffice else {
      throw Problem(
        "\(name) berformat Office lama atau dikunci dengan sandi", kind: .data,
        expected: "berkas .xlsx atau .docx tanpa sandi")
    }
    guard bytes.starts(with: "PK".utf8) else { throw Self.damaged(name) }
    let content = try Self.unpack(bytes, name: name, limits: limits)
    order = content.map(\.0)
    entries = Dictionary(content) { first, _ in first }
  }

  /// The bytes of an entry.
  package subscript(name: String) -> [UInt8]? { entries[name] }

  private static func unpack(
    _ buffer: UnsafeRawBufferPointer, name: String, limits: Limits
  ) throws(Problem) -> [(String, [UInt8])] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
    else { throw damaged(name) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw damaged(name)
    }
    defer { zip_discard(archive) }
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      throw Problem("\(name) ditolak: berisi \(count) bagian, batasnya \(limits.entries)", kind: .data)
    }
    var content: [(String, [UInt8])] = []
    var seen: Set<String> = []
    var budget = limits.unpackedBytes
    for index in 0..<zip_uint64_t(max(count, 0)) {
      guard let raw = zip_get_name(archive, index, 0) else { throw damaged(name) }
      let entry = String(cString: raw)
      guard !entry.hasSuffix("/") else { continue }
      guard seen.insert(entry.lowercased()).inserted else {
        throw Problem("\(name) ditolak: bagian \(entry) ada dua kali", kind: .data)
      }
      let bytes = try read(index, of: archive, entry: entry, name: name, budget: budget, limits: limits)
      budget -= bytes.count
      content.append((entry, bytes))
    }
    return content
  }

  /// Reads one entry, trusting neither its stated size nor its compression ratio.
  private static func read(
    _ index: zip_uint64_t, of archive: OpaquePointer, entry: String, name: String, budget: Int, limits: Limits
  ) throws(Problem) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw damaged(name) }
    guard status.encryption_method == 0 else {
      throw Problem("\(name) dikunci dengan sandi", kind: .data, expected: "berkas tanpa sandi")
    }
    let tooLarge = Problem(
      "\(name) ditolak: isinya lebih dari \(limits.unpackedBytes) bita setelah dibuka", kind: .data)
    guard status.size <= UInt64(budget) else { throw tooLarge }
    guard let file = zip_fopen_index(archive, index, 0) else { throw damaged(name) }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(status.size), 1 << 24))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer -> zip_int64_t in
        guard let base = buffer.baseAddress else { return -1 }
        return zip_fread(file, base, zip_uint64_t(buffer.count))
      }
      guard count >= 0 else { throw damaged(name) }
      if count == 0 { return bytes }
      guard bytes.count + Int(count) <= budget else { throw tooLarge }
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
  }

  private static func damaged(_ name: String) -> Problem {
    Problem("\(name) rusak atau bukan berkas Office", kind: .data, expected: "berkas .xlsx atau .docx")
  }
}
