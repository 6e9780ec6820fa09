/// How much of a number is shown.
public enum NumberStyle: Sendable {
  /// For programs: exact numbers in full, binary ones to 15 significant digits.
  case full
  /// For readers: binary numbers to 6 significant digits and `…`, percentages to one place.
  case brief
}

extension Quantity {
  /// The quantity as a reader meets it.
  ///
  /// A reported one is its own words. A derived one chooses 万 or 亿 by size, unless `to` fixed its
  /// unit, and shows bounds as `≥7.5%` or `6.8万–6.9万人`.
  public func text(_ style: NumberStyle = .full, isPinned: Bool = false) -> String {
    if let surface { return surface }
    let scale = isPinned ? nil : displayScale
    func end(_ number: Number) -> String {
      let scaled = scale.map { number.scaled(byPowerOfTen: -$0.power) } ?? number
      return scaled.text(style, isPercent: unit.family == .percent) + (scale?.word ?? "")
    }
    // `1/人` has a number of its own, which the figure stands for.
    let name = unit.name.hasPrefix("1/") ? String(unit.name.dropFirst()) : unit.name
    switch (interval.lower, interval.upper) {
    case (nil, nil): return "±∞" + name
    case (let lower?, nil): return (interval.excludesLower ? ">" : "≥") + end(lower) + name
    case (nil, let upper?): return (interval.excludesUpper ? "<" : "≤") + end(upper) + name
    case (let lower?, let upper?):
      if lower == upper { return end(lower) + name }
      // Both ends of a percentage carry the sign; other units stand once, at the end.
      return end(lower) + (unit.family == .percent ? name : "") + "–" + end(upper) + name
    }
  }

  /// 亿 or 万, where the number has that size and its unit takes such a word.
  private var displayScale: Scale? {
    switch unit.family {
    case .number, .percent, .points: return nil
    case .money, .count, .classifier, .measure, .compound: break
    }
    if Scale.allCases.contains(where: { unit.name.hasPrefix($0.word) }) { return nil }
    let size = [interval.lower, interval.upper].compactMap { $0?.magnitude }.max()
    guard let size else { return nil }
    if size >= Number(100_000_000) { return .hundredMillion }
    return size >= Number(10_000) ? .tenThousand : nil
  }
}

extension Number {
  /// The number with its sign removed.
  public var magnitude: Number { isNegative ? negated : self }

  /// The number times `10^places`.
  public func scaled(byPowerOfTen places: Int32) -> Number {
    switch self {
    case .exact(let decimal): .exact(decimal.scaled(byPowerOfTen: places))
    case .binary: multiplied(by: .exact(Decimal(coefficient: 1, exponent: places)))
    }
  }

  /// The number in plain notation.
  public func text(_ style: NumberStyle = .full, isPercent: Bool = false) -> String {
    switch self {
    case .exact(let decimal): return decimal.description
    case .binary(let double):
      guard let decimal = Decimal(double) else {
        return double.isNaN ? "NaN" : double < 0 ? "-∞" : "∞"
      }
      if style == .full { return decimal.rounded(significantDigits: 15).description }
      if isPercent, decimal.magnitude >= .one { return decimal.rounded(places: 1).description }
      let short = decimal.rounded(significantDigits: 6)
      return short.description + (short == decimal ? "" : "…")
    }
  }
}
