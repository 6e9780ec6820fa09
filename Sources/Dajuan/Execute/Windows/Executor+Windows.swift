import DajuanLedger
import DajuanSyntax

extension Executor {
  /// Adds columns that look at other rows; every row keeps its place. Cost: a sort of each group,
  /// and a pass over the rows for each window function.
  func window(
    _ batch: Batch, _ windows: Step.Windows, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    var result = batch.compacted(workers)
    let frame = try frame(of: result, windows, operation)
    try checkpoint(operation)
    for item in windows.items {
      let width = result.columns.count
      for call in item.calls {
        try append(call, frame, to: &result, operation)
        try checkpoint(operation)
      }
      let values = try columns([item.column.formula], result, operation)
      result.columns.removeLast(result.columns.count - width)
      if let place = item.column.replaces {
        result.columns.replace(place, with: values, at: 0)
      } else {
        result.columns.append(values, at: 0)
      }
    }
    return result
  }

  /// The frame by sorting one number a row; `nil` where groups or order are not coded.
  private func codedFrame(of batch: Batch, _ windows: Step.Windows) -> WindowFrame? {
    guard usesKernels, let groups = GroupKeys(windows.groups, batch, context, workers) else {
      return nil
    }
    var order: [OrderKey] = []
    for item in windows.order {
      guard let key = OrderKey(item, batch, context, workers) else { return nil }
      order.append(key)
    }
    return WindowFrame(batch, groups, order, workers)
  }

  private func frame(
    of batch: Batch, _ windows: Step.Windows, _ operation: Plan.Operation
  ) throws(QueryFailure) -> WindowFrame {
    if let frame = codedFrame(of: batch, windows) { return frame }
    let keys = try sortKeys(batch, windows.order, operation)
    var numbering = KeyNumbering()
    var numbers: [Int] = []
    numbers.reserveCapacity(batch.height)
    try forEachChunk(of: batch.rows, windows.groups, batch.columns, operation) { chunk, vectors in
      for (index, row) in chunk.enumerated() {
        numbers.append(numbering.number(of: vectors.map { $0.value(index) }, row: row))
      }
    }
    var groups = [[Int]](repeating: [], count: numbering.firstRows.count)
    for row in keys.places { groups[numbers[row]].append(row) }
    return WindowFrame(groups, keys)
  }

  /// Adds the values of a window function as a column.
  private func append(
    _ call: WindowCall, _ frame: WindowFrame, to batch: inout Batch, _ operation: Plan.Operation
  ) throws(QueryFailure) {
    let argument = try columns(call.argument.map { [$0] } ?? [], batch, operation)
    switch call.function {
    case .lag, .lead:
      let rows = frame.rows(atDistance: call.function == .lag ? -call.distance : call.distance)
      let shifted = argument.picking(RowNumbers(rows), workers)
      batch.columns.append(shifted, at: 0)
    case .rowNumber: batch.columns.append(.quantity(QuantityColumn(counts: frame.numbers)))
    case .rank: batch.columns.append(.quantity(QuantityColumn(counts: frame.ranks)))
    case .runningSum, .shareOf:
      let isSum = usesKernels && call.function == .runningSum
      if isSum, case .quantity(let column) = argument[0],
        let sums = RunningSums(column, frame)
      {
        batch.columns.append(.quantity(sums.column))
      } else {
        batch.columns.append(try values(of: call, argument[0], frame, operation))
      }
    }
  }

  /// The values of a window function, worked out value by value.
  private func values(
    of call: WindowCall, _ argument: Column, _ frame: WindowFrame, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Column {
    var result = [Value](repeating: .missing, count: frame.rows.count)
    // The first conflict along the rows is the one told, whatever the order of the groups.
    for places in frame.groups.sorted(by: { frame.firstRow($0) < frame.firstRow($1) }) {
      try checkpoint(operation)
      let rows = frame.rows[places].map { Int($0) }
      do throws(UnitConflict) {
        for (row, value) in zip(rows, try WindowKernel.values(of: call, rows.map { argument[$0] }))
        {
          result[row] = value
        }
      } catch {
        throw conflict(error, call.function.rawValue, of: call.argument, at: call.span, operation)
      }
    }
    var column = Column(for: call.type ?? .text)
    try inSteps(of: result.count, operation) { rows in
      for value in result[rows] { column.append(value) }
    }
    return column
  }
}
