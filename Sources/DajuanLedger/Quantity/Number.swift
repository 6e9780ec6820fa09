/// A number of a query: exact as long as it can be, binary after a division.
public enum Number: Hashable, Sendable {
  /// An exact decimal.
  case exact(Decimal)
  /// A binary floating-point number: the result of a division that does not end, or what follows.
  case binary(Double)

  /// Makes a whole number.
  public init(_ value: Int) { self = .exact(Decimal(value)) }

  /// The number as binary floating point.
  public var doubleValue: Double {
    switch self {
    case .exact(let decimal): decimal.doubleValue
    case .binary(let double): double
    }
  }

  /// Whether it is a number at all, and not past the range of its format.
  public var isFinite: Bool { if case .binary(let double) = self { double.isFinite } else { true } }

  /// Whether the number is below zero.
  public var isNegative: Bool { signum < 0 }

  /// -1, 0 or 1.
  public var signum: Int {
    switch self {
    case .exact(let decimal): Int(decimal.coefficient.signum())
    case .binary(let double): double > 0 ? 1 : double < 0 ? -1 : 0
    }
  }

  /// The number with its sign turned.
  public var negated: Number {
    switch self {
    case .exact(let decimal): .exact(decimal.negated)
    case .binary(let double): .binary(-double)
    }
  }

  /// The sum: exact of exact operands unless it leaves 128 bits.
  public func adding(_ other: Number) -> Number {
    if case .exact(let a) = self, case .exact(let b) = other, let sum = a.adding(b) {
      return .exact(sum)
    }
    return .binary(doubleValue + other.doubleValue)
  }

  /// The difference: exact of exact operands unless it leaves 128 bits.
  public func subtracting(_ other: Number) -> Number { adding(other.negated) }

  /// The product: exact of exact operands unless it leaves 128 bits.
  public func multiplied(by other: Number) -> Number {
    if case .exact(let a) = self, case .exact(let b) = other, let product = a.multiplied(by: b) {
      return .exact(product)
    }
    return .binary(doubleValue * other.doubleValue)
  }

  /// The quotient: exact where it is a finite decimal, binary otherwise; `nil` for a zero divisor.
  public func divided(by other: Number) -> Number? {
    if other.signum == 0 { return nil }
    if case .exact(let a) = self, case .exact(let b) = other, let q = a.dividedExactly(by: b) {
      return .exact(q)
    }
    return .binary(doubleValue / other.doubleValue)
  }
}

extension Number: Comparable {
  /// Exact order of exact numbers; a binary operand is compared as binary.
  public static func < (left: Number, right: Number) -> Bool {
    if case .exact(let a) = left, case .exact(let b) = right { return a < b }
    return left.doubleValue < right.doubleValue
  }

  /// Equality of value, across both forms.
  public static func == (left: Number, right: Number) -> Bool {
    if case .exact(let a) = left, case .exact(let b) = right { return a == b }
    return left.doubleValue == right.doubleValue
  }

  /// Hashes the binary value, which equal numbers share.
  public func hash(into hasher: inout Hasher) { hasher.combine(doubleValue) }
}
