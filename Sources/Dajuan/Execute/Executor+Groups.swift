import DajuanLedger
import DajuanSyntax

extension Executor {
  /// Groups and aggregates over columns as they are stored, on all cores.
  ///
  /// `nil` where a key or an aggregate has to be worked out value by value: keys that are no coded
  /// column's, aggregates of computed values, a group with two units, numbers not in fixed point, and
  /// where `cite` asks for what went in.
  mutating func aggregateStored(
    _ batch: Batch, _ aggregates: [Aggregate], _ groups: [Formula], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch? {
    if batch.lineage != nil || !usesKernels { return nil }
    guard let keys = GroupKeys(groups, batch, ledger, workers) else { return nil }
    var makers: [any GroupAggregate] = []
    for aggregate in aggregates {
      guard let maker = GroupAggregates.make(aggregate, batch, ledger, workers) else { return nil }
      makers.append(maker)
    }
    let before = (undecided, condition)
    let states = try scan(batch, operation, { GroupState(keys, makers) }) { state, chunk in
      state.add(chunk)
    }
    var total = GroupState(keys, makers)
    for state in states { total.merge(state) }
    guard total.isWhole else {
      // The rows are looked at again, and counted again.
      (undecided, condition) = before
      return nil
    }
    if groups.isEmpty { total.admitEmptyGroup() }
    let order = total.groups.ordered
    let first = order.map { total.groups.firstRows[$0] }
    var columns: [Column] = []
    for (place, formula) in groups.enumerated() {
      if let values = keys.columns[place].values {
        var column = Column(for: formula.type ?? .text)
        for group in order {
          column.append(values[keys.numbers(of: total.groups.key(of: group))[place]])
        }
        columns.append(column)
      } else if case .column(let index) = formula.kind {
        columns.append(batch.columns[index].gathered(first))
      }
    }
    for aggregate in total.aggregates { columns.append(aggregate.column(order, workers)) }
    return Batch(columns: columns, height: order.count)
  }
}

/// What one worker has found: its groups and their aggregates.
private struct GroupState: Sendable {
  var groups: GroupTable
  var aggregates: [any GroupAggregate]
  /// Whether all rows had the form the aggregates work on.
  var isWhole = true
  private var assigned: [Int32]

  init(_ keys: GroupKeys, _ aggregates: [any GroupAggregate]) {
    groups = GroupTable(keys)
    self.aggregates = aggregates
    assigned = [Int32](repeating: 0, count: Evaluator.chunkSize)
    grow()
  }

  private mutating func grow() {
    for index in aggregates.indices { aggregates[index].grow(to: groups.count) }
  }

  mutating func add(_ chunk: Chunk) {
    if !isWhole { return }
    let known = groups.count
    groups.assign(chunk, to: &assigned)
    if groups.count > known { grow() }
    // Given away for the time of the loop, which changes the aggregates beside it.
    let rows = assigned
    assigned = []
    for index in aggregates.indices {
      let span = rows.span.extracting(first: chunk.rows.count)
      if !aggregates[index].add(chunk, span) { isWhole = false }
    }
    assigned = rows
  }

  mutating func merge(_ other: GroupState) {
    isWhole = isWhole && other.isWhole
    if !isWhole { return }
    let numbers = groups.merge(other.groups)
    grow()
    for index in aggregates.indices {
      if !aggregates[index].merge(any: other.aggregates[index], numbers) { isWhole = false }
    }
  }

  /// Of no rows, without grouping, there is one group all the same.
  mutating func admitEmptyGroup() { groups.admitEmptyGroup() }
}
