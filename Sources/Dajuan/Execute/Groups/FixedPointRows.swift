import DajuanLedger

/// The numbers of a column of quantities as they are stored, or those a formula makes of such, row by
/// row.
///
/// For loops over fixed-point numbers: a row that is kept in another form ends the loop.
struct FixedPointRows: Sendable {
  private enum Source: Sendable {
    case stored(QuantityColumn)
    case computed(PackedFormula, Evaluator)
  }

  private let source: Source
  /// The units, in the order of their codes.
  let units: [Unit]

  init(_ column: QuantityColumn) {
    source = .stored(column)
    units = column.units
  }

  init(_ formula: PackedFormula, _ evaluator: Evaluator) {
    source = .computed(formula, evaluator)
    units = formula.units
  }

  /// The quantity of a row.
  func quantity(_ row: Int) -> Quantity? {
    switch source {
    case .stored(let column): column[row]
    case .computed(let formula, let evaluator):
      formula.evaluate(Rows(row..<row + 1), evaluator).quantity(0, formula.units)
    }
  }

  /// Calls with each row that has a value.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - body: Takes a row's place among them, its number and its ends; `false` ends the loop.
  /// - Returns: Whether the loop came to its end.
  @inline(__always)
  func forEachRow(of rows: Rows, _ body: (_ index: Int, _ row: Int, PackedRow) -> Bool) -> Bool {
    switch source {
    case .computed(let formula, let evaluator):
      let values = formula.evaluate(rows, evaluator)
      for index in 0..<values.count {
        let row = values.row(index)
        if row.unit < 0 { continue }
        if row.isBinary || row.isApart || !body(index, rows[index], row) { return false }
      }
      return true
    case .stored(let column):
      switch column.unitCodes.storage {
      case .bytes(let codes): return forEachRow(of: rows, column, codes, body)
      case .shorts(let codes): return forEachRow(of: rows, column, codes, body)
      case .ints(let codes): return forEachRow(of: rows, column, codes, body)
      }
    }
  }

  @inline(__always)
  private func forEachRow<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    of rows: Rows, _ column: QuantityColumn, _ codes: Buffer<Code>,
    _ body: (_ index: Int, _ row: Int, PackedRow) -> Bool
  ) -> Bool {
    let units = column.units.count
    return codes.withSpan { codes in
      column.lower.withSpan { lower in
        column.upper.withSpan { upper in
          column.marks.withSpan { marks in
            let hasMarks = !marks.isEmpty
            let count = rows.count
            for index in 0..<count {
              let row = rows[index]
              let unit = Int32(codes[row])
              if unit < 0 || unit >= units { continue }
              var found = PackedRow(unit: unit, lower: lower[row], upper: 0, mark: 0)
              found.upper = found.lower
              if hasMarks {
                found.mark = marks[row]
                if found.mark != 0 {
                  if found.mark & QuantityMark.isBinary != 0
                    || found.mark & QuantityMark.bound == QuantityMark.apart
                  {
                    return false
                  }
                  found.upper = upper[row]
                }
              }
              if !body(index, row, found) { return false }
            }
            return true
          }
        }
      }
    }
  }
}

extension Number {
  /// A number of ten-thousandths.
  init(tenThousandths: Int128) {
    self = .exact(Decimal(coefficient: tenThousandths, exponent: -QuantityColumn.places))
  }
}
