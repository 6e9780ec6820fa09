/// A column of quantities.
///
/// Numbers are fixed-point: ten-thousandths of the unit, in 64 bits, for the lower end, and a
/// second array for the upper end only where a row is not exact. A row that does not fit (more
/// than four places, or ends of two forms) is kept apart in full. Reading a row back gives what was
/// put in, exactly. Units are coded, and a row without a unit has no value.
public struct QuantityColumn: Sendable {
  /// The distinct units, in the order of their codes.
  public private(set) var units: [Unit] = []
  /// For each row the place of its unit; below zero a row has no value.
  public internal(set) var unitCodes = Codes()
  /// For each row the lower end in ten-thousandths, or the bits of a binary number.
  public private(set) var lower = Buffer<Int64>()
  /// The same for the upper end; empty while every row is exact.
  public private(set) var upper = Buffer<Int64>()
  /// For each row the bits of ``QuantityMark``; empty while every row is exact.
  public private(set) var marks = Buffer<UInt8>()
  /// The words of the report; `nil` while no row has any.
  public private(set) var surfaces: TextColumn?
  /// The rows that do not fit the fixed-point form.
  public private(set) var apart: [Int32: Quantity] = [:]
  private var unitNames = DistinctWords()
  /// For each ``Stretch`` what the quantities of each unit lie between, where that has been noted and
  /// all rows are in fixed point; empty otherwise.
  package internal(set) var ranges: [[UnitRange]] = []

  /// The number of fixed-point places.
  public static let places: Int32 = 4

  /// Makes an empty column.
  public init() {}

  /// Makes a column of the given quantities.
  public init(_ values: some Sequence<Quantity?>) {
    for value in values { append(value) }
  }

  /// Makes a column of its parts, each as the property of the same name has it.
  package init(
    units: [Unit], unitCodes: Codes, lower: Buffer<Int64>, upper: Buffer<Int64> = Buffer(),
    marks: Buffer<UInt8> = Buffer(), surfaces: TextColumn? = nil, apart: [Int32: Quantity] = [:],
    ranges: [[UnitRange]] = []
  ) {
    precondition(lower.count == unitCodes.count && upper.count == marks.count)
    precondition(marks.isEmpty || marks.count == lower.count)
    self.units = units
    self.unitCodes = unitCodes
    self.lower = lower
    self.upper = upper
    self.marks = marks
    self.surfaces = surfaces
    self.apart = apart
    self.ranges = ranges
    unitNames = DistinctWords(WordList(units.map(\.name)))
  }

  /// The number of rows.
  public var count: Int { lower.count }

  /// The quantity of a row, or `nil` where it is missing.
  public subscript(row: Int) -> Quantity? {
    let code = Int(unitCodes[row])
    guard units.indices.contains(code) else { return nil }
    let surface = surfaces?[row]
    let low = lower[row]
    guard !marks.isEmpty else {
      let packed = PackedInterval(lower: low, upper: low, mark: 0)
      return Quantity(packed.interval, units[code], surface: surface)
    }
    let packed = PackedInterval(lower: low, upper: upper[row], mark: marks[row])
    if packed.mark & QuantityMark.bound == QuantityMark.apart { return apart[Int32(row)] }
    return Quantity(packed.interval, units[code], bound: packed.bound, surface: surface)
  }

  /// Whether every end of every row is a number, and not past the range of its format. Cost: none for exact
  /// rows, else a look at each.
  package var isFinite: Bool {
    (0..<marks.count).allSatisfy { row in
      marks[row] & QuantityMark.isBinary == 0
        || PackedInterval(lower: lower[row], upper: upper[row], mark: marks[row]).interval.isFinite
    } && apart.values.allSatisfy(\.interval.isFinite)
  }

  /// Whether a row has no value because units did not go together where it was worked out.
  public func isConflict(_ row: Int) -> Bool { unitCodes[row] == Codes.conflict }

  /// Adds a row.
  public mutating func append(_ quantity: Quantity?) {
    let row = count
    appendSurface(quantity?.surface, row: row)
    guard let quantity else {
      append(PackedInterval(lower: 0, upper: 0, mark: 0), unit: Codes.missing)
      return
    }
    let code = self.code(of: quantity.unit)
    if let packed = PackedInterval(quantity) {
      append(packed, unit: code)
    } else {
      apart[Int32(row)] = quantity
      append(PackedInterval(lower: 0, upper: 0, mark: QuantityMark.apart), unit: code)
    }
  }

  /// Adds a row without a value, as units did not go together.
  public mutating func appendConflict() {
    appendSurface(nil, row: count)
    append(PackedInterval(lower: 0, upper: 0, mark: 0), unit: Codes.conflict)
  }

  /// Adds the rows of another column, its conflicts with them.
  public mutating func append(contentsOf other: QuantityColumn) {
    if count == 0 {
      self = other
      return
    }
    ranges = []
    let start = count
    if let added = other.surfaces {
      if surfaces == nil { surfaces = TextColumn(repeatElement(nil, count: start)) }
      surfaces?.append(contentsOf: added)
    } else {
      for _ in 0..<(surfaces == nil ? 0 : other.count) { surfaces?.append(nil) }
    }
    let known = other.units.map { code(of: $0) }
    unitCodes.append(
      contentsOf: (0..<other.count).map { row in
        let code = other.unitCodes[row]
        return code >= 0 ? (code < known.count ? known[Int(code)] : Codes.missing) : code
      })
    if !marks.isEmpty || !other.marks.isEmpty {
      if marks.isEmpty {
        upper = lower
        marks = Buffer([UInt8](repeating: 0, count: start))
      }
      let isExact = other.marks.isEmpty
      let ends = isExact ? other.lower : other.upper
      ends.withSpan { upper.append(contentsOf: $0) }
      if isExact {
        marks.append(contentsOf: repeatElement(0, count: other.count))
      } else {
        other.marks.withSpan { marks.append(contentsOf: $0) }
      }
    }
    other.lower.withSpan { lower.append(contentsOf: $0) }
    for (row, quantity) in other.apart { apart[Int32(start) + row] = quantity }
  }

  /// The given rows, in the given order; below zero one without a value.
  public func gathered(_ rows: [Int32], _ work: PieceWork? = nil) -> QuantityColumn {
    var result = QuantityColumn()
    result.units = units
    result.unitNames = unitNames
    result.unitCodes = unitCodes.gathered(rows, work)
    result.lower = lower.gathered(rows, missing: 0, work)
    if !marks.isEmpty {
      result.upper = upper.gathered(rows, missing: 0, work)
      result.marks = marks.gathered(rows, missing: 0, work)
    }
    if !apart.isEmpty {
      for (place, row) in rows.enumerated() {
        if let quantity = apart[row] { result.apart[Int32(place)] = quantity }
      }
    }
    result.surfaces = surfaces?.gathered(rows, work)
    return result
  }

  private mutating func append(_ packed: PackedInterval, unit: Int32) {
    ranges = []
    if marks.isEmpty, packed.mark != 0 {
      upper = lower
      marks = Buffer([UInt8](repeating: 0, count: lower.count))
      upper.append(packed.upper)
      marks.append(packed.mark)
    } else if !marks.isEmpty {
      upper.append(packed.upper)
      marks.append(packed.mark)
    }
    lower.append(packed.lower)
    unitCodes.append(unit)
  }

  private mutating func appendSurface(_ surface: String?, row: Int) {
    if surfaces == nil, surface != nil {
      surfaces = TextColumn(repeatElement(nil, count: row))
    }
    surfaces?.append(surface)
  }

  private mutating func code(of unit: Unit) -> Int32 {
    let code = unitNames.code(of: unit.name)
    if code == units.count { units.append(unit) }
    return code
  }
}
