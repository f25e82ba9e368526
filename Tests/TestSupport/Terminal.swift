import Glibc

/// A program running under a pseudo-terminal, with what it shows.
///
/// Every wait ends by its time limit, and the program is ended with the object.
public final class Terminal {
  /// Why a program could not be driven.
  public struct Failure: Error, CustomStringConvertible {
    /// What went wrong.
    public let description: String

    /// Makes a failure.
    public init(description: String) {
      self.description = description
    }
  }

  private var master: Int32
  /// The number of the process.
  public let process: pid_t
  private var status: Int32?
  /// What the terminal shows.
  public private(set) var screen: ScreenModel
  /// Every byte the program wrote.
  public private(set) var output: [UInt8] = []

  /// Starts a program as the leader of a session whose terminal is a new pseudo-terminal.
  ///
  /// - Parameters:
  ///   - environment: The whole environment of the program.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = ScreenModel(columns: columns, rows: rows)
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.master, &ends.slave, &name, nil, &size) == 0 else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    for end in [ends.master, ends.slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends.slave) }
    master = ends.master
    process = try Self.spawn([program] + arguments, environment: environment, terminal: name)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if master >= 0 { close(master) }
  }

  /// Writes keys.
  public func type(_ keys: String) {
    type(Array(keys.utf8))
  }

  /// Writes bytes, taking in what the program writes meanwhile so that neither waits for the other.
  public func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let limit = Self.now() + 10
    while !rest.isEmpty && Self.now() < limit {
      var watched = [pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)]
      guard poll(&watched, 1, 1000) > 0 else { continue }
      if watched[0].revents & Int16(POLLIN) != 0 { takeIn() }
      guard watched[0].revents & Int16(POLLOUT) != 0 else { continue }
      let count = rest.prefix(512).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until a condition holds; gives whether it came to hold in time.
  @discardableResult
  public func wait(_ seconds: Double = 5, until condition: (ScreenModel) -> Bool) -> Bool {
    let limit = Self.now() + seconds
    while !condition(screen) {
      let remaining = limit - Self.now()
      guard remaining > 0 else { return false }
      var watched = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
      let count = poll(&watched, 1, Int32(min(remaining * 1000, 100) + 1))
      if count > 0 && !takeIn() { return condition(screen) }
    }
    return true
  }

  /// Reads until the screen shows a text.
  @discardableResult
  public func wait(for text: String, seconds: Double = 5) -> Bool {
    wait(seconds) { $0.text.contains(text) }
  }

  /// Reads until nothing has come for a while.
  public func settle(_ seconds: Double = 0.15) {
    var watched = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
    while poll(&watched, 1, Int32(seconds * 1000)) > 0 && takeIn() {}
  }

  /// Gives the terminal another size, as a window does, which sends SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  public func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Takes the terminal away, as closing the window does.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// Whether the program has not ended.
  public var isRunning: Bool { waitForExit(0.01) == nil }

  /// Whether typed keys are echoed and lines are edited by the terminal itself, as before the program ran.
  public var isInUsualMode: Bool {
    var mode = termios()
    tcgetattr(master, &mode)
    return mode.c_lflag & tcflag_t(ECHO) != 0 && mode.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Waits for the end of the program: its exit status, 128 and the signal's number when a signal ended it, or nil
  /// when it is still running after the time.
  public func waitForExit(_ seconds: Double = 5) -> Int32? {
    let limit = Self.now() + seconds
    while status == nil && Self.now() < limit {
      settle(0.01)
      var code: Int32 = 0
      if waitpid(process, &code, WNOHANG) == process {
        status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
      }
    }
    settle(0.01)
    return status
  }

  /// Takes in what has been written; gives false at the end.
  @discardableResult
  private func takeIn() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    output.append(contentsOf: chunk[..<count])
    screen.feed(chunk[..<count])
    return true
  }

  private static func spawn(
    _ command: [String], environment: [String: String], terminal: [CChar]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session gets the first terminal it opens as its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(newSession | Int(POSIX_SPAWN_SETSIGDEF) | Int(POSIX_SPAWN_SETSIGMASK)))
    let words = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0 + "=" + $1) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, command[0], &actions, &attributes, words, variables)
    guard error == 0 else { throw Failure(description: "\(command[0]): \(String(cString: strerror(error)))") }
    return process
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
