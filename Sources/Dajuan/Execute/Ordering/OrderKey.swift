import DajuanLedger

/// What rows are ordered by, as a whole number a row that grows along the order.
struct OrderKey: Sendable {
  private enum Source: Sendable {
    case coded(CodedRanks)
    /// Exact numbers in one unit, as how far they are from the first of the order.
    case numbers(QuantityColumn, first: Int64, isDescending: Bool, missing: UInt64)
  }

  private let source: Source
  /// How many bits the largest number has.
  let bits: Int

  /// `nil` where the order is not by one coded column, nor by exact fixed-point numbers in one unit.
  init?(_ order: Step.SortOrder, _ batch: Batch, _ context: EvaluationContext, _ workers: Workers) {
    if case .column(let place) = order.formula.kind,
      case .quantity(let column) = batch.columns[place]
    {
      self.init(column, isDescending: order.isDescending)
      return
    }
    guard let ranks = CodedRanks(order, batch, context, workers) else { return nil }
    self.init(.coded(ranks), bits: ranks.bits)
  }

  private init(_ source: Source, bits: Int) {
    self.source = source
    self.bits = bits
  }

  private init?(_ column: QuantityColumn, isDescending: Bool) {
    // A size that is no decimal would round in the base unit, in which quantities are ordered.
    let isExact = column.marks.withSpan { marks in
      for index in marks.indices where marks[unchecked: index] != 0 { return false }
      return true
    }
    if !isExact { return nil }
    var unit: Int32?
    var ends: (low: Int64, high: Int64)?
    let isOne = FixedPointRows(column).forEachRow(of: Rows(0..<column.count)) { _, _, row in
      if let unit, unit != row.unit { return false }
      unit = row.unit
      ends = (min(ends?.low ?? row.lower, row.lower), max(ends?.high ?? row.lower, row.lower))
      return true
    }
    guard isOne, unit.map({ column.units[Int($0)].factor.isDecimal }) ?? true else { return nil }
    let (low, high) = ends ?? (0, 0)
    let missing = high.subtractingReportingOverflow(low)
    // Room for one more, a missing number.
    if missing.overflow || missing.partialValue == .max { return nil }
    let last = UInt64(missing.partialValue) + 1
    self.init(
      .numbers(
        column, first: isDescending ? high : low, isDescending: isDescending, missing: last),
      bits: 64 - last.leadingZeroBitCount)
  }

  /// Puts the numbers of a stretch of rows below the keys there are.
  func append(to keys: inout MutableSpan<UInt64>, _ stretch: Range<Int>) {
    let bits = UInt64(bits)
    switch source {
    case .coded(let ranks):
      for index in 0..<stretch.count {
        let rank = ranks.rank(of: ranks.codes[stretch.lowerBound + index])
        keys[index] = keys[index] << bits | rank
      }
    case .numbers(let column, let first, let isDescending, let missing):
      let units = Int32(column.units.count)
      for index in 0..<stretch.count {
        let row = stretch.lowerBound + index
        let unit = column.unitCodes[row]
        let number = column.lower[row]
        let isPresent = unit >= 0 && unit < units
        let distance = isDescending ? first &- number : number &- first
        keys[index] = keys[index] << bits | (isPresent ? UInt64(distance) : missing)
      }
    }
  }
}
