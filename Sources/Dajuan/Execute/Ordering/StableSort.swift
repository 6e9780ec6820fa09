/// A merge sort that keeps equal elements in their order, which the library's does not promise.
enum StableSort {
  /// So many elements are moved between two looks at whether to stop.
  private static let step = 1 << 14

  /// The elements in order, or in some other one where the workers are to stop; `isAfter` tells whether
  /// one comes after another.
  static func sorted<Element>(
    _ elements: [Element], _ workers: Workers, isAfter: (Element, Element) -> Bool
  ) -> [Element] {
    var (source, target) = (elements, elements)
    let count = elements.count
    var width = 1
    var moved = 0
    while width < count {
      for start in stride(from: 0, to: count, by: 2 * width) {
        if moved >= step {
          if workers.isStopped { return elements }
          moved = 0
        }
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        // Runs that follow each other already are copied as they are.
        if middle == end || !isAfter(source[middle - 1], source[middle]) {
          for place in start..<end { target[place] = source[place] }
          moved += end - start
          continue
        }
        var (left, right) = (start, middle)
        for place in start..<end {
          moved += 1
          if moved >= step {
            if workers.isStopped { return elements }
            moved = 0
          }
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
