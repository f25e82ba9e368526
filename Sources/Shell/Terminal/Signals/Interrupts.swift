import Glibc
import Synchronization

/// The signals of the session, which handlers only write down so that nothing happens at an unsafe moment.
///
/// Ctrl-C while a command runs sets ``isRequested``, which computations look at from time to time; at the prompt
/// it arrives through a pipe that the line editor watches together with the keyboard. It never ends the session.
enum Interrupts {
  private static let requested = Atomic<Bool>(false)
  private static let readEnd = Atomic<Int32>(-1)
  private static let writeEnd = Atomic<Int32>(-1)

  /// The signals that matter only while a line is being typed, when the terminal is in editing mode.
  private static let promptSignals = [SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT]

  /// Whether Ctrl-C was pressed since ``clear()``; cheap enough to be asked in an inner loop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// The end of the pipe from which ``nextSignal()`` reads, for `poll`.
  static var descriptor: Int32 { readEnd.load(ordering: .relaxed) }

  /// Takes over Ctrl-C for the rest of the program.
  static func install() {
    if descriptor < 0 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return }
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
      readEnd.store(ends[0], ordering: .relaxed)
      writeEnd.store(ends[1], ordering: .relaxed)
    }
    requested.store(false, ordering: .relaxed)
    _ = handle(SIGINT)
  }

  /// Forgets a Ctrl-C that has been answered.
  static func clear() {
    requested.store(false, ordering: .relaxed)
  }

  /// Marks the work as interrupted, as Ctrl-C does.
  static func request() {
    requested.store(true, ordering: .relaxed)
  }

  /// The oldest signal that has arrived and has not been read.
  static func nextSignal() -> Int32? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Runs the reading of a line with the signals of the prompt delivered to ``descriptor``.
  static func whileAtPrompt<Result>(_ body: () -> Result) -> Result {
    while nextSignal() != nil {}
    clear()
    let earlier = promptSignals.map { ($0, handle($0)) }
    defer {
      for (signal, action) in earlier {
        if var action { sigaction(signal, &action, nil) }
      }
      clear()
    }
    return body()
  }

  /// Lets a signal have its usual effect on this process, as if it had not been handled.
  static func deliver(_ signal: Int32) {
    var usual = sigaction()
    usual.__sigaction_handler.sa_handler = SIG_DFL
    var ours = sigaction()
    sigaction(signal, &usual, &ours)
    raise(signal)
    sigaction(signal, &ours, nil)
  }

  /// Installs the handler without SA_RESTART, so that a waiting read returns; gives the earlier action.
  private static func handle(_ signal: Int32) -> sigaction? {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      let savedError = errno
      if signal == SIGINT { Interrupts.requested.store(true, ordering: .relaxed) }
      var byte = UInt8(truncatingIfNeeded: signal)
      _ = write(Interrupts.writeEnd.load(ordering: .relaxed), &byte, 1)
      errno = savedError
    }
    var earlier = sigaction()
    return sigaction(signal, &action, &earlier) == 0 ? earlier : nil
  }
}
