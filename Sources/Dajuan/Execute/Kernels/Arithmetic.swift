import DajuanLedger

extension FormulaEvaluator {
  /// `+ - * /` over quantities, and the moving of periods.
  func arithmetic(
    _ operator: ArithmeticOperator, _ left: Vector, _ right: Vector, _ count: Int
  ) -> Vector {
    if left.holdsPeriods {
      return .periods(
        (0..<count).map { row in
          guard let period = left.period(row), let step = right.quantity(row)?.wholeNumber else {
            return nil
          }
          let (turned, overflow) = 0.subtractingReportingOverflow(step)
          if overflow { return nil }
          return period.shifted(by: `operator` == .subtract ? turned : step)
        })
    }
    let isSum = `operator` == .add || `operator` == .subtract
    return .quantities(of: [left, right], count: count, isConflict: isSum) { row in
      guard let a = left.quantity(row), let b = right.quantity(row) else { return nil }
      return switch `operator` {
      case .add: a.adding(b)
      case .subtract: a.subtracting(b)
      case .multiply: a.multiplied(by: b)
      case .divide: a.divided(by: b)
      }
    }
  }
}

extension Vector {
  fileprivate var holdsPeriods: Bool {
    switch self {
    case .periods, .repeated(.period): true
    default: false
    }
  }
}

extension Quantity {
  /// The number as an `Int`, when it is exactly known, whole and without a unit.
  var wholeNumber: Int? {
    guard case .exact(let decimal) = interval.point, unit == .none else { return nil }
    return decimal.intValue
  }

  /// The number as one of rows: whole, without a unit, not below zero. More than can be counted are as
  /// good as all.
  var rowCount: Int? {
    guard case .exact(let decimal) = interval.point, unit == .none, decimal.isWhole,
      !decimal.isNegative
    else { return nil }
    return decimal.intValue ?? .max
  }
}
