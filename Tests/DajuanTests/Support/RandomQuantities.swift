import DajuanLedger

/// Quantities made at random, and the points they may stand for.
enum RandomQuantities {
  static func decimal(_ random: inout SeededGenerator, _ range: ClosedRange<Int>) -> Decimal {
    Decimal(coefficient: Int128(Int.random(in: range, using: &random)), exponent: -2)
  }

  /// A point, or any interval: open or closed, half-bounded or not. Ends have two places.
  static func interval(
    _ random: inout SeededGenerator, _ range: ClosedRange<Int> = -500...500
  ) -> Interval {
    let low = Number.exact(decimal(&random, range))
    if Int.random(in: 0..<4, using: &random) == 0 { return Interval(low) }
    let high = low.adding(.exact(decimal(&random, 0...300)))
    return Interval(
      lower: Int.random(in: 0..<5, using: &random) == 0 ? nil : low,
      upper: Int.random(in: 0..<5, using: &random) == 0 ? nil : high,
      excludesLower: Bool.random(using: &random), excludesUpper: Bool.random(using: &random))
  }

  /// A number that an interval has: an end, next to one, or far from any.
  static func point(of interval: Interval, _ random: inout SeededGenerator) -> Number {
    let step = Number.exact(Decimal(coefficient: 1, exponent: -6))
    let far = Number(Int.random(in: 0...3000, using: &random))
    let low = interval.lower ?? interval.upper.map { $0.subtracting(far) } ?? far.negated
    let high = interval.upper ?? interval.lower.map { $0.adding(far) } ?? far
    let part = Number.exact(
      Decimal(coefficient: Int128(Int.random(in: 0...16, using: &random) * 625), exponent: -4))
    let within = low.adding(high.subtracting(low).multiplied(by: part))
    let tried = [low, high, low.adding(step), high.subtracting(step), within].shuffled(
      using: &random)
    return tried.first { interval.contains($0) } ?? within
  }
}
