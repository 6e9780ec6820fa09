import Testing

@testable import LineEditing

/// What the line editor writes to the terminal, held against what it wants to be seen there.
@Suite struct LineScreenTests {
  private static let alphabet: [Unicode.Scalar] = [
    "a", "b", " ", "项", "目", "｜", "é", "\u{301}", "\n", "\t", "\u{202E}", "\u{1B}", "𠮷",
  ]

  private func picture(
    _ text: [Unicode.Scalar], cursor: Int, width: Int, height: Int, top: Int = 0,
    styles: [StyledRange] = []
  ) -> LinePicture {
    let line = LinePicture.Line(
      prompt: Prompt("\u{1B}[1;36m答卷\u{1B}[0m> "), continuation: Prompt("  ..> "), text: text,
      styles: styles)
    return LinePicture(line, cursor: cursor, size: (width, height), formerTop: top)
  }

  private func expectSame(_ screen: Screen, _ picture: LinePicture, from top: Int) {
    for (index, row) in picture.rows.enumerated() {
      var wanted = row.cells.map(\.text).joined()
      while wanted.last == " " { wanted.removeLast() }
      let rows = screen.scrolledOff + screen.rows
      #expect(rows[top + index] == wanted, "row \(index)")
    }
    let below = (screen.scrolledOff + screen.rows).dropFirst(top + picture.rows.count)
    #expect(!below.contains { !$0.isEmpty }, "nothing is left below")
    #expect(screen.absoluteRow == top + picture.cursor.row)
    #expect(screen.column == picture.cursor.column)
  }

  @Test(arguments: [(80, 24), (20, 6), (9, 4), (3, 2), (2, 1)])
  func whateverIsEditedIsWhatIsSeen(_ size: (width: Int, height: Int)) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      var screen = Screen(width: size.width, height: size.height)
      screen.feed("before\r\n")
      let top = screen.absoluteRow
      var line = LineScreen()
      var text: [Unicode.Scalar] = []
      var cursor = 0
      var highest = top
      for _ in 0..<60 {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: cursor = Int.random(in: 0...text.count, using: &generator)
        case 1:
          let start = Int.random(in: 0...text.count, using: &generator)
          text.removeSubrange(start..<min(start + 3, text.count))
          cursor = min(cursor, text.count)
        default:
          let scalar = Self.alphabet.randomElement(using: &generator) ?? "a"
          text.insert(scalar, at: cursor)
          cursor += 1
        }
        let styles = text.isEmpty ? [] : [StyledRange(0..<(text.count + 1) / 2, style: "1;35")]
        let wanted = picture(
          text, cursor: cursor, width: size.width, height: size.height, top: line.shown.top,
          styles: styles)
        #expect(wanted.rows.count <= size.height)
        screen.feed(line.draw(wanted))
        highest = max(highest, screen.absoluteRow - wanted.cursor.row)
        expectSame(screen, wanted, from: highest)
      }
      screen.feed(line.leaving())
      #expect(screen.column == 0)
      #expect(screen.currentRow.isEmpty)
      #expect(screen.unknown.isEmpty)
    }
  }

  @Test func rowsColumnsAndTheCursor() {
    func place(_ text: String, _ cursor: Int, width: Int, height: Int = 9) -> [Int] {
      let picture = picture(
        Array(text.unicodeScalars), cursor: cursor, width: width, height: height)
      return [picture.cursor.row, picture.cursor.column, picture.rows.count]
    }
    #expect(place("abc", 3, width: 80) == [0, 9, 1])
    #expect(place("abcd", 4, width: 10) == [1, 0, 2], "a full row has its cursor in the next")
    #expect(place("abc项", 3, width: 10) == [1, 0, 2], "a wide character goes to it whole")
    #expect(place("ab\ncd", 2, width: 80) == [0, 8, 2])
    #expect(place("ab\ncd", 3, width: 80) == [1, 6, 2], "behind the second prompt")
    #expect(place("a\tb", 3, width: 80) == [0, 9, 1])
    #expect(place("e\u{301}", 2, width: 80) == [0, 7, 1])
    #expect(place("a\nb\nc\nd", 0, width: 80, height: 2) == [0, 6, 2])
    #expect(place("a\nb\nc\nd", 7, width: 80, height: 2) == [1, 7, 2], "the window follows")
  }

  @Test func oneCharacterMoreIsOneCharacterWritten() {
    var line = LineScreen()
    let text = Array("facts | where kind".unicodeScalars)
    _ = line.draw(picture(text, cursor: 18, width: 80, height: 24))
    let more = line.draw(picture(text + ["s"], cursor: 19, width: 80, height: 24))
    #expect(more.unicodeScalars.count { $0 == "s" } == 1)
    #expect(more.utf8.count < 20)
  }

  @Test func aScreenOfAnotherWidthIsErasedFromTheTopOfThePrompt() {
    var line = LineScreen()
    let text = Array(String(repeating: "字", count: 30).unicodeScalars)
    _ = line.draw(picture(text, cursor: 30, width: 80, height: 24))
    // 6 + 60 columns are four rows of 20, and the cursor is in the last.
    #expect(line.erasing(atWidth: 20) == "\r\u{1B}[3A\u{1B}[J")
    #expect(line.shown.rows.isEmpty)
  }
}
