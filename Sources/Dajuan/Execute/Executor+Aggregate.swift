import DajuanLedger
import DajuanSyntax

extension Executor {
  /// Groups in the order they first come, each with its aggregates; one group of all rows without
  /// grouping columns, even when there are no rows.
  mutating func aggregate(
    _ batch: Batch, _ aggregates: [Aggregate], _ groups: [Formula], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    if let result = try aggregateStored(batch, aggregates, groups, operation) { return result }
    return try aggregateValues(try settled(batch), aggregates, groups, operation)
  }

  /// The same value by value, whatever the rows hold.
  private func aggregateValues(
    _ batch: Batch, _ aggregates: [Aggregate], _ groups: [Formula], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    var keys = KeyNumbering()
    var groupColumns = groups.map { Column(for: $0.type ?? .text) }
    var accumulators: [[Accumulator]] = groups.isEmpty ? [aggregates.map(Accumulator.init)] : []
    var lineage: [[Int]] = groups.isEmpty ? [[]] : []
    let arguments = aggregates.map { $0.argument ?? Formula(.constant(.missing), nil, $0.span) }
    try forEachChunk(of: batch.rows, groups + arguments, batch.columns, operation) {
      (chunk, vectors) throws(QueryFailure) in
      for (index, row) in chunk.enumerated() {
        var group = 0
        if !groups.isEmpty {
          let values = vectors.prefix(groups.count).map { $0.value(index) }
          group = keys.number(of: values, row: row)
          if group == accumulators.count {
            accumulators.append(aggregates.map(Accumulator.init))
            lineage.append([])
            for (column, value) in values.enumerated() { groupColumns[column].append(value) }
          }
        }
        // Only rows that an aggregate takes something from went into it.
        let goesIn = aggregates.indices.contains { place in
          aggregates[place].argument == nil || !vectors[groups.count + place].isMissing(index)
        }
        if goesIn, let sources = batch.lineage?[row] { lineage[group] += sources }
        for (place, aggregate) in aggregates.enumerated() {
          if aggregate.argument == nil {
            accumulators[group][place].addRow()
          } else {
            do throws(UnitConflict) {
              try accumulators[group][place].add(vectors[groups.count + place].value(index))
            } catch {
              throw conflict(
                error, aggregate.function.rawValue, of: aggregate.argument, at: aggregate.span,
                operation)
            }
          }
        }
      }
    }
    var columns = groupColumns
    for (place, aggregate) in aggregates.enumerated() {
      var column = Column(for: aggregate.type)
      try inSteps(of: accumulators.count, operation) { groups in
        for group in accumulators[groups] { column.append(group[place].result(workers)) }
      }
      columns.append(column)
    }
    return Batch(
      columns: BatchColumns(columns), height: accumulators.count,
      lineage: batch.lineage == nil ? nil : lineage.map(Self.unique))
  }

  /// Two units that `name`, written at `span`, cannot put together; where it works on groups,
  /// grouping by unit is a way out.
  func conflict(
    _ conflict: UnitConflict, _ name: String, of argument: Formula?, at span: Span,
    _ operation: Plan.Operation, hasGroups: Bool = true
  ) -> QueryFailure {
    let (a, b) = (conflict.first.text, conflict.second.text)
    let example = conflict.first.name
    let what = argument.map { operation.source.oneLineText($0.span) } ?? "…"
    let groups =
      hasGroups
      ? Bilingual(", or group `by unit(\(what))`", "，或 `按 单位(\(what))` 分组") : Bilingual("", "")
    return failure(
      .mixedUnits, [name, a, b], at: span, operation,
      suggestion: Diagnostic.Suggestion(
        Bilingual(
          "keep one unit first, `where unit(\(what)) == \"\(example)\"`" + groups.english,
          "先只留一种单位：`筛选 单位(\(what)) == \"\(example)\"`" + groups.chinese)))
  }

  /// The passages of all rows together, each once, in order.
  func gatherLineage(_ batch: Batch) -> [[Int]]? {
    batch.lineage.map { lineage in
      var sources: Set<Int> = []
      let rows = batch.rows
      workers.inSteps(of: rows.count) { places in
        for row in rows.part(places) { sources.formUnion(lineage[row]) }
      }
      return [sources.sorted()]
    }
  }

  static func unique(_ sources: [Int]) -> [Int] { Set(sources).sorted() }
}

extension Unit {
  /// The unit's name, or words for a plain number.
  fileprivate var text: String { self == .none ? "1" : name }
}
