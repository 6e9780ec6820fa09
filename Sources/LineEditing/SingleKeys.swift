internal import Glibc

/// Keys of a person at a terminal, one at a time and without Enter.
///
/// The terminal is set for that only while a key is waited for, so that between two it edits lines
/// and shows what is typed as always; however the process ends or is stopped in between, it is as it was.
package struct SingleKeys: ~Copyable {
  /// What came.
  package enum Key: Equatable {
    case character(Unicode.Scalar)
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D, or the terminal is gone.
    case end
  }

  private var input = KeyboardInput(descriptor: STDIN_FILENO)

  /// Nothing where standard input and output are no terminal.
  package init?() {
    guard Terminal.isInteractive else { return nil }
  }

  /// Waits for a key.
  ///
  /// - Parameter question: Asks for it; called when keys are no longer shown as they are typed, and
  ///   again when the process goes on after it was stopped (Ctrl-Z, `fg`).
  /// - Returns: The key.
  package mutating func next(_ question: () -> Void) -> Key {
    let watch = SignalWatch([SIGINT, SIGTERM, SIGHUP, SIGCONT], unlessIgnored: [SIGTSTP])
    defer { _ = watch }
    for number in [SIGINT, SIGCONT, SIGTSTP] { _ = Signals.take(number) }
    var former = termios()
    guard tcgetattr(STDIN_FILENO, &former) == 0 else { return .end }
    var modes = former
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) == 0 else { return .end }
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &former) }
    question()
    while true {
      switch input.next() {
      // Ctrl-D typed while the terminal still edited lines comes as a nought.
      case .scalar("\u{4}"), .scalar("\0"): return .end
      case .scalar("\u{3}"): return .interrupt
      case .scalar(let scalar): return .character(scalar)
      case .signal:
        if Signals.take(SIGINT) { return .interrupt }
        if Signals.isPending(SIGTERM) || Signals.isPending(SIGHUP) { return .end }
        if Signals.take(SIGTSTP) {
          // Whoever gets the terminal next wants it as it was.
          tcsetattr(STDIN_FILENO, TCSADRAIN, &former)
          watch.passOn(SIGTSTP)
        }
        if Signals.take(SIGCONT) {
          tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
          question()
        }
      case .end, .failure: return .end
      }
    }
  }
}
