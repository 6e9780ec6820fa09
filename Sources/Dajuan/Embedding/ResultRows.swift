public import DajuanLedger
internal import DajuanSyntax

extension QueryResult {
  /// The columns of the answer.
  public var columns: [ResultColumn] { answer.relation.columns.map(ResultColumn.init) }

  /// The rows, to be read one by one. For many rows the columns (``table``) are cheaper.
  public var rows: ResultRows { ResultRows(answer.table) }

  /// The values of a column as they are stored, without copying; `nil` for a name there is not.
  ///
  /// Text comes as codes into a list of words, a quantity as whole ten-thousandths of its unit: see
  /// `TextColumn` and `QuantityColumn`.
  public func values(_ name: String) -> Column? {
    answer.relation.index(of: name).map { table.columns[$0] }
  }
}

/// The rows of an answer.
public struct ResultRows: RandomAccessCollection, Sendable {
  /// The number of the first row.
  public let startIndex = 0
  /// The number of rows.
  public var endIndex: Int { table.count }
  private let table: Table

  init(_ table: Table) { self.table = table }

  /// A row by its number. Cost: none; the values are made when they are read.
  public subscript(position: Int) -> ResultRow {
    precondition(position >= 0 && position < table.count, "there is no such row")
    return ResultRow(table, position)
  }
}

/// A row of an answer.
public struct ResultRow: Sendable {
  private let table: Table
  private let row: Int

  init(_ table: Table, _ row: Int) { (self.table, self.row) = (table, row) }

  /// The value in a column, by its place.
  public subscript(column: Int) -> Value { table[row, column] }

  /// The value in a column, by its English name; missing for a name there is not.
  public subscript(name: String) -> Value {
    table.schema.index(of: name).map { table[row, $0] } ?? .missing
  }

  /// All values, in the order of the columns.
  public var values: [Value] { table.row(row) }
}

extension QueryResult {
  /// A value as the formats for programs have it, in English; `nil` where it is missing.
  ///
  /// Cost: that of making the words; for whole columns a format is cheaper.
  public func text(row: Int, column: Int) -> String? {
    let cell = CellText(
      column: answer.relation.columns[column], language: .english, style: .full, ledger: ledger)
    return cell.text(table[row, column])
  }
}
