import CMessageDigest

/// The SHA-256 of bytes: two files with the same fingerprint hold the same data.
public enum Fingerprint {
  /// The fingerprint as 64 hexadecimal digits.
  ///
  /// - Complexity: O(bytes).
  public static func of(_ buffer: ByteBuffer) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, buffer.bytes.bindMemory(to: UInt8.self).baseAddress, buffer.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    let figures = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
  }
}
