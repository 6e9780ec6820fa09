import DajuanLedger

/// `count()` and `count(column)`: the rows of each group, or those of them that have a value.
struct GroupCounts: GroupAggregate {
  private let presence: PresenceTest?
  private var counts: [Int] = []

  /// Counts the rows that pass a test; `nil` counts all.
  init(_ presence: PresenceTest? = nil) { self.presence = presence }

  mutating func grow(to count: Int) {
    counts.append(contentsOf: repeatElement(0, count: max(0, count - counts.count)))
  }

  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool {
    if let presence {
      presence.forEachRow(of: chunk.rows) { index, _ in
        counts[Int(groups[unchecked: index])] += 1
      }
    } else {
      for index in groups.indices { counts[Int(groups[unchecked: index])] += 1 }
    }
    return true
  }

  mutating func merge(_ other: GroupCounts, _ groups: [Int32]) -> Bool {
    for (group, target) in groups.enumerated() where target >= 0 {
      counts[Int(target)] += other.counts[group]
    }
    return true
  }

  consuming func column(_ groups: [Int], _ workers: Workers) -> Column {
    let counts = counts
    return .quantity(QuantityColumn(counts: groups.map { counts[$0] }))
  }
}

/// Which rows of a coded column have a value.
struct PresenceTest: Sendable {
  private let codes: Codes
  private let count: Int

  /// `nil` for a column without codes.
  init?(_ column: Column) {
    switch column {
    case .text(let column): (codes, count) = (column.codes, column.words.count)
    case .period(let column): (codes, count) = (column.codes, column.periods.count)
    case .quantity(let column): (codes, count) = (column.unitCodes, column.units.count)
    case .truth, .source: return nil
    }
  }

  /// Calls with the place and number of each row that has a value.
  @inline(__always)
  func forEachRow(of rows: Rows, _ body: (_ index: Int, _ row: Int) -> Void) {
    switch codes.storage {
    case .bytes(let codes): forEachRow(of: rows, codes, body)
    case .shorts(let codes): forEachRow(of: rows, codes, body)
    case .ints(let codes): forEachRow(of: rows, codes, body)
    }
  }

  @inline(__always)
  private func forEachRow<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    of rows: Rows, _ codes: Buffer<Code>, _ body: (_ index: Int, _ row: Int) -> Void
  ) {
    codes.withSpan { codes in
      rows.forEach { index, row in
        let code = codes[row]
        if code >= 0, code < count { body(index, row) }
      }
    }
  }
}

/// `first` and `last`: of each group the row at an end that has a value.
struct EndRows: GroupAggregate {
  private let column: Column
  private let presence: PresenceTest
  private let isFirst: Bool
  /// By group the row, and its place along the batch; below zero for none.
  private var rows: [Int32] = []
  private var positions: [Int] = []

  init(_ column: Column, _ presence: PresenceTest, isFirst: Bool) {
    self.column = column
    self.presence = presence
    self.isFirst = isFirst
  }

  mutating func grow(to count: Int) {
    let more = max(0, count - rows.count)
    rows.append(contentsOf: repeatElement(-1, count: more))
    positions.append(contentsOf: repeatElement(-1, count: more))
  }

  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool {
    presence.forEachRow(of: chunk.rows) { index, row in
      keep(Int32(row), chunk.position + index, Int(groups[index]))
    }
    return true
  }

  private mutating func keep(_ row: Int32, _ position: Int, _ group: Int) {
    let known = positions[group]
    if known < 0 || (position < known) == isFirst {
      rows[group] = row
      positions[group] = position
    }
  }

  mutating func merge(_ other: EndRows, _ groups: [Int32]) -> Bool {
    for (group, target) in groups.enumerated() where target >= 0 && other.rows[group] >= 0 {
      keep(other.rows[group], other.positions[group], Int(target))
    }
    return true
  }

  consuming func column(_ groups: [Int], _ workers: Workers) -> Column {
    let rows = rows
    return column.gathered(groups.map { rows[$0] }, workers.share)
  }
}

/// `count_distinct`: the different keys of each group.
struct DistinctCounts: GroupAggregate {
  private let keys: KeyColumn
  private let workers: Workers
  private var seen = KeyTable()
  /// A bit for each group and key, while those are few enough.
  private var bits: [UInt64] = []
  private var usesBits = true
  private var groupCount = 0
  private var numbers: [UInt64] = []
  /// So many bits are kept before a table is.
  private static let bitLimit = 1 << 27

  init(_ keys: KeyColumn, _ workers: Workers) {
    self.keys = keys
    self.workers = workers
  }

  mutating func grow(to count: Int) {
    if count <= groupCount { return }
    groupCount = count
    if usesBits, count <= Self.bitLimit / max(1, keys.count) {
      let words = (count * keys.count + 63) / 64
      bits.append(contentsOf: repeatElement(0, count: max(0, words - bits.count)))
    } else if usesBits {
      usesBits = false
      forEachBit { seen.insert($0) }
      bits = []
    }
  }

  mutating func add(_ chunk: Chunk, _ groups: Span<Int32>) -> Bool {
    let count = chunk.rows.count
    if numbers.count < count { numbers = [UInt64](repeating: 0, count: count) }
    for index in 0..<count { numbers[index] = UInt64(groups[index]) }
    let keys = keys
    var span = numbers.mutableSpan
    keys.append(to: &span, chunk.rows)
    if usesBits {
      let numbers = numbers
      bits.withUnsafeMutableBufferPointer { bits in
        for index in 0..<count {
          let pair = numbers[index]
          bits[Int(pair >> 6)] |= 1 << (pair & 63)
        }
      }
    } else {
      for index in 0..<count { seen.insert(numbers[index]) }
    }
    return true
  }

  private func forEachBit(_ body: (UInt64) -> Void) {
    workers.inSteps(of: bits.count) { words in
      for word in words {
        var rest = bits[word]
        while rest != 0 {
          body(UInt64(word) << 6 | UInt64(rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
    }
  }

  private func forEachPair(_ body: (UInt64) -> Void) {
    if usesBits { return forEachBit(body) }
    workers.inSteps(of: seen.count) { places in seen.keys[places].forEach(body) }
  }

  mutating func merge(_ other: DistinctCounts, _ groups: [Int32]) -> Bool {
    let radix = UInt64(keys.count)
    other.forEachPair { pair in
      let target = groups[Int(pair / radix)]
      if target < 0 { return }
      let pair = UInt64(target) * radix + pair % radix
      if usesBits { bits[Int(pair >> 6)] |= 1 << (pair & 63) } else { seen.insert(pair) }
    }
    return true
  }

  consuming func column(_ groups: [Int], _ workers: Workers) -> Column {
    var counts = [Int](repeating: 0, count: groupCount)
    let radix = UInt64(max(1, keys.count))
    let missing = keys.missing.map { UInt64($0) }
    forEachPair { pair in
      let (group, key) = pair.quotientAndRemainder(dividingBy: radix)
      if key != missing { counts[Int(group)] += 1 }
    }
    return .quantity(QuantityColumn(counts: groups.map { counts[$0] }))
  }
}

extension KeyTable {
  fileprivate mutating func insert(_ key: UInt64) { _ = number(of: key) }
}

extension QuantityColumn {
  /// A column of plain whole numbers.
  init(counts: [Int]) {
    let scale = 10_000
    if counts.allSatisfy({ $0.magnitude < Int.max / scale }) {
      self.init(
        units: [.none], unitCodes: Codes([Int32](repeating: 0, count: counts.count)),
        lower: Buffer(counts.map { Int64($0 * scale) }))
    } else {
      self.init(counts.map { Quantity($0) })
    }
  }
}
