import DajuanLedger

/// The rows between two operations: columns, and which of their rows are in, in which order.
struct Batch {
  var columns: BatchColumns
  /// The number of rows the columns have.
  var height: Int
  /// The selected rows in order, or `nil` for all of them as they stand.
  var selection: [Int32]?
  /// Conditions that the selected rows still have to pass, in order.
  var filters: [PendingFilter] = []
  /// For each row the passages it rests on, where `cite` will ask.
  var lineage: [[Int]]?

  init(columns: BatchColumns, height: Int, lineage: [[Int]]? = nil) {
    self.columns = columns
    self.height = height
    self.lineage = lineage
  }

  /// The number of selected rows, whether or not they pass the pending filters.
  var count: Int { selection?.count ?? height }

  /// The selected rows, whether or not they pass the pending filters.
  var rows: Rows { selection.map { Rows($0[...]) } ?? Rows(0..<height) }

  /// About how many bytes its columns take.
  var estimatedBytes: Int { estimatedBytes(rows: height) + (selection?.count ?? 0) * 4 }

  /// About how many bytes its columns would take with so many rows.
  func estimatedBytes(rows: Int) -> Int {
    let perRow = columns.samples.reduce(0) { bytes, column in
      switch column {
      case .text, .period: bytes + 4
      case .quantity: bytes + 24
      case .truth: bytes + 2
      case .source: bytes + 8
      }
    }
    return rows * (perRow + (lineage == nil ? 0 : 48))
  }

  /// About how many bytes columns of some types take with so many rows.
  static func bytes(of types: [ColumnType?], rows: Int) -> Int {
    rows
      * types.reduce(0) { bytes, type in
        switch type {
        case .text, .enumeration, .period, nil: bytes + 4
        case .quantity: bytes + 24
        case .truth: bytes + 2
        case .source: bytes + 8
        }
      }
  }

  /// The same rows without a selection: columns are gathered when they are read.
  func compacted(_ workers: Workers) -> Batch {
    precondition(filters.isEmpty, "the filters are carried out first")
    guard let selection else { return self }
    return Batch(
      columns: columns.picking(RowNumbers(selection), workers), height: selection.count,
      lineage: lineage.map { lineage in selection.map { lineage[Int($0)] } })
  }
}

/// How many rows a condition left undecided, by reason.
package struct Undecided: Hashable, Sendable {
  /// The interval lies on both sides.
  package var bounds = 0
  /// An operand is missing.
  package var missing = 0
  /// The operands measure different things.
  package var unit = 0

  package var isNone: Bool { bounds == 0 && missing == 0 && unit == 0 }

  mutating func add(_ other: Undecided) {
    bounds += other.bounds
    missing += other.missing
    unit += other.unit
  }

  mutating func add(_ reason: Truth.Reason) {
    switch reason {
    case .bounds: bounds += 1
    case .missing: missing += 1
    case .unit: unit += 1
    }
  }
}
