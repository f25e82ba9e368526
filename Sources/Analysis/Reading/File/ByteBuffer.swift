import Glibc

/// Bytes that do not change, held outside the array heap so that cells can point into them.
///
/// The memory is either a mapping of a large file or a block that was read or decoded; it is released with the
/// last reference. Identity matters because the bytes are owned, hence a class.
public final class ByteBuffer: @unchecked Sendable {
  /// The bytes.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Takes over a block made by `malloc`, or a mapping when `isMapped` is true.
  init(owning bytes: UnsafeRawBufferPointer, isMapped: Bool) {
    self.bytes = bytes
    self.isMapped = isMapped
  }

  /// Copies bytes.
  public convenience init(_ source: some Collection<UInt8>) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 16)
    block.copyBytes(from: source)
    self.init(owning: UnsafeRawBufferPointer(rebasing: block[..<source.count]), isMapped: false)
  }

  deinit {
    guard let base = bytes.baseAddress else { return }
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    } else {
      UnsafeMutableRawPointer(mutating: base).deallocate()
    }
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// The text of a range, repaired where it is not valid UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line and column, both from 1, of a byte; the column counts characters (Unicode scalars).
  ///
  /// - Complexity: O(offset).
  func place(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
