import DajuanLedger

extension Evaluator {
  /// Comparisons of quantities as columns keep them: exact rows in one unit by their numbers, others by
  /// themselves. `nil` where the operands have another form.
  func fixedPointOrder(
    _ operator: ComparisonOperator, _ left: Vector, _ right: Vector, _ count: Int
  ) -> [Truth]? {
    if case .repeated = left, case .repeated = right { return nil }
    guard let a = PackedRows(left, count), let b = PackedRows(right, count) else { return nil }
    // By the code of a unit on the left that of the same unit on the right.
    let same = a.units.map { unit in b.units.firstIndex(of: unit).map(Int32.init) ?? Codes.missing }
    return (0..<count).map { row in
      let (x, y) = (a.codes[row], b.codes[row])
      if x < 0 || y < 0 {
        return .undecided(PackedRows.absence(x, y) == Codes.conflict ? .unit : .missing)
      }
      if a.marks[row] | b.marks[row] == 0, same[Int(x)] == y {
        let (own, other) = (a.lower[row], b.lower[row])
        return Truth(`operator`.holds(ofSign: own < other ? -1 : own > other ? 1 : 0))
      }
      guard let own = left.quantity(row), let other = right.quantity(row) else {
        return .undecided(.missing)
      }
      return compare(`operator`, own, other)
    }
  }
}
