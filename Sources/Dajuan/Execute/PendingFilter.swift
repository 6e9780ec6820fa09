import DajuanLedger

/// A condition that rows still have to pass: whoever looks at the rows next carries it out, chunk by
/// chunk, so that no list of all rows is written down between two operators.
struct PendingFilter: Sendable {
  let formula: Formula
  let condition: Condition
  let columns: BatchColumns
  let operation: Plan.Operation
  /// Its place among the plan's operations, for reports of the run.
  let place: Int
}

/// How many rows of a stretch passed each pending filter, and how many they left undecided.
struct FilterCounts: Sendable {
  /// By filter: the rows that passed.
  var passed: [Int]
  /// By filter: the rows left undecided.
  var undecided: [Undecided]
  /// Stretches that the first filter turned away without a look, and how many there were.
  var passedOver = 0
  var stretches = 0

  init(_ filters: Int) {
    passed = [Int](repeating: 0, count: filters)
    undecided = [Undecided](repeating: Undecided(), count: filters)
  }

  mutating func add(_ other: FilterCounts) {
    passedOver += other.passedOver
    stretches += other.stretches
    for index in passed.indices {
      passed[index] += other.passed[index]
      undecided[index].add(other.undecided[index])
    }
  }
}

extension PendingFilter {
  /// The rows of a chunk for which the condition is certain.
  ///
  /// `index` is the filter's place in `counts`; `answers` is room for an answer for each row.
  func kept(
    _ rows: Rows, _ ledger: Ledger, _ index: Int, _ counts: inout FilterCounts,
    _ answers: inout [AnswerCode]
  ) -> Rows {
    let count = rows.count
    var span = answers.mutableSpan
    condition.answer(rows, Evaluator(columns: columns, ledger: ledger), into: &span)
    var open: AnswerCode = 0
    let selection = [Int32](unsafeUninitializedCapacity: count + 1) { buffer, written in
      switch rows.storage {
      case .stretch(let stretch):
        let start = Int32(stretch.lowerBound)
        written = Self.keep(span, count, &open, buffer) { start &+ Int32(truncatingIfNeeded: $0) }
      case .selected(let rows):
        written = rows.withUnsafeBufferPointer { rows in
          Self.keep(span, count, &open, buffer) { rows[$0] }
        }
      }
    }
    if open > 1 {
      for place in 0..<count where span[place] > 1 {
        if let reason = Truth(code: span[place]).reason { counts.undecided[index].add(reason) }
      }
    }
    counts.passed[index] += selection.count
    if selection.count == count { return rows }
    return Rows(selection[...])
  }
  /// Writes the rows that are answered with yes; `open` becomes above one where an answer is open.
  @inline(__always)
  private static func keep(
    _ answers: borrowing MutableSpan<AnswerCode>, _ count: Int, _ open: inout AnswerCode,
    _ buffer: UnsafeMutableBufferPointer<Int32>, _ row: (Int) -> Int32
  ) -> Int {
    precondition(count <= answers.count && count < buffer.count)
    var next = 0
    var all: AnswerCode = 0
    for place in 0..<count {
      let answer = answers[unchecked: place]
      // Written whether or not it stays: a branch for each row would cost more.
      buffer[next] = row(place)
      next &+= answer == 1 ? 1 : 0
      all |= answer & ~1
    }
    open = all
    return next
  }
}
