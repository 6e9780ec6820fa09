import DajuanLedger

/// The lower ends of a column of quantities in base units, as whole numbers that can be compared.
struct BaseNumbers: Sendable {
  private let column: QuantityColumn
  /// By unit code, what ten-thousandths are multiplied by to be in one small unit for all.
  private let scales: [Int128]
  /// Whether that is the same for all units, so that the numbers can be compared as they are.
  private let isUniform: Bool

  /// `nil` where rows are not in fixed point, or where the sizes of the units have no common measure in
  /// 64 bits. Cost: a look at each mark.
  init?(_ column: QuantityColumn, _ workers: Workers) {
    guard column.isFixedPoint(workers) else { return nil }
    var common: Int64 = 1
    for unit in column.units {
      let denominator = unit.factor.denominator
      let (multiple, isOver) = (common / Self.divisor(common, denominator))
        .multipliedReportingOverflow(by: denominator)
      if isOver { return nil }
      common = multiple
    }
    var scales: [Int128] = []
    for unit in column.units {
      let (scale, isOver) = unit.factor.numerator.multipliedReportingOverflow(
        by: common / unit.factor.denominator)
      if isOver { return nil }
      scales.append(Int128(scale))
    }
    self.column = column
    self.scales = scales
    isUniform = Set(scales).count <= 1
  }

  private static func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// A number that grows with the lower end of a row, though not wherever it does; `nil` for a row
  /// without a value.
  @inline(__always)
  func lowerBits(_ row: Int) -> UInt64? {
    let unit = Int(column.unitCodes[row])
    if unit < 0 || unit >= scales.count { return nil }
    if !column.marks.isEmpty, column.marks[row] & QuantityMark.hasNoLower != 0 { return 0 }
    let number = column.lower[row]
    if isUniform { return UInt64(bitPattern: number) ^ (1 << 63) }
    // Rounded once, so that a larger number never becomes a smaller one.
    let bits = Double(scales[unit] * Int128(number)).bitPattern
    return bits & (1 << 63) != 0 ? ~bits : bits | (1 << 63)
  }

  /// What the bits of the rows of a stretch lie between; `nil` where it is not known.
  func bits(in stretch: Int) -> ClosedRange<UInt64>? {
    guard isUniform, column.ranges.indices.contains(stretch) else { return nil }
    let range = column.ranges[stretch]
    func bits(_ number: Int64) -> UInt64 { UInt64(bitPattern: number) ^ (1 << 63) }
    return bits(range.lowerBound)...bits(range.upperBound)
  }

  /// How one row stands to another, missing ones last.
  func order(_ a: Int, _ b: Int, isDescending: Bool) -> SortKeyValue.Order {
    let (x, y) = (column.unitCodes[a], column.unitCodes[b])
    if x == y, x >= 0, column.marks.isEmpty || column.marks[a] | column.marks[b] == 0 {
      let (low, high) = (column.lower[a], column.lower[b])
      if low == high { return .same }
      return (low < high) == isDescending ? .after : .before
    }
    func value(_ row: Int) -> SortKeyValue {
      SortKeyValue(column[row].map(Value.quantity) ?? .missing)
    }
    return value(a).order(to: value(b), isDescending: isDescending)
  }
}

extension QuantityColumn {
  /// Whether every row is in fixed point. Cost: a look at each mark.
  func isFixedPoint(_ workers: Workers) -> Bool {
    if marks.isEmpty { return true }
    if !apart.isEmpty { return false }
    let size = 1 << 18
    let pieces = (count + size - 1) / size
    let found = WorkerStates(pieces) { false }
    workers.run(pieces) { _, piece in
      marks.withSpan { marks in
        var isOther = false
        for row in piece * size..<min((piece + 1) * size, marks.count) {
          let mark = marks[row]
          isOther =
            isOther || mark & QuantityMark.isBinary != 0
            || mark & QuantityMark.bound == QuantityMark.apart
        }
        found[piece] = isOther
      }
    }
    return !found.all.contains(true)
  }
}
