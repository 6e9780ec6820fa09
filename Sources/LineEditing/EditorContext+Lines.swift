internal import CEditline
internal import Glibc

extension EditorContext {
  /// Reads a line with libedit.
  func readEdited(_ editline: OpaquePointer, initial: String) -> LineEditor.ReadResult {
    self.initial = initial
    queue = initial.isEmpty ? [] : [Key.begin.rawValue]
    search = nil
    listing = nil
    ending = .endOfInput
    // libedit shows the prompt first and only then takes the terminal over; what is typed in
    // between the kernel would show as well.
    ce_prepare_terminal(editline, 1)
    var count: Int32 = 0
    if let line = el_wgets(editline, &count), count > 0 {
      let text = WideText.decode(UnsafeBufferPointer(start: line, count: Int(count)))
      return .line(Self.withoutNewline(text))
    }
    leaveLine(editline, note: ending == .interrupted ? "^C" : "")
    return ending
  }

  /// Reads a line as the kernel edits it: the prompt without colours, no completion.
  func readPlainly() -> LineEditor.ReadResult {
    Self.put(prompt.visible)
    var line = String.UnicodeScalarView()
    while true {
      switch input.next() {
      case .scalar("\n"): return .line(String(line))
      case .scalar(let scalar): line.append(scalar)
      case .signal:
        guard Signals.take(SIGINT) else { continue }
        input.discard()
        Self.put("\n")
        return .interrupted
      case .end where !line.isEmpty: return .line(String(line))
      case .end, .failure:
        Self.put("\n")
        return .endOfInput
      }
    }
  }

  private static func withoutNewline(_ text: String) -> String {
    var scalars = text.unicodeScalars
    if scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }
}
