/// Sorts rows by 64-bit keys, stably, eleven bits at a time from the lowest; digits that are the same in
/// all keys cost nothing but a count (D. E. Knuth, The Art of Computer Programming 3, 5.2.5).
enum RadixSort {
  struct Item {
    var key: UInt64
    var row: Int32
  }

  private static let digitBits = 11
  private static let digits = 6

  static func sort(_ items: inout [Item]) {
    if items.count < 2 { return }
    if isSorted(items) { return }
    let radix = 1 << digitBits
    var counts = [Int](repeating: 0, count: digits * radix)
    for item in items {
      var key = item.key
      for digit in 0..<digits {
        counts[digit * radix + Int(key & UInt64(radix - 1))] += 1
        key >>= UInt64(digitBits)
      }
    }
    let total = items.count
    var source = items
    var target = items
    for digit in 0..<digits {
      let range = digit * radix..<(digit + 1) * radix
      if counts[range].contains(total) { continue }
      var place = 0
      for slot in range { (counts[slot], place) = (place, place + counts[slot]) }
      let shift = UInt64(digit * digitBits)
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          counts.withUnsafeMutableBufferPointer { counts in
            for item in source {
              let slot = range.lowerBound + Int((item.key >> shift) & UInt64(radix - 1))
              target[counts[slot]] = item
              counts[slot] += 1
            }
          }
        }
      }
      swap(&source, &target)
    }
    items = source
  }

  private static func isSorted(_ items: [Item]) -> Bool {
    for index in 1..<items.count where items[index].key < items[index - 1].key { return false }
    return true
  }
}

/// A merge sort that keeps equal elements in their order, which the library's does not promise.
enum StableSort {
  /// The rows in order; `isAfter` tells whether one comes after another.
  static func sorted(_ rows: [Int32], isAfter: (Int32, Int32) -> Bool) -> [Int32] {
    var (source, target) = (rows, rows)
    var width = 1
    while width < rows.count {
      for start in stride(from: 0, to: rows.count, by: 2 * width) {
        let middle = min(start + width, rows.count)
        let end = min(start + 2 * width, rows.count)
        // Runs that follow each other already are copied as they are.
        if middle == end || !isAfter(source[middle - 1], source[middle]) {
          for place in start..<end { target[place] = source[place] }
          continue
        }
        var (left, right) = (start, middle)
        for place in start..<end {
          let takesRight = left == middle || right < end && isAfter(source[left], source[right])
          target[place] = source[takesRight ? right : left]
          if takesRight { right += 1 } else { left += 1 }
        }
      }
      swap(&source, &target)
      width *= 2
    }
    return source
  }
}
