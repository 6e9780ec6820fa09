import DajuanLedger
import DajuanSyntax

/// Works out formulas over chunks of rows.
struct FormulaEvaluator {
  let columns: BatchColumns
  /// What formulas look at besides the rows; nil where no rows are looked at.
  var context: EvaluationContext?

  /// The number of rows worked on at a time: few enough to stay in the cache.
  static let chunkSize = 2048

  /// The formula's values at the given rows. A row whose operands are missing, or cannot be put
  /// together, has none.
  func evaluate(_ formula: Formula, _ rows: Rows) -> Vector {
    let count = rows.count
    switch formula.kind {
    case .column(let index):
      return Vector(columns[index], rows)
    case .constant(let value), .parameter(_, let value):
      return .repeated(value)
    case .negate(let operand):
      let values = evaluate(operand, rows)
      return .quantities(of: [values], count: count, isConflict: false) {
        values.quantity($0)?.negated
      }
    case .arithmetic(let `operator`, let left, let right):
      let (a, b) = (evaluate(left, rows), evaluate(right, rows))
      return arithmetic(`operator`, a, b, count)
    case .compare(let `operator`, let left, let right):
      let (a, b) = (evaluate(left, rows), evaluate(right, rows))
      return .truths(compare(`operator`, left.type ?? right.type, a, b, count))
    case .all(let left, let right):
      let (a, b) = (evaluate(left, rows), evaluate(right, rows))
      return .truths((0..<count).map { a.truth($0).and(b.truth($0)) })
    case .either(let left, let right):
      let (a, b) = (evaluate(left, rows), evaluate(right, rows))
      return .truths((0..<count).map { a.truth($0).or(b.truth($0)) })
    case .not(let operand):
      let values = evaluate(operand, rows)
      return .truths((0..<count).map { values.truth($0).negated })
    case .text(let `operator`, let left, let right):
      let (a, b) = (evaluate(left, rows), evaluate(right, rows))
      guard case .enumeration(let enumeration) = left.type else {
        return .truths((0..<count).map { matchText(`operator`, a.text($0), b.text($0)) })
      }
      return .truths((0..<count).map { matchWord(`operator`, a.text($0), enumeration, b.text($0)) })
    case .overlaps(let left, let right):
      let (a, b) = (evaluate(left, rows), evaluate(right, rows))
      return .truths((0..<count).map { overlap(a.period($0), b.period($0)) })
    case .member(let operand, let members):
      return member(operand, members, rows)
    case .state(let operand, let state):
      let values = evaluate(operand, rows)
      return .truths((0..<count).map { Self.test(values.value($0), state) })
    case .coalesce(let operands):
      let values = operands.map { evaluate($0, rows) }
      return Vector(formula.type, count: count) { row in
        values.first { !$0.isMissing(row) }?.value(row) ?? .missing
      }
    case .convert(let operand, let unit):
      let values = evaluate(operand, rows)
      return .quantities(of: [values], count: count, isConflict: true) {
        values.quantity($0)?.converted(to: unit)
      }
    case .choose(let branches, let otherwise):
      return choose(branches, otherwise, formula.type, rows)
    case .possibly(let condition):
      let values = evaluate(condition, rows)
      return .truths(
        (0..<count).map { values.truth($0) == .undecided(.bounds) ? .yes : values.truth($0) })
    case .certainly(let condition):
      let values = evaluate(condition, rows)
      return .truths(
        (0..<count).map { values.truth($0) == .undecided(.bounds) ? .no : values.truth($0) })
    case .call(let function, let arguments):
      let values = arguments.map { evaluate($0, rows) }
      guard case .quantity = formula.type else {
        return Vector(formula.type, count: count) { row in
          call(function, values.map { $0.value(row) })
        }
      }
      let isConflict = function == .least || function == .greatest
      return .quantities(of: values, count: count, isConflict: isConflict) { row in
        let result = call(function, values.map { $0.value(row) })
        return if case .quantity(let quantity) = result { quantity } else { nil }
      }
    case .host(let function, let arguments):
      return host(function, arguments, formula.type, rows)
    case .invalid:
      return .repeated(.missing)
    }
  }

  private static func test(_ value: Value, _ state: Test.State) -> Truth {
    switch state {
    case .missing: return Truth(value.isMissing)
    case .present: return Truth(!value.isMissing)
    case .exact, .unknown:
      if case .quantity(let quantity) = value { return Truth(quantity.isExact) }
      return value.isMissing ? .undecided(.missing) : .yes
    }
  }

  /// The value of the first branch whose condition is certain, and the last where all are certainly
  /// not so; one left open by bounds on the way leaves none, and of answers an undecided one.
  private func choose(
    _ branches: [Formula.Branch], _ otherwise: Formula, _ type: ColumnType?,
    _ rows: Rows
  ) -> Vector {
    let conditions = branches.map { evaluate($0.condition, rows) }
    let values = branches.map { evaluate($0.value, rows) }
    let rest = evaluate(otherwise, rows)
    return Vector(type, count: rows.count) { row in
      var open: Truth?
      for (condition, value) in zip(conditions, values) {
        switch condition.truth(row) {
        case .yes: return value.value(row)
        case .no: continue
        // What the report does not say makes no condition true, and does not make all of them false.
        case .undecided(.missing), .undecided(.unit): open = open ?? condition.truth(row)
        case .undecided(.bounds): return type == .truth ? .truth(.undecided(.bounds)) : .missing
        }
      }
      guard let open else { return rest.value(row) }
      return type == .truth ? .truth(open) : .missing
    }
  }
}
