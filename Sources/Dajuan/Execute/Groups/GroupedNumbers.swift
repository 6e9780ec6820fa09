/// The numbers of each group side by side, to be selected from. Different groups may be selected from
/// at the same time.
final class GroupedNumbers: @unchecked Sendable {
  private let groups: [[Int32]]
  private let values: [[Int64]]
  /// By group where its numbers begin, and at the end their count.
  private let starts: [Int]
  private let numbers: UnsafeMutableBufferPointer<Int64>
  private let workers: Workers

  /// Makes room.
  ///
  /// - Parameters:
  ///   - groups: Runs of groups.
  ///   - values: For each run the numbers that go into its groups.
  ///   - starts: By group where its numbers begin, and at the end their count.
  ///   - workers: Who tells whether the numbers are still wanted.
  init(_ groups: [[Int32]], _ values: [[Int64]], _ starts: [Int], _ workers: Workers) {
    (self.groups, self.values, self.starts) = (groups, values, starts)
    self.workers = workers
    numbers = .allocate(capacity: starts[starts.count - 1])
    numbers.initialize(repeating: 0)
  }

  deinit { numbers.deallocate() }

  /// Puts every number beside those of its group. Cost: one pass.
  func layOut() {
    var next = starts
    for (run, values) in zip(groups, values) {
      if workers.isStopped { return }
      for (group, value) in zip(run, values) {
        numbers[next[Int(group)]] = value
        next[Int(group)] += 1
      }
    }
  }

  /// The number that stands at a place of a group when it is sorted. Cost: linear in the group, on
  /// average (C. A. R. Hoare, Algorithm 65: Find, Communications of the ACM 4, 1961).
  func select(_ place: Int, in group: Int) -> Int64 {
    let part = UnsafeMutableBufferPointer(
      rebasing: numbers[starts[group]..<starts[group + 1]])
    var (low, high) = (0, part.count - 1)
    var rounds = 0
    while low < high {
      rounds += 1
      if part.count > 1 << 14, workers.isStopped { break }
      // Numbers laid out to defeat the choice of pivot are sorted instead.
      if rounds > 128 {
        var rest = UnsafeMutableBufferPointer(rebasing: part[low...high])
        rest.sort()
        break
      }
      let pivot = Self.middle(part[low], part[(low + high) / 2], part[high])
      var (left, right) = (low, high)
      while left <= right {
        while part[left] < pivot { left += 1 }
        while pivot < part[right] { right -= 1 }
        if left <= right {
          part.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        break
      }
    }
    return part[place]
  }

  private static func middle(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
    max(min(a, b), min(max(a, b), c))
  }
}
