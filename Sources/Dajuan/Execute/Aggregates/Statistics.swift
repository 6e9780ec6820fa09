import DajuanLedger

/// Order statistics and spread of quantities in one unit.
enum Statistics {
  /// The value below which a share of the values lies: the interval between that quantile of the
  /// lower ends and that of the upper ends.
  ///
  /// Linear between neighbours, definition 7 of R. J. Hyndman and Y. Fan, Sample Quantiles in
  /// Statistical Packages, The American Statistician 50 (1996). `nil` of no values.
  static func quantile(
    _ values: [Quantity], _ share: Double, _ workers: Workers
  ) -> Quantity? {
    guard let unit = values.first?.unit else { return nil }
    if values.count == 1 { return values[0] }
    // No limit below sorts first, no limit above last.
    let lower = StableSort.sorted(values.map(\.interval.lower), workers) { a, b in
      guard let a else { return false }
      return b.map { $0 < a } ?? true
    }
    let upper = StableSort.sorted(values.map(\.interval.upper), workers) { a, b in
      guard let b else { return false }
      return a.map { b < $0 } ?? true
    }
    return Quantity(
      Interval(
        lower: number(at: share, of: values.count) { lower[$0] },
        upper: number(at: share, of: values.count) { upper[$0] }), unit)
  }

  /// The number below which a share of others lies, between two neighbours; `nil` where one of them is
  /// no number.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - count: How many numbers there are.
  ///   - select: The number at a place of their order.
  /// - Returns: The number.
  static func number(at share: Double, of count: Int, _ select: (Int) -> Number?) -> Number? {
    let place = share * Double(count - 1)
    let index = Int(place.rounded(.down))
    let fraction = place - Double(index)
    guard let below = select(index) else { return nil }
    if fraction == 0 { return below }
    guard let above = select(index + 1) else { return nil }
    // The middle of two exact numbers is exact.
    let weight =
      fraction == 0.5 ? Number.exact(Decimal(coefficient: 5, exponent: -1)) : .binary(fraction)
    return below.adding(above.subtracting(below).multiplied(by: weight))
  }

  /// The sample standard deviation; `nil` of fewer than two values. Where a value has no limit on one
  /// side, neither has the deviation above.
  ///
  /// For intervals: the deviation of the middles, give or take the root mean square of the half
  /// widths. By the triangle inequality for the norm of the centred values it holds every
  /// deviation that the values can have.
  static func deviation(_ values: [Quantity]) -> Quantity? {
    guard values.count > 1, let unit = values.first?.unit else { return nil }
    var middles: [Double] = []
    var squares = 0.0
    for value in values {
      guard let middle = value.interval.middle, let width = value.interval.width else {
        return Quantity(Interval(lower: Number(0), upper: nil), unit)
      }
      middles.append(middle.doubleValue)
      let half = width.doubleValue / 2
      squares += half * half
    }
    let mean = middles.reduce(0, +) / Double(middles.count)
    let degrees = Double(middles.count - 1)
    let spread = middles.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (spread / degrees).squareRoot()
    let slack = (squares / degrees).squareRoot()
    return Quantity(
      Interval(
        lower: .binary(Swift.max(0, deviation - slack)), upper: .binary(deviation + slack)), unit)
  }
}
