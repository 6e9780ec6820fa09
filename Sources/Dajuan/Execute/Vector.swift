import DajuanLedger

/// The values of one formula over a chunk of rows, by type.
enum Vector {
  /// `conflicts` are the rows whose value is not there because units did not go together.
  case quantities([Quantity?], conflicts: Set<Int> = [])
  /// Quantities as a column keeps them, at some of its rows. Out of line, for the sake of the stack
  /// that nested formulas take.
  indirect case stored(QuantityColumn, Rows)
  case texts([String?])
  case periods([Period?])
  case truths([Truth])
  case sources([[Int]])
  /// One value for every row.
  case repeated(Value)

  func quantity(_ row: Int) -> Quantity? {
    switch self {
    case .quantities(let values, _): values[row]
    case .stored(let column, let rows): column[rows[row]]
    case .repeated(.quantity(let value)): value
    default: nil
    }
  }

  func text(_ row: Int) -> String? {
    switch self {
    case .texts(let values): values[row]
    case .repeated(.text(let value)): value
    default: nil
    }
  }

  func period(_ row: Int) -> Period? {
    switch self {
    case .periods(let values): values[row]
    case .repeated(.period(let value)): value
    default: nil
    }
  }

  func truth(_ row: Int) -> Truth {
    switch self {
    case .truths(let values): values[row]
    case .repeated(.truth(let value)): value
    default: .undecided(.missing)
    }
  }

  func value(_ row: Int) -> Value {
    switch self {
    case .quantities(let values, _): values[row].map(Value.quantity) ?? .missing
    case .stored(let column, let rows):
      column[rows[row]].map(Value.quantity) ?? .missing
    case .texts(let values): values[row].map(Value.text) ?? .missing
    case .periods(let values): values[row].map(Value.period) ?? .missing
    case .truths(let values): .truth(values[row])
    case .sources(let values): values[row].isEmpty ? .missing : .source(values[row])
    case .repeated(let value): value
    }
  }

  func isMissing(_ row: Int) -> Bool {
    if case .stored(let column, let rows) = self {
      let row = rows[row]
      let code = column.unitCodes[row]
      if code < 0 || code >= column.units.count { return true }
      return !column.apart.isEmpty && column[row] == nil
    }
    return value(row).isMissing
  }

  /// The rows whose value is not there because units did not go together.
  var conflicts: Set<Int> {
    switch self {
    case .quantities(_, let conflicts): conflicts
    case .stored(let column, let rows):
      Set(rows.indices.filter { column.isConflict(rows[$0]) })
    default: []
    }
  }

  /// Whether a row has no value because units did not go together.
  func isConflict(_ row: Int) -> Bool {
    switch self {
    case .quantities(_, let conflicts): conflicts.contains(row)
    case .stored(let column, let rows): column.isConflict(rows[row])
    default: false
    }
  }

  /// Quantities worked out row by row. A row without one, though all operands have theirs, is one
  /// of units that do not go together where `isConflict` says so; operands hand theirs on.
  static func quantities(
    of operands: [Vector], count: Int, isConflict: Bool, _ value: (Int) -> Quantity?
  ) -> Vector {
    var conflicts = operands.reduce(into: Set<Int>()) { $0.formUnion($1.conflicts) }
    let values = (0..<count).map { row in
      let result = value(row)
      if isConflict, result == nil, operands.allSatisfy({ $0.quantity(row) != nil }) {
        conflicts.insert(row)
      }
      return result
    }
    return .quantities(values, conflicts: conflicts)
  }

  /// Why a comparison of the two has no answer in a row where one of them has no value.
  static func reason(_ left: Vector, _ right: Vector, _ row: Int) -> Truth.Reason {
    left.isConflict(row) || right.isConflict(row) ? .unit : .missing
  }

  /// The values of a stored column at the given rows.
  init(_ column: Column, _ rows: Rows) {
    switch column {
    case .text(let column): self = .texts(rows.map { column[$0] })
    case .quantity(let column): self = .stored(column, rows)
    case .period(let column): self = .periods(rows.map { column[$0] })
    case .truth(let values): self = .truths(rows.map { values[$0] })
    case .source(let column): self = .sources(rows.map { column[$0] })
    }
  }

  /// Values of one type, gathered row by row.
  init(_ type: ColumnType?, count: Int, _ value: (Int) -> Value) {
    switch type {
    case .quantity:
      self = .quantities(
        (0..<count).map { if case .quantity(let quantity) = value($0) { quantity } else { nil } })
    case .period:
      self = .periods(
        (0..<count).map { if case .period(let period) = value($0) { period } else { nil } })
    case .truth:
      self = .truths(
        (0..<count).map {
          if case .truth(let truth) = value($0) { truth } else { .undecided(.missing) }
        })
    case .source:
      self = .sources(
        (0..<count).map { if case .source(let sources) = value($0) { sources } else { [] } })
    case .text, .enumeration, nil:
      self = .texts((0..<count).map { if case .text(let text) = value($0) { text } else { nil } })
    }
  }
}

extension Column {
  /// Adds the values of a vector; values of another type than the column's count as missing.
  mutating func append(_ vector: Vector, count: Int) {
    switch (self, vector) {
    case (.quantity, .stored(let column, let rows)):
      let part = rows.isAll(of: column.count) ? column : column.gathered(rows.selection)
      append(contentsOf: .quantity(part))
    case (.quantity(var column), .quantities(let values, let conflicts)):
      self = .truth([])  // Gives up the shared storage, so that the append does not copy it.
      for index in 0..<count {
        if values[index] == nil, conflicts.contains(index) {
          column.appendConflict()
        } else {
          column.append(values[index])
        }
      }
      self = .quantity(column)
    default:
      let conflicts = vector.conflicts
      for index in 0..<count {
        if conflicts.contains(index) { appendConflict() } else { append(vector.value(index)) }
      }
    }
  }
}
