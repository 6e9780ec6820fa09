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
  /// Where part of the condition costs little, the rest is asked only about rows that part leaves open.
  /// `index` is the filter's place in `counts`; `answers` is room for an answer for each row.
  func kept(
    _ rows: Rows, _ context: EvaluationContext, _ index: Int, _ counts: inout FilterCounts,
    _ answers: inout [AnswerCode]
  ) -> Rows {
    let evaluator = FormulaEvaluator(columns: columns, context: context)
    guard let (first, rest) = condition.cheapPart else {
      Self.answer(condition, rows, evaluator, into: &answers)
      return yes(rows, answers, index, &counts)
    }
    Self.answer(first, rows, evaluator, into: &answers)
    let open = AnswerList(answers, rows.count) { $0 != Truth.no.code }
    if open.isEmpty { return Rows([]) }
    let asked =
      open.count == rows.count ? rows : Rows(open.places.map { Int32(rows[Int($0)]) }[...])
    let before = open.places.map { answers[Int($0)] }
    Self.answer(rest, asked, evaluator, into: &answers)
    for place in before.indices { answers[place] = AnswerTable.and(before[place], answers[place]) }
    return yes(asked, answers, index, &counts)
  }

  private static func answer(
    _ condition: Condition, _ rows: Rows, _ evaluator: FormulaEvaluator,
    into answers: inout [AnswerCode]
  ) {
    var span = answers.mutableSpan
    condition.answer(rows, evaluator, into: &span)
  }

  /// The rows answered with yes; those left open are counted.
  private func yes(
    _ rows: Rows, _ answers: [AnswerCode], _ index: Int, _ counts: inout FilterCounts
  ) -> Rows {
    let kept = AnswerList(answers, rows.count) { $0 == Truth.yes.code }
    if kept.hasUndecided {
      for answer in answers.prefix(rows.count) {
        if let reason = Truth(code: answer).reason { counts.undecided[index].add(reason) }
      }
    }
    counts.passed[index] += kept.count
    if kept.count == rows.count { return rows }
    if case .stretch(let stretch) = rows.storage {
      let start = Int32(stretch.lowerBound)
      return Rows(kept.places.map { $0 &+ start }[...])
    }
    return Rows(kept.places.map { Int32(truncatingIfNeeded: rows[Int($0)]) }[...])
  }
}

/// The places of some answers among those of a chunk.
private struct AnswerList {
  let places: [Int32]
  /// Whether some answer was undecided, listed or not.
  let hasUndecided: Bool

  var count: Int { places.count }
  var isEmpty: Bool { places.isEmpty }

  /// Lists the answers that are wanted, of which no is none. Eight at a time, as rows that stand together
  /// often have one answer.
  @inline(__always)
  init(_ answers: [AnswerCode], _ count: Int, where isWanted: (AnswerCode) -> Bool) {
    var all: AnswerCode = 0
    places = answers.withUnsafeBytes { bytes in
      [Int32](unsafeUninitializedCapacity: count + 1) { buffer, written in
        precondition(count <= bytes.count)
        var next = 0
        func add(_ place: Int) {
          let answer = bytes[place]
          // Written whether or not it stays: a branch for each row would cost more.
          buffer[next] = Int32(truncatingIfNeeded: place)
          next &+= isWanted(answer) ? 1 : 0
          all |= answer & ~1
        }
        var place = 0
        while place &+ 8 <= count {
          let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          if eight == 0x0101_0101_0101_0101 {
            for offset in 0..<8 {
              buffer[next &+ offset] = Int32(truncatingIfNeeded: place &+ offset)
            }
            next &+= 8
          } else if eight != 0 {
            for offset in 0..<8 { add(place &+ offset) }
          }
          place &+= 8
        }
        while place < count {
          add(place)
          place &+= 1
        }
        written = next
      }
    }
    hasUndecided = all != 0
  }
}
