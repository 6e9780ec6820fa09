import DajuanLedger

/// How the ends of two intervals stand to each other.
struct PackedSides {
  /// The sign of the highest of the one against the lowest of the other, and of the lowest against the
  /// highest; where an end is not there, as if it were infinite.
  private let highToLow: Int
  private let lowToHigh: Int
  private let arePoints: Bool
  private let touchesBelow: Bool
  private let touchesAbove: Bool

  /// - Parameters:
  ///   - highToLow: The sign of the highest of the one against the lowest of the other.
  ///   - lowToHigh: The sign of the lowest of the one against the highest of the other.
  ///   - arePoints: Whether both are one number.
  ///   - touchesBelow: Whether the highest of the one or the lowest of the other is left out.
  ///   - touchesAbove: Whether the lowest of the one or the highest of the other is left out.
  @inline(__always)
  init(
    highToLow: Int, lowToHigh: Int, arePoints: Bool, touchesBelow: Bool, touchesAbove: Bool
  ) {
    self.highToLow = highToLow
    self.lowToHigh = lowToHigh
    self.arePoints = arePoints
    self.touchesBelow = touchesBelow
    self.touchesAbove = touchesAbove
  }

  /// `nil` where a number would be rounded twice.
  @inline(__always)
  init?(_ x: PackedRow, _ y: PackedRow) {
    func sign(_ a: Int64, _ b: Int64) -> Int? {
      if !x.isBinary, !y.isBinary { return a < b ? -1 : a > b ? 1 : 0 }
      let left = x.isBinary ? Double(bits: a) : Double(tenThousandths: a)
      let right = y.isBinary ? Double(bits: b) : Double(tenThousandths: b)
      guard let left, let right else { return nil }
      return left < right ? -1 : left > right ? 1 : 0
    }
    let isHighOpen = x.has(QuantityMark.hasNoUpper) || y.has(QuantityMark.hasNoLower)
    let isLowOpen = x.has(QuantityMark.hasNoLower) || y.has(QuantityMark.hasNoUpper)
    guard let high = isHighOpen ? 1 : sign(x.upper, y.lower),
      let low = isLowOpen ? -1 : sign(x.lower, y.upper)
    else { return nil }
    self.init(
      highToLow: high, lowToHigh: low, arePoints: x.isPoint && y.isPoint,
      touchesBelow: x.has(QuantityMark.excludesUpper) || y.has(QuantityMark.excludesLower),
      touchesAbove: x.has(QuantityMark.excludesLower) || y.has(QuantityMark.excludesUpper))
  }

  /// As ``Interval/isLess(than:orEqual:)`` and ``Interval/isEqual(to:)``.
  @inline(__always)
  func answer(_ operator: ComparisonOperator) -> Truth {
    switch `operator` {
    case .less: isLess(orEqual: false)
    case .lessOrEqual: isLess(orEqual: true)
    case .greater: isMore(orEqual: false)
    case .greaterOrEqual: isMore(orEqual: true)
    case .equal: isEqual
    case .notEqual: isEqual.negated
    }
  }

  @inline(__always)
  private func isLess(orEqual: Bool) -> Truth {
    if highToLow < 0 || highToLow == 0 && (orEqual || touchesBelow) { return .yes }
    if lowToHigh > 0 || lowToHigh == 0 && (!orEqual || touchesAbove) { return .no }
    return .undecided(.bounds)
  }

  @inline(__always)
  private func isMore(orEqual: Bool) -> Truth {
    if lowToHigh > 0 || lowToHigh == 0 && (orEqual || touchesAbove) { return .yes }
    if highToLow < 0 || highToLow == 0 && (!orEqual || touchesBelow) { return .no }
    return .undecided(.bounds)
  }

  private var isEqual: Truth {
    if arePoints { return Truth(lowToHigh == 0) }
    return isLess(orEqual: false) == .yes || isMore(orEqual: false) == .yes
      ? .no : .undecided(.bounds)
  }
}
