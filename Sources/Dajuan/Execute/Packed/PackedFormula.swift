import DajuanLedger

/// A formula of quantities that is worked out on packed numbers; rows that do not fit are worked out in
/// full, one by one, so that nothing is lost.
struct PackedFormula: Sendable {
  indirect enum Form: Sendable {
    case column(QuantityColumn)
    case constant(PackedRow)
    /// `low` or `high` of another.
    case end(PackedFormula, isLow: Bool)
    case sum(PackedFormula, PackedFormula, isDifference: Bool, UnitPairs)
    case product(PackedFormula, PackedFormula, UnitPairs)
    case quotient(PackedFormula, PackedFormula, UnitPairs)
    /// Conditions with their values, and what holds otherwise; beside each value its units' places among
    /// those of the whole.
    case choice([(condition: Condition, value: PackedFormula, units: [Int32])])
  }

  let form: Form
  /// The units a row can have, in the order of their codes.
  let units: [Unit]
  private let formula: Formula

  /// `nil` where a part has no such form.
  init?(
    _ formula: Formula, _ columns: BatchColumns, _ context: EvaluationContext?, _ workers: Workers,
    rows: Int
  ) {
    func packed(_ part: Formula) -> PackedFormula? {
      PackedFormula(part, columns, context, workers, rows: rows)
    }
    self.formula = formula
    switch formula.kind {
    case .column(let place):
      guard case .quantity(let column) = columns[place] else { return nil }
      form = .column(column)
      units = column.units
    case .constant(.quantity(let quantity)):
      guard let interval = PackedInterval(quantity), quantity.surface == nil else { return nil }
      form = .constant(
        PackedRow(unit: 0, lower: interval.lower, upper: interval.upper, mark: interval.mark))
      units = [quantity.unit]
    case .call(.low, let arguments), .call(.high, let arguments):
      guard let argument = arguments.first, let inner = packed(argument) else { return nil }
      var isLow = false
      if case .call(.low, _) = formula.kind { isLow = true }
      form = .end(inner, isLow: isLow)
      units = inner.units
    case .arithmetic(let sign, let left, let right):
      guard let a = packed(left), let b = packed(right),
        let pairs = UnitPairs(a.units, b.units, { Self.combine($0, $1, sign) })
      else { return nil }
      units = pairs.units
      switch sign {
      case .add: form = .sum(a, b, isDifference: false, pairs)
      case .subtract: form = .sum(a, b, isDifference: true, pairs)
      case .multiply: form = .product(a, b, pairs)
      case .divide: form = .quotient(a, b, pairs)
      }
    case .choose(let branches, let otherwise):
      var parts: [(condition: Condition, value: PackedFormula, units: [Int32])] = []
      var units: [Unit] = []
      let always = Formula(.constant(.truth(.yes)), .truth, formula.span)
      for (condition, value) in branches.map({ ($0.condition, $0.value) }) + [(always, otherwise)] {
        guard let value = packed(value) else { return nil }
        let places = value.units.map { unit in
          let place = units.firstIndex(of: unit) ?? units.count
          if place == units.count { units.append(unit) }
          return Int32(place)
        }
        parts.append((Condition(condition, columns, context, workers, rows: rows), value, places))
      }
      self.units = units
      form = .choice(parts)
    default: return nil
    }
  }

  private static func combine(
    _ a: Unit, _ b: Unit, _ sign: ArithmeticOperator
  ) -> (unit: Unit, isPlain: Bool)? {
    switch sign {
    case .add, .subtract:
      guard let sum = a.combined(with: b, by: sign == .add ? .add : .subtract) else { return nil }
      return (sum.unit, sum.left == .one && sum.right == .one)
    case .multiply: return a.multiplied(by: b).map { ($0.unit, $0.factor == .one) }
    case .divide: return a.divided(by: b).map { ($0.unit, $0.factor == .one) }
    }
  }

  /// The values at the given rows, at most a chunk of them.
  func evaluate(_ rows: Rows, _ evaluator: FormulaEvaluator) -> PackedChunk {
    if case .column(let column) = form { return PackedChunk(column, rows) }
    var result = PackedChunk(count: rows.count)
    switch form {
    case .column: break
    case .constant(let row): for index in 0..<rows.count { result.set(index, row) }
    case .end(let inner, let isLow):
      let values = inner.evaluate(rows, evaluator)
      for index in 0..<values.count {
        let row = values.row(index)
        let absent = isLow ? QuantityMark.hasNoLower : QuantityMark.hasNoUpper
        if row.unit < 0 || row.has(absent) {
          result.setMissing(index, isConflict: row.unit == Codes.conflict)
        } else if row.isApart {
          setInFull(index, rows, row.unit, in: &result, evaluator)
        } else {
          let end = isLow ? row.lower : row.upper
          result.set(
            index,
            PackedRow(
              unit: row.unit, lower: end, upper: end, mark: row.mark & QuantityMark.isBinary))
        }
      }
    case .sum(let left, let right, isDifference: false, let pairs):
      combine(
        left, right, pairs, rows, evaluator, &result, isSum: true, { $0.adding($1) },
        inFull: { $0.adding($1) })
    case .sum(let left, let right, isDifference: true, let pairs):
      combine(
        left, right, pairs, rows, evaluator, &result, isSum: true, { $0.adding($1.negated) },
        inFull: { $0.subtracting($1) })
    case .product(let left, let right, let pairs):
      combine(
        left, right, pairs, rows, evaluator, &result, isSum: false, { $0.multiplied(by: $1) },
        inFull: { $0.multiplied(by: $1) })
    case .quotient(let left, let right, let pairs):
      combine(
        left, right, pairs, rows, evaluator, &result, isSum: false, { $0.divided(by: $1) },
        inFull: { $0.divided(by: $1) })
    case .choice(let parts): choose(parts, rows, evaluator, &result)
    }
    return result
  }

  @inline(__always)
  private func combine(
    _ left: PackedFormula, _ right: PackedFormula, _ pairs: UnitPairs, _ rows: Rows,
    _ evaluator: FormulaEvaluator, _ result: inout PackedChunk, isSum: Bool,
    _ operation: (PackedRow, PackedRow) -> PackedRow?,
    inFull: (Quantity, Quantity) -> Quantity?
  ) {
    let (a, b) = (left.evaluate(rows, evaluator), right.evaluate(rows, evaluator))
    for index in 0..<a.count {
      let (x, y) = (a.row(index), b.row(index))
      if x.unit < 0 || y.unit < 0 {
        result.setMissing(
          index, isConflict: x.unit == Codes.conflict || y.unit == Codes.conflict)
        continue
      }
      let pair = pairs[x.unit, y.unit]
      if pair.unit < 0 {
        result.setMissing(index, isConflict: isSum)
      } else if pair.isPlain, !x.isApart, !y.isApart, var row = operation(x, y) {
        row.unit = pair.unit
        result.set(index, row)
      } else {
        // The sides are at hand, so only this operation is worked out in full.
        let (own, other) = (a.quantity(index, left.units), b.quantity(index, right.units))
        let quantity = own.flatMap { own in other.flatMap { inFull(own, $0) } }
        result.set(index, quantity, unit: pair.unit, isConflict: isSum)
      }
    }
  }

  private func choose(
    _ parts: [(condition: Condition, value: PackedFormula, units: [Int32])], _ rows: Rows,
    _ evaluator: FormulaEvaluator, _ result: inout PackedChunk
  ) {
    let count = rows.count
    let answers = parts.map { $0.condition.answers(rows, evaluator) }
    let values = parts.map { $0.value.evaluate(rows, evaluator) }
    let units = parts.map(\.units)
    for index in 0..<count {
      var isOpen = false
      choosing: for place in values.indices {
        let answer = answers[place][index]
        if answer == Truth.no.code { continue }
        if answer == Truth.undecided(.bounds).code { break choosing }
        if answer != Truth.yes.code {
          isOpen = true
          continue
        }
        // Past the branches, a condition that is not known to be false leaves no value.
        if place == values.count - 1, isOpen { break choosing }
        var row = values[place].row(index)
        if row.unit < 0 { break choosing }
        let unit = units[place][Int(row.unit)]
        if row.isApart {
          result.set(index, values[place].quantity(index, parts[place].value.units), unit: unit)
        } else {
          row.unit = unit
          result.set(index, row)
        }
        break choosing
      }
    }
  }

  /// Works a row out in full.
  private func setInFull(
    _ index: Int, _ rows: Rows, _ unit: Int32, in result: inout PackedChunk,
    _ evaluator: FormulaEvaluator
  ) {
    let row = rows[index]
    let value = evaluator.evaluate(formula, Rows(row..<row + 1))
    result.set(index, value.quantity(0), unit: unit, isConflict: value.conflicts.contains(0))
  }
}
