import DajuanLedger
import DajuanSyntax

extension Executor {
  /// The rows of all tables one after another; where one lacks a column it is missing.
  mutating func union(
    _ batch: Batch, _ union: Plan.Union, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let first = batch.compacted(workers)
    var result = Batch(
      columns: BatchColumns(operation.relation.schema.columns.map { Column(for: $0.type) }),
      height: 0,
      lineage: first.lineage.map { _ in [] })
    result.append(first, places: first.columns.indices.map { $0 })
    for part in union.parts {
      try checkpoint(operation)
      result.append(try rows(of: part.plan), places: part.places)
      if result.height > limits.rows {
        throw failure(.tooManyRows, ["union", String(limits.rows)], at: operation.span, operation)
      }
    }
    return result
  }
}

extension Batch {
  /// Adds the rows of another batch without a selection: for each column here the one there at its
  /// place, and missing values past the last place or where there is none.
  fileprivate mutating func append(_ other: Batch, places: [Int?]) {
    for index in columns.indices {
      if places.indices.contains(index), let place = places[index] {
        columns[index].append(contentsOf: other.columns[place])
      } else {
        columns[index].appendMissing(other.height)
      }
    }
    height += other.height
    if let added = other.lineage { lineage?.append(contentsOf: added) }
  }
}
