internal import Glibc

/// What the process knows of the terminal it runs in.
package enum Terminal {
  /// Whether a person sits at both ends: standard input and standard output are terminals.
  package static var isInteractive: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Whether standard output is a terminal.
  package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  package static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a person can be asked something: standard input and standard error are terminals.
  package static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal: what the kernel says, else `COLUMNS`, else 80.
  package static var width: Int {
    windowSize?.columns ?? positive(variable("COLUMNS")) ?? 80
  }

  /// Rows of the terminal: what the kernel says, else `LINES`, else 24.
  package static var height: Int {
    windowSize?.rows ?? positive(variable("LINES")) ?? 24
  }

  /// The kind of terminal that `TERM` names, where the terminfo database does not know it.
  package static var unknownKind: String? {
    guard description == nil, let term = variable("TERM"), !term.isEmpty else { return nil }
    return term
  }

  /// Whether the terminal can move its cursor. `TERM` unset, empty, `dumb` or of a terminal that the
  /// terminfo database does not know says it cannot.
  package static var canMoveCursor: Bool { description?.movesCursor ?? false }

  /// Whether to colour what goes to standard output: it is a terminal, `TERM` names one that
  /// can, and `NO_COLOR` is unset or empty (no-color.org).
  package static var supportsColor: Bool { isatty(STDOUT_FILENO) == 1 && wantsColor }

  /// Whether to colour what goes to standard error.
  package static var supportsColorOfErrors: Bool { isatty(STDERR_FILENO) == 1 && wantsColor }

  private static var wantsColor: Bool {
    supportsColor(description, noColor: variable("NO_COLOR"))
  }

  /// Looked up once: it takes a file.
  private static let description = TerminalDescription(term: variable("TERM"))

  static func supportsColor(_ description: TerminalDescription?, noColor: String?) -> Bool {
    guard let description, (noColor ?? "").isEmpty else { return false }
    return description.movesCursor && description.colors >= 8
  }

  static func positive(_ text: String?) -> Int? {
    guard let text, let number = Int(text), number > 0 else { return nil }
    return number
  }

  private static var windowSize: (columns: Int, rows: Int)? {
    for descriptor in [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
        return (Int(size.ws_col), Int(size.ws_row))
      }
    }
    return nil
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
