/// The first rows of an order among those that come by, without sorting them all.
struct FirstRows: Sendable {
  private struct Candidate: Sendable {
    let key: UInt64
    let row: Int32
    /// Its place along the batch, which tells equal rows apart.
    let position: Int
  }

  /// More rows than this are sorted as a whole.
  static let largest = 1 << 14

  private let order: StoredOrder
  private let limit: Int
  private var candidates: [Candidate] = []
  /// A row with a higher packed key comes after as many others as are wanted.
  private var highest = UInt64.max
  private var keys: [UInt64] = []

  init(_ order: StoredOrder, _ limit: Int) {
    self.order = order
    self.limit = limit
  }

  /// Looks at a chunk of rows. Cost: a packed key and a comparison for nearly every row.
  mutating func add(_ chunk: Chunk) {
    if limit == 0 { return }
    if keys.count < chunk.rows.count { keys = [UInt64](repeating: 0, count: chunk.rows.count) }
    order.pack(chunk.rows, into: &keys)
    for index in 0..<chunk.rows.count where keys[index] <= highest {
      candidates.append(
        Candidate(
          key: keys[index], row: Int32(truncatingIfNeeded: chunk.rows[index]),
          position: chunk.position + index))
      if (candidates.count - 16) / 2 >= limit { cut() }
    }
  }

  /// Whether all rows of a stretch of the table come after as many others as are wanted.
  func isFull(without stretch: Int) -> Bool { limit == 0 || order.isAfter(highest, in: stretch) }

  mutating func merge(_ other: FirstRows) {
    candidates += other.candidates
    cut()
  }

  /// The rows, in order.
  var rows: [Int32] {
    var result = self
    result.cut()
    return result.candidates.map(\.row)
  }

  private mutating func cut() {
    candidates.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      switch order.isPackedWhole ? .same : order.order(Int(a.row), Int(b.row)) {
      case .before: return true
      case .after: return false
      case .same: return a.position < b.position
      }
    }
    if candidates.count >= limit, limit > 0 {
      candidates.removeSubrange(limit...)
      highest = candidates[limit - 1].key
    }
  }
}
