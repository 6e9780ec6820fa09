import DajuanLedger

extension Executor {
  /// Some rows in their order, of all or of each group.
  func slice(
    _ batch: Batch, _ slice: Step.Slice, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    var result = batch
    if slice.groups.isEmpty {
      let start = Swift.min(slice.skip, batch.count)
      let end = slice.take.map { Swift.min(batch.count - start, $0) + start } ?? batch.count
      result.selection = batch.rows.part(start..<end).selection
      return result
    }
    if let selection = try slicedCoded(batch, slice, operation) {
      result.selection = selection
    } else {
      result.selection = try slicedValues(batch, slice, operation)
    }
    return result
  }

  /// The rows taken of each group, by the codes of what they are grouped by; `nil` where it has none.
  private func slicedCoded(
    _ batch: Batch, _ slice: Step.Slice, _ operation: Plan.Operation
  ) throws(QueryFailure) -> [Int32]? {
    guard usesKernels, let keys = GroupKeys(slice.groups, batch, context, workers) else {
      return nil
    }
    var groups = GroupTable(keys, chunkRoom(batch))
    var assigned = [Int32](repeating: 0, count: chunkRoom(batch))
    var seen: [Int] = []
    var selected: [Int32] = []
    let (skip, end) = (slice.skip, slice.take.map { slice.skip.addingReportingOverflow($0) })
    let last = end.map { $0.overflow ? .max : $0.partialValue } ?? .max
    for start in stride(from: 0, to: batch.count, by: FormulaEvaluator.chunkSize) {
      try checkpoint(operation)
      let rows = batch.rows.part(start..<min(start + FormulaEvaluator.chunkSize, batch.count))
      groups.assign(Chunk(rows: rows, position: start), to: &assigned)
      seen.append(contentsOf: repeatElement(0, count: groups.count - seen.count))
      for index in 0..<rows.count {
        let group = Int(assigned[index])
        seen[group] += 1
        if seen[group] > skip, seen[group] <= last { selected.append(Int32(rows[index])) }
      }
    }
    return selected
  }

  /// The same value by value.
  private func slicedValues(
    _ batch: Batch, _ slice: Step.Slice, _ operation: Plan.Operation
  ) throws(QueryFailure) -> [Int32] {
    var keys = KeyNumbering()
    var seen: [Int] = []
    var selected: [Int32] = []
    try forEachChunk(of: batch.rows, slice.groups, batch.columns, operation) { chunk, vectors in
      for (index, row) in chunk.enumerated() {
        let group = keys.number(of: vectors.map { $0.value(index) }, row: row)
        if group == seen.count { seen.append(0) }
        seen[group] += 1
        let isTaken = slice.take.map { seen[group] <= slice.skip + $0 } ?? true
        if seen[group] > slice.skip, isTaken { selected.append(Int32(row)) }
      }
    }
    return selected
  }
}
