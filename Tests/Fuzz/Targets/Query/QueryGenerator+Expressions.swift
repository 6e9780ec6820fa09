extension QueryGenerator {
  mutating func expression() -> (ModelExpression, Kind)? {
    switch choices.number(below: 22) {
    case 0:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (.sum(.column(a.name), .column(b.name)), a.kind)
    case 1:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (
        .difference(.column(a.name), .column(b.name)), a.kind == .percent ? .points : a.kind
      )
    case 2:
      guard let column = quantity() else { return nil }
      return (.multiple(.column(column.name), 2 + choices.number(below: 2)), column.kind)
    case 3:
      guard let column = quantity() else { return nil }
      return (.negated(.column(column.name)), column.kind)
    case 4:
      guard let column = quantity() else { return nil }
      return (.low(.column(column.name)), column.kind)
    case 5:
      guard let column = quantity() else { return nil }
      return (.high(.column(column.name)), column.kind)
    case 6:
      guard let column = one(where: { $0.kind == .amount }) else { return nil }
      return (.unit(.column(column.name)), .unitName(of: column.name))
    case 7:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (.coalesced(.column(a.name), .column(b.name)), a.kind)
    case 8:
      guard let (a, b) = twoOfOneKind(), let condition = condition(depth: 1) else { return nil }
      return (.chosen(condition, .column(a.name), .column(b.name)), a.kind)
    case 9: return condition(depth: 1).map { (.condition($0), .truth) }
    case 10: return product()
    case 11:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (.quotient(.column(a.name), .column(b.name)), .average)
    case 12, 13: return numberFunction()
    case 14:
      guard let (a, b) = twoOfOneKind() else { return nil }
      let function = choices.one(of: ModelExpression.Extreme.allCases)
      return (.extreme(function, [.column(a.name), .column(b.name)]), a.kind)
    case 15, 16: return textFunction()
    case 17:
      guard let column = one(where: { $0.kind == .year }) else { return nil }
      return choices.number(below: 2) == 0
        ? (.year(column.name), .number)
        : (.shifted(column.name, choices.one(of: [1, -1, 2])), .year)
    case 18: return cases()
    case 19:
      guard let a = one(where: \.kind.isWord), let b = one(where: \.kind.isWord) else {
        return nil
      }
      return (.coalesced(.column(a.name), .column(b.name)), .word)
    case 20:
      // The sum of a percentage and points is a percentage.
      guard let a = one(where: { $0.kind == .percent }), let b = one(where: { $0.kind == .points })
      else { return nil }
      return (.sum(.column(a.name), .column(b.name)), .percent)
    default:
      guard let (a, b) = twoOfOneKind() else { return nil }
      return (.sum(.column(a.name), .multiple(.column(b.name), 2)), a.kind)
    }
  }

  private mutating func quantity() -> Column? {
    one { $0.kind == .amount || $0.kind.isPlainQuantity }
  }

  /// Two columns of quantities of one kind, perhaps the same.
  private mutating func twoOfOneKind() -> (Column, Column)? {
    guard let a = one(where: \.kind.isPlainQuantity), let b = one(where: { $0.kind == a.kind })
    else { return nil }
    return (a, b)
  }

  private mutating func product() -> (ModelExpression, Kind)? {
    guard let a = one(where: { $0.kind == .amount || $0.kind == .number }),
      let b = one(where: { $0.kind == .percent })
    else { return nil }
    return (.product(.column(a.name), .column(b.name)), .average)
  }

  private mutating func numberFunction() -> (ModelExpression, Kind)? {
    let function = choices.one(of: ModelExpression.NumberFunction.allCases)
    guard let column = quantity() else { return nil }
    let kind: Kind =
      switch function {
      case .abs, .floor, .ceil, .round: column.kind
      case .sign, .number: .number
      case .mid: .average
      case .width: column.kind == .percent ? .points : column.kind
      }
    return (.number(function, .column(column.name)), kind)
  }

  private mutating func textFunction() -> (ModelExpression, Kind)? {
    guard let column = one(where: \.kind.isWord) else { return nil }
    let part = String(choices.one(of: RowMaker.words).prefix(1))
    switch choices.number(below: 5) {
    case 0: return (.text(.length, column.name), .number)
    case 1:
      let count = choices.number(below: 3)
      let start = 1 + choices.number(below: 4)
      return (.text(.substring(start, count == 0 ? nil : count), column.name), .word)
    case 2: return (.text(.replace(part, choices.one(of: ["", "新", "乙区"])), column.name), .word)
    case 3: return (.text(.joined(choices.one(of: RowMaker.words)), column.name), .word)
    default: return (.text(.part(part, 1 + choices.number(below: 2)), column.name), .word)
    }
  }

  private mutating func cases() -> (ModelExpression, Kind)? {
    guard let (a, b) = twoOfOneKind(), let first = condition(depth: 0),
      let second = condition(depth: 0)
    else { return nil }
    let (x, y) = (ModelExpression.column(a.name), ModelExpression.column(b.name))
    return (.cases([(first, x), (second, y)], .multiple(x, 2)), a.kind)
  }
}
