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
    _ formula: Formula, _ columns: BatchColumns, _ context: EvaluationContext?, _ workers: Workers,
    rows: Int
  ) {
    guard case .compare(let sign, let left, let right) = formula.kind,
      let a = PackedFormula(left, columns, context, workers, rows: rows),
      let b = PackedFormula(right, columns, context, workers, rows: rows),
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
  func answer(
    _ rows: Rows, _ evaluator: FormulaEvaluator, into result: inout MutableSpan<AnswerCode>
  ) {
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
