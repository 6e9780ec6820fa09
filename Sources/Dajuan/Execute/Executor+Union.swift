import DajuanLedger
import DajuanSyntax

extension Executor {
  /// The rows of all tables one after another; where one lacks a column it is missing.
  mutating func union(
    _ batch: Batch, _ union: Plan.Union, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    if batch.count > limits.rows { throw tooManyRows(operation) }
    let first = batch.compacted(workers)
    var result = Batch(
      columns: BatchColumns(operation.relation.schema.columns.map { Column(for: $0.type) }),
      height: 0,
      lineage: first.lineage.map { _ in [] })
    try append(first, to: &result, places: first.columns.indices.map { $0 }, operation)
    for part in union.parts {
      try checkpoint(operation)
      let more = try rows(of: part.plan)
      let height = result.height + more.height
      if height > limits.rows { throw tooManyRows(operation) }
      try checkMemory(for: result.estimatedBytes(rows: height), operation)
      try append(more, to: &result, places: part.places, operation)
    }
    return result
  }

  private func tooManyRows(_ operation: Plan.Operation) -> QueryFailure {
    failure(.tooManyRows, ["union", String(limits.rows)], at: operation.span, operation)
  }

  /// Adds the rows of a batch without a selection to another: for each column of the result the one at
  /// its place, and missing values past the last place or where there is none.
  private func append(
    _ batch: Batch, to result: inout Batch, places: [Int?], _ operation: Plan.Operation
  ) throws(QueryFailure) {
    for index in result.columns.indices {
      let added = places.indices.contains(index) ? places[index].map { batch.columns[$0] } : nil
      // Taken out for the time, so that nothing is copied.
      var column = Column.truth([])
      swap(&column, &result.columns[index])
      try inSteps(of: batch.height, operation) { rows in
        if let added {
          column.append(contentsOf: added.gathered(rows.lazy.map { Int32($0) }))
        } else {
          column.appendMissing(rows.count)
        }
      }
      swap(&column, &result.columns[index])
    }
    result.height += batch.height
    if let added = batch.lineage { result.lineage?.append(contentsOf: added) }
  }
}
