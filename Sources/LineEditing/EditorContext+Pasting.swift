extension EditorContext {
  /// After so many milliseconds without more, what has come of a paste is shown.
  private static let pause: Int32 = 200

  /// Takes in what comes of a paste and queues its insertion.
  ///
  /// All of it is inserted at once, however much that is: each insertion costs as much as the
  /// text is long. A paste that never ends shows what has come of it, and Ctrl-C gets out of it.
  func readPaste(_ buffer: EditBuffer) {
    var bytes: [UInt8] = []
    var event = input.paste(into: &bytes, pause: Self.pause)
    if event == .paused, bytes.isEmpty {
      draw(buffer)
      event = input.paste(into: &bytes, pause: -1)
    }
    if event == .complete || event == .end { isPasting = false }
    guard !bytes.isEmpty else { return }
    pasted += PastedText.harmless(bytes)
    queue.append(Key.paste.rawValue)
  }

  /// Passes over the rest of a paste that Ctrl-C gave up: its lines are not to be run.
  func dropPaste() {
    guard dropsPaste else { return }
    dropsPaste = false
    var dropped: [UInt8] = []
    while input.paste(into: &dropped, pause: Self.pause) == .signal {}
  }

  /// Puts what was pasted into the text as it is.
  func paste(_ buffer: EditBuffer) -> UInt8 {
    buffer.insert(pasted)
    pasted = ""
    return Effect.none
  }
}
