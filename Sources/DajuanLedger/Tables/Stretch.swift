/// A stretch of a column's rows of which the lowest and highest are known, so that a scan can pass over it
/// without looking at its rows.
public enum Stretch {
  /// How many rows a stretch has; the last one of a column may have fewer.
  @inlinable public static var rows: Int { 1 << 16 }
}

extension Codes {
  /// The same codes with the lowest and highest of each stretch noted. Cost: a look at every row.
  public func withRanges() -> Codes {
    var result = self
    result.ranges = stride(from: 0, to: count, by: Stretch.rows).map { start in
      var (low, high) = (Int32.max, Int32.min)
      for row in start..<min(start + Stretch.rows, count) {
        let code = self[row]
        low = min(low, code)
        high = max(high, code)
      }
      return low...high
    }
    return result
  }
}

extension QuantityColumn {
  /// The same quantities with the lowest lower end and the highest upper end of each stretch noted, in
  /// ten-thousandths of whatever units its rows have. Cost: a look at every row.
  public func withRanges() -> QuantityColumn {
    var result = self
    result.unitCodes = unitCodes.withRanges()
    result.ranges = stride(from: 0, to: count, by: Stretch.rows).map { start in
      var (low, high) = (Int64.max, Int64.min)
      for row in start..<min(start + Stretch.rows, count)
      where units.indices.contains(Int(unitCodes[row])) {
        let mark = marks.isEmpty ? 0 : marks[row]
        let isOther =
          mark & QuantityMark.isBinary != 0 || mark & QuantityMark.bound == QuantityMark.apart
        low = min(low, isOther || mark & QuantityMark.hasNoLower != 0 ? .min : lower[row])
        let end = mark == 0 ? lower[row] : upper[row]
        high = max(high, isOther || mark & QuantityMark.hasNoUpper != 0 ? .max : end)
      }
      return low <= high ? low...high : 0...0
    }
    return result
  }
}
