import DajuanLedger

/// The quantities of a chunk of rows as a column would keep them, without making each of them.
struct PackedChunk: Sendable {
  /// By row the place of its unit; below zero it has no value, as ``Codes`` say.
  var units: [Int32] = []
  /// The ends, in ten-thousandths or the bits of a binary number, as the marks say.
  var lower: [Int64] = []
  var upper: [Int64] = []
  var marks: [UInt8] = []
  /// The rows that do not fit, by their place.
  var apart: [Int32: Quantity] = [:]

  init(capacity: Int) {
    units.reserveCapacity(capacity)
    lower.reserveCapacity(capacity)
    upper.reserveCapacity(capacity)
    marks.reserveCapacity(capacity)
  }

  var count: Int { units.count }

  /// A row, whose unit code is below zero where it has no value.
  @inline(__always)
  func row(_ index: Int) -> PackedRow {
    PackedRow(
      unit: units[index], lower: lower[index], upper: upper[index], mark: marks[index])
  }

  @inline(__always)
  mutating func append(_ row: PackedRow) {
    units.append(row.unit)
    lower.append(row.lower)
    upper.append(row.upper)
    marks.append(row.mark)
  }

  /// Adds a row without a value.
  @inline(__always)
  mutating func appendMissing(isConflict: Bool = false) {
    append(
      PackedRow(unit: isConflict ? Codes.conflict : Codes.missing, lower: 0, upper: 0, mark: 0))
  }

  /// Adds a row worked out in full, whose unit is known by its code.
  mutating func append(_ quantity: Quantity?, unit: Int32, isConflict: Bool = false) {
    guard let quantity else { return appendMissing(isConflict: isConflict) }
    if let packed = PackedInterval(quantity), quantity.surface == nil {
      append(PackedRow(unit: unit, lower: packed.lower, upper: packed.upper, mark: packed.mark))
    } else {
      apart[Int32(count)] = quantity
      append(PackedRow(unit: unit, lower: 0, upper: 0, mark: QuantityMark.apart))
    }
  }

  /// The quantity of a row, or `nil` where it has none.
  func quantity(_ index: Int, _ unitNames: [Unit]) -> Quantity? {
    let row = row(index)
    guard row.unit >= 0 else { return nil }
    if row.isApart { return apart[Int32(index)] }
    let packed = PackedInterval(lower: row.lower, upper: row.upper, mark: row.mark)
    return Quantity(packed.interval, unitNames[Int(row.unit)], bound: packed.bound)
  }
}

/// One row of a ``PackedChunk``.
struct PackedRow: Sendable {
  var unit: Int32
  var lower: Int64
  var upper: Int64
  /// The bits of ``QuantityMark``.
  var mark: UInt8

  @inline(__always)
  func has(_ bits: UInt8) -> Bool { mark & bits != 0 }

  /// Whether it is kept in full elsewhere.
  @inline(__always)
  var isApart: Bool { mark & QuantityMark.bound == QuantityMark.apart }

  @inline(__always)
  var isBinary: Bool { has(QuantityMark.isBinary) }

  /// Whether it is one number in fixed point.
  @inline(__always)
  var isExact: Bool { mark == 0 }

  /// Whether it is one number.
  @inline(__always)
  var isPoint: Bool {
    mark & ~(QuantityMark.bound | QuantityMark.isBinary) == 0 && lower == upper && !isApart
  }

  /// A number's ends, which are those of a derived quantity: the bound is what their shape says.
  @inline(__always)
  static func derived(unit: Int32, _ lower: Int64, _ upper: Int64, flags: UInt8) -> PackedRow {
    if flags == 0, lower == upper {
      return PackedRow(unit: unit, lower: lower, upper: upper, mark: 0)
    }
    return shaped(unit: unit, lower, upper, flags: flags)
  }

  private static func shaped(
    unit: Int32, _ lower: Int64, _ upper: Int64, flags: UInt8
  ) -> PackedRow {
    var flags = flags & ~QuantityMark.bound
    if flags & QuantityMark.hasNoLower != 0 { flags &= ~QuantityMark.excludesLower }
    if flags & QuantityMark.hasNoUpper != 0 { flags &= ~QuantityMark.excludesUpper }
    let open = (flags & QuantityMark.hasNoLower != 0, flags & QuantityMark.hasNoUpper != 0)
    let bound: Bound
    switch open {
    case (true, true): bound = .range
    case (false, true): bound = flags & QuantityMark.excludesLower != 0 ? .moreThan : .atLeast
    case (true, false): bound = flags & QuantityMark.excludesUpper != 0 ? .lessThan : .atMost
    case (false, false):
      let isPoint =
        flags & QuantityMark.isBinary != 0
        ? Double(bits: lower) == Double(bits: upper) : lower == upper
      if isPoint {
        flags &= ~(QuantityMark.excludesLower | QuantityMark.excludesUpper)
        bound = .exact
      } else {
        bound = .range
      }
    }
    return PackedRow(
      unit: unit, lower: open.0 ? 0 : lower, upper: open.1 ? 0 : upper,
      mark: flags | PackedInterval.code(of: bound))
  }
}

extension Double {
  /// A binary number of a packed row.
  @inline(__always)
  init(bits: Int64) { self.init(bitPattern: UInt64(bitPattern: bits)) }

  /// A fixed-point number as ``Decimal/doubleValue`` gives it; `nil` where that would be rounded twice.
  @inline(__always)
  init?(tenThousandths number: Int64) {
    if number % 10_000 == 0 {
      self = Double(number / 10_000)
    } else {
      guard number.magnitude < 1 << 53 else { return nil }
      self = Double(number) / 10_000
    }
  }

  @inline(__always)
  var bits: Int64 { Int64(bitPattern: bitPattern) }
}
