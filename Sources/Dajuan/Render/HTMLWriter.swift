import DajuanLedger
import DajuanSyntax

/// Writes an answer as a `table` element of HTML, with the footer as its caption. All text is escaped;
/// there is no script and no reference to anything outside.
///
/// A line that names the encoding stands before it, so that a file of it alone is read rightly.
struct HTMLWriter {
  let answer: Answer
  let cells: [CellText]
  let language: Language
  /// How many rows there are, and what stayed undecided.
  let footer: String

  private static let right = " style=\"text-align:right\""

  /// Writes the rows; whether all of them.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> Bool {
    output.write("<meta charset=\"utf-8\">\n<table lang=\"\(language.rawValue)\">\n")
    output.write("<caption style=\"caption-side:bottom\">\(SVGBuilder.escaped(footer))</caption>\n")
    output.write("<thead>\n")
    output.write(row("th", answer.relation.columns.map { $0.label(in: language) }))
    output.write("</thead>\n<tbody>\n")
    let isWhole = answer.forEachRow(shouldStop) { number in
      output.write(row("td", cells.indices.map { cells[$0].text(answer.table[number, $0]) ?? "" }))
    }
    if isWhole { output.write("</tbody>\n</table>\n") }
    return isWhole
  }

  private func row(_ element: String, _ fields: [String]) -> String {
    let written = zip(cells, fields).map { cell, text in
      "<\(element)\(cell.isRightAligned ? Self.right : "")>\(SVGBuilder.escaped(text))</\(element)>"
    }
    return "<tr>" + written.joined() + "</tr>\n"
  }
}
