/// An exact decimal number: `coefficient × 10^exponent`.
///
/// What a report writes (`7.5`, `2550`, `0.28`) is held without rounding, and adding, subtracting,
/// multiplying and comparing lose nothing. The coefficient has no trailing zeros, so equal values
/// are equal member by member. Operations that leave the range of 128 bits answer `nil`; they
/// never wrap. Cost: a few 128-bit instructions.
public struct Decimal: Hashable, Sendable {
  /// The digits, signed, without trailing zeros.
  public let coefficient: Int128
  /// The power of ten the coefficient is multiplied by; zero for the number zero.
  public let exponent: Int32

  /// The number zero.
  public static let zero = Decimal(0)
  /// The number one.
  public static let one = Decimal(1)

  /// Makes `coefficient × 10^exponent`, dropping trailing zeros of the coefficient.
  public init(coefficient: Int128, exponent: Int32) {
    var digits = coefficient
    var power = exponent
    if digits == 0 {
      power = 0
    } else if var short = Int64(exactly: digits) {
      // Dividing 64 bits costs a fraction of dividing 128.
      while short % 10 == 0 {
        short /= 10
        power += 1
      }
      digits = Int128(short)
    } else {
      while digits % 10 == 0 {
        digits /= 10
        power += 1
      }
    }
    self.coefficient = digits
    self.exponent = power
  }

  /// Makes a whole number.
  public init(_ value: Int) {
    self.init(coefficient: Int128(value), exponent: 0)
  }

  /// The largest number of significant digits read from text; more are refused.
  public static let maximumDigits = 34

  /// Reads `-12.50`; ASCII digits with at most one point, no blanks, no grouping.
  ///
  /// Returns `nil` for anything else, and for more than ``maximumDigits`` significant digits.
  public init?(_ text: some StringProtocol) {
    var coefficient: Int128 = 0
    var exponent: Int32 = 0
    var digits = 0
    var significant = 0
    var sawPoint = false
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0, UInt8(ascii: "+") where index == 0:
        isNegative = byte == UInt8(ascii: "-")
      case UInt8(ascii: ".") where !sawPoint:
        sawPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        let digit = Int128(byte &- UInt8(ascii: "0"))
        if significant > 0 || digit > 0 { significant += 1 }
        if significant > Self.maximumDigits { return nil }
        coefficient = coefficient * 10 + digit
        if sawPoint { exponent -= 1 }
      default:
        return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, exponent: exponent)
  }

  /// Whether the number is below zero.
  public var isNegative: Bool { coefficient < 0 }
  /// Whether the number has no fraction.
  public var isWhole: Bool { exponent >= 0 }
  /// The number with its sign removed.
  public var magnitude: Decimal { isNegative ? negated : self }
  /// The number with its sign turned.
  public var negated: Decimal { Decimal(coefficient: -coefficient, exponent: exponent) }

  /// The nearest binary number.
  public var doubleValue: Double {
    // Converting 64 bits is one instruction, converting 128 a long way.
    let digits = Int64(exactly: coefficient).map { Double($0) } ?? Double(coefficient)
    if exponent == 0 { return digits }
    let power = Int(exponent.magnitude)
    if power < Self.binaryPowers.count {
      return exponent < 0 ? digits / Self.binaryPowers[power] : digits * Self.binaryPowers[power]
    }
    return Double(description) ?? 0
  }

  /// The number as an `Int`, when it is whole and fits.
  public var intValue: Int? {
    guard isWhole, let aligned = aligned(to: 0) else { return nil }
    return Int(exactly: aligned)
  }

  /// The coefficient this number has at another, lower or equal exponent; `nil` past 128 bits.
  package func aligned(to target: Int32) -> Int128? {
    guard target <= exponent else { return coefficient == 0 ? 0 : nil }
    if target == exponent { return coefficient }
    guard let power = Self.power(of: UInt32(exponent - target)) else {
      return coefficient == 0 ? 0 : nil
    }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
    return overflow || product == .min ? nil : product
  }

  /// `10^exponent`, or `nil` where it leaves 128 bits.
  package static func power(of exponent: UInt32) -> Int128? {
    exponent < 39 ? powers[Int(exponent)] : nil
  }

  private static let binaryPowers: [Double] = powers.map { Double($0) }

  private static let powers: [Int128] = {
    var list: [Int128] = [1]
    for _ in 0..<38 { list.append(list[list.count - 1] * 10) }
    return list
  }()
}

extension Decimal: CustomStringConvertible {
  /// The plain notation, without exponent or grouping: `-0.05`, `2550`.
  public var description: String {
    let digits = String(coefficient.magnitude)
    let sign = isNegative ? "-" : ""
    if exponent >= 0 {
      return sign + digits + String(repeating: "0", count: Int(exponent))
    }
    let places = Int(-exponent)
    if digits.utf8.count > places {
      return sign + digits.dropLast(places) + "." + digits.suffix(places)
    }
    return sign + "0." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }
}
