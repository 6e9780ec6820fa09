import DajuanLedger

/// An order of rows by columns as they are stored.
///
/// Each row has a packed key, a whole number that comes before another row's only where the row does;
/// rows with equal packed keys are compared in full.
struct StoredOrder: Sendable {
  private let keys: [StoredKey]
  /// Whether rows with equal packed keys are equal.
  let isPackedWhole: Bool

  /// `nil` where a key is no coded column's and no column of quantities.
  init?(
    _ orders: [Step.SortOrder], _ batch: Batch, _ context: EvaluationContext, _ workers: Workers
  ) {
    var keys: [StoredKey] = []
    for order in orders {
      guard let key = StoredKey(order, batch, context, workers) else { return nil }
      keys.append(key)
    }
    self.keys = keys
    isPackedWhole = keys.reduce(0) { $0 + $1.width } <= 64 && keys.allSatisfy(\.isWhole)
  }

  /// The packed keys of at most a chunk of rows: the keys side by side, the first in the highest bits, as
  /// far as they go.
  func pack(_ rows: Rows, into packed: inout [UInt64]) {
    var room = 64
    var bits = [UInt64](repeating: 0, count: rows.count)
    for index in 0..<rows.count { packed[index] = 0 }
    for key in keys where room > 0 {
      key.pack(rows, into: &bits)
      if key.width <= room {
        room -= key.width
        for index in 0..<rows.count { packed[index] |= bits[index] << UInt64(room) }
      } else {
        let excess = UInt64(key.width - room)
        room = 0
        for index in 0..<rows.count { packed[index] |= bits[index] >> excess }
      }
    }
  }

  /// Whether all rows of a stretch of the table are known to have a packed key above another.
  func isAfter(_ packed: UInt64, in stretch: Int) -> Bool {
    guard packed < .max, let lowest = keys.first?.lowestBits(in: stretch) else { return false }
    return lowest > packed
  }

  /// How one row stands to another.
  func order(_ a: Int, _ b: Int) -> SortKeyValue.Order {
    for key in keys {
      let order = key.order(a, b)
      if order != .same { return order }
    }
    return .same
  }

  /// The rows in order, of equal ones the earlier first. Cost: two passes for each 11 bits of the packed
  /// keys, and a sort of each run of equal ones.
  func sorted(_ rows: Rows, _ workers: Workers) -> [Int32] {
    var packed: [UInt64] = []
    let numbers = [Int32](unsafeUninitializedCapacity: rows.count) { numbers, count in
      // Each piece writes its own places.
      nonisolated(unsafe) let numbers = numbers
      packed = [UInt64](unsafeUninitializedCapacity: rows.count) { packed, count in
        nonisolated(unsafe) let packed = packed
        let size = 1 << 16
        workers.run((rows.count + size - 1) / size) { _, piece in
          let (first, end) = (piece * size, min((piece + 1) * size, rows.count))
          var keys = [UInt64](repeating: 0, count: min(FormulaEvaluator.chunkSize, end - first))
          for start in stride(from: first, to: end, by: FormulaEvaluator.chunkSize) {
            let chunk = rows.part(start..<min(start + FormulaEvaluator.chunkSize, end))
            pack(chunk, into: &keys)
            chunk.forEach { index, row in
              packed[start + index] = keys[index]
              numbers[start + index] = Int32(truncatingIfNeeded: row)
            }
          }
        }
        count = rows.count
      }
      count = rows.count
    }
    // Rows that were never written are no rows.
    if workers.isStopped { return [] }
    var result = KeyedRows(keys: packed, rows: numbers).sorted(bits: 64, workers)
    if !isPackedWhole { settleTies(&result, workers) }
    return result.rows
  }

  private func settleTies(_ sorted: inout KeyedRows, _ workers: Workers) {
    var start = 0
    var settled = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted.keys[end] == sorted.keys[start] { end += 1 }
      if end - start > 1 {
        // Equal packed keys stand in the order of the rows, which a stable merge sort keeps.
        let run = StableSort.sorted(Array(sorted.rows[start..<end]), workers) { a, b in
          order(Int(a), Int(b)) == .after
        }
        sorted.rows.replaceSubrange(start..<end, with: run)
        settled += end - start
        if settled >= 1 << 14 {
          if workers.isStopped { return }
          settled = 0
        }
      }
      start = end
    }
  }
}

/// One key of an order.
private struct StoredKey: Sendable {
  private enum Form: Sendable {
    case ranks(CodedRanks)
    case numbers(BaseNumbers)
  }

  private let form: Form
  private let isDescending: Bool
  /// By unit code whether no row of the unit will come; empty where the key is no number.
  private let excludedUnits: [Bool]
  /// How many bits a row's key has.
  let width: Int
  /// Whether rows with equal bits are equal.
  let isWhole: Bool

  init?(_ order: Step.SortOrder, _ batch: Batch, _ context: EvaluationContext, _ workers: Workers) {
    isDescending = order.isDescending
    if let ranks = CodedRanks(order, batch, context, workers) {
      form = .ranks(ranks)
      excludedUnits = []
      width = ranks.bits
      isWhole = true
      return
    }
    guard case .column(let place) = order.formula.kind,
      case .quantity(let column) = batch.columns[place],
      let numbers = BaseNumbers(column, workers)
    else { return nil }
    form = .numbers(numbers)
    excludedUnits = numbers.excludedUnits(batch.filters)
    width = 64
    isWhole = false
  }

  /// The bits of at most a chunk of rows.
  func pack(_ rows: Rows, into bits: inout [UInt64]) {
    switch form {
    case .ranks(let ranks):
      switch ranks.codes.storage {
      case .bytes(let codes): Self.pack(rows, codes, ranks, into: &bits)
      case .shorts(let codes): Self.pack(rows, codes, ranks, into: &bits)
      case .ints(let codes): Self.pack(rows, codes, ranks, into: &bits)
      }
    case .numbers(let numbers): numbers.pack(rows, isDescending: isDescending, into: &bits)
    }
  }

  private static func pack<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ rows: Rows, _ codes: Buffer<Code>, _ ranks: CodedRanks, into bits: inout [UInt64]
  ) {
    codes.withSpan { codes in
      rows.forEach { index, row in bits[index] = ranks.rank(of: codes[row]) }
    }
  }

  /// A number that no row's key in a stretch is below; `nil` where none is known.
  func lowestBits(in stretch: Int) -> UInt64? {
    guard case .numbers(let numbers) = form,
      let range = numbers.bits(in: stretch, without: excludedUnits)
    else { return nil }
    return isDescending ? ~range.upperBound : range.lowerBound
  }

  func order(_ a: Int, _ b: Int) -> SortKeyValue.Order {
    switch form {
    case .ranks(let ranks):
      let (x, y) = (ranks.rank(of: ranks.codes[a]), ranks.rank(of: ranks.codes[b]))
      return x < y ? .before : y < x ? .after : .same
    case .numbers(let numbers): return numbers.order(a, b, isDescending: isDescending)
    }
  }
}
