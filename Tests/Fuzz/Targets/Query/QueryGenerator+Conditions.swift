extension QueryGenerator {
  mutating func condition(depth: Int) -> ModelCondition? {
    if depth > 0 {
      switch choices.number(below: 16) {
      case 0: return condition(depth: depth - 1).map { .not($0) }
      case 1, 2:
        guard let a = condition(depth: depth - 1), let b = condition(depth: depth - 1) else {
          return nil
        }
        return .and(a, b)
      case 3, 4:
        guard let a = condition(depth: depth - 1), let b = condition(depth: depth - 1) else {
          return nil
        }
        return .or(a, b)
      case 5: return condition(depth: depth - 1).map { .possibly($0) }
      case 6: return condition(depth: depth - 1).map { .certainly($0) }
      case 12, 13, 14, 15: return laterTest()
      default: break
      }
    }
    return one(where: \.kind.isAskable).flatMap { test(of: $0) }
  }

  private mutating func test(of column: Column) -> ModelCondition? {
    let name = column.name
    let comparison = choices.one(of: ModelCondition.Comparison.allCases)
    let isEquality = choices.number(below: 2) == 0
    switch column.kind {
    case .truth: return .column(name)
    case _ where choices.number(below: 6) == 5:
      let isQuantity = column.kind == .amount || column.kind.isPlainQuantity
      let states = ModelCondition.State.allCases.filter { isQuantity || $0 != .exact }
      return .state(name, choices.one(of: states))
    case .choice(let words):
      return .word(
        name, isEquality ? .equal : .notEqual, choices.one(of: words), isBare: true)
    case .year:
      let year = choices.one(of: RowMaker.years)
      return isEquality
        ? .years(name, comparison, year) : .within(name, from: year, through: year + 1)
    case .amount:
      return .quantities(
        .column(name), comparison, .literal(point(choices.one(of: ModelUnit.ofAmounts))))
    case .percent, .points, .number:
      if isEquality, let other = one(where: { $0.kind == column.kind }) {
        return .quantities(.column(name), comparison, .column(other.name))
      }
      return .quantities(.column(name), comparison, .literal(point(column.kind.unit)))
    default:
      let word = choices.one(of: RowMaker.words)
      switch choices.number(below: 4) {
      case 0: return .member(name, [word, choices.one(of: RowMaker.words)])
      case 1:
        return .text(
          name, choices.one(of: ModelCondition.TextTest.allCases), String(word.prefix(1)))
      default: return .word(name, comparison, word, isBare: false)
      }
    }
  }

  /// The tests that came later than the rest.
  private mutating func laterTest() -> ModelCondition? {
    guard let column = one(where: \.kind.isAskable) else { return nil }
    let comparison = choices.one(of: ModelCondition.Comparison.allCases)
    switch column.kind {
    case .truth: return .says(column.name, choices.number(below: 2) == 0)
    case .year: return .overlaps(column.name, choices.one(of: RowMaker.years))
    case .choice: return .notState(column.name, choices.one(of: [.missing, .present]))
    case .amount, .percent, .points, .number: return quantityTest(of: column, comparison)
    default:
      let word = choices.one(of: RowMaker.words)
      let first = word.prefix(1), last = word.suffix(1)
      switch choices.number(below: 6) {
      case 0: return .notMember(column.name, [word])
      case 1: return .matches(column.name, "\(first)*")
      case 2: return .matches(column.name, "*\(last)")
      case 3: return .matches(column.name, "?\(last)")
      case 4: return .matches(column.name, "*\(last)*\(last)")
      default: return .matches(column.name, "??*")
      }
    }
  }

  private mutating func quantityTest(
    of column: Column, _ comparison: ModelCondition.Comparison
  ) -> ModelCondition {
    let own = ModelExpression.column(column.name)
    let unit = column.kind == .amount ? choices.one(of: ModelUnit.ofAmounts) : column.kind.unit
    switch choices.number(below: 6) {
    case 0:
      let low = point(unit)
      let high = ModelQuantity((low.low ?? 0) + 2 * ModelQuantity.scale, nil, unit).low ?? 0
      return .between(own, low, ModelQuantity(high, high, unit))
    case 1: return .oneOf(own, [point(unit), point(unit)])
    case 2:
      // Of any units, row by row.
      guard let other = one(where: { $0.kind == column.kind }) else { break }
      return .quantities(own, comparison, .column(other.name))
    case 3: return .quantities(.multiple(own, 2), comparison, .literal(point(unit)))
    case 4:
      guard column.kind != .amount, let other = one(where: { $0.kind == column.kind }) else {
        break
      }
      return .quantities(.sum(own, .column(other.name)), comparison, .literal(point(unit)))
    default: break
    }
    let function = choices.one(of: [ModelExpression.NumberFunction.abs, .round, .floor])
    return .quantities(.number(function, own), comparison, .literal(point(unit)))
  }

  private mutating func point(_ unit: ModelUnit) -> ModelQuantity {
    let value = choices.one(of: RowMaker.values)
    return ModelQuantity(value, value, unit)
  }
}
