/// Rows with a key of 64 bits each.
struct KeyedRows: Sendable {
  var keys: [UInt64]
  var rows: [Int32]

  var count: Int { rows.count }

  /// The same in the order of some bits of their keys; of equal ones the earlier stays first. Cost: two
  /// passes, on all cores.
  ///
  /// - Parameters:
  ///   - shift: How many lower bits are left out.
  ///   - bits: How many bits count.
  ///   - workers: Who does it.
  /// - Returns: The rows, and for each value of the bits where its rows begin, then the end. Where the
  ///   workers are to stop, the rows are as they were, and stand nowhere.
  func ordered(byBitsFrom shift: Int, count bits: Int, _ workers: Workers) -> (KeyedRows, [Int]) {
    let pieces = count < 1 << 16 ? 1 : workers.count
    let size = (count + pieces - 1) / pieces
    let (mask, shift) = (UInt64(1) << UInt64(bits) - 1, UInt64(shift))
    let places = WorkerStates<[Int]>(pieces) { [] }
    workers.run(pieces) { _, piece in
      var counts = [Int](repeating: 0, count: 1 << bits)
      for index in piece * size..<Swift.min((piece + 1) * size, count) {
        counts[Int(keys[index] >> shift & mask)] += 1
      }
      places[piece] = counts
    }
    let stopped = (self, [Int](repeating: 0, count: 1 << bits + 1))
    if workers.isStopped { return stopped }
    var starts: [Int] = []
    starts.reserveCapacity(1 << bits + 1)
    var next = 0
    for value in 0..<(1 << bits) {
      starts.append(next)
      for piece in 0..<pieces {
        let own = places[piece][value]
        places[piece][value] = next
        next += own
      }
    }
    starts.append(next)
    var sortedKeys: [UInt64] = []
    let sortedRows = [Int32](unsafeUninitializedCapacity: count) { rows, written in
      // Each piece writes its own places.
      nonisolated(unsafe) let rows = rows
      sortedKeys = [UInt64](unsafeUninitializedCapacity: count) { keys, written in
        nonisolated(unsafe) let keys = keys
        workers.run(pieces) { _, piece in
          var next = places[piece]
          for index in piece * size..<Swift.min((piece + 1) * size, count) {
            let key = self.keys[index]
            let place = next[Int(key >> shift & mask)]
            next[Int(key >> shift & mask)] = place + 1
            keys.initializeElement(at: place, to: key)
            rows.initializeElement(at: place, to: self.rows[index])
          }
        }
        written = count
      }
      written = count
    }
    // Rows that were never written are no rows.
    if workers.isStopped { return stopped }
    return (KeyedRows(keys: sortedKeys, rows: sortedRows), starts)
  }

  /// The same in the order of the keys' lower bits; of equal ones the earlier stays first.
  ///
  /// A radix sort from the lowest digit up (D. E. Knuth, The Art of Computer Programming 3, 5.2.5).
  /// Cost: a look at the keys where they are in order already, two passes for 11 bits otherwise.
  func sorted(bits: Int, _ workers: Workers) -> KeyedRows {
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
    // Counting 2048 digits again and again would cost more than comparing a few keys.
    if count < 256 { return compared(bits: bits) }
    // Bits in which no two keys differ put nothing in order.
    let differing = keys.reduce(into: 0) { $0 |= $1 ^ keys[0] }
    var result = self
    for shift in stride(from: 0, to: bits, by: 11)
    where differing >> UInt64(shift) & ((1 << 11) - 1) != 0 {
      result = result.ordered(byBitsFrom: shift, count: Swift.min(11, bits - shift), workers).0
    }
    return result
  }

  /// The same by comparing keys.
  private func compared(bits: Int) -> KeyedRows {
    let mask = UInt64.max >> UInt64(64 - bits)
    let order = keys.indices.sorted { a, b in
      let (x, y) = (keys[a] & mask, keys[b] & mask)
      return x == y ? a < b : x < y
    }
    return KeyedRows(keys: order.map { keys[$0] }, rows: order.map { rows[$0] })
  }
}
