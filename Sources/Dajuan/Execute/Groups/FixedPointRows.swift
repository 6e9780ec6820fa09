import DajuanLedger

/// The numbers of a column of quantities as they are stored, row by row.
///
/// For loops over fixed-point numbers: a row that is kept in another form ends the loop.
struct FixedPointRows: Sendable {
  let column: QuantityColumn

  /// A row's ends in ten-thousandths of its unit.
  struct Row {
    var unit: Int32
    var lower: Int64
    var upper: Int64
    /// The bits of ``QuantityMark``.
    var mark: UInt8
  }

  init(_ column: QuantityColumn) { self.column = column }

  /// Calls with each row that has a value.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - body: Takes a row's place among them, its number and its ends; `false` ends the loop.
  /// - Returns: Whether the loop came to its end.
  @inline(__always)
  func forEachRow(of rows: Rows, _ body: (_ index: Int, _ row: Int, Row) -> Bool) -> Bool {
    switch column.unitCodes.storage {
    case .bytes(let codes): forEachRow(of: rows, codes, body)
    case .shorts(let codes): forEachRow(of: rows, codes, body)
    case .ints(let codes): forEachRow(of: rows, codes, body)
    }
  }

  @inline(__always)
  private func forEachRow<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    of rows: Rows, _ codes: Buffer<Code>, _ body: (_ index: Int, _ row: Int, Row) -> Bool
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
              var found = Row(unit: unit, lower: lower[row], upper: 0, mark: 0)
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
