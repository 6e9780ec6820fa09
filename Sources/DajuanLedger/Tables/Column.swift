/// The values of one column, stored by type.
public enum Column: Sendable {
  /// Words and enumerated values.
  case text(TextColumn)
  /// Quantities.
  case quantity(QuantityColumn)
  /// Periods.
  case period(PeriodColumn)
  /// Answers to conditions.
  case truth([Truth])
  /// For each row the indices of the ledger's sources it rests on.
  case source(SourceColumn)

  /// Makes an empty column for values of a type.
  public init(for type: ColumnType) {
    switch type {
    case .text, .enumeration: self = .text(TextColumn())
    case .quantity: self = .quantity(QuantityColumn())
    case .period: self = .period(PeriodColumn())
    case .truth: self = .truth([])
    case .source: self = .source(SourceColumn())
    }
  }

  /// The number of rows.
  public var count: Int {
    switch self {
    case .text(let column): column.count
    case .quantity(let column): column.count
    case .period(let column): column.count
    case .truth(let values): values.count
    case .source(let column): column.count
    }
  }

  /// The value of a row.
  public subscript(row: Int) -> Value {
    switch self {
    case .text(let column): column[row].map(Value.text) ?? .missing
    case .quantity(let column): column[row].map(Value.quantity) ?? .missing
    case .period(let column): column[row].map(Value.period) ?? .missing
    case .truth(let values): .truth(values[row])
    case .source(let column): Value(sources: column[row])
    }
  }

  /// Adds a row without a value, as units did not go together where it was worked out.
  public mutating func appendConflict() {
    guard case .quantity(var column) = self else { return append(.missing) }
    self = .truth([])  // Gives up the shared storage, so that the append does not copy it.
    column.appendConflict()
    self = .quantity(column)
  }

  /// Adds a row; a value of another type than the column's counts as missing.
  public mutating func append(_ value: Value) {
    switch self {
    case .text(var column):
      self = .truth([])  // Gives up the shared storage, so that the append does not copy it.
      if case .text(let word) = value { column.append(word) } else { column.append(nil) }
      self = .text(column)
    case .quantity(var column):
      self = .truth([])
      if case .quantity(let quantity) = value {
        column.append(quantity)
      } else {
        column.append(nil)
      }
      self = .quantity(column)
    case .period(var column):
      self = .truth([])
      if case .period(let period) = value { column.append(period) } else { column.append(nil) }
      self = .period(column)
    case .truth(var values):
      self = .truth([])
      if case .truth(let truth) = value {
        values.append(truth)
      } else {
        values.append(.undecided(.missing))
      }
      self = .truth(values)
    case .source(var column):
      self = .truth([])
      if case .source(let indices) = value { column.append(indices) } else { column.append([]) }
      self = .source(column)
    }
  }

  /// The given rows, in the given order; below zero one without a value.
  ///
  /// - Parameters:
  ///   - rows: The rows' numbers.
  ///   - work: Who does it piece by piece; `nil` for the caller alone.
  /// - Returns: A column of as many rows.
  public func gathered(_ rows: [Int32], _ work: PieceWork? = nil) -> Column {
    switch self {
    case .text(let column): .text(column.gathered(rows, work))
    case .quantity(let column): .quantity(column.gathered(rows, work))
    case .period(let column): .period(column.gathered(rows, work))
    case .truth(let values):
      .truth(rows.map { $0 < 0 ? .undecided(.missing) : values[Int($0)] })
    case .source(let column): .source(column.gathered(rows, work))
    }
  }
}

extension Value {
  /// The passages, or missing where there are none.
  fileprivate init(sources: [Int]) { self = sources.isEmpty ? .missing : .source(sources) }
}
