internal import TerminalText

/// Prose laid out in lines of a terminal.
///
/// A line breaks at a blank, or before or behind a wide character, as Chinese has no blanks; not before
/// a mark that ends something.
enum Paragraph {
  /// The lines, without blanks at their ends; what is longer than a line stands alone, cut nowhere
  /// but at its end.
  static func lines(_ text: String, width: Int) -> [String] {
    ranges(Array(text), width: width).map { String(Array(text)[$0]) }
  }

  /// The same for characters: which of them make each line.
  static func ranges(_ characters: [Character], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var (columns, place) = (0, 0)
    // Behind which character the line may end.
    var breakPlace: Int?
    while place < characters.count {
      let size = DisplayWidth.of(String(characters[place]))
      if columns + size > width, place > start {
        let end = breakPlace ?? place
        lines.append(trimmed(start..<end, characters))
        start = end
        while start < characters.count, characters[start] == " " { start += 1 }
        (place, columns, breakPlace) = (start, 0, nil)
        continue
      }
      columns += size
      place += 1
      if canBreak(characters, before: place) { breakPlace = place }
    }
    if start < characters.count { lines.append(trimmed(start..<characters.count, characters)) }
    return lines
  }

  private static func trimmed(_ range: Range<Int>, _ characters: [Character]) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, characters[end - 1] == " " { end -= 1 }
    return range.lowerBound..<end
  }

  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "）", "”", "’", "》", "！", "？", "〕", "】", "％", "◂",
  ]
  private static let opening: Set<Character> = ["（", "“", "‘", "《", "〔", "【", "▸"]

  private static func canBreak(_ characters: [Character], before place: Int) -> Bool {
    guard place < characters.count else { return true }
    let (left, right) = (characters[place - 1], characters[place])
    if left == " " { return right != " " }
    if closing.contains(right) || opening.contains(left) || right == " " { return false }
    return isWide(left) || isWide(right)
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { DisplayWidth.of($0) == 2 } ?? false
  }
}
