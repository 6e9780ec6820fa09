import DajuanLedger

extension FormulaEvaluator {
  /// Comparisons; what is missing on either side leaves a row undecided.
  func compare(
    _ operator: ComparisonOperator, _ type: ColumnType?, _ left: Vector, _ right: Vector,
    _ count: Int
  ) -> [Truth] {
    switch type {
    case .quantity:
      (0..<count).map { row in
        guard let a = left.quantity(row), let b = right.quantity(row) else {
          return .undecided(Vector.reason(left, right, row))
        }
        return compare(`operator`, a, b)
      }
    case .period:
      (0..<count).map { row in
        guard let a = left.period(row), let b = right.period(row) else {
          return .undecided(.missing)
        }
        return Truth(ordered(`operator`, a, b))
      }
    case .truth:
      (0..<count).map { row in
        let (a, b) = (left.truth(row), right.truth(row))
        guard a.reason == nil, b.reason == nil else {
          // Neither side decides alone, so the graver reason stands.
          return a.reason == nil ? b : b.reason == nil ? a : a.and(b)
        }
        return Truth((a == b) == (`operator` == .equal))
      }
    case .text, .enumeration, .source, nil:
      (0..<count).map { row in
        guard let a = left.text(row), let b = right.text(row) else { return .undecided(.missing) }
        return Truth(ordered(`operator`, a, b))
      }
    }
  }

  private func compare(_ operator: ComparisonOperator, _ a: Quantity, _ b: Quantity) -> Truth {
    switch `operator` {
    case .equal: a.isEqual(to: b)
    case .notEqual: a.isEqual(to: b).negated
    case .less: a.isLess(than: b, orEqual: false)
    case .lessOrEqual: a.isLess(than: b, orEqual: true)
    case .greater: b.isLess(than: a, orEqual: false)
    case .greaterOrEqual: b.isLess(than: a, orEqual: true)
    }
  }

  private func ordered<T: Comparable>(_ operator: ComparisonOperator, _ a: T, _ b: T) -> Bool {
    switch `operator` {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  func overlap(_ a: Period?, _ b: Period?) -> Truth {
    guard let a, let b else { return .undecided(.missing) }
    return Truth(a.overlaps(b))
  }

  /// `in`: equal to one of the values, or within one of the ranges.
  func member(
    _ operand: Formula, _ members: [Formula.Member], _ rows: Rows
  ) -> Vector {
    let values = evaluate(operand, rows)
    var result = [Truth](repeating: .no, count: rows.count)
    for member in members {
      let answers: [Truth]
      switch member {
      case .value(let formula):
        let other = evaluate(formula, rows)
        answers = compare(.equal, operand.type ?? formula.type, values, other, rows.count)
      case .within(let formula):
        let other = evaluate(formula, rows)
        answers = (0..<rows.count).map { index in
          within(values.period(index), other.period(index), other.period(index))
        }
      case .range(let from, let through):
        let (low, high) = (evaluate(from, rows), evaluate(through, rows))
        if case .period = operand.type {
          answers = (0..<rows.count).map {
            within(values.period($0), low.period($0), high.period($0))
          }
        } else {
          let above = compare(.greaterOrEqual, operand.type, values, low, rows.count)
          let below = compare(.lessOrEqual, operand.type, values, high, rows.count)
          answers = zip(above, below).map { $0.and($1) }
        }
      }
      result = zip(result, answers).map { $0.or($1) }
    }
    return .truths(result)
  }

  private func within(_ period: Period?, _ from: Period?, _ through: Period?) -> Truth {
    guard let period, let from, let through else { return .undecided(.missing) }
    guard let whole = Period(firstDay: from.firstDay, lastDay: through.lastDay) else { return .no }
    return Truth(whole.contains(period))
  }
}
