extension Formula {
  /// The same formula over columns that stand elsewhere.
  func mappingColumns(_ place: (Int) -> Int) -> Formula {
    mappingLeaves { kind in
      if case .column(let column) = kind { .column(place(column)) } else { kind }
    }
  }

  /// The same formula with others of the parts that are made of none.
  func mappingLeaves(_ leaf: (Kind) -> Kind) -> Formula {
    func map(_ formula: Formula) -> Formula { formula.mappingLeaves(leaf) }
    let mapped: Kind =
      switch kind {
      case .column, .constant, .parameter, .invalid: leaf(kind)
      case .negate(let operand): .negate(map(operand))
      case .not(let operand): .not(map(operand))
      case .state(let operand, let state): .state(map(operand), state)
      case .convert(let operand, let unit): .convert(map(operand), unit)
      case .possibly(let operand): .possibly(map(operand))
      case .certainly(let operand): .certainly(map(operand))
      case .arithmetic(let sign, let left, let right): .arithmetic(sign, map(left), map(right))
      case .compare(let sign, let left, let right): .compare(sign, map(left), map(right))
      case .all(let left, let right): .all(map(left), map(right))
      case .either(let left, let right): .either(map(left), map(right))
      case .text(let test, let left, let right): .text(test, map(left), map(right))
      case .overlaps(let left, let right): .overlaps(map(left), map(right))
      case .member(let operand, let members): .member(map(operand), members.map { $0.mapping(map) })
      case .coalesce(let operands): .coalesce(operands.map(map))
      case .choose(let branches, let otherwise):
        .choose(
          branches.map { Branch(condition: map($0.condition), value: map($0.value)) },
          otherwise: map(otherwise))
      case .call(let function, let arguments): .call(function, arguments.map(map))
      case .host(let function, let arguments): .host(function, arguments.map(map))
      }
    return Formula(mapped, type, span, isPinned: isPinned)
  }
}

extension Formula.Member {
  fileprivate func mapping(_ map: (Formula) -> Formula) -> Formula.Member {
    switch self {
    case .value(let formula): .value(map(formula))
    case .within(let formula): .within(map(formula))
    case .range(let lower, let upper): .range(map(lower), map(upper))
    }
  }
}
