import DajuanLedger
import DajuanSyntax
import TerminalText

/// Turns the values of one column into words.
struct CellText {
  let column: RelationColumn
  let language: Language
  let style: NumberStyle
  /// The short names of reports and the ledger's passages, for `source` cells.
  let ledger: Ledger
  /// The word of size that the column's figures share.
  var scale = ColumnScale.Shared.none

  /// Whether figures go to the right.
  var isRightAligned: Bool {
    if case .quantity = column.type { return true }
    return false
  }

  /// Whether words may go on in the next line: not figures, nor the few that answer a condition.
  var mayWrap: Bool { !isRightAligned && column.type != .truth }

  /// The words of a quantity.
  func text(_ quantity: Quantity) -> String {
    if case .word(let word) = scale { return quantity.text(style, scale: word) }
    return quantity.text(style, isPinned: column.isPinned)
  }

  /// The words of a value; `nil` where it is missing.
  func text(_ value: Value) -> String? {
    switch value {
    case .truth(.undecided(let reason)) where column.tellsReasons:
      return reason.text[language]
    case .missing, .truth(.undecided(.missing)): return nil
    case .text(let text):
      guard language == .chinese else { return text }
      guard case .enumeration(let enumeration) = column.type else {
        return column.chineseValues[text] ?? text
      }
      let entry = Vocabulary.entry(spelled: text, in: .value, scope: enumeration.rawValue)
      return entry?.chinese ?? text
    case .quantity(let quantity): return text(quantity)
    case .period(let period): return period.description
    case .truth(.yes): return language == .chinese ? "真" : "true"
    case .truth(.no): return language == .chinese ? "假" : "false"
    case .truth(.undecided): return language == .chinese ? "难定" : "undecided"
    case .source(let sources): return sources.map(ledger.place).joined(separator: ", ")
    }
  }
}

extension QueryResult {
  /// The columns' words, in the formats for reading with one word of size a column.
  ///
  /// - Parameters:
  ///   - language: That of enumerated values.
  ///   - isForReading: Whether the format is for a person.
  ///   - rows: The rows that are shown, which the words of size go by; `nil` for all.
  ///   - shouldStop: Asked every few rows; `true` ends the look at them.
  /// - Returns: The words of each column. Cost: a pass over the computed figures.
  func cells(
    _ language: Language, isForReading: Bool, rows: ShownRows? = nil,
    shouldStop: () -> Bool = { false }
  ) -> [CellText] {
    var cells = answer.relation.columns.map {
      CellText(
        column: $0, language: language, style: isForReading ? .brief : .full, ledger: ledger)
    }
    guard isForReading else { return cells }
    let rows = rows ?? ShownRows(count: answer.table.count, limit: nil)
    for column in cells.indices {
      guard case .quantity = cells[column].column.type, !cells[column].column.isPinned else {
        continue
      }
      var scale = ColumnScale()
      for row in [rows.head, rows.tail].joined() {
        if case .quantity(let quantity) = answer.table[row, column] { scale.add(quantity) }
        if !scale.isPossible || row % 4096 == 0 && shouldStop() { break }
      }
      cells[column].scale = scale.shared
    }
    return cells
  }
}

extension Truth.Reason {
  /// Why an answer is undecided, in words.
  fileprivate var text: Bilingual {
    switch self {
    case .bounds: Bilingual("undecided by bounds", "因界难定")
    case .missing: Bilingual("missing", "缺失")
    case .unit: Bilingual("in another unit", "单位不同")
    }
  }
}
