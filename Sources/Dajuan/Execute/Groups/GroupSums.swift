import DajuanLedger

/// `sum` and `avg`: sums of ten-thousandths in 128 bits, exact in any order.
struct GroupSums: GroupAggregate {
  /// The sum of one group.
  private struct Cell {
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
      QuantityColumn(groups.count, workers) { place in
        let cell = cells[groups[place]]
        if cell.count == 0 { return nil }
        func has(_ mark: UInt8) -> Bool { cell.marks & mark != 0 }
        let total = Interval(
          lower: has(QuantityMark.hasNoLower) ? nil : Number(tenThousandths: cell.lower),
          upper: has(QuantityMark.hasNoUpper) ? nil : Number(tenThousandths: cell.upper),
          excludesLower: has(QuantityMark.excludesLower),
          excludesUpper: has(QuantityMark.excludesUpper))
        let sum = Quantity(total, units[Int(cell.unit)])
        return isMean ? sum.divided(by: Quantity(cell.count))?.derived : sum
      })
  }
}

extension QuantityColumn {
  /// Makes a column row by row, on all cores where it is long.
  init(_ count: Int, _ workers: Workers, _ make: @Sendable (Int) -> Quantity?) {
    // Rows can cost very different times, so the pieces are small.
    let size = max(1, min(Evaluator.chunkSize, count / (workers.count * 64)))
    let pieces = (count + size - 1) / size
    let parts = WorkerStates<[Quantity?]>(pieces) { [] }
    workers.run(pieces) { _, piece in
      parts[piece] = (piece * size..<min((piece + 1) * size, count)).map(make)
    }
    self.init()
    for part in parts.all {
      if workers.isStopped { return }
      for quantity in part { append(quantity) }
    }
  }
}
