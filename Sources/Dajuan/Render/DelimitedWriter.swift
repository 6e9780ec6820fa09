import DajuanLedger
import DajuanSyntax

/// Writes an answer as values with commas or tabs between them, `\n` at line ends.
///
/// In CSV (RFC 4180) a field with a comma, a quote or a line end stands in quotes. In TSV, where a row
/// is always a line, tabs, line ends and backslashes in a field are `\t`, `\n`, `\r` and `\\`.
struct DelimitedWriter {
  /// What stands between values, and how it is kept out of them.
  enum Form {
    case csv, tsv
  }

  let answer: Answer
  let cells: [CellText]
  let language: Language
  let form: Form
  /// Whether words that a spreadsheet would take for a formula get an apostrophe before them. Figures
  /// never do: a minus before digits is no formula.
  let guardsFormulas: Bool

  /// Writes the rows; whether all of them.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> Bool {
    output.write(line(answer.relation.columns.map { guarded($0.label(in: language)) }))
    return answer.forEachRow(shouldStop) { row in
      output.write(
        line(
          cells.indices.map { column in
            let text = cells[column].text(answer.table[row, column]) ?? ""
            return cells[column].isRightAligned ? text : guarded(text)
          }))
    }
  }

  private func line(_ fields: [String]) -> String {
    switch form {
    case .csv:
      // A row of one empty field would be an empty line, which readers pass over.
      if fields == [""] { return "\"\"\n" }
      return fields.map(Self.quoted).joined(separator: ",") + "\n"
    case .tsv: return fields.map(Self.escaped).joined(separator: "\t") + "\n"
    }
  }

  /// A field that no spreadsheet runs: those begin with `=`, `+`, `-`, `@`, also of full width, a tab
  /// or a carriage return (OWASP, CSV injection).
  private func guarded(_ field: String) -> String {
    guard guardsFormulas, let first = field.unicodeScalars.first,
      "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first)
    else { return field }
    return "'" + field
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

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x5C || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
    else { return field }
    var result = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
