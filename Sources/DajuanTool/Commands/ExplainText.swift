internal import TerminalText

/// What a phase makes of a query, for the terminal.
enum ExplainText {
  /// The lines, each ended, in which what a query or a report says cannot move the cursor.
  static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.visible(String($0)) + "\n" }.joined()
  }
}
