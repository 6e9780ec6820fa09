import DajuanLedger

/// The lower ends of a column of quantities in base units, as whole numbers that can be compared.
struct BaseNumbers: Sendable {
  private let column: QuantityColumn
  /// By unit code, what ten-thousandths are multiplied by to be in one small unit for all.
  private let scales: [UInt64]
  /// Whether that is the same for all units, so that the numbers can be compared as they are.
  private let isUniform: Bool

  /// `nil` where rows are not in fixed point, or where the sizes of the units have no common measure in
  /// 64 bits. Cost: a look at each mark.
  init?(_ column: QuantityColumn, _ workers: Workers) {
    // What lies between is noted of columns in fixed point alone.
    guard !column.ranges.isEmpty || column.isFixedPoint(workers) else { return nil }
    var common: Int64 = 1
    for unit in column.units {
      let denominator = unit.factor.denominator
      let (multiple, isOver) = (common / Self.divisor(common, denominator))
        .multipliedReportingOverflow(by: denominator)
      if isOver { return nil }
      common = multiple
    }
    var scales: [UInt64] = []
    for unit in column.units {
      let (scale, isOver) = unit.factor.numerator.multipliedReportingOverflow(
        by: common / unit.factor.denominator)
      if isOver { return nil }
      scales.append(UInt64(scale))
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

  /// For each of at most a chunk of rows a number that grows with its lower end, though not wherever
  /// that does, or falls with it; the highest there is for a row without a value.
  func pack(_ rows: Rows, isDescending: Bool, into bits: inout [UInt64]) {
    switch column.unitCodes.storage {
    case .bytes(let codes): pack(rows, codes, isDescending, into: &bits)
    case .shorts(let codes): pack(rows, codes, isDescending, into: &bits)
    case .ints(let codes): pack(rows, codes, isDescending, into: &bits)
    }
  }

  private func pack<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ rows: Rows, _ codes: Buffer<Code>, _ isDescending: Bool, into bits: inout [UInt64]
  ) {
    let turn: UInt64 = isDescending ? .max : 0
    codes.withSpan { codes in
      column.lower.withSpan { lower in
        column.marks.withSpan { marks in
          Preloading.preload(rows, of: codes, lower, marks)
          rows.forEach { index, row in
            let unit = Int(codes[row])
            if unit < 0 || unit >= scales.count {
              bits[index] = .max
            } else if !marks.isEmpty, marks[row] & QuantityMark.hasNoLower != 0 {
              bits[index] = turn
            } else {
              bits[index] = lowerBits(lower[row], unit) ^ turn
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func lowerBits(_ number: Int64, _ unit: Int) -> UInt64 {
    if isUniform { return UInt64(bitPattern: number) ^ (1 << 63) }
    // The size of the product, and as many of its highest bits as there is room for: cut off, and not
    // rounded, so that a larger product never becomes a smaller number.
    let (high, low) = number.magnitude.multipliedFullWidth(by: scales[unit])
    let zeros = high == 0 ? 64 + low.leadingZeroBitCount : high.leadingZeroBitCount
    var digits: UInt64 = 0
    if zeros < 64 {
      digits = high << UInt64(zeros) | (zeros == 0 ? 0 : low >> UInt64(64 - zeros))
    } else if zeros < 128 {
      digits = low << UInt64(zeros - 64)
    }
    let size = UInt64(128 - zeros) << 55 | digits >> 9
    return number < 0 ? ~(size | 1 << 63) : size | 1 << 63
  }

  /// By unit code whether no row of the unit passes some filters.
  func excludedUnits(_ filters: [PendingFilter]) -> [Bool] {
    scales.indices.map { unit in
      filters.contains { $0.condition.excludes(unit, of: column.unitCodes) }
    }
  }

  /// What the bits of the rows of a stretch lie between, those in excluded units left out; `nil` where
  /// it is not known.
  func bits(in stretch: Int, without excluded: [Bool]) -> ClosedRange<UInt64>? {
    guard column.ranges.indices.contains(stretch), !column.ranges[stretch].isEmpty else {
      return nil
    }
    var (low, high) = (UInt64.max, UInt64.min)
    for range in column.ranges[stretch] where !excluded[Int(range.unit)] {
      let unit = Int(range.unit)
      low = min(low, range.low == .min ? 0 : lowerBits(range.low, unit))
      high = max(high, range.highestLow == .min ? 0 : lowerBits(range.highestLow, unit))
    }
    return low <= high ? low...high : 0...0
  }

  /// How one row stands to another, missing ones last.
  func order(_ a: Int, _ b: Int, isDescending: Bool) -> SortKeyValue.Order {
    let (x, y) = (end(a), end(b))
    guard let x else { return y == nil ? .same : .after }
    guard let y else { return .before }
    let order = x.order(to: y)
    guard isDescending else { return order }
    return order == .before ? .after : order == .after ? .before : .same
  }

  /// The ends of a row in the small unit common to all; `nil` for a row without a value.
  private func end(_ row: Int) -> BaseEnds? {
    let unit = Int(column.unitCodes[row])
    if unit < 0 || unit >= scales.count { return nil }
    let scale = Int128(scales[unit])
    let mark = column.marks.isEmpty ? 0 : column.marks[row]
    let low = column.lower[row]
    return BaseEnds(
      lower: scale * Int128(low), upper: scale * Int128(mark == 0 ? low : column.upper[row]),
      mark: mark)
  }
}

/// The ends of a quantity in a unit that is common to all, with what ``QuantityMark`` says of them.
private struct BaseEnds {
  let lower: Int128
  let upper: Int128
  let mark: UInt8

  /// By lower, then by upper end: no limit below comes first, no limit above last; an end left out lies
  /// just inside.
  func order(to other: BaseEnds) -> SortKeyValue.Order {
    func has(_ bit: UInt8) -> (Bool, Bool) { (mark & bit != 0, other.mark & bit != 0) }
    func first(_ isFirst: (Bool, Bool)) -> SortKeyValue.Order {
      isFirst.0 == isFirst.1 ? .same : isFirst.0 ? .before : .after
    }
    let open = has(QuantityMark.hasNoLower)
    if open.0 || open.1 {
      if open.0 != open.1 { return first(open) }
    } else if lower != other.lower {
      return lower < other.lower ? .before : .after
    }
    let left = has(QuantityMark.excludesLower)
    if left.0 != left.1 { return first((left.1, left.0)) }
    let endless = has(QuantityMark.hasNoUpper)
    if endless.0 || endless.1 {
      if endless.0 != endless.1 { return first((endless.1, endless.0)) }
    } else if upper != other.upper {
      return upper < other.upper ? .before : .after
    }
    return first(has(QuantityMark.excludesUpper))
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
        let part = marks.extracting(piece * size..<min((piece + 1) * size, marks.count))
        // Without a branch, so that many marks are looked at in one step.
        var others = 0
        for row in part.indices {
          others |= QuantityMark.isFixedPoint(part[unchecked: row]) ? 0 : 1
        }
        found[piece] = others != 0
      }
    }
    return !found.all.contains(true)
  }
}
