import DajuanLedger

/// The quantities of a chunk as a column keeps them, side by side.
struct PackedRows {
  var units: [Unit]
  /// By row the place of its unit; ``Codes/missing`` or ``Codes/conflict`` without one.
  var codes: [Int32]
  /// The ends in ten-thousandths, or the bits of binary numbers; equal for an exact row.
  var lower: [Int64]
  var upper: [Int64]
  /// The bits of ``QuantityMark``.
  var marks: [UInt8]
  /// The rows that do not fit.
  private var apart: [Int32: Quantity] = [:]

  /// Rows without values, to be filled.
  init(_ count: Int, _ units: [Unit] = []) {
    self.units = units
    codes = [Int32](repeating: Codes.missing, count: count)
    lower = [Int64](repeating: 0, count: count)
    upper = lower
    marks = [UInt8](repeating: 0, count: count)
  }

  /// The rows of a vector; `nil` where they are not kept in this form.
  init?(_ vector: Vector, _ count: Int) {
    switch vector {
    case .stored(let column, let rows): self.init(column, rows)
    case .repeated(.quantity(let quantity)):
      guard let packed = PackedInterval(quantity) else { return nil }
      self.init(count, [quantity.unit])
      for row in 0..<count { set(row, 0, packed) }
    default: return nil
    }
  }

  private init(_ column: QuantityColumn, _ rows: Rows) {
    self.init(rows.count, column.units)
    let units = Int32(column.units.count)
    let hasMarks = !column.marks.isEmpty
    column.lower.withSpan { low in
      for index in codes.indices {
        let row = rows[index]
        let code = column.unitCodes[row]
        codes[index] = code < units ? code : Codes.missing
        lower[index] = low[row]
      }
    }
    upper = lower
    if !hasMarks { return }
    column.marks.withSpan { all in
      column.upper.withSpan { high in
        for index in codes.indices {
          let row = rows[index]
          marks[index] = all[row]
          if all[row] != 0 { upper[index] = high[row] }
        }
      }
    }
  }

  mutating func set(_ row: Int, _ unit: Int32, _ packed: PackedInterval) {
    codes[row] = unit
    (lower[row], upper[row], marks[row]) = (packed.lower, packed.upper, packed.mark)
  }

  /// Puts in a quantity that was worked out by itself.
  mutating func set(_ row: Int, _ quantity: Quantity) {
    let unit = Int32(code(of: quantity.unit))
    if let packed = PackedInterval(quantity) {
      set(row, unit, packed)
    } else {
      apart[Int32(row)] = quantity
      set(row, unit, PackedInterval(lower: 0, upper: 0, mark: QuantityMark.apart))
    }
  }

  /// The place of a unit, which is taken in where it is new.
  mutating func code(of unit: Unit) -> Int {
    if let place = units.firstIndex(of: unit) { return place }
    units.append(unit)
    return units.count - 1
  }

  /// Why a row where one of two has no value has none either.
  static func absence(_ a: Int32, _ b: Int32) -> Int32 {
    a == Codes.conflict || b == Codes.conflict ? Codes.conflict : Codes.missing
  }

  /// The rows as a vector.
  consuming func vector() -> Vector {
    let isExact = marks.allSatisfy { $0 == 0 }
    let count = codes.count
    return .stored(
      QuantityColumn(
        units: units, unitCodes: Codes(codes), lower: Buffer(lower),
        upper: isExact ? Buffer() : Buffer(upper), marks: isExact ? Buffer() : Buffer(marks),
        apart: apart), Rows(0..<count))
  }
}

/// Numbers as a column keeps them.
enum PackedNumber {
  /// The binary number nearest to one of ten-thousandths, as ``Decimal/doubleValue`` gives it; `nil`
  /// where that takes more than a division.
  @inline(__always)
  static func double(_ tenThousandths: Int64) -> Double? {
    let (whole, rest) = tenThousandths.quotientAndRemainder(dividingBy: 10_000)
    // Below 2^53 both are exact, and the quotient is rounded once.
    if rest == 0 { return Double(whole) }
    return tenThousandths.magnitude <= 1 << 53 ? Double(tenThousandths) / 10_000 : nil
  }

  /// The bits of a binary number, which must be one.
  @inline(__always)
  static func bits(_ number: Double) -> Int64? {
    number.isFinite ? Int64(bitPattern: number.bitPattern) : nil
  }
}
