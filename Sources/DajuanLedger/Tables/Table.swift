/// Columns of equal length with their names and types.
public struct Table: Sendable {
  /// Names and types, in order.
  public let schema: Schema
  /// The values, one column for each of the schema's.
  public private(set) var columns: [Column]
  /// The number of rows.
  public private(set) var count: Int

  /// Makes a table without rows.
  public init(_ schema: Schema) {
    self.schema = schema
    columns = schema.columns.map { Column(for: $0.type) }
    count = 0
  }

  /// Makes a table of columns that all have `count` rows.
  public init(_ schema: Schema, _ columns: [Column], count: Int) {
    precondition(columns.count == schema.columns.count)
    precondition(columns.allSatisfy { $0.count == count })
    self.schema = schema
    self.columns = columns
    self.count = count
  }

  /// The value of a cell.
  public subscript(row: Int, column: Int) -> Value { columns[column][row] }

  /// The values of a row, in the order of the columns.
  public func row(_ index: Int) -> [Value] { columns.map { $0[index] } }

  /// Adds a row, one value a column.
  public mutating func append(_ values: [Value]) {
    precondition(values.count == columns.count)
    for index in columns.indices { columns[index].append(values[index]) }
    count += 1
  }
}
