import DajuanLedger

/// The numbers of a column of quantities as they are stored, or those a formula makes of such, row by
/// row.
///
/// For loops over fixed-point numbers: a row that is kept in another form ends the loop.
struct FixedPointRows: Sendable {
  private enum Source: Sendable {
    case stored(QuantityColumn)
    /// The lower ends of a column, or the upper ones.
    case end(QuantityColumn, isLow: Bool)
    case computed(PackedFormula, FormulaEvaluator)
  }

  private let source: Source
  /// The units, in the order of their codes.
  let units: [Unit]

  init(_ column: QuantityColumn) {
    source = .stored(column)
    units = column.units
  }

  init(_ formula: PackedFormula, _ evaluator: FormulaEvaluator) {
    units = formula.units
    if case .end(let inner, let isLow) = formula.form, case .column(let column) = inner.form {
      source = .end(column, isLow: isLow)
    } else {
      source = .computed(formula, evaluator)
    }
  }

  /// The quantity of a row.
  func quantity(_ row: Int) -> Quantity? {
    switch source {
    case .stored(let column): column[row]
    case .end(let column, let isLow):
      column[row].flatMap { quantity in
        let end = isLow ? quantity.interval.lower : quantity.interval.upper
        return end.map { Quantity($0, quantity.unit) }
      }
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
      return rows.allSatisfy { index, number in
        let row = values.row(index)
        return row.unit < 0 || !row.isBinary && !row.isApart && body(index, number, row)
      }
    case .stored(let column): return Self.forEachRow(of: rows, column, body)
    case .end(let column, let isLow):
      return Self.forEachRow(of: rows, column) { index, number, row in
        if row.has(isLow ? QuantityMark.hasNoLower : QuantityMark.hasNoUpper) { return true }
        let end = isLow ? row.lower : row.upper
        return body(index, number, PackedRow(unit: row.unit, lower: end, upper: end, mark: 0))
      }
    }
  }

  @inline(__always)
  private static func forEachRow(
    of rows: Rows, _ column: QuantityColumn,
    _ body: (_ index: Int, _ row: Int, PackedRow) -> Bool
  ) -> Bool {
    switch column.unitCodes.storage {
    case .bytes(let codes): forEachRow(of: rows, column, codes, body)
    case .shorts(let codes): forEachRow(of: rows, column, codes, body)
    case .ints(let codes): forEachRow(of: rows, column, codes, body)
    }
  }

  @inline(__always)
  private static func forEachRow<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    of rows: Rows, _ column: QuantityColumn, _ codes: Buffer<Code>,
    _ body: (_ index: Int, _ row: Int, PackedRow) -> Bool
  ) -> Bool {
    let units = column.units.count
    return codes.withSpan { codes in
      column.lower.withSpan { lower in
        column.upper.withSpan { upper in
          column.marks.withSpan { marks in
            let hasMarks = !marks.isEmpty
            Preloading.preload(rows, of: codes, lower, marks)
            return rows.allSatisfy { index, row in
              let unit = Int32(codes[row])
              if unit < 0 || unit >= units { return true }
              var found = PackedRow(unit: unit, lower: lower[row], upper: 0, mark: 0)
              found.upper = found.lower
              if hasMarks {
                found.mark = marks[row]
                if found.mark != 0 {
                  if found.isBinary || found.isApart { return false }
                  found.upper = upper[row]
                }
              }
              return body(index, row, found)
            }
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
