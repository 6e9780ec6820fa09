import DajuanLedger
import DajuanSyntax
internal import Synchronization

extension Executor {
  /// Joins by coded columns as they are stored, on all cores; the left side's pending filters are
  /// carried out on the way.
  ///
  /// `nil` where a key is no coded column, and where `cite` asks for what went in.
  mutating func joinCoded(
    _ batch: Batch, _ right: Batch, _ join: Plan.Join, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch? {
    if batch.lineage != nil || !usesKernels { return nil }
    guard let keys = JoinKeys(batch.columns, right.columns, join.keys) else { return nil }
    let index = JoinIndex(
      try keyedRows(of: right, keys.right, operation), below: keys.count, workers)
    let executor = self
    let total = SharedCount()
    let most = limits.rows
    let parts = try scanInOrder(batch, operation, { CodedMatches(join.kind) }) {
      (part, chunk) throws(QueryFailure) in
      let found = part.left.count
      let isWithin = part.add(chunk.rows, keys.left, index, most: most)
      if !isWithin || total.add(part.left.count - found) > most {
        throw executor.failure(
          .tooManyRows, ["join", String(most)], at: operation.span, operation)
      }
    }
    // Beside no rows at all nothing is left open.
    if right.height > 0 { undecided.missing += parts.reduce(0) { $0 + $1.missing } }
    let left = parts.flatMap(\.left)
    var result = batch
    result.filters = []
    guard join.kind.bringsColumns else {
      result.selection = left
      return result
    }
    result.columns = batch.columns.picking(RowNumbers(left), workers)
    let brought = right.columns.picking(
      RowNumbers(parts.flatMap(\.right)), workers, of: join.kept)
    for place in brought.indices { result.columns.append(brought, at: place) }
    (result.height, result.selection) = (left.count, nil)
    return result
  }

  /// The rows that have all keys.
  private mutating func keyedRows(
    of batch: Batch, _ side: JoinSide, _ operation: Plan.Operation
  ) throws(QueryFailure) -> KeyedRows {
    let parts = try scanInOrder(batch, operation, { KeyedRows(keys: [], rows: []) }) {
      part, chunk in
      let keys = [UInt64](unsafeUninitializedCapacity: chunk.rows.count) { buffer, count in
        count = chunk.rows.count
        buffer.initialize(repeating: 0)
        var span = buffer.mutableSpan
        side.write(to: &span, chunk.rows)
      }
      for (index, key) in keys.enumerated() where key != JoinKeys.missing {
        part.keys.append(key)
        part.rows.append(Int32(chunk.rows[index]))
      }
    }
    return KeyedRows(keys: parts.flatMap(\.keys), rows: parts.flatMap(\.rows))
  }
}

/// A number that several threads add to.
private final class SharedCount: Sendable {
  private let value = Atomic<Int>(0)

  /// The number after `more` has been added.
  func add(_ more: Int) -> Int { value.wrappingAdd(more, ordering: .relaxed).newValue }
}

/// What one stretch of left rows has found.
private struct CodedMatches: Sendable {
  private let kind: JoinKind
  private(set) var left: [Int32] = []
  /// For each of `left` the right row, below zero for none; empty where no columns are brought.
  private(set) var right: [Int32] = []
  /// How many rows lack a key.
  private(set) var missing = 0

  init(_ kind: JoinKind) { self.kind = kind }

  /// Takes in a chunk of left rows; `false` where more than `most` rows are found.
  mutating func add(_ rows: Rows, _ side: JoinSide, _ index: JoinIndex, most: Int) -> Bool {
    let keys = [UInt64](unsafeUninitializedCapacity: rows.count) { buffer, count in
      count = rows.count
      buffer.initialize(repeating: 0)
      var span = buffer.mutableSpan
      side.write(to: &span, rows)
    }
    for key in keys where key == JoinKeys.missing { missing += 1 }
    // Taken out for the time of the loop.
    var (left, right) = ([Int32](), [Int32]())
    swap(&left, &self.left)
    swap(&right, &self.right)
    defer {
      swap(&left, &self.left)
      swap(&right, &self.right)
    }
    let kind = kind
    index.probe(keys.span) { place, matches in
      let row = Int32(truncatingIfNeeded: rows[place])
      switch kind {
      case .semi: if !matches.isEmpty { left.append(row) }
      case .anti: if matches.isEmpty { left.append(row) }
      case .left where matches.isEmpty:
        left.append(row)
        right.append(-1)
      case .inner, .left:
        for match in matches {
          left.append(row)
          right.append(match)
        }
      }
      return left.count <= most
    }
    return left.count <= most
  }
}
