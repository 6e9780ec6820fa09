import DajuanLedger

/// The rank of each value of a coded column in an order: from 0, equal values sharing one, a missing one
/// last.
struct CodedRanks: Sendable {
  /// The codes of the rows.
  let codes: Codes
  /// By code the rank of its value; that of a missing one last.
  private let ranks: [UInt32]
  /// How many bits the highest rank has, one at least.
  let bits: Int

  /// `nil` where the order is not by one coded column, or by one with so many values that ranking them
  /// would be the slower way.
  init?(_ order: Step.SortOrder, _ batch: Batch, _ context: EvaluationContext, _ workers: Workers) {
    guard let coded = CodedFormula(order.formula, batch.columns, context),
      coded.count <= 4 * batch.count + 64
    else { return nil }
    let words = coded.values(workers)
    var values: [SortKeyValue] = []
    values.reserveCapacity(words.count)
    workers.inSteps(of: words.count) { places in
      for word in words[places] { values.append(SortKeyValue(word, order.formula.type)) }
    }
    let places = StableSort.sorted(Array(values.indices), workers) { a, b in
      values[a].order(to: values[b], isDescending: order.isDescending) == .after
    }
    var ranks = [UInt32](repeating: 0, count: max(1, values.count))
    var rank: UInt32 = 0
    workers.inSteps(of: places.count) { steps in
      for step in steps {
        let place = places[step]
        if step > 0,
          values[places[step - 1]].order(to: values[place], isDescending: order.isDescending)
            != .same
        {
          rank += 1
        }
        ranks[place] = rank
      }
    }
    codes = coded.codes
    self.ranks = ranks
    bits = max(1, UInt32.bitWidth - rank.leadingZeroBitCount)
  }

  /// The rank of a code's value.
  @inline(__always)
  func rank(of code: some FixedWidthInteger) -> UInt64 {
    UInt64(ranks[Int(min(UInt32(truncatingIfNeeded: code), UInt32(ranks.count - 1)))])
  }
}
