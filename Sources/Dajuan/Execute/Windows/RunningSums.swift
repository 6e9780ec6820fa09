import DajuanLedger

/// `running_sum` of fixed-point numbers, in 128 bits.
struct RunningSums {
  let column: QuantityColumn

  /// `nil` where a group has two units, a number is not in fixed point, or a sum leaves 64 bits.
  init?(_ summands: QuantityColumn, _ frame: WindowFrame) {
    let count = summands.count
    var units = [Int32](repeating: Codes.missing, count: count)
    var lower = [Int64](repeating: 0, count: count)
    var upper = lower
    var marks = [UInt8](repeating: 0, count: count)
    let known = Int32(summands.units.count)
    let hasMarks = !summands.marks.isEmpty
    for group in frame.groups {
      var (unit, low, high, flags): (Int32, Int128, Int128, UInt8) = (Codes.missing, 0, 0, 0)
      for place in group {
        let row = Int(frame.rows[place])
        let code = summands.unitCodes[row]
        if code >= 0, code < known {
          if unit >= 0, unit != code { return nil }
          unit = code
          let mark = hasMarks ? summands.marks[row] : 0
          if !QuantityMark.isFixedPoint(mark) { return nil }
          let number = summands.lower[row]
          low += Int128(number)
          high += Int128(mark == 0 ? number : summands.upper[row])
          flags |= mark
        }
        guard let first = Int64(exactly: low), let last = Int64(exactly: high) else { return nil }
        (units[row], lower[row], upper[row]) = (unit, first, last)
        marks[row] = QuantityMark.derived(first, last, flags)
      }
    }
    let isExact = marks.allSatisfy { $0 == 0 }
    column = QuantityColumn(
      units: summands.units, unitCodes: Codes(units), lower: Buffer(lower),
      upper: isExact ? Buffer() : Buffer(upper), marks: isExact ? Buffer() : Buffer(marks))
  }
}
