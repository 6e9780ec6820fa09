/// The lines of a table: none but one under the headings, or a box around every cell.
enum TableRules {
  case plain
  case box

  /// What stands between two cells of a row.
  var gap: String { self == .plain ? "  " : " │ " }
  var leftEdge: String { self == .plain ? "" : "│ " }
  var rightEdge: String { self == .plain ? "" : " │" }

  /// The columns of a row that are not its cells'.
  func overhead(cells: Int) -> Int {
    gap.count * max(0, cells - 1) + leftEdge.count + rightEdge.count
  }

  /// The line above the headings, under them, or under the last row; `nil` where there is none.
  func line(_ place: Place, _ widths: [Int]) -> String? {
    switch (self, place) {
    case (.plain, .underHeadings):
      widths.map { String(repeating: "─", count: $0) }.joined(separator: gap)
    case (.plain, _): nil
    case (.box, .top): boxed(widths, "┌", "┬", "┐")
    case (.box, .underHeadings): boxed(widths, "├", "┼", "┤")
    case (.box, .bottom): boxed(widths, "└", "┴", "┘")
    }
  }

  /// Where a line is drawn.
  enum Place {
    case top, underHeadings, bottom
  }

  private func boxed(_ widths: [Int], _ left: String, _ middle: String, _ right: String) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
  }
}
