import DajuanLedger
import DajuanSyntax

/// Writes an answer as JSON: an array of objects on one line, so that the answers of several queries
/// are a document a line, or one object a line.
///
/// A plain number is a number. Another quantity is an object: `text` as a reader meets it, `value`
/// where it is exactly known, `lower` and `upper`, `unit` and `bound`. What is missing, or a
/// condition without an answer, is null.
struct JSONWriter {
  let answer: Answer
  let cells: [CellText]
  let language: Language
  /// Whether each object stands on a line of its own, without an array around them.
  let isLines: Bool

  /// Writes the rows; whether all of them.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> Bool {
    let names = answer.relation.columns.map { $0.label(in: language) }
    if !isLines { output.write("[") }
    let isWhole = answer.forEachRow(shouldStop) { row in
      let fields = cells.indices.map { column in
        (name: names[column], json: json(answer.table[row, column], cells[column]))
      }
      let separator = isLines || row == 0 ? "" : ","
      output.write(separator + JSONText.object(fields) + (isLines ? "\n" : ""))
    }
    if !isLines, isWhole { output.write("]\n") }
    return isWhole
  }

  private func json(_ value: Value, _ cell: CellText) -> String {
    switch value {
    case .truth(.undecided(let reason)) where cell.column.tellsReasons:
      JSONText.string("\(reason)")
    case .missing, .truth(.undecided): "null"
    case .truth(.yes): "true"
    case .truth(.no): "false"
    case .quantity(let quantity): json(quantity, cell)
    case .text, .period, .source: cell.text(value).map(JSONText.string) ?? "null"
    }
  }

  private func json(_ quantity: Quantity, _ cell: CellText) -> String {
    func number(_ number: Number?) -> String {
      guard let number, number.doubleValue.isFinite else { return "null" }
      return number.text()
    }
    let interval = quantity.interval
    if quantity.unit == .none, let point = interval.point { return number(point) }
    return JSONText.object([
      ("text", JSONText.string(cell.text(.quantity(quantity)) ?? "")),
      ("value", number(interval.point)), ("lower", number(interval.lower)),
      ("upper", number(interval.upper)), ("unit", JSONText.string(quantity.unit.name)),
      ("bound", JSONText.string(quantity.bound.rawValue)),
    ])
  }
}
