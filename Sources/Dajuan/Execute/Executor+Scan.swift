import DajuanLedger

/// Some of the rows a batch has, as they come to an operator.
struct Chunk: Sendable {
  /// At most a chunk of rows, those that passed the pending filters.
  let rows: Rows
  /// A number for the first of them that grows along the batch by at least one a row.
  let position: Int
}

extension Executor {
  /// Looks at the rows that pass the pending filters, on all cores. Each worker has a state of its own
  /// and sees its rows in order, but not all rows between two of them.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - operation: What looks at them, for stops.
  ///   - make: A worker's first state.
  ///   - passing: Whether a worker in this state has nothing to find in a stretch of the table.
  ///   - body: Takes in a chunk.
  /// - Returns: The states of the workers.
  /// - Throws: What stopped it, or what the body threw for the first chunk it failed on.
  mutating func scan<State>(
    _ batch: Batch, _ operation: Plan.Operation, _ make: () -> State,
    passing: @escaping @Sendable (State, _ stretch: Int) -> Bool = { _, _ in false },
    _ body: @Sendable (inout State, Chunk) throws(QueryFailure) -> Void
  ) throws(QueryFailure) -> [State] {
    let states = WorkerStates(workers.hands(for: pieces(of: batch)), make)
    try forEachChunk(of: batch, operation, passing: { passing(states[$0], $1) }) {
      worker, _, chunk throws(QueryFailure) in
      try body(&states[worker], chunk)
    }
    return states.all
  }

  /// The same with a state for each stretch of the batch; the states are in the order of the rows.
  mutating func scanInOrder<State>(
    _ batch: Batch, _ operation: Plan.Operation, _ make: () -> State,
    _ body: @Sendable (inout State, Chunk) throws(QueryFailure) -> Void
  ) throws(QueryFailure) -> [State] {
    let states = WorkerStates(pieces(of: batch), make)
    try forEachChunk(of: batch, operation, passing: { _, _ in false }) {
      _, piece, chunk throws(QueryFailure) in
      try body(&states[piece], chunk)
    }
    return states.all
  }

  private func pieces(of batch: Batch) -> Int { (batch.count + pieceSize - 1) / pieceSize }

  /// How many rows a chunk of a batch has at the most: what is kept for each is made no larger.
  func chunkRoom(_ batch: Batch) -> Int { Swift.min(batch.count, FormulaEvaluator.chunkSize) }

  private mutating func forEachChunk(
    of batch: Batch, _ operation: Plan.Operation,
    passing: @Sendable (_ worker: Int, _ stretch: Int) -> Bool,
    _ body: @Sendable (_ worker: Int, _ piece: Int, Chunk) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    let rows = batch.rows
    let filters = batch.filters
    let executor = self
    let pieces = pieces(of: batch)
    let counts = WorkerStates(workers.hands(for: pieces)) { FilterCounts(filters.count) }
    let (size, room) = (pieceSize, filters.isEmpty ? 0 : chunkRoom(batch))
    let hasStretches = size == Stretch.rows && batch.selection == nil
    try workers.run(pieces) { worker, piece throws(QueryFailure) in
      var answers = [AnswerCode](repeating: 0, count: room)
      let end = Swift.min((piece + 1) * size, rows.count)
      if hasStretches {
        counts[worker].stretches += 1
        // Rows that the first condition turns away for certain are counted nowhere, nor are those that
        // nobody wants and no condition leaves undecided.
        if filters.first?.condition.isNever(in: piece) == true
          || passing(worker, piece) && filters.allSatisfy({ $0.condition.isDecided(in: piece) })
        {
          counts[worker].passedOver += 1
          return
        }
      }
      for start in stride(from: piece * size, to: end, by: FormulaEvaluator.chunkSize) {
        try executor.checkpoint(operation)
        var chunk = rows.part(start..<Swift.min(start + FormulaEvaluator.chunkSize, end))
        for (index, filter) in filters.enumerated() where !chunk.isEmpty {
          chunk = filter.kept(chunk, executor.context, index, &counts[worker], &answers)
        }
        if !chunk.isEmpty { try body(worker, piece, Chunk(rows: chunk, position: start)) }
      }
    }
    try checkpoint(operation)
    var total = FilterCounts(filters.count)
    for count in counts.all { total.add(count) }
    note(total, of: filters)
  }

  /// The batch with its pending filters carried out. Cost: that of the conditions, and a number for
  /// each row that passes.
  mutating func settled(_ batch: Batch) throws(QueryFailure) -> Batch {
    guard let last = batch.filters.last else { return batch }
    let parts = try scanInOrder(batch, last.operation, { [Int32]() }) { part, chunk in
      switch chunk.rows.storage {
      case .stretch(let stretch): part.append(contentsOf: stretch.lazy.map { Int32($0) })
      case .selected(let rows): part.append(contentsOf: rows)
      }
    }
    var result = batch
    result.filters = []
    let count = parts.reduce(0) { $0 + $1.count }
    if count == batch.count { return result }
    var selection: [Int32] = []
    selection.reserveCapacity(count)
    for part in parts { selection.append(contentsOf: part) }
    result.selection = selection
    return result
  }
}
