internal import Glibc
internal import LineEditing

/// A line that a person types while the terminal edits it.
enum TypedLine {
  /// Without its end.
  case text(String)
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D, or the terminal is gone.
  case end

  /// Waits for a line of standard input; bytes that are no UTF-8 are replaced.
  ///
  /// - Parameter question: Asks for it; called when Ctrl-C no longer ends the process.
  /// - Returns: What came.
  static func next(_ question: () -> Void) -> TypedLine {
    let interrupts = Interrupts()
    defer { _ = interrupts }
    question()
    var line: [UInt8] = []
    while true {
      // A Ctrl-C just before a wait would not end it, so none is long.
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&source, 1, 100) > 0
      if Interrupts.isPending { return .interrupt }
      guard isReady else { continue }
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
