import DajuanLedger

/// The quantities of a chunk of rows as a column would keep them, without making each of them.
struct PackedChunk: Sendable {
  /// By row the place of its unit; below zero it has no value, as ``Codes`` say.
  private(set) var units: [Int32]
  /// The ends, in ten-thousandths or the bits of a binary number, as the marks say.
  private(set) var lower: [Int64]
  private(set) var upper: [Int64]
  private(set) var marks: [UInt8]
  /// The rows that do not fit, by their place.
  private(set) var apart: [Int32: Quantity] = [:]

  /// Rows without values, to be filled.
  init(count: Int) {
    units = [Int32](repeating: Codes.missing, count: count)
    lower = [Int64](repeating: 0, count: count)
    upper = lower
    marks = [UInt8](repeating: 0, count: count)
  }

  var count: Int { units.count }

  /// A row, whose unit code is below zero where it has no value.
  @inline(__always)
  func row(_ index: Int) -> PackedRow {
    PackedRow(
      unit: units[index], lower: lower[index], upper: upper[index], mark: marks[index])
  }

  /// Fills a row.
  @inline(__always)
  mutating func set(_ index: Int, _ row: PackedRow) {
    units[index] = row.unit
    lower[index] = row.lower
    upper[index] = row.upper
    marks[index] = row.mark
  }

  /// Leaves a row without a value.
  @inline(__always)
  mutating func setMissing(_ index: Int, isConflict: Bool = false) {
    units[index] = isConflict ? Codes.conflict : Codes.missing
  }

  /// Fills a row worked out in full, whose unit is known by its code.
  mutating func set(
    _ index: Int, _ quantity: Quantity?, unit: Int32, isConflict: Bool = false
  ) {
    guard let quantity else { return setMissing(index, isConflict: isConflict) }
    if let packed = PackedInterval(quantity), quantity.surface == nil {
      set(index, PackedRow(unit: unit, lower: packed.lower, upper: packed.upper, mark: packed.mark))
    } else {
      apart[Int32(index)] = quantity
      set(index, PackedRow(unit: unit, lower: 0, upper: 0, mark: QuantityMark.apart))
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
    // Most are one number, of either form.
    if flags & ~QuantityMark.isBinary == 0, lower == upper {
      return PackedRow(unit: unit, lower: lower, upper: upper, mark: flags)
    }
    return shaped(unit: unit, lower, upper, flags: flags)
  }

  private static func shaped(
    unit: Int32, _ lower: Int64, _ upper: Int64, flags: UInt8
  ) -> PackedRow {
    let binary = flags & QuantityMark.isBinary
    let isPoint = binary == 0 ? lower == upper : Double(bits: lower) == Double(bits: upper)
    return PackedRow(
      unit: unit, lower: flags & QuantityMark.hasNoLower == 0 ? lower : 0,
      upper: flags & QuantityMark.hasNoUpper == 0 ? upper : 0,
      mark: QuantityMark.derived(isPoint: isPoint, flags) | binary)
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

extension PackedChunk {
  /// The rows of a column.
  init(_ column: QuantityColumn, _ rows: Rows) {
    self.init(count: rows.count)
    let last = Int32(column.units.count)
    switch column.unitCodes.storage {
    case .bytes(let codes):
      codes.withSpan { codes in rows.forEach { units[$0] = Self.code(Int32(codes[$1]), last) } }
    case .shorts(let codes):
      codes.withSpan { codes in rows.forEach { units[$0] = Self.code(Int32(codes[$1]), last) } }
    case .ints(let codes):
      codes.withSpan { codes in rows.forEach { units[$0] = Self.code(codes[$1], last) } }
    }
    column.lower.withSpan { numbers in rows.forEach { lower[$0] = numbers[$1] } }
    if column.marks.isEmpty {
      upper = lower
      return
    }
    column.marks.withSpan { all in rows.forEach { marks[$0] = all[$1] } }
    column.upper.withSpan { numbers in
      rows.forEach { index, row in
        upper[index] = marks[index] == 0 ? lower[index] : numbers[row]
      }
    }
    if !column.apart.isEmpty {
      rows.forEach { index, row in
        if self.row(index).isApart { apart[Int32(index)] = column.apart[Int32(row)] }
      }
    }
  }

  @inline(__always)
  private static func code(_ code: Int32, _ end: Int32) -> Int32 {
    code < end ? code : Codes.missing
  }
}
