import DajuanLedger
import DajuanSyntax
import TerminalText

/// Writes an answer as a block a row: its number, as `.cite` counts, then each column on a line of its own,
/// the heading before the value. What is longer than the terminal is wide runs over several lines; nothing is
/// left out.
struct RecordWriter {
  let answer: Answer
  let cells: [CellText]
  let rows: ShownRows
  let options: RenderOptions
  let language: Language

  private static let gap = "  "
  /// The columns a rule above a row takes, where there is room.
  private static let ruleWidth = 40

  /// Writes the blocks; what was left out, or `nil` where it was stopped.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> TableNotes? {
    let style = TextStyle(usesColor: options.usesColor)
    let limit = max(8, options.maximumWidth ?? .max)
    let names = answer.relation.columns.map { TerminalText.visible($0.label(in: language)) }
    let widest = names.map { DisplayWidth.of($0) }.max() ?? 0
    let width = min(widest, (limit - Self.gap.count) / 2)
    let headings = names.map { WrappedText.lines($0, to: width) }
    func block(_ row: Int) {
      output.write(style.dim(Self.rule(row + 1, width: min(limit, Self.ruleWidth))) + "\n")
      for (column, cell) in cells.enumerated() {
        let text = cell.text(answer.table[row, column]).map(TerminalText.visible)
        let lines = WrappedText.lines(
          text ?? TableWriter.missing, to: limit - width - Self.gap.count)
        for number in 0..<max(lines.count, headings[column].count) {
          let heading = number < headings[column].count ? headings[column][number] : ""
          let value = number < lines.count ? lines[number] : ""
          output.write(
            (style.bold(heading.padded(before: width)) + Self.gap + value).trimmedEnd + "\n")
        }
      }
    }
    guard answer.forEachRow(in: rows.head, shouldStop, block) else { return nil }
    if rows.hidden > 0 { output.write(TableWriter.elision.rows + "\n") }
    guard answer.forEachRow(in: rows.tail, shouldStop, block) else { return nil }
    return TableNotes(
      empty: [], constant: [], elided: [], hiddenRows: rows.hidden, language: language)
  }

  /// `── 3 ──────`, or the number alone where there is no room.
  private static func rule(_ number: Int, width: Int) -> String {
    let start = "── \(number) "
    guard start.count + 2 <= width else { return String(number) }
    return start + String(repeating: "─", count: width - start.count)
  }
}
