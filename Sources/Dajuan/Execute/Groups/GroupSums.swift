import DajuanLedger

/// `sum` and `avg`: sums of ten-thousandths in 128 bits, exact in any order.
struct GroupSums: GroupAggregate {
  /// The sum of one group.
  fileprivate struct Cell {
    var lower: Int128 = 0
    var upper: Int128 = 0
    var count = 0
    /// The code of the unit; below zero while there is no value.
    var unit: Int32 = -1
    /// All marks of the rows, but for their bounds.
    var marks: UInt8 = 0
  }

  private let rows: FixedPointRows
  private let isMean: Bool
  private var cells: [Cell] = []

  init(_ rows: FixedPointRows, isMean: Bool) {
    self.rows = rows
    self.isMean = isMean
  }

  mutating func grow(to count: Int) {
    cells.append(contentsOf: repeatElement(Cell(), count: max(0, count - cells.count)))
  }

  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool {
    let rows = rows
    var cells = cells.mutableSpan
    return rows.forEachRow(of: chunk.rows) { index, _, row in
      let group = Int(groups[unchecked: index])
      if cells[group].unit != row.unit {
        if cells[group].unit >= 0 { return false }
        cells[group].unit = row.unit
      }
      cells[group].lower &+= Int128(row.lower)
      cells[group].upper &+= Int128(row.upper)
      cells[group].count &+= 1
      cells[group].marks |= row.mark
      return true
    }
  }

  mutating func merge(_ other: GroupSums, _ groups: [Int32]) -> Bool {
    for (group, target) in groups.enumerated() where target >= 0 {
      let more = other.cells[group]
      if more.unit < 0 { continue }
      let target = Int(target)
      if cells[target].unit != more.unit {
        if cells[target].unit >= 0 { return false }
        cells[target].unit = more.unit
      }
      cells[target].lower &+= more.lower
      cells[target].upper &+= more.upper
      cells[target].count += more.count
      cells[target].marks |= more.marks
    }
    return true
  }

  consuming func column(_ groups: [Int], _ workers: Workers) -> Column {
    let cells = cells
    let units = rows.units
    let isMean = isMean
    return .quantity(
      QuantityColumn(packing: groups.count, units: units, workers) { place, chunk, index in
        let cell = cells[groups[place]]
        if cell.count == 0 { return }
        if let row = cell.packed, let result = isMean ? row.divided(by: cell.divisor) : row {
          chunk.set(index, result)
        } else {
          let sum = Quantity(cell.interval, units[Int(cell.unit)])
          chunk.set(
            index, isMean ? sum.divided(by: Quantity(cell.count))?.derived : sum, unit: cell.unit)
        }
      })
  }
}

extension GroupSums.Cell {
  /// The total in 64 bits, where it fits.
  fileprivate var packed: PackedRow? {
    guard let low = Int64(exactly: lower), let high = Int64(exactly: upper), low != .min,
      high != .min
    else { return nil }
    return .derived(unit: unit, low, high, flags: marks)
  }

  /// The number of values, as what the total is divided by.
  fileprivate var divisor: PackedRow {
    let number = Int64(count) * 10_000
    return PackedRow(unit: 0, lower: number, upper: number, mark: 0)
  }

  fileprivate var interval: Interval {
    func has(_ mark: UInt8) -> Bool { marks & mark != 0 }
    return Interval(
      lower: has(QuantityMark.hasNoLower) ? nil : Number(tenThousandths: lower),
      upper: has(QuantityMark.hasNoUpper) ? nil : Number(tenThousandths: upper),
      excludesLower: has(QuantityMark.excludesLower),
      excludesUpper: has(QuantityMark.excludesUpper))
  }
}

extension QuantityColumn {
  /// Makes a column row by row, on all cores where it is long.
  init(_ count: Int, _ workers: Workers, _ make: @Sendable (Int) -> Quantity?) {
    let size = Self.size(count, workers)
    let pieces = (count + size - 1) / size
    let parts = WorkerStates<[Quantity?]>(pieces) { [] }
    workers.run(pieces) { _, piece in
      parts[piece] = (piece * size..<Swift.min((piece + 1) * size, count)).map(make)
    }
    self.init()
    for part in parts.all {
      if workers.isStopped { return }
      for quantity in part { append(quantity) }
    }
  }

  /// The same of packed rows: `make` fills the row it is given the place of in a chunk, or leaves it
  /// without a value.
  init(
    packing count: Int, units: [Unit], _ workers: Workers,
    _ make: @Sendable (_ place: Int, _ chunk: inout PackedChunk, _ index: Int) -> Void
  ) {
    let size = Self.size(count, workers)
    let pieces = (count + size - 1) / size
    let parts = WorkerStates(pieces) { PackedChunk(count: 0) }
    workers.run(pieces) { _, piece in
      let places = piece * size..<Swift.min((piece + 1) * size, count)
      var chunk = PackedChunk(count: places.count)
      for place in places { make(place, &chunk, place - places.lowerBound) }
      parts[piece] = chunk
    }
    self.init(parts.all, units: units)
  }

  /// Rows can cost very different times, so the pieces are small.
  private static func size(_ count: Int, _ workers: Workers) -> Int {
    Swift.max(1, Swift.min(FormulaEvaluator.chunkSize, count / (workers.count * 64)))
  }
}
