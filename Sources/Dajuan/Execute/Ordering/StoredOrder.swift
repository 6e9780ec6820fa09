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
  init?(_ orders: [Step.SortOrder], _ batch: Batch, _ ledger: Ledger, _ workers: Workers) {
    var keys: [StoredKey] = []
    for order in orders {
      guard let key = StoredKey(order, batch, ledger, workers) else { return nil }
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
    let numbers = [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      let numbers = WorkerBuffer(buffer)
      packed = [UInt64](unsafeUninitializedCapacity: rows.count) { buffer, count in
        let packed = WorkerBuffer(buffer)
        let size = 1 << 16
        workers.run((rows.count + size - 1) / size) { _, piece in
          var keys = [UInt64](repeating: 0, count: Evaluator.chunkSize)
          let end = min((piece + 1) * size, rows.count)
          for start in stride(from: piece * size, to: end, by: Evaluator.chunkSize) {
            let chunk = rows.part(start..<min(start + Evaluator.chunkSize, end))
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

/// Memory that several workers write to, each its own part.
struct WorkerBuffer<Element>: @unchecked Sendable {
  private let base: UnsafeMutableBufferPointer<Element>

  init(_ base: UnsafeMutableBufferPointer<Element>) { self.base = base }

  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }
}

/// One key of an order.
private struct StoredKey: Sendable {
  private enum Form: Sendable {
    /// The rank of each code's value; of a missing one, last, the highest there is.
    case ranks(Codes, [UInt32])
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

  init?(_ order: Step.SortOrder, _ batch: Batch, _ ledger: Ledger, _ workers: Workers) {
    isDescending = order.isDescending
    if let coded = CodedFormula(order.formula, batch.columns, ledger) {
      if order.formula.type == .truth || coded.count > 4 * batch.count + 64 { return nil }
      let words = coded.values(workers)
      var values: [SortKeyValue] = []
      values.reserveCapacity(words.count)
      workers.inSteps(of: words.count) { places in
        for word in words[places] { values.append(SortKeyValue(word, order.formula.type)) }
      }
      let (ranks, count) = Self.ranks(of: values, isDescending: order.isDescending, workers)
      form = .ranks(coded.codes, ranks)
      excludedUnits = []
      width = max(1, Int.bitWidth - count.leadingZeroBitCount)
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

  /// Ranks from 0, equal values sharing one, what is missing last; and the highest.
  private static func ranks(
    of values: [SortKeyValue], isDescending: Bool, _ workers: Workers
  ) -> (ranks: [UInt32], highest: Int) {
    let order = StableSort.sorted(Array(values.indices), workers) { a, b in
      values[a].order(to: values[b], isDescending: isDescending) == .after
    }
    var ranks = [UInt32](repeating: 0, count: max(1, values.count))
    var rank: UInt32 = 0
    workers.inSteps(of: order.count) { places in
      for place in places {
        let index = order[place]
        if place > 0,
          values[order[place - 1]].order(to: values[index], isDescending: isDescending) != .same
        {
          rank += 1
        }
        ranks[index] = rank
      }
    }
    return (ranks, Int(rank))
  }

  /// The bits of at most a chunk of rows.
  func pack(_ rows: Rows, into bits: inout [UInt64]) {
    switch form {
    case .ranks(let codes, let ranks):
      switch codes.storage {
      case .bytes(let codes): Self.pack(rows, codes, ranks, into: &bits)
      case .shorts(let codes): Self.pack(rows, codes, ranks, into: &bits)
      case .ints(let codes): Self.pack(rows, codes, ranks, into: &bits)
      }
    case .numbers(let numbers): numbers.pack(rows, isDescending: isDescending, into: &bits)
    }
  }

  private static func pack<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ rows: Rows, _ codes: Buffer<Code>, _ ranks: [UInt32], into bits: inout [UInt64]
  ) {
    let last = UInt32(ranks.count - 1)
    codes.withSpan { codes in
      rows.forEach { index, row in
        bits[index] = UInt64(ranks[Int(min(UInt32(truncatingIfNeeded: codes[row]), last))])
      }
    }
  }

  private static func rank(_ row: Int, _ codes: Codes, _ ranks: [UInt32]) -> UInt32 {
    ranks[Int(min(UInt32(bitPattern: codes[row]), UInt32(ranks.count - 1)))]
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
    case .ranks(let codes, let ranks):
      let (x, y) = (Self.rank(a, codes, ranks), Self.rank(b, codes, ranks))
      return x < y ? .before : y < x ? .after : .same
    case .numbers(let numbers): return numbers.order(a, b, isDescending: isDescending)
    }
  }
}
