internal import CEditline

extension EditorContext {
  /// Tab: inserts what is certain, else lists what is possible.
  func complete(_ buffer: EditBuffer) -> UInt8 {
    let text = buffer.text
    let cursor = buffer.cursor
    let completion = completer(text, cursor)
    switch completion.edit(of: text, cursor: cursor) {
    case .none: return Effect.beep
    case .replace(let range, let replacement):
      buffer.replace(range, with: replacement)
      return completion.candidates.count == 1 ? Effect.refresh : Effect.refreshAndBeep
    case .list:
      // The list goes below the last row. Only libedit knows how to get there, so it is sent to
      // the end of the line first and lists when it takes up the queued key.
      listing = (completion.candidates, cursor)
      queue.append(Key.list.rawValue)
      buffer.cursor = buffer.count
      return Effect.refresh
    }
  }

  /// Prints the candidates below the line, and prompt and line below them.
  func list(_ buffer: EditBuffer) -> UInt8 {
    guard let (candidates, cursor) = listing else { return Effect.none }
    listing = nil
    let (width, height) = (Terminal.width, Terminal.height - 2)
    let rows = CandidateListing.rows(candidates, width: width, height: height)
    Self.put("\r\n" + rows.map { $0 + "\r\n" }.joined())
    buffer.cursor = cursor
    buffer.redraw()
    return Effect.none
  }
}
