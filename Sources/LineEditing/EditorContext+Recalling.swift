internal import CEditline

extension EditorContext {
  /// A statement of the history on the line, and what stood there before the first was recalled.
  struct Recall {
    var entry: Int
    let draft: String
  }

  /// Puts the statement before on the line. libedit's own command does not know where in the
  /// history a search has gone, and its way back empties a line that never left for the history.
  func recallOlder(_ buffer: EditBuffer) -> UInt8 {
    let entry = recalled?.entry ?? entries.count
    guard entry > 0 else { return Effect.beep }
    recalled = Recall(entry: entry - 1, draft: recalled?.draft ?? buffer.text)
    return show(entries[entry - 1], buffer)
  }

  /// The statement after; after the newest, what stood there before.
  func recallNewer(_ buffer: EditBuffer) -> UInt8 {
    guard let former = recalled else { return Effect.beep }
    let entry = former.entry + 1
    guard entry < entries.count else {
      recalled = nil
      return show(former.draft, buffer)
    }
    recalled?.entry = entry
    return show(entries[entry], buffer)
  }

  /// The cursor goes to the end, with vi's keys to the beginning, as in libedit.
  private func show(_ text: String, _ buffer: EditBuffer) -> UInt8 {
    buffer.replaceAll(with: text, cursor: usesViKeys ? 0 : text.unicodeScalars.count)
    return Effect.none
  }
}
