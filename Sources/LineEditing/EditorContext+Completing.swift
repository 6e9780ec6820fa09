internal import CEditline

extension EditorContext {
  /// Candidates that are listed.
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
      return completion.candidates.count == 1 ? Effect.none : Effect.beep
    case .list:
      var next = Listing(text: text, cursor: cursor, candidates: completion.candidates)
      if let listing, listing.text == text, listing.cursor == cursor,
        listing.candidates == next.candidates, listing.shown < next.candidates.count
      {
        next.shown = listing.shown
      }
      list(next, buffer)
      return Effect.none
    }
  }

  /// Prints the next candidates below the text, and leaves prompt and text to be drawn below them.
  private func list(_ candidates: Listing, _ buffer: EditBuffer) {
    let page = CandidateListing(
      candidates.candidates.dropFirst(candidates.shown), width: Terminal.width,
      height: Terminal.height - 2)
    listing = candidates
    listing?.shown += page.count
    leave(buffer.scalars)
    Self.put(page.rows.map { $0 + "\r\n" }.joined())
  }
}
