/// How much of a number is shown.
public enum NumberStyle: Sendable {
  /// For programs: exact numbers in full, binary ones to 15 significant digits.
  case full
  /// For readers: binary numbers to 6 significant digits, but never fewer than the whole ones, and `…`;
  /// percentages to one place.
  case brief
}

extension Quantity {
  /// The quantity as a reader meets it.
  ///
  /// A reported one is its own words. A derived one chooses 万, 亿 or 万亿 by size, unless `to` fixed
  /// its unit, and shows bounds as `≥7.5%` or `6.8万–6.9万人`, or `-6～-5百分点` where a dash would meet a
  /// minus.
  public func text(_ style: NumberStyle = .full, isPinned: Bool = false) -> String {
    text(style, scale: isPinned ? nil : scale)
  }

  /// The quantity as a reader meets it, a derived one with a given word of size or none.
  package func text(_ style: NumberStyle, scale: Scale?) -> String {
    if let surface { return surface }
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
      let dash = lower.isNegative || upper.isNegative ? "～" : "–"
      return end(lower) + (unit.family == .percent ? name : "") + dash + end(upper) + name
    }
  }

  /// 万亿, 亿 or 万, where the number has that size and its unit takes such a word: not one that has it
  /// already, nor a power, of which 万 could be meant to be one too.
  package var scale: Scale? {
    switch unit.family {
    case .number, .percent, .points: return nil
    case .money, .count, .classifier, .measure, .compound: break
    }
    if unit.isScaled || unit.name.contains("^") { return nil }
    let size = [interval.lower, interval.upper].compactMap { $0?.magnitude }.max()
    guard let size else { return nil }
    if size >= Number(1_000_000_000_000) { return .trillion }
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

  /// The number in plain notation, but for a binary one from 10^16 or below 10^-6, which is `1.5e16`.
  public func text(_ style: NumberStyle = .full, isPercent: Bool = false) -> String {
    switch self {
    case .exact(let decimal): return decimal.description
    case .binary(let double):
      guard let decimal = Decimal(double) else {
        return double.isNaN ? "NaN" : double < 0 ? "-∞" : "∞"
      }
      let digits = style == .full ? 15 : 6
      if !Self.plainSizes.contains(decimal.wholeDigits), decimal != .zero {
        return decimal.rounded(significantDigits: digits).scientific
      }
      if style == .full { return decimal.rounded(significantDigits: digits).description }
      if isPercent, decimal.magnitude >= .one { return decimal.rounded(places: 1).description }
      let short = decimal.rounded(significantDigits: min(15, max(digits, decimal.wholeDigits)))
      return short.description + (short == decimal ? "" : "…")
    }
  }

  /// How many digits may stand before the point, or zeros after it, in plain notation.
  private static let plainSizes = -5...16
}

extension Decimal {
  /// The number of digits before the point; below zero, of the zeros just after it.
  fileprivate var wholeDigits: Int { String(coefficient.magnitude).utf8.count + Int(exponent) }

  /// `1.5e16`
  fileprivate var scientific: String {
    let digits = String(coefficient.magnitude)
    let rest = digits.dropFirst()
    return (isNegative ? "-" : "") + digits.prefix(1) + (rest.isEmpty ? "" : ".") + rest
      + "e\(wholeDigits - 1)"
  }
}
