import TerminalText

/// A sheet of terminal cells to draw on. A wide character takes two of them.
struct TextCanvas {
  let width: Int
  let height: Int
  /// The text of each cell; empty for the second cell of a wide character.
  private var cells: [[String]]

  private static let blank = " "

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [[String]](repeating: [String](repeating: Self.blank, count: width), count: height)
  }

  /// Puts one narrow character; outside the sheet it is lost.
  mutating func put(_ character: String, row: Int, column: Int) {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return }
    cells[row][column] = character
  }

  /// Puts a narrow character where nothing stands yet.
  mutating func fill(_ character: String, row: Int, column: Int) {
    if isBlank(row: row, columns: column..<(column + 1)) {
      put(character, row: row, column: column)
    }
  }

  /// Whether the cells are on the sheet and nothing stands in them.
  func isBlank(row: Int, columns: Range<Int>) -> Bool {
    (0..<height).contains(row) && columns.lowerBound >= 0 && columns.upperBound <= width
      && cells[row][columns].allSatisfy { $0 == Self.blank }
  }

  /// Writes a text, each character in as many cells as it is wide.
  mutating func write(_ text: String, row: Int, column: Int) {
    var column = column
    for character in text {
      let size = DisplayWidth.of(String(character))
      put(String(character), row: row, column: column)
      for offset in 1..<max(2, size) where size > 1 { put("", row: row, column: column + offset) }
      column += size
    }
  }

  /// The rows from the top.
  var lines: [String] { cells.map { $0.joined() } }
}

/// Bold and faint text, where colour is wanted.
struct TextStyle {
  let usesColor: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }

  private func paint(_ text: String, _ code: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmedEnd: String {
    var text = self[...]
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return String(text)
  }

  /// The text with blanks before it up to `columns`.
  func padded(before columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.of(self))) + self
  }
}
