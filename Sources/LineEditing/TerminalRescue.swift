internal import Glibc

// What a handler needs when the process crashes: written before it is installed, and by it only
// read. The editor is one a process.
nonisolated(unsafe) private var formerModes = termios()
nonisolated(unsafe) private var farewell: [UInt8] = []
nonisolated(unsafe) private var formerActions: [sigaction] = []

private let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT]

private func rescue(_ number: Int32) {
  _ = farewell.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  tcsetattr(STDIN_FILENO, TCSANOW, &formerModes)
  // The signal comes again when this returns, and does what it did before.
  for (index, other) in crashes.enumerated() where other == number {
    sigaction(number, &formerActions[index], nil)
  }
  raise(number)
}

/// Gives a terminal in raw modes back as it was if the process crashes in the meantime.
struct TerminalRescue {
  /// Starts; the terminal is in its ordinary modes. `text` is written to it on a crash.
  init(_ text: String) {
    guard tcgetattr(STDIN_FILENO, &formerModes) == 0 else { return }
    farewell = Array(text.utf8)
    formerActions = crashes.map { number in
      var action = sigaction()
      action.__sigaction_handler.sa_handler = rescue
      // A stack that has run over is no place for a handler.
      action.sa_flags = Int32(SA_ONSTACK)
      var former = sigaction()
      sigaction(number, &action, &former)
      return former
    }
  }

  /// Ends; what crashes did before, they do again.
  func end() {
    for (index, number) in crashes.enumerated() where index < formerActions.count {
      sigaction(number, &formerActions[index], nil)
    }
    formerActions = []
  }
}
