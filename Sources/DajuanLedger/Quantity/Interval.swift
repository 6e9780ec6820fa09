/// What is known of a number: everything between two ends, either of which may be absent.
///
/// An end is included or not; an absent end means no limit. A point has both ends equal and
/// included. The operations are those of interval arithmetic (R. E. Moore, Interval Analysis,
/// 1966): the result holds every value that the operands' values can give.
public struct Interval: Hashable, Sendable {
  /// The lower end, or `nil` for no limit.
  public let lower: Number?
  /// The upper end, or `nil` for no limit.
  public let upper: Number?
  /// Whether the lower end itself is left out.
  public let excludesLower: Bool
  /// Whether the upper end itself is left out.
  public let excludesUpper: Bool

  /// Everything.
  public static let everything = Interval(lower: nil, upper: nil)

  /// Makes the interval between two ends; ends given in the wrong order are exchanged. Ends that are
  /// equal, perhaps only after rounding, make a point: an interval is never empty.
  public init(
    lower: Number?, upper: Number?, excludesLower: Bool = false, excludesUpper: Bool = false
  ) {
    if let low = lower, let high = upper, high < low {
      (self.lower, self.upper) = (high, low)
      (self.excludesLower, self.excludesUpper) = (excludesUpper, excludesLower)
    } else {
      let isPoint = lower != nil && lower == upper
      (self.lower, self.upper) = (lower, upper)
      self.excludesLower = excludesLower && lower != nil && !isPoint
      self.excludesUpper = excludesUpper && upper != nil && !isPoint
    }
  }

  /// Makes a single point.
  public init(_ point: Number) { self.init(lower: point, upper: point) }

  /// The number, when there is only one.
  public var point: Number? {
    guard let lower, let upper, lower == upper else { return nil }
    return lower
  }

  /// The interval where an end has left the range of binary numbers: beyond the last of them there
  /// is no limit.
  public var withinRange: Interval {
    if isFinite { return self }
    let last = Number.binary(.greatestFiniteMagnitude)
    func end(_ number: Number?, isLower: Bool) -> Number? {
      guard let number, !number.isFinite else { return number }
      if number.isNegative == isLower { return nil }
      return isLower ? last : last.negated
    }
    return Interval(lower: end(lower, isLower: true), upper: end(upper, isLower: false))
  }

  /// Whether each end that is there is a number, and not past the range of its format.
  package var isFinite: Bool { (lower?.isFinite ?? true) && (upper?.isFinite ?? true) }

  /// The middle, when both ends are there.
  public var middle: Number? {
    guard let lower, let upper else { return nil }
    if lower == upper { return lower }
    return lower.adding(upper).multiplied(by: .exact(Decimal(coefficient: 5, exponent: -1)))
  }

  /// The distance of the ends, when both are there.
  public var width: Number? {
    guard let lower, let upper else { return nil }
    return upper.subtracting(lower)
  }

  /// Whether a number lies in the interval.
  public func contains(_ number: Number) -> Bool {
    if let lower, number < lower || (excludesLower && number == lower) { return false }
    if let upper, upper < number || (excludesUpper && number == upper) { return false }
    return true
  }
}

extension Interval {
  /// Whether a value of this interval is below a value of the other; `orEqual` admits equality.
  public func isLess(than other: Interval, orEqual: Bool) -> Truth {
    // Certain when the highest value here stays below the lowest there.
    if let high = upper, let low = other.lower {
      let touches = high == low && (orEqual || excludesUpper || other.excludesLower)
      if high < low || touches { return .yes }
    }
    if let low = lower, let high = other.upper {
      let touches = low == high && (!orEqual || excludesLower || other.excludesUpper)
      if high < low || touches { return .no }
    }
    return .undecided(.bounds)
  }

  /// Whether a value of this interval equals a value of the other.
  public func isEqual(to other: Interval) -> Truth {
    if let a = point, let b = other.point { return Truth(a == b) }
    let isApart =
      isLess(than: other, orEqual: false) == .yes
      || other.isLess(than: self, orEqual: false) == .yes
    return isApart ? .no : .undecided(.bounds)
  }
}

extension Interval {
  /// The interval with its sign turned.
  public var negated: Interval {
    Interval(
      lower: upper?.negated, upper: lower?.negated, excludesLower: excludesUpper,
      excludesUpper: excludesLower)
  }

  /// All sums.
  public func adding(_ other: Interval) -> Interval {
    Interval(
      lower: lower.flatMap { a in other.lower.map { a.adding($0) } },
      upper: upper.flatMap { a in other.upper.map { a.adding($0) } },
      excludesLower: excludesLower || other.excludesLower,
      excludesUpper: excludesUpper || other.excludesUpper)
  }

  /// All differences.
  public func subtracting(_ other: Interval) -> Interval { adding(other.negated) }

  /// All products.
  public func multiplied(by other: Interval) -> Interval {
    if let a = point, let b = other.point { return Interval(a.multiplied(by: b)) }
    let corners = ends.flatMap { a in other.ends.map { a.multiplied(by: $0) } }
    return Self.hull(of: corners)
  }

  /// All quotients: anything where the divisor may be zero, `nil` where it is.
  public func divided(by other: Interval) -> Interval? {
    if let a = point, let b = other.point { return a.divided(by: b).map { Interval($0) } }
    if other.contains(Number(0)) { return other.point == nil ? .everything : nil }
    // The reciprocal of an interval without zero runs between the reciprocals of its ends; an end
    // at zero, which is left out, goes off to infinity on the divisor's side.
    let side = other.ends.reduce(0) { $0 + $1.signum }
    return Self.hull(
      of: ends.flatMap { a in other.ends.compactMap { a.divided(by: $0, side: side) } })
  }

  /// Where the number moves when multiplied by an exact positive ratio.
  public func multiplied(by ratio: Ratio) -> Interval {
    if ratio == .one { return self }
    func scale(_ number: Number) -> Number {
      let product = number.multiplied(by: Number(Int(ratio.numerator)))
      return product.divided(by: Number(Int(ratio.denominator))) ?? product
    }
    return Interval(
      lower: lower.map(scale), upper: upper.map(scale), excludesLower: excludesLower,
      excludesUpper: excludesUpper)
  }

  /// The smallest interval that holds both.
  public func union(_ other: Interval) -> Interval { Self.hull(of: ends + other.ends) }

  /// An end with its side: infinite, or a number that is reached or not.
  private enum End {
    case below
    case above
    case at(Number, isExcluded: Bool)

    var signum: Int {
      switch self {
      case .below: -1
      case .above: 1
      case .at(let number, _): number.signum
      }
    }

    /// Whether it is a number that is not reached.
    private var isExcluded: Bool {
      if case .at(_, let isExcluded) = self { isExcluded } else { false }
    }

    func multiplied(by other: End) -> End {
      if case .at(let a, let x) = self, case .at(let b, let y) = other {
        // Zero that is reached makes zero reached, whatever the other end does.
        let reachesZero = a.signum == 0 && !x || b.signum == 0 && !y
        return .at(a.multiplied(by: b), isExcluded: (x || y) && !reachesZero)
      }
      switch signum * other.signum {
      case 0: return .at(Number(0), isExcluded: isExcluded || other.isExcluded)
      case 1: return .above
      default: return .below
      }
    }

    /// The quotient; `side` is the sign of the divisor's interval.
    func divided(by other: End, side: Int) -> End? {
      switch (self, other) {
      case (_, .at(let b, _)) where b.signum == 0:
        switch signum * side {
        case 0: return .at(Number(0), isExcluded: isExcluded)
        case 1...: return .above
        default: return .below
        }
      case (.at(let a, let x), .at(let b, let y)):
        return a.divided(by: b).map { .at($0, isExcluded: x || y && a.signum != 0) }
      case (.at(_, let x), _): return .at(Number(0), isExcluded: x || signum != 0)
      case (_, .at(let b, _)): return signum * b.signum > 0 ? .above : .below
      // As near to zero as one likes, but not there.
      default: return .at(Number(0), isExcluded: true)
      }
    }
  }

  private var ends: [End] {
    [
      lower.map { .at($0, isExcluded: excludesLower) } ?? .below,
      upper.map { .at($0, isExcluded: excludesUpper) } ?? .above,
    ]
  }

  private static func hull(of ends: [End]) -> Interval {
    var lower: (Number, Bool)?
    var upper: (Number, Bool)?
    var (isOpenBelow, isOpenAbove) = (false, false)
    for end in ends {
      switch end {
      case .below: isOpenBelow = true
      case .above: isOpenAbove = true
      case .at(let number, let isExcluded):
        if let (low, open) = lower, low < number || low == number && !open {
        } else {
          lower = (number, isExcluded)
        }
        if let (high, open) = upper, number < high || high == number && !open {
        } else {
          upper = (number, isExcluded)
        }
      }
    }
    return Interval(
      lower: isOpenBelow ? nil : lower?.0, upper: isOpenAbove ? nil : upper?.0,
      excludesLower: lower?.1 ?? false, excludesUpper: upper?.1 ?? false)
  }
}

extension Interval {
  /// What is known of the smaller, or the larger, of two numbers.
  public func extreme(with other: Interval, isLeast: Bool) -> Interval {
    if !isLeast { return negated.extreme(with: other.negated, isLeast: true).negated }
    // The smaller has the smaller of the lower ends, and of the upper ends.
    let low = Self.lowerFirst(self, other) ? self : other
    let high = Self.upperFirst(self, other) ? self : other
    return Interval(
      lower: low.lower, upper: high.upper, excludesLower: low.excludesLower,
      excludesUpper: high.excludesUpper)
  }

  private static func lowerFirst(_ a: Interval, _ b: Interval) -> Bool {
    guard let x = a.lower else { return true }
    guard let y = b.lower else { return false }
    return x < y || x == y && !a.excludesLower
  }

  private static func upperFirst(_ a: Interval, _ b: Interval) -> Bool {
    guard let x = a.upper else { return false }
    guard let y = b.upper else { return true }
    return x < y || x == y && a.excludesUpper
  }
}
