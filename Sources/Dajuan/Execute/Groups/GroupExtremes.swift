import DajuanLedger

/// `min` and `max`: what is known of the least, or the greatest, value of each group.
struct GroupExtremes: GroupAggregate {
  /// The extreme of one group so far.
  fileprivate struct Cell {
    var lower: Int64 = 0
    var upper: Int64 = 0
    /// The bits of ``QuantityMark`` but for the bound.
    var mark: UInt8 = 0
    var unit: Int32 = -1
    /// The first row that is itself the extreme, and its place along the batch; below zero for none.
    var row: Int32 = -1
    var position = -1

    func isSame(_ other: Cell) -> Bool {
      lower == other.lower && upper == other.upper && mark == other.mark
    }
  }

  private static let boundless = ~QuantityMark.bound
  private let rows: FixedPointRows
  private let isLeast: Bool
  private var cells: [Cell] = []

  init(_ rows: FixedPointRows, isLeast: Bool) {
    self.rows = rows
    self.isLeast = isLeast
  }

  mutating func grow(to count: Int) {
    cells.append(contentsOf: repeatElement(Cell(), count: max(0, count - cells.count)))
  }

  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool {
    let (rows, isLeast) = (rows, isLeast)
    var cells = cells.mutableSpan
    return rows.forEachRow(of: chunk.rows) { index, number, row in
      let next = Cell(
        lower: row.lower, upper: row.upper, mark: row.mark & Self.boundless, unit: row.unit,
        row: Int32(truncatingIfNeeded: number), position: chunk.position + index)
      return Self.add(next, to: &cells[Int(groups[unchecked: index])], isLeast)
    }
  }

  @inline(__always)
  private static func add(_ next: Cell, to cell: inout Cell, _ isLeast: Bool) -> Bool {
    if cell.unit < 0 {
      cell = next
      return true
    }
    if cell.unit != next.unit { return false }
    // Most rows are exact, and on the far side of what is there.
    if cell.mark | next.mark == 0, cell.lower == cell.upper, next.lower == next.upper,
      isLeast ? next.lower > cell.lower : next.lower < cell.lower
    {
      return true
    }
    let joint = isLeast ? least(cell, next) : greatest(cell, next)
    let candidates = [cell, next].filter { $0.row >= 0 && $0.isSame(joint) }
      .min { $0.position < $1.position }
    cell = joint
    cell.unit = next.unit
    cell.row = candidates?.row ?? -1
    cell.position = candidates?.position ?? -1
    return true
  }

  /// As ``Interval/extreme(with:isLeast:)``: the smaller of the lower ends, and of the upper ends; of
  /// equal lower ends one that is reached, of equal upper ends one that is not.
  private static func least(_ a: Cell, _ b: Cell) -> Cell {
    let low =
      precedes(
        a.lower, b.lower, isOpen: (a.has(QuantityMark.hasNoLower), b.has(QuantityMark.hasNoLower)),
        isFirst: !a.has(QuantityMark.excludesLower), opensFirst: true) ? a : b
    let high =
      precedes(
        a.upper, b.upper, isOpen: (a.has(QuantityMark.hasNoUpper), b.has(QuantityMark.hasNoUpper)),
        isFirst: a.has(QuantityMark.excludesUpper), opensFirst: false) ? a : b
    return joined(low, high)
  }

  private static func greatest(_ a: Cell, _ b: Cell) -> Cell {
    let high =
      precedes(
        0 - a.upper, 0 - b.upper,
        isOpen: (a.has(QuantityMark.hasNoUpper), b.has(QuantityMark.hasNoUpper)),
        isFirst: !a.has(QuantityMark.excludesUpper), opensFirst: true) ? a : b
    let low =
      precedes(
        0 - a.lower, 0 - b.lower,
        isOpen: (a.has(QuantityMark.hasNoLower), b.has(QuantityMark.hasNoLower)),
        isFirst: a.has(QuantityMark.excludesLower), opensFirst: false) ? a : b
    return joined(low, high)
  }

  private static func precedes(
    _ a: Int64, _ b: Int64, isOpen: (Bool, Bool), isFirst: Bool, opensFirst: Bool
  ) -> Bool {
    if isOpen.0 { return opensFirst }
    if isOpen.1 { return !opensFirst }
    return a < b || a == b && isFirst
  }

  private static func joined(_ low: Cell, _ high: Cell) -> Cell {
    let lowMarks = QuantityMark.hasNoLower | QuantityMark.excludesLower
    var mark = low.mark & lowMarks | high.mark & ~lowMarks
    let open = QuantityMark.hasNoLower | QuantityMark.hasNoUpper
    // Equal ends make a point, which both are reached.
    if low.lower == high.upper, mark & open == 0 { mark = 0 }
    return Cell(lower: low.lower, upper: high.upper, mark: mark)
  }

  mutating func merge(_ other: GroupExtremes, _ groups: [Int32]) -> Bool {
    for (group, target) in groups.enumerated() where target >= 0 {
      let more = other.cells[group]
      if more.unit >= 0, !Self.add(more, to: &cells[Int(target)], isLeast) { return false }
    }
    return true
  }

  consuming func column(_ groups: [Int], _ workers: Workers) -> Column {
    let (cells, rows) = (cells, rows)
    return .quantity(
      QuantityColumn(groups.count, workers) { place in
        let cell = cells[groups[place]]
        if cell.unit < 0 { return nil }
        // A row that is itself the extreme keeps the report's words.
        if cell.row >= 0 { return rows.quantity(Int(cell.row)) }
        return Quantity(
          Interval(
            lower: cell.has(QuantityMark.hasNoLower)
              ? nil : Number(tenThousandths: Int128(cell.lower)),
            upper: cell.has(QuantityMark.hasNoUpper)
              ? nil : Number(tenThousandths: Int128(cell.upper)),
            excludesLower: cell.has(QuantityMark.excludesLower),
            excludesUpper: cell.has(QuantityMark.excludesUpper)), rows.units[Int(cell.unit)])
      })
  }
}

extension GroupExtremes.Cell {
  @inline(__always)
  fileprivate func has(_ bits: UInt8) -> Bool { mark & bits != 0 }
}
