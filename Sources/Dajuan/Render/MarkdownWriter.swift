import DajuanLedger
import DajuanSyntax
import TerminalText

/// Writes an answer as a table of GitHub Flavored Markdown.
struct MarkdownWriter {
  let answer: Answer
  let cells: [CellText]
  let language: Language

  /// Writes the rows; whether all of them.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> Bool {
    output.write(line(answer.relation.columns.map { $0.label(in: language) }))
    output.write(line(cells.map { $0.isRightAligned ? "---:" : "---" }))
    return answer.forEachRow(shouldStop) { row in
      output.write(line(cells.indices.map { cells[$0].text(answer.table[row, $0]) ?? "" }))
    }
  }

  private func line(_ fields: [String]) -> String {
    "| " + fields.map(Self.escaped).joined(separator: " | ") + " |\n"
  }

  private static func escaped(_ field: String) -> String {
    var result = ""
    for character in TerminalText.visible(field) {
      if "|\\`*_<>[]".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
