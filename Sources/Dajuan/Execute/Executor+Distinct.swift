import DajuanLedger

extension Executor {
  /// The first row of each combination of some columns' values, in order.
  mutating func distinct(
    _ batch: Batch, _ columns: [Int], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    if let result = try distinctCoded(batch, columns, operation) { return result }
    return try distinctValues(try settled(batch), columns, operation)
  }

  /// The same by the codes of the columns, on all cores; `nil` where one has none, and where `cite`
  /// asks for what fell together.
  private mutating func distinctCoded(
    _ batch: Batch, _ columns: [Int], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch? {
    if batch.lineage != nil || !usesKernels { return nil }
    let formulas = columns.map { Formula(.column($0), nil, operation.span) }
    guard let keys = GroupKeys(formulas, batch, context, workers) else { return nil }
    let room = chunkRoom(batch)
    let states = try scan(
      batch, operation,
      { (groups: GroupTable(keys, room), assigned: [Int32](repeating: 0, count: room)) }
    ) { state, chunk in
      state.groups.assign(chunk, to: &state.assigned)
    }
    var total = states[0].groups
    for state in states.dropFirst() { _ = total.merge(state.groups, workers) }
    try checkpoint(operation)
    var result = batch
    result.filters = []
    result.selection = total.ordered(workers).map { total.firstRows[$0] }
    return result
  }

  private func distinctValues(
    _ batch: Batch, _ columns: [Int], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    var keys = KeyNumbering()
    var lineage = batch.lineage
    let formulas = columns.map { Formula(.column($0), nil, operation.span) }
    try forEachChunk(of: batch.rows, formulas, batch.columns, operation) { chunk, vectors in
      for (index, row) in chunk.enumerated() {
        let number = keys.number(of: vectors.map { $0.value(index) }, row: row)
        let first = keys.firstRows[number]
        // The row that stays rests on what those that fell together with it rest on.
        if first != row, let sources = lineage?[row] { lineage?[first] += sources }
      }
    }
    var result = batch
    result.lineage = lineage
    result.selection = keys.firstRows.map(Int32.init)
    return result
  }
}
