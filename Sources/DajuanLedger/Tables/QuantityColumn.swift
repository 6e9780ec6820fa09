/// A column of quantities.
///
/// Numbers are fixed-point: ten-thousandths of the unit, in 64 bits, for the lower end, and a
/// second array for the upper end only where a row is not exact. A row that does not fit (more
/// than four places, a binary number) is kept apart in full. Reading a row back gives what was
/// put in, exactly. Units are coded.
public struct QuantityColumn: Sendable {
  /// The distinct units.
  public private(set) var units: [Unit] = []
  private var unitCodes: [UInt16] = []
  private var lower: [Int64] = []
  /// Empty while every row is exact.
  private var upper: [Int64] = []
  /// Empty while every row is exact: the bound in the low bits, then the marks of ``Marks``.
  private var marks: [UInt8] = []
  private var present = Bitmap()
  /// The words of the report; empty while no row has any.
  private var surfaces: TextColumn?
  /// Rows that do not fit the fixed-point form.
  private var apart: [Int: Quantity] = [:]
  private var unitIndex: [Unit: UInt16] = [:]
  /// The rows without a value because units did not go together where it was worked out.
  public private(set) var conflicts: Set<Int> = []

  private static let bounds = Bound.allCases

  private enum Marks {
    static let bound: UInt8 = 0b0000_0111
    static let excludesLower: UInt8 = 0b0000_1000
    static let excludesUpper: UInt8 = 0b0001_0000
    static let hasNoLower: UInt8 = 0b0010_0000
    static let hasNoUpper: UInt8 = 0b0100_0000
  }

  /// The number of fixed-point places.
  public static let places: Int32 = 4

  /// Makes an empty column.
  public init() {}

  /// Makes a column of the given quantities.
  public init(_ values: some Sequence<Quantity?>) {
    for value in values { append(value) }
  }

  /// The number of rows.
  public var count: Int { lower.count }
  /// The number of rows that have a value.
  public var presentCount: Int { present.population }

  /// The quantity of a row, or `nil` where it is missing.
  public subscript(row: Int) -> Quantity? {
    guard present[row] else { return nil }
    if let quantity = apart[row] { return quantity }
    let unit = units[Int(unitCodes[row])]
    let surface = surfaces?[row]
    let low = Number.exact(Decimal(coefficient: Int128(lower[row]), exponent: -Self.places))
    guard !marks.isEmpty else { return Quantity(Interval(low), unit, surface: surface) }
    let mark = marks[row]
    let high = Number.exact(Decimal(coefficient: Int128(upper[row]), exponent: -Self.places))
    let interval = Interval(
      lower: mark & Marks.hasNoLower == 0 ? low : nil,
      upper: mark & Marks.hasNoUpper == 0 ? high : nil,
      excludesLower: mark & Marks.excludesLower != 0,
      excludesUpper: mark & Marks.excludesUpper != 0)
    let bound = Self.bounds[Int(mark & Marks.bound)]
    return Quantity(interval, unit, bound: bound, surface: surface)
  }

  /// Adds a row.
  public mutating func append(_ quantity: Quantity?) {
    let row = lower.count
    present.append(quantity != nil)
    appendSurface(quantity?.surface, row: row)
    guard let quantity else {
      appendFixed(low: 0, high: 0, mark: 0, unit: 0)
      return
    }
    let code = self.code(of: quantity.unit)
    let interval = quantity.interval
    let low = Self.fixed(interval.lower)
    let high = Self.fixed(interval.upper)
    if (low == nil && interval.lower != nil) || (high == nil && interval.upper != nil) {
      apart[row] = quantity
      appendFixed(low: 0, high: 0, mark: 0, unit: code)
      return
    }
    var mark = UInt8(Self.bounds.firstIndex(of: quantity.bound) ?? 0)
    if interval.excludesLower { mark |= Marks.excludesLower }
    if interval.excludesUpper { mark |= Marks.excludesUpper }
    if low == nil { mark |= Marks.hasNoLower }
    if high == nil { mark |= Marks.hasNoUpper }
    appendFixed(low: low ?? 0, high: high ?? 0, mark: mark, unit: code)
  }

  /// Adds a row without a value, as units did not go together.
  public mutating func appendConflict() {
    conflicts.insert(count)
    append(nil)
  }

  /// The given rows, in the given order.
  public func gathered(_ rows: [Int]) -> QuantityColumn {
    var result = QuantityColumn()
    result.units = units
    result.unitIndex = unitIndex
    result.unitCodes = rows.map { unitCodes[$0] }
    result.lower = rows.map { lower[$0] }
    if !marks.isEmpty {
      result.upper = rows.map { upper[$0] }
      result.marks = rows.map { marks[$0] }
    }
    for (place, row) in rows.enumerated() {
      result.present.append(present[row])
      if !apart.isEmpty, let quantity = apart[row] { result.apart[place] = quantity }
      if !conflicts.isEmpty, conflicts.contains(row) { result.conflicts.insert(place) }
    }
    result.surfaces = surfaces?.gathered(rows)
    return result
  }

  private mutating func appendFixed(low: Int64, high: Int64, mark: UInt8, unit: UInt16) {
    if marks.isEmpty, mark != 0 || low != high {
      upper = lower
      marks = [UInt8](repeating: 0, count: lower.count)
      upper.append(high)
      marks.append(mark)
    } else if !marks.isEmpty {
      upper.append(high)
      marks.append(mark)
    }
    lower.append(low)
    unitCodes.append(unit)
  }

  private mutating func appendSurface(_ surface: String?, row: Int) {
    if surfaces == nil, surface != nil {
      surfaces = TextColumn(repeatElement(nil, count: row))
    }
    surfaces?.append(surface)
  }

  private mutating func code(of unit: Unit) -> UInt16 {
    if let code = unitIndex[unit] { return code }
    let code = UInt16(clamping: units.count)
    unitIndex[unit] = code
    units.append(unit)
    return code
  }

  private static func fixed(_ number: Number?) -> Int64? {
    guard case .exact(let decimal) = number else { return nil }
    return decimal.aligned(to: -places).flatMap { Int64(exactly: $0) }
  }
}
