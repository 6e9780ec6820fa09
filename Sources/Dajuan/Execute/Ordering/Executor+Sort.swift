import DajuanLedger

extension Executor {
  /// Sorts stably: quantities by lower, then upper end in their dimension's base unit, missing last
  /// in both directions. With a limit, only the first rows of the order are looked for.
  mutating func sort(
    _ pending: Batch, _ orders: [Step.SortOrder], _ limit: Int?, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    if usesKernels, let order = StoredOrder(orders, pending, context, workers) {
      if let limit, limit <= FirstRows.largest, limit < pending.count / 2 {
        return try firstRows(pending, order, limit, operation)
      }
      let batch = try settled(pending)
      var result = batch
      let sorted = order.sorted(batch.rows, workers)
      result.selection = limit.map { Array(sorted.prefix($0)) } ?? sorted
      return result
    }
    let batch = try settled(pending)
    let rows = batch.rows
    let places = try sortKeys(batch, orders, operation).places
    var result = batch
    result.selection = (limit.map { places.prefix($0) } ?? places[...]).map { Int32(rows[$0]) }
    return result
  }

  private mutating func firstRows(
    _ batch: Batch, _ order: StoredOrder, _ limit: Int, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let found = try scan(
      batch, operation, { FirstRows(order, limit) }, passing: { $0.isFull(without: $1) }
    ) { first, chunk in first.add(chunk) }
    var all = FirstRows(order, limit)
    for first in found { all.merge(first) }
    var result = batch
    result.filters = []
    result.selection = all.rows
    return result
  }

  /// The keys of the selected rows, in their order.
  func sortKeys(
    _ batch: Batch, _ orders: [Step.SortOrder], _ operation: Plan.Operation
  ) throws(QueryFailure) -> SortKeys {
    var keys = orders.map { _ in [SortKeyValue]() }
    let formulas = orders.map(\.formula)
    try forEachChunk(of: batch.rows, formulas, batch.columns, operation) { chunk, vectors in
      for (position, vector) in vectors.enumerated() {
        let type = formulas[position].type
        for index in 0..<chunk.count {
          keys[position].append(SortKeyValue(vector.value(index), type))
        }
      }
    }
    return SortKeys(
      count: batch.count, values: keys, isDescending: orders.map(\.isDescending),
      workers: workers)
  }
}
