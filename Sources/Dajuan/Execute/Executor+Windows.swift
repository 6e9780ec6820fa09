import DajuanLedger
import DajuanSyntax

extension Executor {
  /// Adds columns that look at other rows; every row keeps its place. Cost: a sort of each group,
  /// and a pass over the rows for each window function.
  func window(
    _ batch: Batch, _ windows: Step.Windows, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    var result = batch.compacted()
    let frame = try frame(of: result, windows, operation)
    for item in windows.items {
      let width = result.columns.count
      for call in item.calls {
        let values = try values(of: call, frame, result, operation)
        var column = Column(for: call.type ?? .text)
        for value in values { column.append(value) }
        result.columns.append(column)
      }
      let column = try column(item.column.formula, result, operation)
      result.columns.removeLast(result.columns.count - width)
      if let index = item.column.replaces {
        result.columns[index] = column
      } else {
        result.columns.append(column)
      }
    }
    return result
  }

  private func frame(
    of batch: Batch, _ windows: Step.Windows, _ operation: Plan.Operation
  ) throws(QueryFailure) -> WindowFrame {
    let keys = try sortKeys(batch, windows.order, operation)
    var numbering = KeyNumbering()
    var groups: [Int] = []
    groups.reserveCapacity(batch.height)
    try forEachChunk(of: batch.rows, windows.groups, batch.columns, operation) { chunk, vectors in
      for (index, row) in chunk.enumerated() {
        groups.append(numbering.number(of: vectors.map { $0.value(index) }, row: row))
      }
    }
    var frame = WindowFrame(groups: [[Int]](repeating: [], count: numbering.firstRows.count))
    for row in keys.places { frame.groups[groups[row]].append(row) }
    frame.ranks = [Int](repeating: 0, count: batch.height)
    for rows in frame.groups {
      for (place, row) in rows.enumerated() {
        let isTie = place > 0 && keys.order(rows[place - 1], row) == .same
        frame.ranks[row] = isTie ? frame.ranks[rows[place - 1]] : place + 1
      }
    }
    return frame
  }

  /// The values of a window function, row by row.
  private func values(
    of call: WindowCall, _ frame: WindowFrame, _ batch: Batch, _ operation: Plan.Operation
  ) throws(QueryFailure) -> [Value] {
    let argument = try call.argument.map { formula throws(QueryFailure) in
      try column(formula, batch, operation)
    }
    var result = [Value](repeating: .missing, count: batch.height)
    for rows in frame.groups {
      if call.function == .rank {
        for row in rows { result[row] = .quantity(Quantity(frame.ranks[row])) }
        continue
      }
      let values = rows.map { row in argument.map { $0[row] } ?? .missing }
      do throws(UnitConflict) {
        for (row, value) in zip(rows, try WindowKernel.values(of: call, values)) {
          result[row] = value
        }
      } catch {
        throw conflict(
          error, call.function.rawValue, of: call.argument, at: call.span, operation)
      }
    }
    return result
  }
}

/// The rows of each group in order, and the rank of every row in its group.
private struct WindowFrame {
  var groups: [[Int]]
  var ranks: [Int] = []
}
