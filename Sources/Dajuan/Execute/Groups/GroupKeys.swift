import DajuanLedger

/// How rows find their group: straight by their keys' numbers, or through a table of them.
struct GroupKeys: Sendable {
  let columns: [KeyColumn]
  /// How many bits the largest key has.
  let bits: Int
  /// How many keys there can be, where groups are numbered by their keys; `nil` where a table does it.
  let direct: Int?

  /// `nil` where a key is not one coded column's.
  init?(_ groups: [Formula], _ batch: Batch, _ context: EvaluationContext, _ workers: Workers) {
    var columns: [KeyColumn] = []
    var product = 1
    for formula in groups {
      guard let column = KeyColumn(formula, batch.columns, context, workers) else { return nil }
      columns.append(column)
      let (next, isOver) = product.multipliedReportingOverflow(by: max(1, column.count))
      if isOver || next > 1 << 62 { return nil }
      product = next
    }
    self.columns = columns
    bits = Int.bitWidth - (product - 1).leadingZeroBitCount
    // Room for keys that few rows could have would cost more than looking their keys up.
    let few = min(1 << 12, 16 * batch.count + 64)
    direct = product <= max(few, min(1 << 22, batch.count / 4)) ? product : nil
  }

  /// The numbers that a key is made of, one a column.
  func numbers(of key: UInt64) -> [Int] {
    var rest = key
    var numbers: [Int] = []
    for column in columns.reversed() {
      numbers.append(Int(rest % UInt64(column.count)))
      rest /= UInt64(column.count)
    }
    return numbers.reversed()
  }
}

/// The groups one worker has found.
struct GroupTable: Sendable {
  private let groupKeys: GroupKeys
  private var table = KeyTable()
  /// By group the first row, and its place along the batch; `.max` where a group has none.
  private(set) var firstRows: [Int32] = []
  private(set) var firstPositions: [Int] = []
  private var keys: [UInt64]

  /// No groups yet, for chunks of at most so many rows.
  init(_ groupKeys: GroupKeys, _ room: Int) {
    self.groupKeys = groupKeys
    keys = [UInt64](repeating: 0, count: room)
    grow(to: groupKeys.direct ?? 0)
  }

  /// The number of groups there is room for.
  var count: Int { firstRows.count }

  private mutating func grow(to count: Int) {
    let more = count - firstRows.count
    if more <= 0 { return }
    firstRows.append(contentsOf: repeatElement(0, count: more))
    firstPositions.append(contentsOf: repeatElement(.max, count: more))
  }

  /// Writes the group of each row of a chunk.
  mutating func assign(_ chunk: Chunk, to groups: inout [Int32]) {
    let rows = chunk.rows
    let count = rows.count
    for index in 0..<count { keys[index] = 0 }
    let columns = groupKeys.columns
    var span = keys.mutableSpan
    for column in columns { column.append(to: &span, rows) }
    if groupKeys.direct != nil {
      for index in 0..<count { groups[index] = Int32(truncatingIfNeeded: keys[index]) }
    } else {
      for index in 0..<count { groups[index] = Int32(table.number(of: keys[index])) }
      grow(to: table.count)
    }
    for index in 0..<count {
      let group = Int(groups[index])
      if firstPositions[group] == .max {
        firstPositions[group] = chunk.position + index
        firstRows[group] = Int32(rows[index])
      }
    }
  }

  /// Gives the only group there can be, without keys, a place though it has no rows.
  mutating func admitEmptyGroup() {
    if firstPositions[0] == .max { firstPositions[0] = 0 }
  }

  /// The key of a group.
  func key(of group: Int) -> UInt64 {
    groupKeys.direct != nil ? UInt64(group) : table.keys[group]
  }

  /// Takes in the groups of another worker.
  ///
  /// - Returns: For each group there its number here; below zero for one without rows.
  mutating func merge(_ other: GroupTable, _ workers: Workers) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: other.count)
    workers.inSteps(of: other.count) { groups in
      for group in groups where other.firstPositions[group] != .max {
        let number = groupKeys.direct != nil ? group : table.number(of: other.key(of: group))
        grow(to: number + 1)
        numbers[group] = Int32(number)
        if other.firstPositions[group] < firstPositions[number] {
          firstPositions[number] = other.firstPositions[group]
          firstRows[number] = other.firstRows[group]
        }
      }
    }
    return numbers
  }

  /// The groups that have rows, in the order in which they first come.
  func ordered(_ workers: Workers) -> [Int] {
    var found = KeyedRows(keys: [], rows: [])
    for group in 0..<count where firstPositions[group] != .max {
      found.keys.append(UInt64(firstPositions[group]))
      found.rows.append(Int32(group))
    }
    return found.sorted(bits: 64, workers).rows.map { Int($0) }
  }
}
