extension Quantity {
  /// The sum, or `nil` where the units do not go together.
  ///
  /// A percentage and percentage points give a percentage; a number and a percentage a number.
  public func adding(_ other: Quantity) -> Quantity? {
    combined(with: other, .add) { $0.adding($1) }
  }

  /// The difference, or `nil` where the units do not go together.
  ///
  /// Two percentages differ by percentage points.
  public func subtracting(_ other: Quantity) -> Quantity? {
    combined(with: other, .subtract) { $0.subtracting($1) }
  }

  /// The product, or `nil` where the size of its unit is past reckoning.
  public func multiplied(by other: Quantity) -> Quantity? {
    guard let (unit, factor) = unit.multiplied(by: other.unit) else { return nil }
    let product = interval.multiplied(by: other.interval).multiplied(by: factor)
    return Quantity(product.withinRange, unit)
  }

  /// The quotient, or `nil` where the divisor is zero, or the size of the unit is past reckoning.
  public func divided(by other: Quantity) -> Quantity? {
    guard let (unit, factor) = unit.divided(by: other.unit) else { return nil }
    // The exact factor first, so that a quotient which ends stays exact.
    let quotient = interval.multiplied(by: factor).divided(by: other.interval)
    return quotient.map { Quantity($0.withinRange, unit) }
  }

  /// The quantity with its sign turned.
  public var negated: Quantity { Quantity(interval.negated, unit) }

  /// The same quantity in another unit, or `nil` where the units do not go together.
  public func converted(to target: Unit) -> Quantity? {
    guard let size = unit.size(in: target) else { return nil }
    return Quantity(interval.multiplied(by: size), target, bound: bound)
  }

  /// Whether this quantity is below the other; undecided by bounds, or where units differ.
  public func isLess(than other: Quantity, orEqual: Bool) -> Truth {
    compared(with: other) { $0.isLess(than: $1, orEqual: orEqual) }
  }

  /// Whether this quantity equals the other; undecided by bounds, or where units differ.
  public func isEqual(to other: Quantity) -> Truth {
    compared(with: other) { $0.isEqual(to: $1) }
  }

  /// The interval in the base unit of its dimension, in which all quantities can be ordered.
  public var baseInterval: Interval { interval.multiplied(by: unit.factor) }

  private func compared(with other: Quantity, _ compare: (Interval, Interval) -> Truth) -> Truth {
    if unit == other.unit { return compare(interval, other.interval) }
    guard unit.isCommensurable(with: other.unit) else { return .undecided(.unit) }
    guard let size = unit.size(in: other.unit) else {
      return compare(baseInterval, other.baseInterval)
    }
    // x·n/d beside y is x·n beside y·d, which divides nothing: 1亩 is 2000/3 平方米.
    return compare(
      interval.multiplied(by: Ratio(size.numerator)),
      other.interval.multiplied(by: Ratio(size.denominator)))
  }

  private func combined(
    with other: Quantity, _ operation: Unit.Addition, _ combine: (Interval, Interval) -> Interval
  ) -> Quantity? {
    guard let sum = unit.combined(with: other.unit, by: operation) else { return nil }
    return Quantity(
      combine(interval.multiplied(by: sum.left), other.interval.multiplied(by: sum.right))
        .withinRange,
      sum.unit)
  }
}

extension Unit {
  /// Adding or subtracting.
  public enum Addition: Sendable {
    /// a + b
    case add
    /// a − b
    case subtract
  }

  /// The unit of a sum or difference, and what each operand is multiplied by to be in it; `nil`
  /// where the units do not go together.
  public func combined(
    with other: Unit, by operation: Addition
  ) -> (unit: Unit, left: Ratio, right: Ratio)? {
    switch (family, other.family) {
    case (.percent, .percent):
      guard let size = other.size(in: self) else { return nil }
      if operation == .add { return (self, .one, size) }
      let toPoints = factor.divided(by: Ratio(1, 100)) ?? .one
      return (.points, toPoints, size.multiplied(by: toPoints) ?? size)
    case (.percent, .points):
      return (self, .one, Ratio(1, 100).divided(by: factor) ?? .one)
    case (.points, .percent) where operation == .add:
      return (other, Ratio(1, 100).divided(by: other.factor) ?? .one, .one)
    case (.percent, .number), (.number, .percent):
      return (.none, factor, other.factor)
    default:
      // 个 and bare numbers take the other side's classifier, and bare numbers 个.
      let isOpen = family == .number || family == .count && other.family == .classifier
      if isOpen, [.classifier, .count].contains(other.family), let size = size(in: other) {
        return (other, size, .one)
      }
      guard let size = other.size(in: self) else { return nil }
      // 亩 as 公顷 would have to be rounded, 公顷 as 亩 not.
      if !size.isDecimal, let back = self.size(in: other), back.isDecimal {
        return (other, back, .one)
      }
      return (self, .one, size)
    }
  }

  /// 百分点.
  package static let points = Unit.named("百分点") ?? .none
  /// Per cent.
  package static let percent = Unit.named("%") ?? .none
}
