internal import CEditline

extension EditorContext {
  /// Candidates that are to be listed, or have been.
  struct Listing {
    let text: String
    let cursor: Int
    let candidates: [Completion.Candidate]
    /// How many of them have been shown.
    var shown = 0
  }

  /// Tab: inserts what is certain, else lists what is possible, a page at each press.
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
      var next = Listing(text: text, cursor: cursor, candidates: completion.candidates)
      if let listing, listing.text == text, listing.cursor == cursor,
        listing.candidates == next.candidates, listing.shown < next.candidates.count
      {
        next.shown = listing.shown
      }
      listing = next
      // The list goes below the last row. Only libedit knows how to get there, so it is sent to
      // the end of the line first and lists when it takes up the queued key.
      queue.append(Key.list.rawValue)
      buffer.cursor = buffer.count
      return Effect.refresh
    }
  }

  /// Prints the candidates below the line, and prompt and line below them.
  func list(_ buffer: EditBuffer) -> UInt8 {
    guard let listing else { return Effect.none }
    let page = CandidateListing(
      listing.candidates.dropFirst(listing.shown), width: Terminal.width,
      height: Terminal.height - 2)
    self.listing?.shown += page.count
    Self.put("\r\n" + page.rows.map { $0 + "\r\n" }.joined())
    buffer.cursor = listing.cursor
    buffer.redraw()
    return Effect.none
  }
}
