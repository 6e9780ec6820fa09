extension EditorContext {
  /// Up: the row above in a line that has several, else the statement before.
  func up(_ buffer: EditBuffer) -> UInt8 {
    if let cursor = Self.cursor(above: buffer.cursor, in: buffer.text) {
      buffer.cursor = cursor
      return Effect.moveCursor
    }
    queue.append(Key.previousHistory.rawValue)
    return Effect.none
  }

  /// Down: the row below in a line that has several, else the statement after.
  func down(_ buffer: EditBuffer) -> UInt8 {
    if let cursor = Self.cursor(below: buffer.cursor, in: buffer.text) {
      buffer.cursor = cursor
      return Effect.moveCursor
    }
    queue.append(Key.nextHistory.rawValue)
    return Effect.none
  }

  /// The place as far from its row's start in the row above, or nil in the first.
  static func cursor(above cursor: Int, in text: String) -> Int? {
    let starts = rowStarts(text)
    guard let row = starts.lastIndex(where: { $0 <= cursor }), row > 0 else { return nil }
    return min(starts[row - 1] + cursor - starts[row], starts[row] - 1)
  }

  /// The place as far from its row's start in the row below, or nil in the last.
  static func cursor(below cursor: Int, in text: String) -> Int? {
    let starts = rowStarts(text)
    guard let row = starts.lastIndex(where: { $0 <= cursor }), row + 1 < starts.count else {
      return nil
    }
    let end = row + 2 < starts.count ? starts[row + 2] - 1 : text.unicodeScalars.count
    return min(starts[row + 1] + cursor - starts[row], end)
  }

  private static func rowStarts(_ text: String) -> [Int] {
    [0] + text.unicodeScalars.enumerated().filter { $0.element == "\n" }.map { $0.offset + 1 }
  }
}
