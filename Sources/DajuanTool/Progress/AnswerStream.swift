/// An answer on its way to where it is written, with the progress bar before it: the bar tells how far a
/// long table is laid out, and is gone before its first word.
final class AnswerStream: TextOutputStream {
  private let bar: QueryBar
  private let body: (String) -> Void
  private var hasBegun = false

  /// Makes one that clears `bar` before it hands the first piece to `body`.
  init(after bar: QueryBar, _ body: @escaping (String) -> Void) {
    (self.bar, self.body) = (bar, body)
  }

  /// Draws the bar where it is time to and nothing has been written yet.
  func tick() {
    if !hasBegun { bar.tick() }
  }

  func write(_ string: String) {
    if !hasBegun {
      hasBegun = true
      bar.clear()
    }
    body(string)
  }
}
