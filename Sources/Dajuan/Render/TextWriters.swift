import DajuanLedger
import DajuanSyntax
import TerminalText

/// Writes an answer as comma-separated values: RFC 4180, with `\n` at line ends.
struct CSVWriter {
  let answer: Answer
  let cells: [CellText]
  let language: Language

  /// Writes the rows; whether all of them.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> Bool {
    output.write(line(answer.relation.columns.map { $0.label(in: language) }))
    return answer.forEachRow(shouldStop) { row in
      output.write(line(cells.indices.map { cells[$0].text(answer.table[row, $0]) ?? "" }))
    }
  }

  private func line(_ fields: [String]) -> String {
    // A row of one empty field would be an empty line, which readers pass over.
    if fields == [""] { return "\"\"\n" }
    return fields.map(Self.quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

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
