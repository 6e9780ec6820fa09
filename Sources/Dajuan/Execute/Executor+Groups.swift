import DajuanLedger
import DajuanSyntax

extension Executor {
  /// Groups and aggregates over columns as they are stored, on all cores.
  ///
  /// What aggregates are taken of is made a column first where it is computed. `nil` where a key or an
  /// aggregate has to be worked out value by value: keys that are no coded column's, a group with two
  /// units, numbers not in fixed point, and where `cite` asks for what went in.
  mutating func aggregateStored(
    _ batch: Batch, _ aggregates: [Aggregate], _ groups: [Formula], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch? {
    if batch.lineage != nil || !usesKernels { return nil }
    // Before rows are gathered for nothing.
    if GroupKeys(groups, batch, context, workers) == nil { return nil }
    let before = (undecided, condition)
    let (batch, aggregates) = try withColumns(batch, aggregates, operation)
    // Of the rows as they are now: making columns numbers them anew.
    let keys = GroupKeys(groups, batch, context, workers)
    let made = aggregates.compactMap { GroupAggregates.make($0, batch, context, workers) }
    guard let keys, made.count == aggregates.count else {
      (undecided, condition) = before
      return nil
    }
    let room = chunkRoom(batch)
    let states = try scan(batch, operation, { GroupState(keys, made, room) }) { state, chunk in
      state.add(chunk)
    }
    var total = states[0]
    for state in states.dropFirst() { total.merge(state, workers) }
    try checkpoint(operation)
    guard total.isWhole else {
      // The rows are looked at again, and counted again.
      (undecided, condition) = before
      return nil
    }
    if groups.isEmpty { total.admitEmptyGroup() }
    let order = total.groups.ordered(workers)
    try checkpoint(operation)
    let first = order.map { total.groups.firstRows[$0] }
    var columns: [Column] = []
    for (place, formula) in groups.enumerated() {
      if let values = keys.columns[place].values {
        var column = Column(for: formula.type ?? .text)
        try inSteps(of: order.count, operation) { places in
          for group in order[places] {
            column.append(values[keys.numbers(of: total.groups.key(of: group))[place]])
          }
        }
        columns.append(column)
      } else if case .column(let index) = formula.kind {
        columns.append(batch.columns[index].gathered(first))
      }
    }
    for aggregate in total.aggregates {
      columns.append(aggregate.column(order, workers))
      try checkpoint(operation)
    }
    return Batch(columns: BatchColumns(columns), height: order.count)
  }

  /// The rows with a column for each argument that has to be worked out value by value, and the
  /// aggregates of those columns; both as they are where nothing is gained by it.
  private mutating func withColumns(
    _ batch: Batch, _ aggregates: [Aggregate], _ operation: Plan.Operation
  ) throws(QueryFailure) -> (Batch, [Aggregate]) {
    let computed = aggregates.indices.filter { place in
      guard let argument = aggregates[place].argument else { return false }
      if case .column = argument.kind { return false }
      return GroupAggregates.make(aggregates[place], batch, context, workers) == nil
    }
    // `any` and `stddev` are worked out value by value in any case.
    let isStored = aggregates.allSatisfy { $0.function != .any && $0.function != .stddev }
    guard !computed.isEmpty, isStored else { return (batch, aggregates) }
    var result = try settled(batch).compacted(workers)
    var aggregates = aggregates
    for place in computed {
      let aggregate = aggregates[place]
      guard let argument = aggregate.argument else { continue }
      let column = Formula(.column(result.columns.count), argument.type, argument.span)
      result.columns.append(try self.column(argument, result, operation))
      aggregates[place] = Aggregate(
        function: aggregate.function, argument: column, share: aggregate.share,
        span: aggregate.span)
    }
    return (result, aggregates)
  }
}

/// What one worker has found: its groups and their aggregates.
private struct GroupState: Sendable {
  var groups: GroupTable
  var aggregates: [any GroupAggregate]
  /// Whether all rows had the form the aggregates work on.
  var isWhole = true
  private var assigned: [Int32]

  /// No groups yet, for chunks of at most so many rows.
  init(_ keys: GroupKeys, _ aggregates: [any GroupAggregate], _ room: Int) {
    groups = GroupTable(keys, room)
    self.aggregates = aggregates
    assigned = [Int32](repeating: 0, count: room)
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

  mutating func merge(_ other: GroupState, _ workers: Workers) {
    isWhole = isWhole && other.isWhole
    if !isWhole { return }
    let numbers = groups.merge(other.groups, workers)
    grow()
    for index in aggregates.indices {
      if workers.isStopped { return }
      if !aggregates[index].merge(any: other.aggregates[index], numbers) { isWhole = false }
    }
  }

  /// Of no rows, without grouping, there is one group all the same.
  mutating func admitEmptyGroup() { groups.admitEmptyGroup() }
}
