internal import TerminalText

/// Prose laid out in lines of a terminal.
///
/// A line breaks at a blank, or before or behind a wide character, as Chinese has no blanks; not before
/// a mark that ends something, nor within the name of a command, nor but at a blank within backticks.
enum Paragraph {
  /// The lines, without blanks at their ends; what is longer than a line stands alone, cut nowhere
  /// but at its end. Words of a query are kept whole, as Chinese ones are parted by blanks there, too.
  static func lines(_ text: String, width: Int, keepsWords: Bool = false) -> [String] {
    let characters = Array(text)
    return ranges(characters, width: width, keepsWords: keepsWords).map { String(characters[$0]) }
  }

  /// A line of columns that two blanks part, in lines: what is too long goes on under the last column,
  /// or where that leaves no room for words, a little behind the line's own beginning.
  static func hanging(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    let characters = Array(line)
    let start = characters.prefix { $0 == " " }.count
    let column = characters.indices.last {
      $0 > start + 1 && characters[$0] != " " && characters[$0 - 1] == " "
        && characters[$0 - 2] == " "
    }
    var head = String(characters[..<(column ?? start)])
    var rest = String(characters[(column ?? start)...])
    var indent = DisplayWidth.of(head)
    if width - indent < narrowest {
      head = String(repeating: " ", count: min(start, 2))
      rest = String(characters[start...])
      indent = head.count + 2
    }
    let lines = lines(rest, width: max(1, width - indent))
    return lines.enumerated().map { index, text in
      (index == 0 ? head : String(repeating: " ", count: indent)) + text
    }
  }

  /// The fewest columns in which words read well.
  private static let narrowest = 16

  /// The same for characters: which of them make each line.
  static func ranges(
    _ characters: [Character], width: Int, keepsWords: Bool = false
  ) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    let tied = tiedPlaces(characters, width: width)
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
      if !tied.contains(place), canBreak(characters, before: place, keepsWords) {
        breakPlace = place
      }
    }
    if start < characters.count { lines.append(trimmed(start..<characters.count, characters)) }
    return lines
  }

  /// The places within commands and backticks, what is longer than a line left out.
  private static func tiedPlaces(_ characters: [Character], width: Int) -> Set<Int> {
    var tied: Set<Int> = []
    var place = 0
    while place < characters.count {
      let start = place
      let rest = characters[(start + 1)...]
      place += 1
      let end: Int
      if characters[start] == "`" {
        guard let other = rest.firstIndex(of: "`") else { continue }
        end = other + 1
      } else if characters[start] == ".", rest.first?.isLetter == true,
        start == 0 || !(characters[start - 1].isLetter || characters[start - 1].isNumber)
          || isWide(characters[start - 1])
      {
        end = rest.firstIndex { !$0.isLetter } ?? characters.count
      } else {
        continue
      }
      place = end
      if DisplayWidth.of(String(characters[start..<end])) > width { continue }
      for inner in start + 1..<end where characters[inner - 1] != " " { tied.insert(inner) }
    }
    return tied
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

  private static func canBreak(
    _ characters: [Character], before place: Int, _ keepsWords: Bool
  ) -> Bool {
    guard place < characters.count else { return true }
    let (left, right) = (characters[place - 1], characters[place])
    if left == " " { return right != " " }
    if closing.contains(right) || opening.contains(left) || right == " " { return false }
    return keepsWords ? "，；｜".contains(left) : isWide(left) || isWide(right)
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { DisplayWidth.of($0) == 2 } ?? false
  }
}
