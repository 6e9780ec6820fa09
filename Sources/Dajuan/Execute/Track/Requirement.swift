import DajuanLedger

/// What an outcome must reach to keep a promise: a floor or a ceiling.
///
/// A target is a promise, and more than was promised keeps it: `10%` is a floor where more is
/// better, and a ceiling where less is.
struct Requirement {
  /// Whether the outcome must stay below rather than reach.
  let isCeiling: Bool
  /// Whether the threshold itself is not good enough: 超过, 低于.
  let isStrict: Bool
  /// What must be reached; an interval where it is itself known only so far.
  let threshold: Quantity

  private init(isCeiling: Bool, isStrict: Bool, threshold: Quantity) {
    self.isCeiling = isCeiling
    self.isStrict = isStrict
    self.threshold = threshold
  }

  /// What a target asks for.
  ///
  /// - An open end leaves no choice: 以上 and 超过 are floors, 以内 and 低于 are ceilings.
  /// - Two ends, as an exact figure (both the same), a range, 左右 and 余 have, leave it to what is
  ///   better: the lower end is the floor of the one, the upper the ceiling of the other.
  /// - 近 and 接近 (nearly 100公里) say only that the threshold is not beyond the figure.
  init(_ target: Quantity, _ betterment: Betterment) {
    let interval = target.interval
    if target.isNearly || interval.lower == nil && interval.upper == nil {
      self.init(
        isCeiling: betterment == .less, isStrict: false, threshold: target.derived)
      return
    }
    let isCeiling =
      interval.lower == nil || interval.upper != nil && betterment == .less
    let end = isCeiling ? interval.upper : interval.lower
    self.init(
      isCeiling: isCeiling,
      isStrict: isCeiling ? interval.excludesUpper : interval.excludesLower,
      threshold: Quantity(end.map { Interval($0) } ?? .everything, target.unit))
  }

  /// What a promised growth asks of the level, on the base it grows from: `base × (1 + growth)`.
  func implied(on base: Quantity) -> Requirement? {
    threshold.grown(from: base).map {
      Requirement(isCeiling: isCeiling, isStrict: isStrict, threshold: $0)
    }
  }

  /// Met where every value the outcome can have keeps the promise, missed where none does.
  func status(of actual: Quantity) -> Status {
    let isKept =
      isCeiling
      ? actual.isLess(than: threshold, orEqual: !isStrict)
      : threshold.isLess(than: actual, orEqual: !isStrict)
    switch isKept {
    case .yes: return .met
    case .no: return .missed
    case .undecided: return .undecided
    }
  }

  /// How far the outcome is on the good side of the threshold; negative where it falls short, and
  /// `nil` where the units do not go together.
  func gap(of actual: Quantity) -> Quantity? {
    guard actual.unit.isCommensurable(with: threshold.unit) else { return nil }
    let gap = isCeiling ? threshold.subtracting(actual) : actual.subtracting(threshold)
    guard let gap, gap.interval.lower != nil || gap.interval.upper != nil else { return nil }
    return gap.derived
  }
}

extension Quantity {
  /// The level that this growth comes to on a base, or `nil` where it is no percentage.
  func grown(from base: Quantity) -> Quantity? {
    guard unit.family == .percent, let factor = Quantity(1).adding(self) else { return nil }
    return base.multiplied(by: factor)?.derived
  }

  /// Whether the report said 近 or 接近: an amount of about that size, and no limit to keep to.
  fileprivate var isNearly: Bool {
    surface?.contains("近") ?? false
  }
}
