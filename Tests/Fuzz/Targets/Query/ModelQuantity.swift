/// A quantity of the model: whole millionths of a unit, between two ends.
struct ModelQuantity: Hashable, Sendable {
  /// One for a unit. A percentage of two places of what has two is exact.
  static let scale: Int128 = 1_000_000

  let low: Int128?
  let high: Int128?
  /// Whether the end itself is left out.
  let opensLow: Bool
  let opensHigh: Bool
  let unit: ModelUnit

  init(
    _ low: Int128?, _ high: Int128?, opensLow: Bool = false, opensHigh: Bool = false,
    _ unit: ModelUnit
  ) {
    let isPoint = low != nil && low == high
    (self.low, self.high, self.unit) = (low, high, unit)
    self.opensLow = opensLow && low != nil && !isPoint
    self.opensHigh = opensHigh && high != nil && !isPoint
  }

  init(count: Int) {
    let number = Int128(count) * Self.scale
    self.init(number, number, .number)
  }

  var isExact: Bool { low != nil && low == high }

  var negated: ModelQuantity {
    ModelQuantity(
      high.map { -$0 }, low.map { -$0 }, opensLow: opensHigh, opensHigh: opensLow, unit)
  }

  func adding(_ other: ModelQuantity) -> ModelQuantity {
    ModelQuantity(
      low.flatMap { a in other.low.map { a + $0 } },
      high.flatMap { a in other.high.map { a + $0 } },
      opensLow: opensLow || other.opensLow, opensHigh: opensHigh || other.opensHigh, unit)
  }

  /// The difference of two percentages is in points.
  func subtracting(_ other: ModelQuantity) -> ModelQuantity {
    let difference = adding(other.negated)
    return unit == .percent && other.unit == .percent ? difference.with(.points) : difference
  }

  /// Some times it; `times` is above zero.
  func multiplied(by times: Int128) -> ModelQuantity {
    ModelQuantity(
      low.map { $0 * times }, high.map { $0 * times }, opensLow: opensLow, opensHigh: opensHigh,
      unit)
  }

  func with(_ unit: ModelUnit) -> ModelQuantity {
    ModelQuantity(low, high, opensLow: opensLow, opensHigh: opensHigh, unit)
  }

  /// Both ends in the unit of size one, for what does not look at units.
  var base: ModelQuantity {
    ModelQuantity(
      low.map { $0 * Int128(unit.size) }, high.map { $0 * Int128(unit.size) }, opensLow: opensLow,
      opensHigh: opensHigh, .number)
  }
}

extension ModelQuantity {
  /// Whether every value here is below every value there, and whether none is.
  func isLess(than other: ModelQuantity, orEqual: Bool) -> ModelTruth {
    guard unit.isComparable(with: other.unit) else { return .undecided(.unit) }
    let (a, b) = (base, other.base)
    if let most = a.high, let least = b.low {
      if most < least { return .yes }
      if most == least, orEqual || a.opensHigh || b.opensLow { return .yes }
    }
    if let least = a.low, let most = b.high {
      if least > most { return .no }
      if least == most, !orEqual || a.opensLow || b.opensHigh { return .no }
    }
    return .undecided(.bounds)
  }

  /// Whether the two are one number, and whether they cannot be.
  func isEqual(to other: ModelQuantity) -> ModelTruth {
    guard unit.isComparable(with: other.unit) else { return .undecided(.unit) }
    if isExact, other.isExact { return base.low == other.base.low ? .yes : .no }
    let isBelow = isLess(than: other, orEqual: false) == .yes
    let isAbove = other.isLess(than: self, orEqual: false) == .yes
    return isBelow || isAbove ? .no : .undecided(.bounds)
  }

  /// What is known of the smallest of some quantities of one unit.
  static func least(of quantities: [ModelQuantity]) -> ModelQuantity {
    let lows = quantities.map(\.low)
    let low = lows.contains(nil) ? nil : lows.compactMap { $0 }.min()
    let high = quantities.compactMap(\.high).min()
    return ModelQuantity(
      low, high, opensLow: quantities.filter { $0.low == low }.allSatisfy(\.opensLow),
      opensHigh: quantities.contains { $0.high == high && $0.opensHigh }, quantities[0].unit)
  }

  /// What is known of the middle one of some quantities of one unit, or of the middle of the two.
  static func median(of quantities: [ModelQuantity]) -> ModelQuantity {
    if quantities.count == 1 { return quantities[0] }
    // No limit below comes first, no limit above last.
    let lows = quantities.map { $0.low ?? .min }.sorted()
    let highs = quantities.map { $0.high ?? .max }.sorted()
    func middle(_ ends: [Int128], _ none: Int128) -> Int128? {
      let (a, b) = (ends[(ends.count - 1) / 2], ends[ends.count / 2])
      return a == none || b == none ? nil : (a + b) / 2
    }
    return ModelQuantity(middle(lows, .min), middle(highs, .max), quantities[0].unit)
  }
}
