import DajuanLedger

/// `median` and `quantile`: the ends of all values are laid side by side by group, and in each group
/// those at the wanted place are selected.
struct GroupQuantiles: GroupAggregate {
  /// Values in the order in which they came.
  private struct Run {
    var groups: [Int32] = []
    var lower: [Int64] = []
    var upper: [Int64] = []
  }

  private struct Cell {
    var count = 0
    var unit: Int32 = -1
    /// The first row with a value, and its place along the batch.
    var row: Int32 = -1
    var position = Int.max
  }

  private let rows: FixedPointRows
  private let share: Double
  private var cells: [Cell] = []
  private var runs: [Run] = []
  /// A run is so long before another is begun, so that growing copies little.
  private static let runLength = 1 << 18

  init(_ rows: FixedPointRows, share: Double) {
    self.rows = rows
    self.share = share
  }

  mutating func grow(to count: Int) {
    cells.append(contentsOf: repeatElement(Cell(), count: max(0, count - cells.count)))
  }

  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool {
    if runs.last.map({ $0.groups.count + chunk.rows.count > Self.runLength }) ?? true {
      var run = Run()
      run.groups.reserveCapacity(Self.runLength)
      run.lower.reserveCapacity(Self.runLength)
      run.upper.reserveCapacity(Self.runLength)
      runs.append(run)
    }
    var run = runs.removeLast()
    let rows = rows
    var cells = cells.mutableSpan
    let isWhole = rows.forEachRow(of: chunk.rows) { index, number, row in
      let group = groups[unchecked: index]
      let place = Int(group)
      if cells[place].unit != row.unit {
        if cells[place].unit >= 0 { return false }
        cells[place].unit = row.unit
        cells[place].row = Int32(truncatingIfNeeded: number)
        cells[place].position = chunk.position + index
      }
      cells[place].count &+= 1
      run.groups.append(group)
      run.lower.append(row.mark & QuantityMark.hasNoLower == 0 ? row.lower : .min)
      run.upper.append(row.mark & QuantityMark.hasNoUpper == 0 ? row.upper : .max)
      return true
    }
    runs.append(run)
    return isWhole
  }

  mutating func merge(_ other: GroupQuantiles, _ groups: [Int32]) -> Bool {
    for (group, target) in groups.enumerated() where target >= 0 {
      let (more, target) = (other.cells[group], Int(target))
      if more.count == 0 { continue }
      if cells[target].unit >= 0, cells[target].unit != more.unit { return false }
      cells[target].unit = more.unit
      cells[target].count += more.count
      if more.position < cells[target].position {
        (cells[target].row, cells[target].position) = (more.row, more.position)
      }
    }
    for var run in other.runs {
      for index in run.groups.indices { run.groups[index] = groups[Int(run.groups[index])] }
      runs.append(run)
    }
    return true
  }

  consuming func column(_ groups: [Int], _ workers: Workers) -> Column {
    var starts = [Int](repeating: 0, count: cells.count + 1)
    for (group, cell) in cells.enumerated() { starts[group + 1] = starts[group] + cell.count }
    let (runs, share, cells, rows) = (runs, share, cells, rows)
    let (lower, upper) = (
      GroupedNumbers(runs.map(\.groups), runs.map(\.lower), starts, workers),
      GroupedNumbers(runs.map(\.groups), runs.map(\.upper), starts, workers)
    )
    // The two ends are laid out side by side, then the groups are shared out.
    workers.run(2) { _, end in (end == 0 ? lower : upper).layOut() }
    return .quantity(
      QuantityColumn(groups.count, workers) { place in
        let group = groups[place]
        let cell = cells[group]
        if cell.count == 0 { return nil }
        // One value is itself, with the report's words.
        if cell.count == 1 { return rows.quantity(Int(cell.row)) }
        return Quantity(
          Interval(
            lower: Statistics.number(at: share, of: cell.count) { place in
              let found = lower.select(place, in: group)
              return found == .min ? nil : Number(tenThousandths: Int128(found))
            },
            upper: Statistics.number(at: share, of: cell.count) { place in
              let found = upper.select(place, in: group)
              return found == .max ? nil : Number(tenThousandths: Int128(found))
            }), rows.units[Int(cell.unit)])
      })
  }
}
