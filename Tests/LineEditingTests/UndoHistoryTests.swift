import Testing

@testable import LineEditing

@Suite struct UndoHistoryTests {
  /// Types keys at the end of a text, as the editor tells of them.
  private func type(_ keys: String, _ text: inout String, _ history: inout UndoHistory) {
    for key in keys.unicodeScalars {
      note(key, text, &history)
      text.unicodeScalars.append(key)
    }
  }

  private func note(_ key: Unicode.Scalar, _ text: String, _ history: inout UndoHistory) {
    history.note(key, .init(text: text, cursor: text.unicodeScalars.count))
  }

  @Test func wordsGoOneAfterAnother() {
    var (text, history) = ("", UndoHistory())
    type("项目 | count", &text, &history)
    var texts: [String] = []
    while true {
      note("\u{1F}", text, &history)
      guard let state = history.undo(text) else { break }
      #expect(state.cursor == state.text.unicodeScalars.count)
      text = state.text
      texts.append(text)
    }
    #expect(texts == ["项目 | ", "项目 ", ""])
  }

  @Test func keysThatChangeNothingAreNoSteps() {
    var (text, history) = ("", UndoHistory())
    type("facts", &text, &history)
    for key: Unicode.Scalar in ["\u{1}", "\u{5}", "\u{2}"] { note(key, text, &history) }
    text = ""  // Ctrl-U
    note("\u{1F}", text, &history)
    #expect(history.undo(text)?.text == "facts")
  }

  @Test func nothingIsUndoneTwice() {
    var history = UndoHistory()
    #expect(history.undo("facts") == nil)
  }
}
