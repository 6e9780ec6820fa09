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

  /// The same, each line cut where the terminal ends.
  func text(width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayWidth.truncate(String($0), to: width) }.joined(separator: "\n")
  }
}
