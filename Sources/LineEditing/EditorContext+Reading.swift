internal import CEditline
internal import Glibc

extension EditorContext {
  /// The next character for libedit (EL_GETCFN): 1 and the character, 0 at the end of input,
  /// -1 when the line is interrupted or the terminal fails.
  func read(_ editline: OpaquePointer, into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      if !queue.isEmpty { return hand(queue.removeFirst(), to: editline, character) }
      if handleSignals(editline) { end(.interrupted, EditBuffer(editline), note: "^C") }
      if endsNow {
        errno = EINTR
        return -1
      }
      if isPasting {
        readPaste(EditBuffer(editline))
        continue
      }
      if !input.isReady() { draw(EditBuffer(editline)) }
      switch input.next() {
      case .signal: continue
      case .end: return 0
      case .failure(let code):
        errno = code
        return -1
      case .scalar(let scalar):
        noteForUndo(scalar, EditBuffer(editline))
        if let key = key(for: scalar) { return hand(key, to: editline, character) }
      }
    }
  }

  private func noteForUndo(_ key: Unicode.Scalar, _ buffer: EditBuffer) {
    if search != nil { return }
    undoable.note(key, UndoHistory.State(text: buffer.text, cursor: buffer.cursor))
  }

  /// Ends the line before its time.
  func end(_ result: LineEditor.ReadResult, _ buffer: EditBuffer, note: String = "") {
    ending = result
    endsNow = true
    leave(buffer.scalars, note: note)
  }

  /// Gives libedit a character to act on.
  private func hand(
    _ key: wchar_t, to editline: OpaquePointer, _ character: UnsafeMutablePointer<wchar_t>
  ) -> Int32 {
    if !hasScreen {
      hasScreen = true
      // It has just asked the terminal.
      let (columns, rows) = Self.believedSize
      ce_set_capability(editline, WideText.encode("co"), WideText.encode(columns))
      ce_set_capability(editline, WideText.encode("li"), WideText.encode(rows))
    }
    // libedit draws a typed character without a look at the rest, from where it believes the
    // cursor to be. After a movement in text taller than its screen that is wrong, and it would
    // write past its rows; drawn anew, it is right.
    if !lastWasText { ce_redraw(editline) }
    lastWasText = key >= 0x20 && !(0x7F...0x9F).contains(key)
    character.pointee = key
    return 1
  }

  /// What libedit is to read for a typed character; nil for nothing.
  private func key(for scalar: Unicode.Scalar) -> wchar_t? {
    // C1 controls would be taken for keys of the editor's own.
    if (0x80...0x9F).contains(scalar.value) { return nil }
    if scalar == "\r" || scalar == "\n" { input.drain() }
    if search != nil {
      searchedScalar = scalar
      return Key.searchStep.rawValue
    }
    guard scalar == "\u{1B}" else { return wchar_t(bitPattern: scalar.value) }
    if input.take(KeyboardInput.pasteStart) {
      isPasting = true
      return nil
    }
    // Left behind by a paste that was given up.
    if input.take(KeyboardInput.pasteEnd) { return nil }
    guard usesViKeys, !Self.isKeyOfSeveral(input.following()) else { return 0x1B }
    return Key.commandMode.rawValue
  }

  /// Whether ESC and this byte begin what one key sends: an arrow, or Enter with Alt.
  private static func isKeyOfSeveral(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return [UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
      .contains(byte)
  }

  func startWatching() {
    watch = SignalWatch([SIGINT, SIGWINCH], unlessIgnored: [SIGTSTP, SIGTERM, SIGHUP, SIGQUIT])
    for number in [SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT] { _ = Signals.take(number) }
  }

  /// Acts on the signals that have come. Returns whether the line is given up.
  private func handleSignals(_ editline: OpaquePointer) -> Bool {
    if Signals.take(SIGINT) {
      input.discard()
      dropsPaste = isPasting
      return true
    }
    for number in [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] where Signals.take(number) {
      // Whoever gets the terminal next wants it as it was.
      leave(EditBuffer(editline).scalars)
      returnTerminal(editline)
      watch?.passOn(number)
      takeTerminal(editline)
      draw(EditBuffer(editline))
    }
    if Signals.take(SIGWINCH) { redrawResized(EditBuffer(editline)) }
    return false
  }
}
