internal import TerminalText

/// Words in columns, aligned by terminal columns.
struct Listing {
  private var rows: [[String]] = []

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows, one a line, without blanks at their ends.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        column == row.count - 1 ? text : DisplayWidth.pad(text, to: widths[column])
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// The same; what is longer than a line of the terminal goes on under its last column.
  func text(width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Paragraph.hanging(String($0), width: width) }.joined(separator: "\n")
  }
}
