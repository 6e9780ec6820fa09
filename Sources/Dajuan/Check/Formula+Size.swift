extension Formula {
  /// The number of operations in it; `nil` where there are more than `limit`, without counting on.
  func size(atMost limit: Int) -> Int? {
    var left = limit
    return count(&left) ? limit - left : nil
  }

  private func count(_ left: inout Int) -> Bool {
    let operands = operands
    if !operands.isEmpty { left -= 1 }
    if left < 0 { return false }
    for operand in operands where !operand.count(&left) { return false }
    return true
  }

  /// The positions of the columns it is made of.
  var columns: Set<Int> {
    if case .column(let index) = kind { return [index] }
    return operands.reduce(into: []) { $0.formUnion($1.columns) }
  }

  /// The parameters of the script it is made of.
  var parameters: Set<String> {
    if case .parameter(let name, _) = kind { return [name] }
    return operands.reduce(into: []) { $0.formUnion($1.parameters) }
  }

  /// Whether functions of the host's are asked, which may fail, and only for rows that are there.
  var callsHost: Bool {
    if case .host = kind { return true }
    return operands.contains(where: \.callsHost)
  }

  /// The formulas it is made of.
  var operands: [Formula] {
    switch kind {
    case .column, .constant, .parameter, .invalid: []
    case .negate(let operand), .not(let operand), .state(let operand, _), .convert(let operand, _),
      .possibly(let operand), .certainly(let operand):
      [operand]
    case .arithmetic(_, let left, let right), .compare(_, let left, let right),
      .all(let left, let right), .either(let left, let right), .text(_, let left, let right),
      .overlaps(let left, let right):
      [left, right]
    case .member(let operand, let members): [operand] + members.flatMap(\.operands)
    case .coalesce(let operands), .call(_, let operands), .host(_, let operands): operands
    case .choose(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise]
    }
  }
}

extension Formula.Member {
  fileprivate var operands: [Formula] {
    switch self {
    case .value(let formula), .within(let formula): [formula]
    case .range(let from, let through): [from, through]
    }
  }
}
