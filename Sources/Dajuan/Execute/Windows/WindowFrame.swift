import DajuanLedger

/// The rows of a batch group by group, each group in its order.
struct WindowFrame: Sendable {
  /// The rows' numbers.
  let rows: [Int32]
  /// Where each group begins among them, and at the end their count.
  let starts: [Int]
  /// For each of `rows` whether the order puts it where it puts the row before it.
  let ties: [Bool]

  /// The places of each group's rows.
  var groups: [Range<Int>] { zip(starts, starts.dropFirst()).map { $0..<$1 } }

  /// The first row of a group, in the order of the batch.
  func firstRow(_ group: Range<Int>) -> Int32 { rows[group].min() ?? 0 }

  /// For each row of the batch the one at a distance from it in its group; below zero where there is
  /// none.
  func rows(atDistance distance: Int) -> [Int32] {
    var result = [Int32](repeating: -1, count: rows.count)
    for group in groups {
      // A distance beyond the group is as good as its length.
      let step = min(max(distance, -group.count), group.count)
      let first = group.lowerBound + max(0, -step)
      for place in first..<(first + group.count - abs(step)) {
        result[Int(rows[place])] = rows[place + step]
      }
    }
    return result
  }

  /// For each row of the batch its number in its group, from one.
  var numbers: [Int] {
    var result = [Int](repeating: 0, count: rows.count)
    for group in groups {
      for place in group { result[Int(rows[place])] = place - group.lowerBound + 1 }
    }
    return result
  }

  /// For each row of the batch its rank in its group: the number of the first row beside which the
  /// order puts it.
  var ranks: [Int] {
    var result = [Int](repeating: 0, count: rows.count)
    for group in groups {
      for place in group {
        let row = Int(rows[place])
        result[row] = ties[place] ? result[Int(rows[place - 1])] : place - group.lowerBound + 1
      }
    }
    return result
  }
}

extension WindowFrame {
  /// Makes the frame of groups in which rows are in order.
  init(_ groups: [[Int]], _ keys: SortKeys) {
    var (rows, starts, ties): ([Int32], [Int], [Bool]) = ([], [0], [])
    for group in groups {
      for (place, row) in group.enumerated() {
        rows.append(Int32(row))
        ties.append(place > 0 && keys.order(group[place - 1], row) == .same)
      }
      starts.append(rows.count)
    }
    (self.rows, self.starts, self.ties) = (rows, starts, ties)
  }

  /// Makes the frame of rows whose keys have the group above `orderBits` bits for the order; `nil`
  /// where the keys are wider than 64 bits.
  ///
  /// - Parameters:
  ///   - batch: The rows; all of them, without pending filters.
  ///   - groups: What they are grouped by.
  ///   - order: What each group is ordered by, the first key the gravest.
  ///   - workers: Who sorts.
  init?(_ batch: Batch, _ groups: GroupKeys, _ order: [OrderKey], _ workers: Workers) {
    let orderBits = order.reduce(0) { $0 + $1.bits }
    let bits = groups.bits + orderBits
    if bits > 64 { return nil }
    let size = FormulaEvaluator.chunkSize
    let keys = [UInt64](unsafeUninitializedCapacity: batch.height) { buffer, count in
      buffer.initialize(repeating: 0)
      // Each piece writes its own places.
      nonisolated(unsafe) let buffer = buffer
      workers.run((batch.height + size - 1) / size) { _, piece in
        let stretch = piece * size..<min((piece + 1) * size, batch.height)
        var span = UnsafeMutableBufferPointer(rebasing: buffer[stretch]).mutableSpan
        for column in groups.columns { column.append(to: &span, Rows(stretch)) }
        for key in order { key.append(to: &span, stretch) }
      }
      count = batch.height
    }
    let rows = (0..<Int32(batch.height)).map { $0 }
    let sorted = KeyedRows(keys: keys, rows: rows).sorted(bits: bits, workers)
    var starts: [Int] = []
    let ties = sorted.keys.indices.map { index in
      let (key, before) = (sorted.keys[index], index == 0 ? 0 : sorted.keys[index - 1])
      // A shift by all 64 bits leaves zero.
      if index == 0 || key >> UInt64(orderBits) != before >> UInt64(orderBits) {
        starts.append(index)
        return false
      }
      return key == before
    }
    starts.append(sorted.count)
    (self.rows, self.starts, self.ties) = (sorted.rows, starts, ties)
  }
}
