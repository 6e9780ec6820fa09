internal import CEditline
internal import Glibc

extension EditorContext {
  /// The next character for libedit (EL_GETCFN): 1 and the character, 0 at the end of input,
  /// -1 when the line is interrupted or the terminal fails.
  func read(_ editline: OpaquePointer, into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      if !queue.isEmpty {
        character.pointee = queue.removeFirst()
        return 1
      }
      if handleSignals(editline) {
        ending = .interrupted
        errno = EINTR
        return -1
      }
      switch input.next() {
      case .signal: continue
      case .end: return 0
      case .failure(let code):
        errno = code
        return -1
      case .scalar(let scalar):
        // C1 controls would be taken for keys of the editor's own.
        if (0x80...0x9F).contains(scalar.value) { continue }
        if scalar == "\r" || scalar == "\n" { input.drain() }
        if search == nil {
          character.pointee = wchar_t(bitPattern: scalar.value)
        } else {
          searchedScalar = scalar
          character.pointee = Key.searchStep.rawValue
        }
        return 1
      }
    }
  }

  func startWatching() {
    watch = SignalWatch([SIGINT, SIGWINCH], unlessIgnored: [SIGTSTP, SIGTERM, SIGHUP, SIGQUIT])
    for number in [SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT] { _ = Signals.take(number) }
  }

  /// Acts on the signals that have come. Returns whether the line is given up.
  private func handleSignals(_ editline: OpaquePointer) -> Bool {
    if Signals.take(SIGINT) {
      input.discard()
      return true
    }
    for number in [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] where Signals.take(number) {
      // Whoever gets the terminal next wants it as it was.
      leaveLine(editline, note: "")
      ce_prepare_terminal(editline, 0)
      watch?.passOn(number)
      ce_prepare_terminal(editline, 1)
      el_resize(editline)
      ce_redraw(editline)
    }
    if Signals.take(SIGWINCH) { resize(editline) }
    return false
  }

  /// Draws prompt and line anew for the terminal's new size.
  ///
  /// By now nearly every terminal has laid its rows out afresh, so the top of the prompt is as
  /// far above the cursor as the text between them takes rows at the new width.
  private func resize(_ editline: OpaquePointer) {
    let rows = layout(of: EditBuffer(editline), upTo: .cursor).row
    Self.put("\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
    el_resize(editline)
    ce_redraw(editline)
  }

  /// Moves below the line being edited, with a `note` at its end.
  func leaveLine(_ editline: OpaquePointer, note: String) {
    let buffer = EditBuffer(editline)
    let end = layout(of: buffer, upTo: .end)
    let below = end.row - layout(of: buffer, upTo: .cursor).row
    let across = end.column > 0 ? "\u{1B}[\(end.column)C" : ""
    Self.put("\r" + String(repeating: "\n", count: below) + across + note + "\r\n")
  }

  private enum Place { case cursor, end }

  private func layout(of buffer: EditBuffer, upTo place: Place) -> ScreenLayout {
    var layout = ScreenLayout(width: Terminal.width)
    layout.advance(over: prompt.visible)
    let text = buffer.text.unicodeScalars
    let shown = place == .end ? text[...] : text.prefix(buffer.cursor)
    layout.advance(over: String(String.UnicodeScalarView(shown)))
    return layout
  }

  /// Writes to the terminal through the stream libedit writes to, so that order is kept.
  static func put(_ text: String) {
    fputs(text, ce_stdout())
    fflush(ce_stdout())
  }
}
