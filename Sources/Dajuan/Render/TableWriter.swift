import DajuanLedger
import DajuanSyntax
import TerminalText

/// Writes an answer as columns under headings, aligned by terminal columns.
struct TableWriter {
  let answer: Answer
  let cells: [CellText]
  let options: RenderOptions
  let language: Language

  private static let gap = "  "
  /// What stands for a value the report does not give.
  private static let missing = "–"
  /// The narrowest a column of words is made to fit a terminal.
  private static let narrowest = 6

  func write(to output: inout some TextOutputStream) {
    let headings = answer.relation.columns.map {
      TerminalText.visible($0.label(in: language))
    }
    let widths = fitted(columnWidths(headings))
    write(headings, widths, isHeading: true, to: &output)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    output.write(dim(rule) + "\n")
    for row in 0..<answer.table.count {
      write(texts(row), widths, isHeading: false, to: &output)
    }
  }

  private func texts(_ row: Int) -> [String] {
    cells.indices.map { column in
      cells[column].text(answer.table[row, column]).map(TerminalText.visible) ?? Self.missing
    }
  }

  private func write(
    _ texts: [String], _ widths: [Int], isHeading: Bool, to output: inout some TextOutputStream
  ) {
    var line = ""
    for (index, text) in texts.enumerated() {
      if index > 0 { line += Self.gap }
      let cell = DisplayWidth.truncate(text, to: widths[index])
      let blanks = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
      if cells[index].isRightAligned {
        line += blanks + cell
      } else {
        // No blanks at the end of a line.
        line += cell + (index == texts.count - 1 ? "" : blanks)
      }
    }
    output.write((isHeading ? bold(line) : line) + "\n")
  }

  // MARK: Widths

  private func columnWidths(_ headings: [String]) -> [Int] {
    var widths = headings.map { DisplayWidth.of($0) }
    for row in 0..<answer.table.count {
      for (column, text) in texts(row).enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(text))
      }
    }
    return widths
  }

  /// The widths with the widest columns of words narrowed until the table fits the terminal.
  private func fitted(_ widths: [Int]) -> [Int] {
    guard let limit = options.maximumWidth else { return widths }
    var widths = widths
    var excess = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - limit
    while excess > 0 {
      let candidates = widths.indices.filter {
        !cells[$0].isRightAligned && widths[$0] > Self.narrowest
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = candidates.map { widths[$0] }.filter { $0 < widths[widest] }.max()
      let target = max(next ?? Self.narrowest, widths[widest] - excess, Self.narrowest)
      let step = max(1, widths[widest] - target)
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func bold(_ text: String) -> String {
    options.usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func dim(_ text: String) -> String {
    options.usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
