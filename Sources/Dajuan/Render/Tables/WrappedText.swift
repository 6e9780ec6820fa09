import TerminalText

/// Text cut into lines of a width.
enum WrappedText {
  private static let closing: Set<Character> = Set("，。、；：！？”’）》」』】］％…")

  /// Lines of at most so many columns, ended at blanks where there are any, and behind `_`. Nothing but
  /// blanks is lost.
  static func lines(_ text: String, to columns: Int) -> [String] {
    if DisplayWidth.of(text) <= columns { return [text] }
    var lines: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(String(character))
      if width + next > columns, !line.isEmpty {
        var rest = ""
        if let end = breakPlace(line), character != " " {
          rest = String(line[line.index(after: end)...])
          line = String(line[...end]).trimmedEnd
        } else if closing.contains(character), line.count > 1 {
          // Closing punctuation does not begin a line (GB/T 15834—2011, 5.1).
          rest = String(line.removeLast())
        }
        lines.append(line)
        line = rest
        width = DisplayWidth.of(rest)
        // What went along with the character may itself leave no room for it.
        if width + next > columns, !line.isEmpty {
          lines.append(line)
          (line, width) = ("", 0)
        }
      }
      if line.isEmpty, character == " " { continue }
      line.append(character)
      width += next
    }
    return lines + [line]
  }

  /// The last blank or `_` of a line that something stands before and behind.
  private static func breakPlace(_ line: String) -> String.Index? {
    guard let place = line.lastIndex(where: { $0 == " " || $0 == "_" }) else { return nil }
    return place == line.startIndex || line.index(after: place) == line.endIndex ? nil : place
  }
}
