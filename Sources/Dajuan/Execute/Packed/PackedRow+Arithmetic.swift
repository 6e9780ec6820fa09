import DajuanLedger

// The interval arithmetic of ``Interval`` on packed numbers, with the same results to the last bit; `nil`
// where a row does not fit, and is worked out in full.
extension PackedRow {
  private static let ends =
    QuantityMark.hasNoLower | QuantityMark.hasNoUpper | QuantityMark.excludesLower
    | QuantityMark.excludesUpper

  /// The row with its sign turned; its unit is left out of account.
  var negated: PackedRow {
    if isBinary {
      return PackedRow(
        unit: unit, lower: (-Double(bits: upper)).bits, upper: (-Double(bits: lower)).bits,
        mark: turned)
    }
    return PackedRow(unit: unit, lower: 0 &- upper, upper: 0 &- lower, mark: turned)
  }

  /// The marks with the ends exchanged.
  private var turned: UInt8 {
    var result = mark & ~Self.ends
    if has(QuantityMark.hasNoLower) { result |= QuantityMark.hasNoUpper }
    if has(QuantityMark.hasNoUpper) { result |= QuantityMark.hasNoLower }
    if has(QuantityMark.excludesLower) { result |= QuantityMark.excludesUpper }
    if has(QuantityMark.excludesUpper) { result |= QuantityMark.excludesLower }
    return result
  }

  @inline(__always)
  func adding(_ other: PackedRow) -> PackedRow? {
    let flags = (mark | other.mark) & Self.ends
    if isBinary || other.isBinary { return addingBinary(other, flags) }
    let (low, isLowOver) = lower.addingReportingOverflow(other.lower)
    let (high, isHighOver) = upper.addingReportingOverflow(other.upper)
    if isLowOver || isHighOver || low == .min || high == .min { return nil }
    return .derived(unit: unit, low, high, flags: flags)
  }

  private func addingBinary(_ other: PackedRow, _ flags: UInt8) -> PackedRow? {
    // Without either end nothing of the sum is binary.
    let open = QuantityMark.hasNoLower | QuantityMark.hasNoUpper
    if flags & open == open { return nil }
    func sum(_ a: Int64, _ b: Int64) -> Double? {
      guard let x = number(a), let y = other.number(b) else { return nil }
      let sum = x + y
      return sum.isFinite ? sum : nil
    }
    guard let low = sum(lower, other.lower), let high = sum(upper, other.upper) else { return nil }
    return .derived(unit: unit, low.bits, high.bits, flags: flags | QuantityMark.isBinary)
  }

  private func number(_ bits: Int64) -> Double? {
    isBinary ? Double(bits: bits) : Double(tenThousandths: bits)
  }

  /// The product of two points.
  @inline(__always)
  func multiplied(by other: PackedRow) -> PackedRow? {
    guard isPoint, other.isPoint else { return nil }
    if isBinary || other.isBinary {
      guard let x = number(lower), let y = other.number(other.lower), (x * y).isFinite else {
        return nil
      }
      let product = (x * y).bits
      return .derived(unit: unit, product, product, flags: QuantityMark.isBinary)
    }
    let (whole, rest) = (Int128(lower) * Int128(other.lower)).quotientAndRemainder(
      dividingBy: 10_000)
    guard rest == 0, let product = Int64(exactly: whole), product != .min else { return nil }
    return .derived(unit: unit, product, product, flags: 0)
  }

  /// The quotient of two points, or of two intervals above zero.
  @inline(__always)
  func divided(by other: PackedRow) -> PackedRow? {
    if isExact, other.isExact {
      if other.lower == 0 { return nil }
      if let exact = Self.exactQuotient(lower, other.lower) {
        return exact.map { .derived(unit: unit, $0, $0, flags: 0) }
      }
      guard let x = Double(tenThousandths: lower), let y = Double(tenThousandths: other.lower)
      else { return nil }
      let quotient = (x / y).bits
      return .derived(unit: unit, quotient, quotient, flags: QuantityMark.isBinary)
    }
    return intervalQuotient(other)
  }

  /// The quotient in ten-thousandths where it ends, `nil` inside where it ends later than that, and `nil`
  /// where it does not end.
  private static func exactQuotient(_ a: Int64, _ b: Int64) -> Int64?? {
    // A quotient ends where what is left of the divisor without its twos and fives divides the other.
    var rest = b.magnitude
    rest >>= UInt64(rest.trailingZeroBitCount)
    while true {
      let (fifth, remainder) = rest.quotientAndRemainder(dividingBy: 5)
      if remainder != 0 { break }
      rest = fifth
    }
    if a.magnitude % rest != 0 { return nil }
    let (whole, left) = (Int128(a) * 10_000).quotientAndRemainder(dividingBy: Int128(b))
    guard left == 0, let quotient = Int64(exactly: whole), quotient != .min else {
      return .some(nil)
    }
    return .some(quotient)
  }

  /// The quotient of intervals whose lower ends are above zero, in binary: the lower end over the upper,
  /// and the upper over the lower.
  private func intervalQuotient(_ other: PackedRow) -> PackedRow? {
    let open = QuantityMark.hasNoLower
    if isBinary || other.isBinary || (mark | other.mark) & open != 0 { return nil }
    guard lower > 0, other.lower > 0 else { return nil }
    // Wide apart, so that no two corners round to one number.
    let limit: Int64 = 1 << 52
    guard lower < limit, upper < limit, other.lower < limit, other.upper < limit else { return nil }
    var flags: UInt8 = 0
    var low = 0.0
    var high = 0.0
    let (isOpen, isOtherOpen) = (has(QuantityMark.hasNoUpper), other.has(QuantityMark.hasNoUpper))
    if isOtherOpen {
      // The divisor grows without end: the quotient comes as near to zero as one likes.
      flags |= QuantityMark.excludesLower
    } else {
      guard let quotient = Self.binaryQuotient(lower, other.upper) else { return nil }
      low = quotient
      if has(QuantityMark.excludesLower) || other.has(QuantityMark.excludesUpper) {
        flags |= QuantityMark.excludesLower
      }
    }
    if isOpen {
      flags |= QuantityMark.hasNoUpper
    } else {
      guard let quotient = Self.binaryQuotient(upper, other.lower) else { return nil }
      high = quotient
      if has(QuantityMark.excludesUpper) || other.has(QuantityMark.excludesLower) {
        flags |= QuantityMark.excludesUpper
      }
    }
    // Zero is an exact number, which does not stand beside a binary one.
    if isOtherOpen {
      return isOpen ? .derived(unit: unit, 0, 0, flags: flags | QuantityMark.hasNoUpper) : nil
    }
    return .derived(unit: unit, low.bits, high.bits, flags: flags | QuantityMark.isBinary)
  }

  /// The quotient of two ends; `nil` where it ends, and so is exact.
  private static func binaryQuotient(_ a: Int64, _ b: Int64) -> Double? {
    guard exactQuotient(a, b) == nil, let x = Double(tenThousandths: a),
      let y = Double(tenThousandths: b)
    else { return nil }
    return x / y
  }
}
