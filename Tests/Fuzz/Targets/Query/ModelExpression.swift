/// One row of the model: values by the names of their columns.
typealias ModelRow = [String: ModelValue]

/// An expression of the model: what it says in the language, and what it comes to.
indirect enum ModelExpression {
  case column(String)
  case literal(ModelQuantity)
  case negated(ModelExpression)
  case sum(ModelExpression, ModelExpression)
  /// Of two percentages: in points.
  case difference(ModelExpression, ModelExpression)
  case multiple(ModelExpression, Int)
  case low(ModelExpression)
  case high(ModelExpression)
  case unit(ModelExpression)
  case coalesced(ModelExpression, ModelExpression)
  case chosen(ModelCondition, ModelExpression, ModelExpression)
  /// The first value whose condition holds, or else the last.
  case cases([(ModelCondition, ModelExpression)], ModelExpression)
  case condition(ModelCondition)
  /// Of an amount and a percentage.
  case product(ModelExpression, ModelExpression)
  /// Of two like quantities.
  case quotient(ModelExpression, ModelExpression)
  case number(NumberFunction, ModelExpression)
  case extreme(Extreme, [ModelExpression])
  case text(ModelTextFunction, String)
  case year(String)
  case shifted(String, Int)

  /// Functions of one quantity, by their names.
  enum NumberFunction: String, CaseIterable {
    case abs, floor, ceil, round, sign, mid, width, number
  }

  enum Extreme: String, CaseIterable { case least, greatest }

  var text: String {
    switch self {
    case .column(let name): name
    case .literal(let quantity): quantity.literal
    case .negated(let operand): "(-\(operand.text))"
    case .sum(let a, let b): "(\(a.text) + \(b.text))"
    case .difference(let a, let b): "(\(a.text) - \(b.text))"
    case .multiple(let operand, let times): "(\(operand.text) * \(times))"
    case .low(let operand): "low(\(operand.text))"
    case .high(let operand): "high(\(operand.text))"
    case .unit(let operand): "unit(\(operand.text))"
    case .coalesced(let a, let b): "(\(a.text) ?? \(b.text))"
    case .chosen(let condition, let a, let b): "if(\(condition.text), \(a.text), \(b.text))"
    case .cases(let cases, let other):
      "case(\(cases.map { "\($0.text), \($1.text), " }.joined())\(other.text))"
    case .condition(let condition): condition.text
    case .product(let a, let b): "(\(a.text) * \(b.text))"
    case .quotient(let a, let b): "(\(a.text) / \(b.text))"
    case .number(let function, let operand): "\(function.rawValue)(\(operand.text))"
    case .extreme(let function, let operands):
      "\(function.rawValue)(\(operands.map(\.text).joined(separator: ", ")))"
    case .text(let function, let name): function.text(of: name)
    case .year(let name): "year(\(name))"
    case .shifted(let name, let count): "(\(name) \(count < 0 ? "-" : "+") \(abs(count)))"
    }
  }

  func value(in row: ModelRow) -> ModelValue {
    switch self {
    case .column(let name): return row[name] ?? .missing
    case .literal(let quantity): return .quantity(quantity)
    case .coalesced(let a, let b):
      let value = a.value(in: row)
      return value.isMissing ? b.value(in: row) : value
    case .chosen(let condition, let a, let b):
      return Self.cases([(condition, a)], b).value(in: row)
    case .cases(let cases, let other):
      var isOpen = false
      for (condition, expression) in cases {
        switch condition.truth(in: row) {
        case .yes: return expression.value(in: row)
        case .no: continue
        case .undecided(.bounds): return .missing
        case .undecided: isOpen = true
        }
      }
      return isOpen ? .missing : other.value(in: row)
    case .condition(let condition): return .truth(condition.truth(in: row))
    case .unit(let operand):
      return operand.quantity(in: row).map { .text($0.unit.rawValue) } ?? .missing
    case .text(let function, let name): return function.value(of: row[name]?.words)
    case .year(let name):
      return row[name]?.period?.year.map { .quantity(ModelQuantity(count: $0)) } ?? .missing
    case .shifted(let name, let count):
      return row[name]?.period.map { .period($0.shifted(by: count)) } ?? .missing
    case .product, .quotient, .number(.mid, _): return approximate(in: row)
    default: return computed(in: row).map { .quantity($0) } ?? .missing
    }
  }

  func quantity(in row: ModelRow) -> ModelQuantity? { value(in: row).quantity }

  private func approximate(in row: ModelRow) -> ModelValue {
    switch self {
    case .product(let a, let b):
      guard let a = a.quantity(in: row), let b = b.quantity(in: row) else { return .missing }
      // A percentage of a plain number is one of what the number counts.
      let unit = a.unit == .number ? ModelUnit.percent : a.unit
      return .approximate((ModelRange(a) * ModelRange(b)).inUnit(unit), unit)
    case .quotient(let a, let b):
      guard let a = a.quantity(in: row), let b = b.quantity(in: row),
        let quotient = ModelRange(a).divided(by: ModelRange(b))
      else { return .missing }
      return .approximate(quotient, .number)
    case .number(.mid, let operand):
      guard let operand = operand.quantity(in: row), let middle = operand.middle else {
        return .missing
      }
      return .approximate(middle.inUnit(operand.unit), operand.unit)
    default: return .missing
    }
  }

  private func computed(in row: ModelRow) -> ModelQuantity? {
    switch self {
    case .negated(let operand): return operand.quantity(in: row)?.negated
    case .multiple(let operand, let times):
      return operand.quantity(in: row)?.multiplied(by: Int128(times))
    case .low(let operand):
      guard let quantity = operand.quantity(in: row) else { return nil }
      return quantity.low.map { ModelQuantity($0, $0, quantity.unit) }
    case .high(let operand):
      guard let quantity = operand.quantity(in: row) else { return nil }
      return quantity.high.map { ModelQuantity($0, $0, quantity.unit) }
    case .sum(let a, let b):
      guard let a = a.quantity(in: row), let b = b.quantity(in: row) else { return nil }
      return a.adding(b)
    case .difference(let a, let b):
      guard let a = a.quantity(in: row), let b = b.quantity(in: row) else { return nil }
      return a.subtracting(b)
    case .number(let function, let operand):
      return operand.quantity(in: row).flatMap(function.result)
    case .extreme(let function, let operands):
      let quantities = operands.compactMap { $0.quantity(in: row) }
      if quantities.count < operands.count { return nil }
      return function == .least ? .least(of: quantities) : .greatest(of: quantities)
    default: return nil
    }
  }
}

extension ModelExpression.NumberFunction {
  func result(of operand: ModelQuantity) -> ModelQuantity? {
    switch self {
    case .abs: operand.magnitude
    case .floor: operand.floor(to: ModelQuantity.scale)
    case .ceil: operand.ceil(to: ModelQuantity.scale)
    case .round: operand.rounded(to: ModelQuantity.scale)
    case .sign: operand.sign
    case .width: operand.width
    case .number: operand.with(.number)
    case .mid: nil
    }
  }
}
