internal import CEditline

extension EditorContext {
  /// Ctrl-K: deletes to the end of the row; at the end, the line break.
  func killToRowEnd(_ buffer: EditBuffer) -> UInt8 {
    let text = buffer.scalars
    let end = text[buffer.cursor...].firstIndex(of: "\n") ?? text.count
    return kill(to: end == buffer.cursor ? min(end + 1, text.count) : end, buffer)
  }

  /// Ctrl-U: deletes to the start of the row; at the start, the line break before it.
  func killToRowStart(_ buffer: EditBuffer) -> UInt8 {
    let start = Self.rowStart(before: buffer.cursor, in: buffer.scalars)
    return kill(to: start == buffer.cursor ? max(start - 1, 0) : start, buffer)
  }

  /// The other end of what is deleted, libedit's mark being at the first.
  func goToKillEnd(_ buffer: EditBuffer) -> UInt8 {
    buffer.cursor = killEnd
    return Effect.none
  }

  /// Only libedit's own commands put what they delete where Ctrl-Y finds it.
  private func kill(to end: Int, _ buffer: EditBuffer) -> UInt8 {
    guard end != buffer.cursor else { return Effect.beep }
    killEnd = end
    queue += [Key.mark, .killEnd, .killRegion].map(\.rawValue)
    return Effect.none
  }
}
