import DajuanLedger

extension Evaluator {
  /// `+ - * /` over quantities as columns keep them, to the bit what ``Quantity`` makes of them; rows
  /// that do not fit are worked out by themselves. `nil` where the operands have another form.
  func fixedPoint(
    _ operator: ArithmeticOperator, _ left: Vector, _ right: Vector, _ count: Int
  ) -> Vector? {
    if case .repeated = left, case .repeated = right { return nil }
    guard let a = PackedRows(left, count), let b = PackedRows(right, count) else { return nil }
    let units = PackedUnits(`operator`, a.units, b.units)
    var result = PackedRows(count, units.results)
    for row in 0..<count {
      let (x, y) = (a.codes[row], b.codes[row])
      if x < 0 || y < 0 {
        result.codes[row] = PackedRows.absence(x, y)
        continue
      }
      let unit = units.codes[Int(x) * b.units.count + Int(y)]
      if unit == Codes.conflict {
        result.codes[row] = `operator`.isSum ? Codes.conflict : Codes.missing
        continue
      }
      let (own, other) = (
        PackedInterval(lower: a.lower[row], upper: a.upper[row], mark: a.marks[row]),
        PackedInterval(lower: b.lower[row], upper: b.upper[row], mark: b.marks[row])
      )
      let isPlain = unit >= 0 && own.isPacked && other.isPacked
      if isPlain, let packed = own.combined(`operator`, other) {
        result.set(row, unit, packed)
      } else if let own = left.quantity(row), let other = right.quantity(row) {
        if let quantity = own.combined(`operator`, other) {
          result.set(row, quantity)
        } else {
          result.codes[row] = `operator`.isSum ? Codes.conflict : Codes.missing
        }
      }
    }
    return result.vector()
  }

  /// `low` and `high` of quantities as columns keep them.
  func ends(_ function: ScalarFunction, _ arguments: [Vector], _ count: Int) -> Vector? {
    guard function == .low || function == .high, case .stored = arguments[0],
      var result = PackedRows(arguments[0], count)
    else { return nil }
    let isLow = function == .low
    for row in 0..<count where result.codes[row] >= 0 && result.marks[row] != 0 {
      let mark = result.marks[row]
      if mark & QuantityMark.bound == QuantityMark.apart {
        result.codes[row] = Codes.missing
        if case .quantity(let end) = call(function, [arguments[0].value(row)]) {
          result.set(row, end)
        }
      } else if mark & (isLow ? QuantityMark.hasNoLower : QuantityMark.hasNoUpper) != 0 {
        result.set(row, Codes.missing, PackedInterval(lower: 0, upper: 0, mark: 0))
      } else {
        let end = isLow ? result.lower[row] : result.upper[row]
        result.set(
          row, result.codes[row],
          PackedInterval(lower: end, upper: end, mark: mark & QuantityMark.isBinary))
      }
    }
    return result.vector()
  }
}

/// What becomes of the units of two columns.
private struct PackedUnits {
  /// The units there can be.
  var results: [Unit] = []
  /// By the two units' codes the place of the result; ``Codes/conflict`` where they do not go
  /// together, and ``Codes/missing`` where numbers must be converted.
  var codes: [Int32] = []

  init(_ operator: ArithmeticOperator, _ left: [Unit], _ right: [Unit]) {
    codes.reserveCapacity(left.count * right.count)
    for a in left { for b in right { codes.append(code(`operator`, a, b)) } }
  }

  private mutating func code(_ operator: ArithmeticOperator, _ a: Unit, _ b: Unit) -> Int32 {
    let unit: Unit
    switch `operator` {
    case .add, .subtract:
      guard let sum = a.combined(with: b, by: `operator` == .add ? .add : .subtract) else {
        return Codes.conflict
      }
      if sum.left != .one || sum.right != .one { return Codes.missing }
      unit = sum.unit
    case .multiply, .divide:
      guard let result = `operator` == .multiply ? a.multiplied(by: b) : a.divided(by: b) else {
        return Codes.conflict
      }
      if result.factor != .one { return Codes.missing }
      unit = result.unit
    }
    if let place = results.firstIndex(of: unit) { return Int32(place) }
    results.append(unit)
    return Int32(results.count - 1)
  }
}

extension ArithmeticOperator {
  fileprivate var isSum: Bool { self == .add || self == .subtract }
}

extension Quantity {
  fileprivate func combined(_ operator: ArithmeticOperator, _ other: Quantity) -> Quantity? {
    switch `operator` {
    case .add: adding(other)
    case .subtract: subtracting(other)
    case .multiply: multiplied(by: other)
    case .divide: divided(by: other)
    }
  }
}

extension PackedInterval {
  /// Whether it is kept here, and not apart.
  fileprivate var isPacked: Bool { mark & QuantityMark.bound != QuantityMark.apart }

  /// What ``Interval`` makes of the two, for units that need no factor; `nil` where that does not fit,
  /// or takes more than a few instructions.
  @inline(__always)
  fileprivate func combined(
    _ operator: ArithmeticOperator, _ other: PackedInterval
  ) -> PackedInterval? {
    switch `operator` {
    case .add: adding(other)
    case .subtract: adding(other.negated)
    case .multiply: multiplied(by: other)
    case .divide: divided(by: other)
    }
  }

  private var isBinary: Bool { mark & QuantityMark.isBinary != 0 }

  /// An exactly known number; its bound says nothing else.
  private var isPoint: Bool { mark & ~QuantityMark.isBinary == 0 }

  private func double(_ end: Int64) -> Double? {
    isBinary ? Double(bitPattern: UInt64(bitPattern: end)) : PackedNumber.double(end)
  }

  private init(point number: Int64) { self.init(lower: number, upper: number, mark: 0) }

  private init?(point number: Double) {
    guard let bits = PackedNumber.bits(number) else { return nil }
    self.init(lower: bits, upper: bits, mark: QuantityMark.isBinary)
  }

  /// As ``Interval/negated``; its bound does not matter.
  private var negated: PackedInterval {
    func turned(_ end: Int64) -> Int64 {
      isBinary
        ? Int64(bitPattern: (-Double(bitPattern: UInt64(bitPattern: end))).bitPattern) : 0 &- end
    }
    func has(_ bit: UInt8) -> Bool { mark & bit != 0 }
    var flags = mark & QuantityMark.isBinary
    if has(QuantityMark.excludesLower) { flags |= QuantityMark.excludesUpper }
    if has(QuantityMark.excludesUpper) { flags |= QuantityMark.excludesLower }
    if has(QuantityMark.hasNoLower) { flags |= QuantityMark.hasNoUpper }
    if has(QuantityMark.hasNoUpper) { flags |= QuantityMark.hasNoLower }
    return PackedInterval(lower: turned(upper), upper: turned(lower), mark: flags)
  }

  private func adding(_ other: PackedInterval) -> PackedInterval? {
    let flags = (mark | other.mark) & ~QuantityMark.bound
    let hasLower = flags & QuantityMark.hasNoLower == 0
    let hasUpper = flags & QuantityMark.hasNoUpper == 0
    if flags & QuantityMark.isBinary == 0 {
      let low = hasLower ? lower.addingReportingOverflow(other.lower) : (0, false)
      let high = hasUpper ? upper.addingReportingOverflow(other.upper) : (0, false)
      // The least number is not its own negative, and stays out of sums.
      if low.1 || high.1 || other.lower == .min || other.upper == .min { return nil }
      return PackedInterval(
        lower: low.0, upper: high.0, mark: QuantityMark.derived(low.0, high.0, flags))
    }
    // One end alone would be kept in the form it has.
    if !hasLower, !hasUpper { return nil }
    var ends = (low: 0.0, high: 0.0)
    if hasLower {
      guard let a = double(lower), let b = other.double(other.lower) else { return nil }
      ends.low = a + b
    }
    if hasUpper {
      guard let a = double(upper), let b = other.double(other.upper) else { return nil }
      ends.high = a + b
    }
    guard let low = PackedNumber.bits(ends.low), let high = PackedNumber.bits(ends.high) else {
      return nil
    }
    let mark = QuantityMark.derived(isPoint: ends.low == ends.high, flags)
    return PackedInterval(
      lower: hasLower ? low : 0, upper: hasUpper ? high : 0, mark: mark | QuantityMark.isBinary)
  }

  private func multiplied(by other: PackedInterval) -> PackedInterval? {
    guard isPoint, other.isPoint, lower == upper, other.lower == other.upper else { return nil }
    if isBinary || other.isBinary {
      guard let a = double(lower), let b = other.double(other.lower) else { return nil }
      return PackedInterval(point: a * b)
    }
    let product = Int128(lower) * Int128(other.lower)
    guard product % 10_000 == 0, let number = Int64(exactly: product / 10_000) else { return nil }
    return PackedInterval(point: number)
  }

  private func divided(by other: PackedInterval) -> PackedInterval? {
    if isPoint, other.isPoint, lower == upper, other.lower == other.upper {
      if isBinary || other.isBinary {
        guard let a = double(lower), let b = other.double(other.lower), b != 0 else { return nil }
        return PackedInterval(point: a / b)
      }
      if lower == 0, other.lower != 0 { return PackedInterval(point: Int64(0)) }
      return Self.quotient(lower, other.lower).flatMap { PackedInterval(point: $0) }
    }
    return dividedPositive(by: other)
  }

  /// The quotient of positive fixed-point intervals, the divisor with both ends.
  private func dividedPositive(by other: PackedInterval) -> PackedInterval? {
    let open = QuantityMark.hasNoLower | QuantityMark.hasNoUpper
    guard !isBinary, !other.isBinary, other.mark & open == 0,
      mark & QuantityMark.hasNoLower == 0, lower > 0, other.lower > 0
    else { return nil }
    let hasUpper = mark & QuantityMark.hasNoUpper == 0
    guard let low = Self.quotient(lower, other.upper) else { return nil }
    var high = 0.0
    if hasUpper {
      guard let quotient = Self.quotient(upper, other.lower) else { return nil }
      high = quotient
    }
    // Rounded corners that fall together leave it open which of them is the end.
    if lower != upper || !hasUpper, other.lower != other.upper {
      guard let a = Self.rounded(lower, other.lower), low < a else { return nil }
      if hasUpper {
        guard let b = Self.rounded(upper, other.upper), low < b, a < high, b < high else {
          return nil
        }
      }
    }
    if hasUpper, low >= high { return nil }
    var flags = mark & QuantityMark.hasNoUpper
    if (mark & QuantityMark.excludesLower) | (other.mark & QuantityMark.excludesUpper) != 0 {
      flags |= QuantityMark.excludesLower
    }
    if hasUpper,
      (mark & QuantityMark.excludesUpper) | (other.mark & QuantityMark.excludesLower) != 0
    {
      flags |= QuantityMark.excludesUpper
    }
    guard let lowBits = PackedNumber.bits(low), let highBits = PackedNumber.bits(high) else {
      return nil
    }
    return PackedInterval(
      lower: lowBits, upper: hasUpper ? highBits : 0,
      mark: QuantityMark.derived(isPoint: false, flags) | QuantityMark.isBinary)
  }

  /// The quotient of ten-thousandths as a binary number; `nil` where it ends, and so is exact, or the
  /// divisor is zero.
  private static func quotient(_ a: Int64, _ b: Int64) -> Double? {
    if b == 0 || b == .min || a == .min { return nil }
    // It ends where what the divisor has beside twos and fives divides the dividend.
    var rest = b >> Int64(b.trailingZeroBitCount)
    while true {
      let (fifth, remainder) = rest.quotientAndRemainder(dividingBy: 5)
      if remainder != 0 { break }
      rest = fifth
    }
    return a % rest == 0 ? nil : rounded(a, b)
  }

  private static func rounded(_ a: Int64, _ b: Int64) -> Double? {
    guard let x = PackedNumber.double(a), let y = PackedNumber.double(b) else { return nil }
    return x / y
  }
}
