/// A merge sort that keeps equal elements in their order, which the library's does not promise.
enum StableSort {
  /// The elements in order, or in some other one where the workers are to stop; `isAfter` tells whether
  /// one comes after another.
  static func sorted<Element>(
    _ elements: [Element], _ workers: Workers, isAfter: (Element, Element) -> Bool
  ) -> [Element] {
    var (source, target) = (elements, elements)
    let count = elements.count
    var width = 1
    var merged = 0
    while width < count {
      for start in stride(from: 0, to: count, by: 2 * width) {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        // Runs that follow each other already are copied as they are.
        if middle == end || !isAfter(source[middle - 1], source[middle]) {
          for place in start..<end { target[place] = source[place] }
          continue
        }
        var (left, right) = (start, middle)
        for place in start..<end {
          merged += 1
          if merged & (1 << 14 - 1) == 0, workers.isStopped { return elements }
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
