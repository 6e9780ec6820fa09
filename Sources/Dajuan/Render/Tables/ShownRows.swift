/// The rows of an answer that a table shows: all, or the first and the last of very many.
struct ShownRows {
  let head: Range<Int>
  let tail: Range<Int>

  /// The rows of an answer of `count`, at most so many of them.
  init(count: Int, limit: Int?) {
    guard let limit, count > max(2, limit) else {
      (head, tail) = (0..<count, count..<count)
      return
    }
    let first = (max(2, limit) + 1) / 2
    (head, tail) = (0..<first, (count - max(2, limit) + first)..<count)
  }

  /// How many rows between them are not shown.
  var hidden: Int { tail.lowerBound - head.upperBound }
}
