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
    var kept = 0
    var open = 0
    precondition(count <= span.count)
    for place in 0..<count {
      kept &+= span[unchecked: place] == 1 ? 1 : 0
      open &+= span[unchecked: place] > 1 ? 1 : 0
    }
    if open > 0 {
      for place in 0..<count where span[place] > 1 {
        if let reason = Truth(code: span[place]).reason { counts.undecided[index].add(reason) }
      }
    }
    counts.passed[index] += kept
    if kept == count { return rows }
    let selection = [Int32](unsafeUninitializedCapacity: kept + 1) { buffer, written in
      var next = 0
      switch rows.storage {
      case .stretch(let stretch):
        let start = Int32(stretch.lowerBound)
        for place in 0..<count {
          // Written whether or not it stays: a branch for each row would cost more.
          buffer[next] = start &+ Int32(truncatingIfNeeded: place)
          next &+= span[unchecked: place] == 1 ? 1 : 0
        }
      case .selected(let rows):
        rows.withUnsafeBufferPointer { rows in
          for place in 0..<count {
            buffer[next] = rows[place]
            next &+= span[unchecked: place] == 1 ? 1 : 0
          }
        }
      }
      written = kept
    }
    return Rows(selection[...])
  }
}
