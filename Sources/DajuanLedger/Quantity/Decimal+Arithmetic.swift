extension Decimal {
  /// The exact sum, or `nil` where it leaves 128 bits.
  public func adding(_ other: Decimal) -> Decimal? {
    let target = min(exponent, other.exponent)
    guard let left = aligned(to: target), let right = other.aligned(to: target) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow || sum == .min ? nil : Decimal(coefficient: sum, exponent: target)
  }

  /// The exact difference, or `nil` where it leaves 128 bits.
  public func subtracting(_ other: Decimal) -> Decimal? {
    adding(other.negated)
  }

  /// The exact product, or `nil` where it leaves 128 bits.
  public func multiplied(by other: Decimal) -> Decimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    // The least 128-bit number has no positive twin, and is refused with what lies beyond it.
    if overflow || product == .min { return nil }
    return Self.exponent(exponent, adding: other.exponent).map {
      Decimal(coefficient: product, exponent: $0)
    }
  }

  /// The sum of two powers of ten; `nil` beyond ±6000, far outside anything that is measured.
  private static func exponent(_ a: Int32, adding b: Int32) -> Int32? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow || sum.magnitude > 6000 ? nil : sum
  }

  /// The exact quotient when it is a finite decimal of at most 128 bits; `nil` otherwise.
  public func dividedExactly(by other: Decimal) -> Decimal? {
    guard other.coefficient != 0 else { return nil }
    if coefficient % other.coefficient == 0 {
      return Self.exponent(exponent, adding: -other.exponent).map {
        Decimal(coefficient: coefficient / other.coefficient, exponent: $0)
      }
    }
    // A divisor of 2s and 5s ends within as many places as it has such factors.
    var divisor = other.coefficient
    var places: UInt32 = 0
    while divisor % 10 == 0 { (divisor, places) = (divisor / 10, places + 1) }
    while divisor % 2 == 0 { (divisor, places) = (divisor / 2, places + 1) }
    while divisor % 5 == 0 { (divisor, places) = (divisor / 5, places + 1) }
    guard coefficient % divisor == 0, let power = Self.power(of: places) else { return nil }
    let (scaled, overflow) = coefficient.multipliedReportingOverflow(by: power)
    guard !overflow, scaled != .min, scaled % other.coefficient == 0 else { return nil }
    return Self.exponent(exponent, adding: -other.exponent - Int32(places)).map {
      Decimal(coefficient: scaled / other.coefficient, exponent: $0)
    }
  }

  /// The number times `10^places`; exact at any size.
  public func scaled(byPowerOfTen places: Int32) -> Decimal {
    Decimal(coefficient: coefficient, exponent: exponent + places)
  }

  /// How a number is brought to fewer places.
  public enum Rounding: Sendable {
    /// To the nearest; a half goes away from zero, as 四舍五入 does.
    case nearest
    /// Towards negative infinity.
    case down
    /// Towards positive infinity.
    case up
  }

  /// The number with at most `places` digits after the point (negative: whole tens, hundreds, …).
  public func rounded(places: Int32, _ rule: Rounding = .nearest) -> Decimal {
    guard exponent < -places else { return self }
    guard let unit = Self.power(of: UInt32(-places - exponent)) else {
      // Every written digit lies below the rounding place.
      switch rule {
      case .nearest: return .zero
      case .down: return isNegative ? Decimal(coefficient: -1, exponent: -places) : .zero
      case .up: return isNegative ? .zero : Decimal(coefficient: 1, exponent: -places)
      }
    }
    var (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    switch rule {
    case .nearest:
      if remainder.magnitude >= unit.magnitude - remainder.magnitude {
        quotient += isNegative ? -1 : 1
      }
    case .down:
      if remainder < 0 { quotient -= 1 }
    case .up:
      if remainder > 0 { quotient += 1 }
    }
    remainder = 0
    return Decimal(coefficient: quotient, exponent: -places)
  }
}

extension Decimal {
  /// The decimal that a binary number's shortest spelling names; `nil` for infinities and NaN.
  public init?(_ double: Double) {
    let text = double.description
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      self.init(text)
      return
    }
    guard let digits = Decimal(text[..<mark]), let power = Int32(text[text.index(after: mark)...])
    else { return nil }
    self = digits.scaled(byPowerOfTen: power)
  }

  /// The number with at most so many significant digits, to the nearest.
  public func rounded(significantDigits: Int) -> Decimal {
    let written = String(coefficient.magnitude).utf8.count
    return rounded(places: Int32(significantDigits - written) - exponent)
  }
}

extension Decimal: Comparable {
  /// Exact order of the two numbers, at any size.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    let target = min(left.exponent, right.exponent)
    if let a = left.aligned(to: target), let b = right.aligned(to: target) { return a < b }
    // One of them cannot be aligned: it is larger in magnitude than the other by far.
    if left.coefficient.signum() != right.coefficient.signum() {
      return left.coefficient.signum() < right.coefficient.signum()
    }
    let leftIsLarger = left.aligned(to: target) == nil
    return left.isNegative ? leftIsLarger : !leftIsLarger
  }
}
