package import DajuanLedger
package import DajuanSyntax

/// What stopped a query that had begun to run.
package struct QueryFailure: Error, Sendable {
  /// What happened, with its place in ``source``.
  package let diagnostic: Diagnostic
  package let source: Source
  /// The first rows that failed a check, where it was one.
  package var failingRows: Answer?
}

/// The rows of an answer, and how many others the conditions left undecided.
package struct Answer: Sendable {
  package let relation: Relation
  package let table: Table
  package let undecided: Undecided
  /// The last condition, as written, whose bounds left rows undecided.
  package let condition: String?
  /// The columns a table shows whatever its width, though nothing stands in them.
  package var essential: Set<Int> = []
  /// How the plan ran.
  package var profile = PlanProfile()
  /// For each row the passages it rests on, as places among the ledger's sources, where the plan keeps
  /// them; some may be named twice.
  package var lineage: [[Int]]?
}

/// Carries out a plan on a ledger.
package struct Executor {
  let context: EvaluationContext
  let limits: QueryLimits
  let watch: QueryWatch
  let workers: Workers
  /// Whether columns are worked on as they are stored, where that is possible. Turned off in tests,
  /// which compare the answers.
  let usesKernels: Bool
  /// How many rows a worker takes at a time.
  let pieceSize: Int
  var undecided = Undecided()
  var condition: String?
  /// How the plan that is being carried out has run so far.
  private var profile = PlanProfile()

  var ledger: Ledger { context.ledger }

  package init(
    ledger: Ledger, host: Host = .none, limits: QueryLimits = .default, usesKernels: Bool = true,
    pieceSize: Int = 1 << 16, progress: QueryProgress? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.limits = limits
    self.usesKernels = usesKernels
    self.pieceSize = pieceSize
    watch = QueryWatch(seconds: limits.seconds, progress: progress, shouldStop: shouldStop)
    context = EvaluationContext(ledger: ledger, host: host, watch: watch)
    workers = Workers(limits.threads, watch: watch)
  }

  /// The answer. Cost: a pass over the rows for each operation, and a sort for `sort`.
  package static func run(
    _ plan: Plan, on ledger: Ledger, host: Host = .none, limits: QueryLimits = .default,
    usesKernels: Bool = true,
    pieceSize: Int = 1 << 16, progress: QueryProgress? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(QueryFailure) -> Answer {
    var executor = Executor(
      ledger: ledger, host: host, limits: limits, usesKernels: usesKernels, pieceSize: pieceSize,
      progress: progress, shouldStop: shouldStop)
    return try executor.run(plan)
  }

  private mutating func run(_ plan: Plan) throws(QueryFailure) -> Answer {
    let result = try rows(of: plan, atMost: limits.rows)
    let columns = Array(result.columns)
    // What was left because of a stop goes no further than this.
    if let last = plan.operations.last { try checkpoint(last) }
    let answer = Table(plan.relation.schema, columns, count: result.height)
    return Answer(
      relation: plan.relation, table: answer, undecided: undecided, condition: condition,
      profile: profile, lineage: result.lineage)
  }

  /// The rows a plan comes to, without a selection.
  mutating func rows(
    of plan: Plan, atMost limit: Int = .max
  ) throws(QueryFailure) -> Batch {
    let table = try table(of: plan)
    var batch = Batch(columns: BatchColumns(table.columns), height: table.count)
    if plan.keepsLineage {
      batch.lineage = [[Int]](repeating: [], count: table.count)
      if let index = table.schema.index(of: "source"),
        case .source(let sources) = batch.columns[index]
      {
        workers.inSteps(of: table.count) { for row in $0 { batch.lineage?[row] = sources[row] } }
      }
    }
    let outer = begin(plan, table.count)
    let around = watch.progress?.state.operation
    let start = ContinuousClock.now
    let lastChange = plan.operations.lastIndex { !$0.kind.keepsRows } ?? -1
    for (place, operation) in plan.operations.enumerated() {
      announce(operation)
      try checkpoint(operation)
      let start = ContinuousClock.now
      profile.running = place
      // No work for an answer that is going to be too long, once it is known what conditions leave of it.
      if place > lastChange, batch.count > limit {
        batch = try settled(batch)
        if batch.count > limit { throw tooManyRows(plan, limit) }
      }
      batch = try run(
        operation, at: place, on: batch,
        place == 0 ? plan.origin.relation : plan.operations[place - 1].relation)
      try checkpoint(operation)
      if batch.filters.last?.place != place {
        profile.steps[place].time = ContinuousClock.now - start
        profile.steps[place].rows = batch.count
      }
      try checkMemory(of: batch, operation)
    }
    let rest = try settled(batch)
    if rest.count > limit { throw tooManyRows(plan, limit) }
    let result = rest.compacted(workers)
    profile.time = ContinuousClock.now - start
    end(outer)
    if let around, !around.isEmpty { watch.progress?.begin(around) }
    return result
  }

  /// Tells whoever waits what is in hand.
  private func announce(_ operation: Plan.Operation) {
    watch.progress?.begin(operation.source.oneLineText(operation.span))
  }

  /// Begins to note how a plan runs; gives what was noted of the one around it.
  private mutating func begin(_ plan: Plan, _ rows: Int) -> PlanProfile {
    let outer = profile
    profile = PlanProfile(scanned: rows, threads: workers.count)
    profile.steps = plan.operations.map { _ in PlanProfile.Step() }
    return outer
  }

  /// Goes back to the plan around the one that has run, where there is one.
  private mutating func end(_ outer: PlanProfile) {
    guard outer.steps.indices.contains(outer.running) else { return }
    let inner = profile
    profile = outer
    profile.steps[profile.running].inner.append(inner)
  }

  private mutating func run(
    _ operation: Plan.Operation, at place: Int, on pending: Batch,
    _ relation: @autoclosure () -> Relation
  ) throws(QueryFailure) -> Batch {
    switch operation.kind {
    case .filter(let condition): return filter(pending, condition, operation, at: place)
    case .aggregate(let aggregates, let groups):
      return try aggregate(pending, aggregates, groups, operation)
    case .sort(let orders, let limit): return try sort(pending, orders, limit, operation)
    case .distinct(let columns): return try distinct(pending, columns, operation)
    case .join(let join): return try self.join(pending, join, operation)
    default: break
    }
    let batch = try settled(pending)
    switch operation.kind {
    case .filter, .aggregate, .sort, .distinct, .join: return batch
    case .project(let formulas): return try project(batch, formulas, operation)
    case .extend(let extensions): return try extend(batch, extensions, operation)
    case .slice(let slice): return try self.slice(batch, slice, operation)
    case .union(let union): return try self.union(batch, union, operation)
    case .pivot(let pivot): return try self.pivot(batch, pivot, relation(), operation)
    case .count:
      let count = Column.quantity(QuantityColumn([Quantity(batch.count)]))
      return Batch(columns: [count], height: 1, lineage: gatherLineage(batch))
    case .describe: return try describe(batch, relation(), operation)
    case .track(let tracking): return try track(batch, tracking, operation)
    case .cite: return try cite(batch, operation)
    case .window(let windows): return try window(batch, windows, operation)
    case .assert(let condition, let message):
      return try check(batch, condition, message, relation(), operation)
    case .chart(let chart, let formulas): return try draw(batch, chart, formulas, operation)
    }
  }

  /// The rows that a plan starts from, and the errors of whoever supplies them.
  private func table(of plan: Plan) throws(QueryFailure) -> Table {
    switch plan.origin {
    case .entity(let entity, _): return ledger.table(entity)
    case .host(let name, _, _):
      do throws(HostFailure) {
        guard let supplied = context.host.table(name) else {
          throw HostFailure(name: name, message: "there is no such table")
        }
        return context.host.adopting(try supplied.checkedRows())
      } catch {
        throw QueryFailure(
          diagnostic: Diagnostic(
            .hostFailed, [error.name, error.message], at: plan.origin.place.span),
          source: plan.origin.place.source)
      }
    }
  }

  // MARK: Limits

  private func tooManyRows(_ plan: Plan, _ limit: Int) -> QueryFailure {
    let last = plan.operations.last
    let take = Diagnostic.Suggestion(
      Bilingual("`| take \(limit)` keeps the first of them", "`| 取 \(limit)` 只留开头的行"))
    return QueryFailure(
      diagnostic: Diagnostic(
        .answerTooLong, [String(limit)], at: last?.span ?? plan.origin.place.span, suggestion: take),
      source: last?.source ?? plan.origin.place.source)
  }

  /// Ends the query where the caller asks for it or its time is over.
  func checkpoint(_ operation: Plan.Operation) throws(QueryFailure) {
    switch watch.stop {
    case nil: return
    case .cancelled: throw failure(.cancelled, at: operation.span, operation)
    case .tooLong:
      throw failure(.tooLong, [String(limits.seconds)], at: operation.span, operation)
    case .failed:
      let found = watch.failure
      throw failure(
        .hostFailed, [found?.name ?? "", found?.message ?? ""], at: operation.span, operation)
    }
  }

  private func checkMemory(
    of batch: Batch, _ operation: Plan.Operation
  ) throws(QueryFailure) {
    // A selection makes no new columns.
    guard batch.selection == nil, batch.filters.isEmpty else { return }
    try checkMemory(for: batch.estimatedBytes, operation)
  }

  /// Ends the query where its columns are going to take more than they may.
  func checkMemory(for bytes: Int, _ operation: Plan.Operation) throws(QueryFailure) {
    if bytes <= limits.bytes { return }
    throw failure(.tooMuchMemory, [String(limits.bytes >> 20)], at: operation.span, operation)
  }

  // MARK: Chunks

  /// Works out formulas over the rows, chunk by chunk.
  func forEachChunk(
    of rows: Rows, _ formulas: [Formula], _ columns: BatchColumns, _ operation: Plan.Operation,
    _ body: (Rows, [Vector]) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    let evaluator = FormulaEvaluator(columns: columns, context: context)
    try inSteps(of: rows.count, operation) { places throws(QueryFailure) in
      let chunk = rows.part(places)
      try body(chunk, formulas.map { evaluator.evaluate($0, chunk) })
    }
  }

  /// Goes through so many places in order, a chunk at a time, with a checkpoint before each.
  func inSteps(
    of places: Int, _ operation: Plan.Operation,
    _ body: (Range<Int>) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    let size = FormulaEvaluator.chunkSize
    watch.progress?.begin(pieces: (places + size - 1) / size)
    for start in stride(from: 0, to: places, by: size) {
      try checkpoint(operation)
      try body(start..<Swift.min(start + size, places))
      watch.progress?.advance()
    }
  }

  func failure(
    _ code: DiagnosticCode, _ arguments: [String] = [], at span: Span,
    _ operation: Plan.Operation, suggestion: Diagnostic.Suggestion? = nil
  ) -> QueryFailure {
    QueryFailure(
      diagnostic: Diagnostic(code, arguments, at: span, suggestion: suggestion),
      source: operation.source)
  }

  // MARK: Rows and columns

  /// Leaves the condition to whoever looks at the rows next.
  private func filter(
    _ batch: Batch, _ condition: Formula, _ operation: Plan.Operation, at place: Int
  ) -> Batch {
    let ready =
      usesKernels
      ? Condition(condition, batch.columns, context, workers, rows: batch.count)
      : Condition.formula(condition)
    var result = batch
    result.filters.append(
      PendingFilter(
        formula: condition, condition: ready, columns: batch.columns, operation: operation,
        place: place))
    return result
  }

  /// Counts what pending filters left undecided, once they have been carried out.
  mutating func note(_ counts: FilterCounts, of filters: [PendingFilter]) {
    for (index, filter) in filters.enumerated() {
      profile.steps[filter.place].rows = counts.passed[index]
      profile.steps[filter.place].passedOver = index == 0 ? counts.passedOver : 0
      profile.steps[filter.place].stretches = index == 0 ? counts.stretches : 0
      let open = counts.undecided[index]
      undecided.add(open)
      if open.bounds > 0 {
        condition = filter.operation.source.oneLineText(filter.formula.span)
      }
    }
  }

  func project(
    _ batch: Batch, _ formulas: [Formula], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let isPlain = formulas.allSatisfy { if case .column = $0.kind { true } else { false } }
    let source = isPlain ? batch : batch.compacted(workers)
    var result = source
    let new = formulas.filter { if case .column = $0.kind { false } else { true } }
    try checkMemory(for: Batch.bytes(of: new.map(\.type), rows: batch.count), operation)
    result.columns = try columns(formulas, source, operation)
    return result
  }

  private func extend(
    _ batch: Batch, _ extensions: [Step.Extension], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let new = Batch.bytes(of: extensions.map(\.formula.type), rows: batch.count)
    try checkMemory(for: batch.estimatedBytes(rows: batch.count) + new, operation)
    var result = batch.compacted(workers)
    for item in extensions {
      // One after another: a later one may use an earlier.
      let values = try columns([item.formula], result, operation)
      if let index = item.replaces {
        result.columns.replace(index, with: values, at: 0)
      } else {
        result.columns.append(values, at: 0)
      }
    }
    return result
  }

  /// The values of formulas, each as ``column(_:_:_:)``; columns alone are taken as they are.
  func columns(
    _ formulas: [Formula], _ batch: Batch, _ operation: Plan.Operation
  ) throws(QueryFailure) -> BatchColumns {
    var columns = BatchColumns()
    for formula in formulas {
      if case .column(let place) = formula.kind {
        columns.append(batch.columns, at: place)
      } else {
        columns.append(try column(formula, batch, operation))
      }
    }
    return columns
  }

  /// A formula's values over all rows of a batch without a selection, worked out on all cores.
  func column(
    _ formula: Formula, _ batch: Batch, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Column {
    let evaluator = FormulaEvaluator(columns: batch.columns, context: context)
    // Nothing is noted of a batch without pending filters, so that a copy may look at it.
    var executor = self
    if let packed = packed(formula, batch) {
      let parts = try executor.scanInOrder(batch, operation, { [PackedChunk]() }) { part, chunk in
        part.append(packed.evaluate(chunk.rows, evaluator))
      }
      return .quantity(QuantityColumn(Array(parts.joined()), units: packed.units))
    }
    let empty = Column(for: formula.type ?? .text)
    let parts = try executor.scanInOrder(batch, operation, { empty }) { column, chunk in
      column.append(evaluator.evaluate(formula, chunk.rows), count: chunk.rows.count)
    }
    var column = empty
    for part in parts {
      try checkpoint(operation)
      column.append(contentsOf: part)
    }
    return column
  }

  /// The formula on packed numbers; `nil` for another one.
  private func packed(_ formula: Formula, _ batch: Batch) -> PackedFormula? {
    guard usesKernels, case .quantity = formula.type else { return nil }
    return PackedFormula(formula, batch.columns, context, workers, rows: batch.count)
  }
}
