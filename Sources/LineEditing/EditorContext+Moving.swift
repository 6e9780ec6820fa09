internal import TerminalText

extension EditorContext {
  /// Up: the row above in a text that has several, else the statement before.
  func up(_ buffer: EditBuffer) -> UInt8 {
    if let cursor = Self.cursor(above: buffer.cursor, in: buffer.scalars) {
      buffer.cursor = cursor
      return Effect.none
    }
    return recallOlder(buffer)
  }

  /// Down: the row below in a text that has several, else the statement after.
  func down(_ buffer: EditBuffer) -> UInt8 {
    if let cursor = Self.cursor(below: buffer.cursor, in: buffer.scalars) {
      buffer.cursor = cursor
      return Effect.none
    }
    return recallNewer(buffer)
  }

  /// Home: the start of the row; from there, of the text.
  func home(_ buffer: EditBuffer) -> UInt8 {
    let start = Self.rowStart(before: buffer.cursor, in: buffer.scalars)
    buffer.cursor = buffer.cursor == start ? 0 : start
    return Effect.none
  }

  /// End: the end of the row; from there, of the text.
  func end(_ buffer: EditBuffer) -> UInt8 {
    let text = buffer.scalars
    let end = text[buffer.cursor...].firstIndex(of: "\n") ?? text.count
    buffer.cursor = buffer.cursor == end ? text.count : end
    return Effect.none
  }

  /// The place in the row above that is as many columns from its start, or nil in the first.
  static func cursor(above cursor: Int, in text: [Unicode.Scalar]) -> Int? {
    let start = rowStart(before: cursor, in: text)
    guard start > 0 else { return nil }
    let above = rowStart(before: start - 1, in: text)
    return place(in: above..<start - 1, of: text, under: start..<cursor)
  }

  /// The place in the row below that is as many columns from its start, or nil in the last.
  static func cursor(below cursor: Int, in text: [Unicode.Scalar]) -> Int? {
    guard let newline = text[cursor...].firstIndex(of: "\n") else { return nil }
    let end = text[(newline + 1)...].firstIndex(of: "\n") ?? text.count
    let start = rowStart(before: cursor, in: text)
    return place(in: newline + 1..<end, of: text, under: start..<cursor)
  }

  static func rowStart(before cursor: Int, in text: [Unicode.Scalar]) -> Int {
    text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// The first place of a row that has at least as many columns before it as `other` takes, or
  /// the row's end.
  private static func place(
    in row: Range<Int>, of text: [Unicode.Scalar], under other: Range<Int>
  ) -> Int {
    let wanted = text[other].reduce(0) { $0 + DisplayWidth.of($1) }
    var column = 0
    for index in row {
      if column >= wanted { return index }
      column += DisplayWidth.of(text[index])
    }
    return row.upperBound
  }
}
