/// A number as far as it is known, with its unit: `7.5%以上`, `6.8万余人`, `311个`.
public struct Quantity: Hashable, Sendable {
  /// What is known of the number, in ``unit``.
  public let interval: Interval
  /// The unit, with 万 and 亿 folded into the number unless a query asked for them.
  public let unit: Unit
  /// The bound word's sense, for a reported quantity; the interval's shape otherwise.
  public let bound: Bound
  /// The words of the report, for a reported quantity.
  public let surface: String?

  /// Makes a quantity; without a bound, the interval's shape gives it.
  public init(_ interval: Interval, _ unit: Unit, bound: Bound? = nil, surface: String? = nil) {
    self.interval = interval
    self.unit = unit
    self.bound = bound ?? Self.bound(of: interval)
    self.surface = surface
  }

  /// Makes an exactly known quantity.
  public init(_ number: Number, _ unit: Unit = .none) { self.init(Interval(number), unit) }

  /// Makes an exactly known plain number.
  public init(_ value: Int) { self.init(Number(value)) }

  /// The same quantity with the report's words and bound left behind, as a derived one has it.
  public var derived: Quantity { Quantity(interval, unit) }

  /// Whether the number is known exactly.
  public var isExact: Bool { interval.point != nil }

  private static func bound(of interval: Interval) -> Bound {
    switch (interval.lower, interval.upper) {
    case (nil, nil): .range
    case (_, nil): interval.excludesLower ? .moreThan : .atLeast
    case (nil, _): interval.excludesUpper ? .lessThan : .atMost
    default: interval.point == nil ? .range : .exact
    }
  }
}

extension Quantity {
  /// The interval a reported number stands for under a bound word.
  ///
  /// - Parameters:
  ///   - value: The number as written, in its unit, with the scale folded in.
  ///   - bound: The bound word's sense.
  ///   - lastDigit: The place value of the last digit that counts, for 余 and 左右: 6.8万 has
  ///     10³. 余 reaches up to the next such step; 左右 and 约 reach half a step either way.
  ///   - isSurplus: Whether `moreThan` was said by 余, 多 or 几, which cannot reach the next step.
  /// - Returns: What is known of the number.
  public static func interval(
    of value: Decimal, bound: Bound, lastDigit: Decimal, isSurplus: Bool = false
  ) -> Interval {
    let number = Number.exact(value)
    switch bound {
    case .exact, .range: return Interval(number)
    case .atLeast: return Interval(lower: number, upper: nil)
    case .atMost: return Interval(lower: nil, upper: number)
    case .lessThan: return Interval(lower: nil, upper: number, excludesUpper: true)
    case .moreThan:
      if !isSurplus { return Interval(lower: number, upper: nil, excludesLower: true) }
      let next = number.adding(.exact(lastDigit))
      return Interval(lower: number, upper: next, excludesUpper: true)
    case .about:
      let half = Number.exact(lastDigit).multiplied(
        by: .exact(Decimal(coefficient: 5, exponent: -1)))
      return Interval(lower: number.subtracting(half), upper: number.adding(half))
    }
  }
}
