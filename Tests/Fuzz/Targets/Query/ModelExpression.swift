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
  case condition(ModelCondition)

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
    case .condition(let condition): condition.text
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
      switch condition.truth(in: row) {
      case .yes: return a.value(in: row)
      case .no: return b.value(in: row)
      case .undecided: return .missing
      }
    case .condition(let condition): return .truth(condition.truth(in: row))
    case .unit(let operand):
      return operand.quantity(in: row).map { .text($0.unit.rawValue) } ?? .missing
    default: return computed(in: row).map { .quantity($0) } ?? .missing
    }
  }

  func quantity(in row: ModelRow) -> ModelQuantity? {
    if case .quantity(let quantity) = value(in: row) { quantity } else { nil }
  }

  private func computed(in row: ModelRow) -> ModelQuantity? {
    switch self {
    case .negated(let operand): return operand.quantity(in: row)?.negated
    case .multiple(let operand, let times): return operand.quantity(in: row)?.multiplied(by: times)
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
      let difference = a.adding(b.negated)
      return a.unit == .percent ? difference.with(.points) : difference
    default: return nil
    }
  }
}

extension ModelQuantity {
  /// The point as it is written in a query.
  var literal: String {
    let value = low ?? 0
    let digits = String(value.magnitude % UInt(Self.scale) + UInt(Self.scale)).dropFirst()
    let places = digits.reversed().drop { $0 == "0" }.reversed()
    let fraction = places.isEmpty ? "" : "." + String(places)
    return (value < 0 ? "-" : "")
      + "\(value.magnitude / UInt(Self.scale))\(fraction)\(unit.rawValue)"
  }
}
