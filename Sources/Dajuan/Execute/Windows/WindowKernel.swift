import DajuanLedger

/// Window functions over the values of one group, in its order.
enum WindowKernel {
  /// The values of `running_sum` or `share_of`, row by row.
  static func values(of call: WindowCall, _ values: [Value]) throws(UnitConflict) -> [Value] {
    call.function == .runningSum ? try sums(values) : try shares(values)
  }

  /// The totals so far; a row without a value has that of the rows before it.
  private static func sums(_ values: [Value]) throws(UnitConflict) -> [Value] {
    var total: Quantity?
    var result: [Value] = []
    result.reserveCapacity(values.count)
    for value in values {
      if case .quantity(let next) = value {
        total = try total.map { current throws(UnitConflict) in try sum(current, next) } ?? next
      }
      result.append(total.map { .quantity($0.derived) } ?? .missing)
    }
    return result
  }

  private static func sum(_ a: Quantity, _ b: Quantity) throws(UnitConflict) -> Quantity {
    guard let sum = a.adding(b) else { throw UnitConflict(first: a.unit, second: b.unit) }
    return sum
  }

  // MARK: Shares

  /// Each value over the total, in per cent.
  private static func shares(_ values: [Value]) throws(UnitConflict) -> [Value] {
    var present: [Quantity] = []
    for case .quantity(let quantity) in values { present.append(quantity) }
    let zero = Interval(Number(0))
    guard var total = present.first else { return values.map { _ in .missing } }
    for quantity in present.dropFirst() { total = try sum(total, quantity) }
    // All in one unit, so that what the others come to can be told apart from the value itself.
    let parts = present.map { ($0.converted(to: total.unit) ?? $0).interval }
    var after: [Interval] = [zero]
    for part in parts.reversed() { after.append(after[after.count - 1].adding(part)) }
    var before = zero
    var result: [Value] = []
    var index = 0
    for value in values {
      guard case .quantity = value else {
        result.append(.missing)
        continue
      }
      let others = before.adding(after[parts.count - index - 1])
      result.append(share(parts[index], beside: others).map(percent) ?? .missing)
      before = before.adding(parts[index])
      index += 1
    }
    return result
  }

  /// The share of `part` in itself and `others`; `nil` where that total is zero.
  ///
  /// The part is in the total too. Where nothing is below zero, the share grows with the part and
  /// shrinks with the others, so its ends are those of opposite corners; dividing the intervals
  /// would allow for a total that leaves the part out.
  static func share(_ part: Interval, beside others: Interval) -> Interval? {
    guard let low = part.lower, let rest = others.lower, !low.isNegative, !rest.isNegative
    else { return part.divided(by: part.adding(others)) }
    if others.upper?.signum == 0 { return part.upper?.signum == 0 ? nil : Interval(Number(1)) }
    if part.upper?.signum == 0 { return Interval(Number(0)) }
    // Without an end above, the share comes as near to none, or to all, as one likes.
    var (lower, upper): (Number?, Number?) = (Number(0), Number(1))
    if low.signum > 0, let most = others.upper { lower = low.divided(by: low.adding(most)) }
    if rest.signum > 0, let most = part.upper { upper = most.divided(by: most.adding(rest)) }
    guard let lower, let upper else { return nil }
    return Interval(
      lower: lower, upper: upper,
      excludesLower: part.excludesLower
        || low.signum > 0 && (others.upper == nil || others.excludesUpper),
      excludesUpper: others.excludesLower
        || rest.signum > 0 && (part.upper == nil || part.excludesUpper))
  }

  private static func percent(_ interval: Interval) -> Value {
    .quantity(Quantity(interval.multiplied(by: Ratio(100)), .percent))
  }
}
