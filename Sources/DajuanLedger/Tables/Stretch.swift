/// A stretch of a column's rows of which the lowest and highest are known, so that a scan can pass over it
/// without looking at its rows.
package enum Stretch {
  /// How many rows a stretch has; the last one of a column may have fewer.
  @inlinable package static var rows: Int { 1 << 16 }
}

extension Codes {
  /// The same codes with the lowest and highest of each stretch noted. Cost: a look at every row.
  package func withRanges() -> Codes {
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

/// What the quantities of one unit in a ``Stretch`` lie between.
package struct UnitRange: Hashable, Sendable {
  /// The unit's code.
  package let unit: Int32
  /// The lowest lower end, in ten-thousandths; the least number where one has none.
  package let low: Int64
  /// The highest lower end; the least number where none has one.
  package let highestLow: Int64
  /// The highest upper end, in ten-thousandths; the greatest number where one has none.
  package let high: Int64

  /// Makes a range.
  package init(unit: Int32, low: Int64, highestLow: Int64, high: Int64) {
    (self.unit, self.low, self.highestLow, self.high) = (unit, low, highestLow, high)
  }
}

extension QuantityColumn {
  /// The same quantities with what those of each unit lie between noted for each stretch; nothing is
  /// noted where a row is not in fixed point. Cost: a look at every row.
  package func withRanges() -> QuantityColumn {
    var result = self
    result.unitCodes = unitCodes.withRanges()
    result.ranges = []
    var noted: [[UnitRange]] = []
    for start in stride(from: 0, to: count, by: Stretch.rows) {
      var lows = [Int64](repeating: .max, count: units.count)
      var (highestLows, highs) = (lows.map { _ in Int64.min }, lows.map { _ in Int64.min })
      for row in start..<min(start + Stretch.rows, count) {
        let unit = Int(unitCodes[row])
        guard units.indices.contains(unit) else { continue }
        let mark = marks.isEmpty ? 0 : marks[row]
        if !QuantityMark.isFixedPoint(mark) { return result }
        let low = mark & QuantityMark.hasNoLower != 0 ? .min : lower[row]
        lows[unit] = min(lows[unit], low)
        highestLows[unit] = max(highestLows[unit], low)
        let end = mark == 0 ? lower[row] : upper[row]
        highs[unit] = max(highs[unit], mark & QuantityMark.hasNoUpper != 0 ? .max : end)
      }
      noted.append(
        units.indices.filter { lows[$0] < .max || highs[$0] > .min }.map {
          UnitRange(
            unit: Int32($0), low: lows[$0], highestLow: highestLows[$0], high: highs[$0])
        })
    }
    result.ranges = noted
    return result
  }
}
