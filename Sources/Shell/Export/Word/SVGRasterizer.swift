import Glibc

/// Turns SVG into PNG with the program `rsvg-convert`, where it is installed.
///
/// This starts a program: offer it only to the person who runs the export, never to a notebook.
struct SVGRasterizer: Sendable {
  /// The program's path.
  let program: String

  /// Finds the program in the folders of `PATH`.
  ///
  /// - Returns: `nil` when it is not installed.
  static func installed() -> SVGRasterizer? {
    ExternalProgram.find("rsvg-convert").map { SVGRasterizer(program: $0.path) }
  }

  /// The picture as PNG, 1.600 pixels wide.
  ///
  /// - Returns: `nil` when the program fails or gives no PNG.
  func png(_ svg: String) -> [UInt8]? {
    guard let input = Self.temporaryFile(), let output = Self.temporaryFile() else { return nil }
    defer {
      close(input)
      close(output)
    }
    guard Self.write(Array(svg.utf8), to: input), lseek(input, 0, SEEK_SET) == 0 else { return nil }
    guard run(input: input, output: output), lseek(output, 0, SEEK_SET) == 0 else { return nil }
    let bytes = Self.read(output)
    return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? bytes : nil
  }

  private func run(input: Int32, output: Int32) -> Bool {
    let words = ["--format=png", "--width=1600", "--keep-aspect-ratio"]
    return ExternalProgram(path: program).outcome(of: words, input: input, output: output) == .succeeded
  }

  /// An open file without a name, gone when it is closed.
  private static func temporaryFile() -> Int32? {
    var template = Array("/tmp/telaah-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || (count < 0 && errno == EINTR) else { return false }
      done += max(count, 0)
    }
    return true
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
