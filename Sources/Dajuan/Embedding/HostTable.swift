public import DajuanLedger

/// A table that a program supplies beside the ledger's, to be queried, joined and united like them.
///
/// Its rows are asked for when a query that starts from it runs, and once for each place it has in the
/// query. They are columns as the engine itself has them, which takes them without copying. Numbers are
/// finite: where there is none, the value is missing.
public struct HostTable: Sendable {
  /// A column's names and type.
  public struct Column: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The Chinese name, where it has one.
    public let chinese: String?
    /// What it holds; places in reports (`ColumnType.source`) are the ledger's alone.
    public let type: ColumnType

    /// A column under its names.
    public init(_ name: String, chinese: String? = nil, _ type: ColumnType) {
      (self.name, self.chinese, self.type) = (name, chinese, type)
    }
  }

  /// The name a query starts from.
  public let name: String
  /// The Chinese name, where it has one.
  public let chinese: String?
  /// The columns, known before a query runs.
  public let columns: [Column]
  private let rows: @Sendable () throws -> Table
  /// What is wrong with the rows it was made of.
  private let mistake: HostError?

  /// A table whose rows are asked for anew by each query.
  ///
  /// - Parameters:
  ///   - name: The name a query starts from: letters, digits and `_`, not one of the language.
  ///   - chinese: A second name.
  ///   - columns: The columns.
  ///   - rows: Gives the rows, with a column for each of these; called on any thread. What it throws
  ///     ends the query in an error with its description.
  public init(
    _ name: String, chinese: String? = nil, columns: [Column],
    rows: @escaping @Sendable () throws -> Table
  ) {
    self.init(name, chinese: chinese, columns: columns, mistake: nil, rows: rows)
  }

  private init(
    _ name: String, chinese: String?, columns: [Column], mistake: HostError?,
    rows: @escaping @Sendable () throws -> Table
  ) {
    (self.name, self.chinese, self.columns) = (name, chinese, columns)
    (self.mistake, self.rows) = (mistake, rows)
  }

  /// A table of rows that are there: one value a column, of the column's type or missing; ``Host`` refuses
  /// any other. Cost: linear in the rows.
  public init(_ name: String, chinese: String? = nil, columns: [Column], _ rows: [[Value]]) {
    var table = Table(Schema(columns.map { ColumnDefinition($0.name, $0.type) }))
    var mistake: HostError?
    for (place, row) in rows.enumerated() {
      if let reason = Self.mistake(in: row, columns) {
        mistake = HostError(name: name, reason: "has a row \(place + 1) \(reason)")
        break
      }
      table.append(row)
    }
    self.init(name, chinese: chinese, columns: columns, mistake: mistake) { [table] in table }
  }

  private static func mistake(in row: [Value], _ columns: [Column]) -> String? {
    if row.count != columns.count {
      return "of \(row.count) values for \(columns.count) columns"
    }
    for (column, value) in zip(columns, row) {
      if !column.type.mayHold(value) { return "whose `\(column.name)` is of another type" }
      if !value.isFinite { return "whose `\(column.name)` is no finite number" }
    }
    return nil
  }

  /// Both names.
  var spellings: [String] { [name] + (chinese.map { [$0] } ?? []) }

  /// Finds what is wrong with the columns.
  func validate() throws(HostError) {
    if let mistake { throw mistake }
    var names: Set<String> = []
    for column in columns {
      if column.type == .source {
        throw HostError(
          name: column.name, reason: "holds places in reports, which only the ledger has")
      }
      for name in [column.name] + (column.chinese.map { [$0] } ?? []) {
        if name.isEmpty { throw HostError(name: self.name, reason: "has a column without a name") }
        guard names.insert(name).inserted else {
          throw HostError(name: name, reason: "is a column of `\(self.name)` twice")
        }
      }
    }
  }

  /// The rows, if they are what the columns say.
  func checkedRows() throws(HostFailure) -> Table {
    let table: Table
    do {
      table = try rows()
    } catch {
      throw HostFailure(name: name, message: String(describing: error))
    }
    guard table.columns.count == columns.count else {
      throw HostFailure(
        name: name, message: "it has \(table.columns.count) columns and not \(columns.count)")
    }
    for (column, values) in zip(columns, table.columns) {
      if !values.holds(column.type) {
        throw HostFailure(name: name, message: "`\(column.name)` holds values of another type")
      }
      if case .quantity(let quantities) = values, !quantities.isFinite {
        throw HostFailure(name: name, message: "`\(column.name)` holds what is no finite number")
      }
    }
    return table
  }
}

extension DajuanLedger.Column {
  /// Whether its values are of a type.
  fileprivate func holds(_ type: ColumnType) -> Bool {
    switch (self, type) {
    case (.text, .text), (.text, .enumeration), (.period, .period), (.truth, .truth): true
    case (.quantity(let column), .quantity(let units)): column.units.allSatisfy(units.admits)
    default: false
    }
  }
}
