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
