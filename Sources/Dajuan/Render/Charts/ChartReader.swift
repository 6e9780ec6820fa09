import DajuanLedger
import DajuanSyntax
import TerminalText

/// Reads the rows of an answer as what a chart draws.
struct ChartReader {
  let answer: Answer
  let chart: ChartSpecification
  let language: Language
  private let cells: [CellText]

  init(_ result: QueryResult, _ chart: ChartSpecification, _ language: Language) {
    answer = result.answer
    self.chart = chart
    self.language = language
    cells = result.cells(language, isForReading: true)
  }

  var rows: Range<Int> { 0..<answer.table.count }

  /// The heading of a column.
  func heading(_ column: Int) -> String {
    TerminalText.visible(answer.relation.columns[column].label(in: language))
  }

  /// A cell as the table prints it; `nil` where it is missing.
  func text(_ row: Int, _ column: Int) -> String? {
    cells[column].text(answer.table[row, column]).map(TerminalText.visible)
  }

  func quantity(_ row: Int, _ column: Int) -> Quantity? {
    if case .quantity(let quantity) = answer.table[row, column] { quantity } else { nil }
  }

  func value(_ row: Int, _ column: Int, in unit: Unit) -> ChartValue? {
    quantity(row, column).flatMap {
      ChartValue($0, in: unit, figure: text(row, column) ?? "")
    }
  }

  /// The unit a column is drawn in: the first that says what is counted, or else the first.
  func unit(of column: Int, _ rows: some Sequence<Int>) -> Unit {
    var first: Unit?
    for row in rows {
      guard let unit = quantity(row, column)?.unit else { continue }
      if unit.family != .number, unit.family != .count { return unit }
      first = first ?? unit
    }
    return first ?? .none
  }

  /// A number on an axis of a column, as the table would print it.
  func figure(_ number: Decimal, _ unit: Unit, _ column: Int) -> String {
    cells[column].text(Quantity(.exact(number), unit))
  }
}
