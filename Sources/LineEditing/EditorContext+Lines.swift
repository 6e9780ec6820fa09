internal import CEditline
internal import Glibc

extension EditorContext {
  /// Tells the terminal to mark what is pasted, or no longer to.
  private static let marksPastes = (on: "\u{1B}[?2004h", off: "\u{1B}[?2004l")

  /// Reads a text with libedit.
  func readEdited(_ editline: OpaquePointer, initial: String) -> LineEditor.ReadResult {
    self.initial = PastedText.harmless(initial.utf8)
    queue = initial.isEmpty ? [] : [Key.begin.rawValue]
    search = nil
    prefixSearch = nil
    recalled = nil
    undoable = UndoHistory()
    listing = nil
    pasted = ""
    isPasting = false
    endsNow = false
    hasScreen = false
    lastWasText = false
    ending = .endOfInput
    let rescue = TerminalRescue(Self.marksPastes.off)
    defer { rescue.end() }
    // libedit first draws and only then takes the terminal over; what is typed in between the
    // kernel would show as well.
    takeTerminal(editline)
    dropPaste()
    defer { Self.put(Self.marksPastes.off) }
    screen.forget()
    var count: Int32 = 0
    if let line = el_wgets(editline, &count), count > 0 {
      let text = WideText.decode(UnsafeBufferPointer(start: line, count: Int(count)))
      let statement = Self.withoutNewline(text)
      leave(Array(statement.unicodeScalars))
      return .line(statement)
    }
    if !endsNow { leave(EditBuffer(editline).scalars) }
    return ending
  }

  func takeTerminal(_ editline: OpaquePointer) {
    ce_prepare_terminal(editline, 1)
    // With its line ends translated, one of two characters in a paste would be two; with its flow
    // control, Ctrl-S would stop the terminal and not search. libedit has to know, as it puts its
    // own modes back after Ctrl-V.
    ce_leave_characters_alone(editline)
    Self.put(Self.marksPastes.on)
  }

  func returnTerminal(_ editline: OpaquePointer) {
    Self.put(Self.marksPastes.off)
    ce_prepare_terminal(editline, 0)
  }

  /// Reads a text as the kernel edits its lines: the prompts without colours, no completion.
  func readPlainly() -> LineEditor.ReadResult {
    var text = ""
    Self.put(prompt.visible)
    while true {
      let ending = readPlainLine(behind: text.isEmpty ? prompt : continuation)
      guard case .line(let line) = ending else { return text.isEmpty ? ending : plainEnd(ending) }
      let isFirst = text.isEmpty
      text += isFirst ? line : "\n" + line
      guard let isComplete, !isComplete(text), isFirst || !line.allSatisfy(\.isWhitespace) else {
        return .line(text)
      }
      Self.put(continuation.visible)
    }

    // At the end of input, what has come is still answered, or told to lack something.
    func plainEnd(_ ending: LineEditor.ReadResult) -> LineEditor.ReadResult {
      ending == .endOfInput ? .line(text) : ending
    }
  }

  private func readPlainLine(behind prompt: Prompt) -> LineEditor.ReadResult {
    var line = String.UnicodeScalarView()
    while true {
      switch input.next() {
      case .scalar("\n"): return .line(String(line))
      case .scalar(let scalar): line.append(scalar)
      case .signal:
        if Signals.take(SIGINT) {
          input.discard()
          Self.put("\n")
          return .interrupted
        }
        for number in [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] where Signals.take(number) {
          watch?.passOn(number)
          // The terminal has dropped what was typed of the line.
          line.removeAll()
          Self.put(prompt.visible)
        }
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
