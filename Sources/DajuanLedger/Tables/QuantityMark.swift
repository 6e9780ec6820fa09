/// What a row of a column of quantities says beside its numbers, in one byte.
///
///     bits 0–2   the bound word's sense, in the order of ``Bound``; 7 for a row kept in full elsewhere
///     bit 3      the lower end itself is left out
///     bit 4      the upper end itself is left out
///     bit 5      there is no lower end
///     bit 6      there is no upper end
///     bit 7      the ends are binary numbers
///
/// Zero is an exactly known number in fixed point.
public enum QuantityMark {
  /// The bits of the bound word's sense.
  @inlinable public static var bound: UInt8 { 0b0000_0111 }
  /// The bound bits of a row that does not fit and is kept in full elsewhere.
  @inlinable public static var apart: UInt8 { 0b0000_0111 }
  /// The lower end itself is left out.
  @inlinable public static var excludesLower: UInt8 { 0b0000_1000 }
  /// The upper end itself is left out.
  @inlinable public static var excludesUpper: UInt8 { 0b0001_0000 }
  /// There is no lower end.
  @inlinable public static var hasNoLower: UInt8 { 0b0010_0000 }
  /// There is no upper end.
  @inlinable public static var hasNoUpper: UInt8 { 0b0100_0000 }
  /// The ends are binary numbers.
  @inlinable public static var isBinary: UInt8 { 0b1000_0000 }

  static let bounds = Bound.allCases
  private static let range = code(of: .range)
  private static let atLeast = code(of: .atLeast)
  private static let moreThan = code(of: .moreThan)
  private static let atMost = code(of: .atMost)
  private static let lessThan = code(of: .lessThan)

  /// The bits of a bound word's sense.
  package static func code(of bound: Bound) -> UInt8 {
    UInt8(bounds.firstIndex(of: bound) ?? 0)
  }

  /// Whether a row with these bits is in fixed point.
  @inlinable package static func isFixedPoint(_ mark: UInt8) -> Bool {
    mark & isBinary == 0 && mark & bound != apart
  }

  /// The bits of a derived quantity in fixed point, whose bound is the shape of its interval.
  ///
  /// - Parameters:
  ///   - lower: The lower end, if there is one.
  ///   - upper: The upper end, if there is one; not below the lower.
  ///   - flags: Which ends are lacking or left out; the bits of the bound do not count.
  /// - Returns: The bits, with those of its bound.
  package static func derived(_ lower: Int64, _ upper: Int64, _ flags: UInt8) -> UInt8 {
    derived(isPoint: lower == upper, flags)
  }

  /// The same where it is known whether the ends are equal.
  package static func derived(isPoint: Bool, _ flags: UInt8) -> UInt8 {
    let (outLow, outHigh) = (flags & excludesLower, flags & excludesUpper)
    switch (flags & hasNoLower != 0, flags & hasNoUpper != 0) {
    case (true, true): return range | hasNoLower | hasNoUpper
    case (false, true): return (outLow == 0 ? atLeast : moreThan) | hasNoUpper | outLow
    case (true, false): return (outHigh == 0 ? atMost : lessThan) | hasNoLower | outHigh
    // Ends that are equal make a point, which leaves nothing out.
    case (false, false): return isPoint ? 0 : range | outLow | outHigh
    }
  }
}

/// The ends of a quantity as a column keeps them, without its unit and words.
package struct PackedInterval {
  /// Ten-thousandths, or the bits of a binary number.
  package var lower: Int64 = 0
  package var upper: Int64 = 0
  /// The bits of ``QuantityMark``.
  package var mark: UInt8 = 0

  /// The packed form; `nil` where an end does not fit, or the bound says another thing than the ends.
  package init?(_ quantity: Quantity) {
    let interval = quantity.interval
    let ends = [interval.lower, interval.upper].compactMap { $0 }
    let isBinary = ends.contains { if case .binary = $0 { true } else { false } }
    func pack(_ number: Number?) -> Int64? {
      switch number {
      case nil: 0
      case .binary(let value): Int64(bitPattern: value.bitPattern)
      case .exact(let decimal):
        isBinary
          ? nil : decimal.aligned(to: -QuantityColumn.places).flatMap { Int64(exactly: $0) }
      }
    }
    guard let lower = pack(interval.lower), let upper = pack(interval.upper),
      let bound = QuantityMark.bounds.firstIndex(of: quantity.bound)
    else { return nil }
    (self.lower, self.upper) = (lower, upper)
    mark = UInt8(bound)
    if interval.excludesLower { mark |= QuantityMark.excludesLower }
    if interval.excludesUpper { mark |= QuantityMark.excludesUpper }
    if interval.lower == nil { mark |= QuantityMark.hasNoLower }
    if interval.upper == nil { mark |= QuantityMark.hasNoUpper }
    if isBinary { mark |= QuantityMark.isBinary }
    // A mark of zero promises one number.
    if mark == 0, lower != upper { return nil }
  }

  /// Makes what a column keeps of a row.
  package init(lower: Int64, upper: Int64, mark: UInt8) {
    (self.lower, self.upper, self.mark) = (lower, upper, mark)
  }

  /// What is known of the number.
  package var interval: Interval {
    Interval(
      lower: mark & QuantityMark.hasNoLower == 0 ? number(lower) : nil,
      upper: mark & QuantityMark.hasNoUpper == 0 ? number(upper) : nil,
      excludesLower: mark & QuantityMark.excludesLower != 0,
      excludesUpper: mark & QuantityMark.excludesUpper != 0)
  }

  /// The bound word's sense.
  package var bound: Bound { QuantityMark.bounds[Int(mark & QuantityMark.bound)] }

  private func number(_ bits: Int64) -> Number {
    mark & QuantityMark.isBinary != 0
      ? .binary(Double(bitPattern: UInt64(bitPattern: bits)))
      : .exact(Decimal(coefficient: Int128(bits), exponent: -QuantityColumn.places))
  }
}
