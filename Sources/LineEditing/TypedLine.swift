internal import Glibc

/// A line that a person types while the terminal edits it.
package enum TypedLine: Equatable {
  /// Without its end.
  case text(String)
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D, or the terminal is gone.
  case end

  /// Waits for a line of standard input; bytes that are no UTF-8 are replaced.
  ///
  /// - Parameter question: Asks for it; called when Ctrl-C no longer ends the process, and again when
  ///   the process goes on after it was stopped (Ctrl-Z, `fg`), as the terminal then has dropped what
  ///   was typed.
  /// - Returns: What came.
  package static func next(_ question: () -> Void) -> TypedLine {
    let watch = SignalWatch([SIGINT, SIGCONT])
    defer { _ = watch }
    for number in [SIGINT, SIGCONT] { _ = Signals.take(number) }
    let input = KeyboardInput(descriptor: STDIN_FILENO)
    question()
    var line: [UInt8] = []
    while true {
      switch input.wait() {
      case .signal:
        if Signals.take(SIGINT) { return .interrupt }
        if Signals.take(SIGCONT) { question() }
        continue
      case .some: return .end
      case .none: break
      }
      // A terminal hands out one line at most, so nothing of the next is taken.
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { return line.isEmpty ? .end : .text(String(decoding: line, as: UTF8.self)) }
      line += chunk[..<count]
      if line.last == UInt8(ascii: "\n") {
        return .text(String(decoding: line.dropLast(), as: UTF8.self))
      }
    }
  }
}
