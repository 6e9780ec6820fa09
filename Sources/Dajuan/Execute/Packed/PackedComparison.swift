import DajuanLedger

/// A comparison of two formulas of quantities on packed numbers; rows that do not fit are compared in
/// full, one by one.
struct PackedComparison: Sendable {
  private let left: PackedFormula
  private let right: PackedFormula
  private let `operator`: ComparisonOperator
  private let pairs: UnitPairs
  private let formula: Formula

  /// `nil` where a side is no formula of packed numbers.
  init?(
    _ formula: Formula, _ columns: BatchColumns, _ ledger: Ledger?, _ workers: Workers, rows: Int
  ) {
    guard case .compare(let sign, let left, let right) = formula.kind,
      let a = PackedFormula(left, columns, ledger, workers, rows: rows),
      let b = PackedFormula(right, columns, ledger, workers, rows: rows),
      let pairs = UnitPairs(
        a.units, b.units,
        { x, y in x.isCommensurable(with: y) ? (.none, x == y || x.size(in: y) == .one) : nil })
    else { return nil }
    self.left = a
    self.right = b
    self.operator = sign
    self.pairs = pairs
    self.formula = formula
  }

  /// The answers at the given rows.
  func answer(_ rows: Rows, _ evaluator: Evaluator, into result: inout MutableSpan<AnswerCode>) {
    let (a, b) = (left.evaluate(rows, evaluator), right.evaluate(rows, evaluator))
    for index in 0..<a.count {
      let (x, y) = (a.row(index), b.row(index))
      if x.unit < 0 || y.unit < 0 {
        let isConflict = x.unit == Codes.conflict || y.unit == Codes.conflict
        result[index] = Truth.undecided(isConflict ? .unit : .missing).code
        continue
      }
      let pair = pairs[x.unit, y.unit]
      if pair.unit < 0 {
        result[index] = Truth.undecided(.unit).code
      } else if pair.isPlain, !x.isApart, !y.isApart, let sides = PackedSides(x, y) {
        result[index] = sides.answer(`operator`).code
      } else {
        let row = rows[index]
        result[index] = evaluator.evaluate(formula, Rows(row..<row + 1)).truth(0).code
      }
    }
  }
}

/// How the ends of two intervals stand to each other.
struct PackedSides {
  /// The sign of the highest of the one against the lowest of the other, and of the lowest against the
  /// highest; where an end is not there, as if it were infinite.
  private let highToLow: Int
  private let lowToHigh: Int
  private let arePoints: Bool
  private let touchesBelow: Bool
  private let touchesAbove: Bool

  /// `nil` where a number would be rounded twice.
  @inline(__always)
  init?(_ x: PackedRow, _ y: PackedRow) {
    func sign(_ a: Int64, _ b: Int64) -> Int? {
      if !x.isBinary, !y.isBinary { return a < b ? -1 : a > b ? 1 : 0 }
      let left = x.isBinary ? Double(bits: a) : Double(tenThousandths: a)
      let right = y.isBinary ? Double(bits: b) : Double(tenThousandths: b)
      guard let left, let right else { return nil }
      return left < right ? -1 : left > right ? 1 : 0
    }
    let isHighOpen = x.has(QuantityMark.hasNoUpper) || y.has(QuantityMark.hasNoLower)
    let isLowOpen = x.has(QuantityMark.hasNoLower) || y.has(QuantityMark.hasNoUpper)
    guard let high = isHighOpen ? 1 : sign(x.upper, y.lower),
      let low = isLowOpen ? -1 : sign(x.lower, y.upper)
    else { return nil }
    highToLow = high
    lowToHigh = low
    arePoints = x.isPoint && y.isPoint
    touchesBelow = x.has(QuantityMark.excludesUpper) || y.has(QuantityMark.excludesLower)
    touchesAbove = x.has(QuantityMark.excludesLower) || y.has(QuantityMark.excludesUpper)
  }

  /// As ``Interval/isLess(than:orEqual:)`` and ``Interval/isEqual(to:)``.
  @inline(__always)
  func answer(_ operator: ComparisonOperator) -> Truth {
    switch `operator` {
    case .less: isLess(orEqual: false)
    case .lessOrEqual: isLess(orEqual: true)
    case .greater: isMore(orEqual: false)
    case .greaterOrEqual: isMore(orEqual: true)
    case .equal: isEqual
    case .notEqual: isEqual.negated
    }
  }

  @inline(__always)
  private func isLess(orEqual: Bool) -> Truth {
    if highToLow < 0 || highToLow == 0 && (orEqual || touchesBelow) { return .yes }
    if lowToHigh > 0 || lowToHigh == 0 && (!orEqual || touchesAbove) { return .no }
    return .undecided(.bounds)
  }

  @inline(__always)
  private func isMore(orEqual: Bool) -> Truth {
    if lowToHigh > 0 || lowToHigh == 0 && (orEqual || touchesAbove) { return .yes }
    if highToLow < 0 || highToLow == 0 && (!orEqual || touchesBelow) { return .no }
    return .undecided(.bounds)
  }

  private var isEqual: Truth {
    if arePoints { return Truth(lowToHigh == 0) }
    return isLess(orEqual: false) == .yes || isMore(orEqual: false) == .yes
      ? .no : .undecided(.bounds)
  }
}
