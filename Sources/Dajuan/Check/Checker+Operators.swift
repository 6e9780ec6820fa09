import DajuanLedger
import DajuanSyntax

extension Checker {
  mutating func check(_ binary: Binary, _ span: Span) -> Formula {
    let formula: Formula
    switch binary.operator {
    case .and, .or:
      if reportValueAlone(binary) { return .invalid(span) }
      let left = checkCondition(binary.left)
      let right = checkCondition(binary.right)
      if left.isInvalid || right.isInvalid { return .invalid(span) }
      let kind: Formula.Kind = binary.operator == .and ? .all(left, right) : .either(left, right)
      return Formula(kind, .truth, span)
    case .add, .subtract, .multiply, .divide:
      return checkArithmetic(binary, span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return checkComparison(binary, span)
    case .coalesce:
      return checkCoalesce(binary, span)
    case .contains, .starts, .ends, .matches:
      formula = checkText(binary, span)
    case .overlaps:
      formula = checkOverlap(binary, span)
    case .in:
      formula = checkMembership(binary, span)
    }
    guard binary.isNegated, !formula.isInvalid else { return formula }
    return Formula(.not(formula), .truth, span)
  }

  /// `nature == actual or target`: a value stands alone where a condition must.
  private mutating func reportValueAlone(_ binary: Binary) -> Bool {
    guard case .name(let name) = binary.right.unwrapped.kind, relation.index(of: name.text) == nil,
      bound(name) == nil, case .binary(let comparison) = binary.left.kind,
      comparison.operator == .equal, case .name(let column) = comparison.left.unwrapped.kind,
      let index = relation.index(of: column.text),
      case .enumeration(let enumeration) = relation.columns[index].type,
      Vocabulary.canonical(name.text, in: .value, scope: enumeration.rawValue) != nil
    else { return false }
    let value = source.text(comparison.right.span)
    let isList = binary.operator == .or
    report(
      .unknownColumn, [name.text], at: name.span,
      suggestion: isList
        ? .write(
          "\(column.text) in (\(value), \(name.text))",
          insteadOf: binary.left.span.union(binary.right.span))
        : nil)
    return true
  }

  // MARK: Arithmetic

  private mutating func checkArithmetic(_ binary: Binary, _ span: Span) -> Formula {
    let left = check(binary.left)
    expectOperand(at: binary.right.span, beside: left)
    let right = check(binary.right)
    if left.isInvalid || right.isInvalid { return .invalid(span) }
    guard let `operator` = ArithmeticOperator(rawValue: binary.operator.rawValue) else {
      return .invalid(span)
    }
    if case .period = left.type, `operator` == .add || `operator` == .subtract {
      return checkPeriodShift(`operator`, left, right, span)
    }
    for operand in [left, right] where operand.type != nil && operand.units == nil {
      report(
        .wrongOperand, terms: [Bilingual(binary.operator.rawValue), operand.summary],
        at: binary.operatorSpan, labels: [left.label, right.label])
      return .invalid(span)
    }
    guard let a = left.units, let b = right.units else {
      return Formula(.constant(.missing), nil, span)
    }
    let kind = Formula.Kind.arithmetic(`operator`, left, right)
    switch `operator` {
    case .multiply, .divide:
      let units = a.scaled(by: b, isQuotient: `operator` == .divide)
      return Formula(kind, .quantity(units), span)
    case .add, .subtract:
      guard let units = a.combined(with: b, by: `operator` == .add ? .add : .subtract) else {
        reportUnaddable(binary, left, right)
        return .invalid(span)
      }
      return Formula(kind, .quantity(units), span)
    }
  }

  private mutating func checkPeriodShift(
    _ operator: ArithmeticOperator, _ left: Formula, _ right: Formula, _ span: Span
  ) -> Formula {
    if right.type == nil || right.units?.mayMeet(.exactly(.none)) == true {
      return Formula(.arithmetic(`operator`, left, right), .period, span)
    }
    // `2021年-2022年`: from one to the other.
    let isStretch = `operator` == .subtract && right.type == .period
    let (first, last) = (source.text(left.span), source.text(right.span))
    var stretch = "year(\(first)) - year(\(last))"
    if case .period(let from) = value(of: left), case .period(let through) = value(of: right),
      Period(firstDay: from.firstDay, lastDay: through.lastDay) != nil
    {
      stretch = first + ".." + last
    }
    report(
      .unaddable, terms: [left.summary, right.summary], at: span,
      labels: [left.label, right.label],
      suggestion: isStretch ? .write(stretch, insteadOf: span) : nil)
    return .invalid(span)
  }

  /// `500亿元 + 8%`: what was meant is almost always `500亿元 * (1 + 8%)`.
  private mutating func reportUnaddable(_ binary: Binary, _ left: Formula, _ right: Formula) {
    let labels = [left.label, right.label]
    guard case .exactly(let unit) = right.units, unit.family == .percent,
      left.units.map({ $0.mayMeet(.exactly(.points)) }) != true
    else {
      return report(
        .unaddable, terms: [left.summary, right.summary], at: binary.operatorSpan,
        labels: labels)
    }
    let whole = Span(binary.left.span.start, binary.right.span.end)
    let amount = source.text(binary.left.span)
    let share = source.text(binary.right.span)
    report(
      .percentOfAmount, terms: [left.summary], at: binary.operatorSpan, labels: labels,
      suggestion: .write(
        "\(amount) * (1 \(binary.operator.rawValue) \(share))", insteadOf: whole))
  }

  private mutating func checkCoalesce(_ binary: Binary, _ span: Span) -> Formula {
    let (left, right) = operands(binary)
    return choice([left, right], span) { .coalesce($0) }
  }

  /// Values of which one is chosen: they must be of one sort.
  mutating func choice(
    _ values: [Formula], _ span: Span, _ make: ([Formula]) -> Formula.Kind
  ) -> Formula {
    if values.contains(where: \.isInvalid) { return .invalid(span) }
    var type: ColumnType?
    for value in values {
      guard let next = value.type else { continue }
      guard let current = type else {
        type = next
        continue
      }
      guard let joint = Self.joint(current, next) else {
        report(
          .unlikeBranches, terms: [current.summary, next.summary], at: span,
          labels: values.map(\.label))
        return .invalid(span)
      }
      type = joint
    }
    return Formula(make(values), type, span)
  }

  private static func joint(_ a: ColumnType, _ b: ColumnType) -> ColumnType? {
    if a == b { return a }
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)):
      return x.mayMeet(y) ? .quantity(x.joined(with: y)) : nil
    case (.text, .enumeration), (.enumeration, .text), (.enumeration, .enumeration): return .text
    default: return nil
    }
  }

  // MARK: Words, periods, lists

  private mutating func checkText(_ binary: Binary, _ span: Span) -> Formula {
    let left = check(binary.left)
    expectOperand(at: binary.right.span, beside: left)
    // A pattern is text even against an enumerated column.
    let right = check(binary.right, expecting: .text)
    if left.isInvalid || right.isInvalid { return .invalid(span) }
    for operand in [left, right] {
      switch operand.type {
      case nil, .text, .enumeration: continue
      default:
        report(
          .wrongOperand, terms: [Bilingual(binary.operator.rawValue), operand.summary],
          at: binary.operatorSpan, labels: [operand.label])
        return .invalid(span)
      }
    }
    guard let `operator` = TextOperator(rawValue: binary.operator.rawValue) else {
      return .invalid(span)
    }
    return Formula(.text(`operator`, left, right), .truth, span)
  }

  private mutating func checkOverlap(_ binary: Binary, _ span: Span) -> Formula {
    let left = check(binary.left, expecting: .period)
    let right = check(binary.right, expecting: .period)
    if left.isInvalid || right.isInvalid { return .invalid(span) }
    for operand in [left, right] where operand.type != nil && operand.type != .period {
      report(
        .wrongOperand, terms: [Bilingual(binary.operator.rawValue), operand.summary],
        at: binary.operatorSpan, labels: [operand.label])
      return .invalid(span)
    }
    return Formula(.overlaps(left, right), .truth, span)
  }

  private mutating func checkMembership(_ binary: Binary, _ span: Span) -> Formula {
    let isYear = isContextual(binary.left) && isPeriodList(binary.right)
    let left = check(binary.left, expecting: isYear ? .period : nil)
    if left.isInvalid { return .invalid(span) }
    let elements: [Expression]
    if case .list(let list) = binary.right.unwrapped.kind {
      if reportGroupedDigits(list) { return .invalid(span) }
      elements = list
    } else {
      elements = [binary.right]
    }
    var members: [Formula.Member] = []
    for element in elements {
      expectOperand(at: element.span, beside: left)
      guard let found = checkMember(element, of: left, binary) else { return .invalid(span) }
      members += found
    }
    return Formula(.member(left, members), .truth, span)
  }

  private func isPeriodList(_ expression: Expression) -> Bool {
    switch expression.unwrapped.kind {
    case .range(let from, _): if case .period = from.kind { true } else { false }
    case .unary(let unary): unary.operator == .upTo
    case .period: true
    case .name(let name), .reference(let name): bound(name)?.type == .period
    default: false
    }
  }

  private mutating func checkMember(
    _ element: Expression, of left: Formula, _ binary: Binary
  ) -> [Formula.Member]? {
    let formulas = bounds(element, expecting: left.type)
    if formulas.contains(where: \.isInvalid) { return nil }
    for formula in formulas where !canMeet(left, formula) {
      report(
        .incomparable, terms: [left.summary, formula.summary], at: binary.operatorSpan,
        labels: [left.label, formula.label], suggestion: periodHint(left, formula))
      return nil
    }
    if formulas.count == 2 {
      if case .range(let from, let through) = element.unwrapped.kind {
        warnOfBarePercent(left, formulas[0], from)
        warnOfBarePercent(left, formulas[1], through)
      }
      warnOfEmptyRange(formulas[0], formulas[1])
      return [.range(formulas[0], formulas[1])]
    }
    warnOfBarePercent(left, formulas[0], element)
    if let range = range(of: formulas[0]) { return [range] }
    return names(formulas[0], beside: left)
      ?? [left.type == .period ? .within(formulas[0]) : .value(word(formulas[0], beside: left))]
  }

  /// The range that a named quantity between two bounds is after `in`, as it is written out.
  private mutating func range(of formula: Formula) -> Formula.Member? {
    guard formula.units != nil, case .quantity(let quantity) = value(of: formula),
      !quantity.isExact, let lower = quantity.interval.lower, let upper = quantity.interval.upper
    else { return nil }
    let ends = [lower, upper].map {
      Formula(
        .constant(.quantity(Quantity(Interval($0), quantity.unit))), formula.type, formula.span)
    }
    return .range(ends[0], ends[1])
  }

  /// `in 400亿元..100亿元`: nothing lies between.
  mutating func warnOfEmptyRange(_ from: Formula, _ through: Formula) {
    let isEmpty: Bool
    switch (value(of: from), value(of: through)) {
    case (.quantity(let low), .quantity(let high)):
      isEmpty = high.isLess(than: low, orEqual: false) == .yes
    case (.period(let first), .period(let last)):
      isEmpty = Period(firstDay: first.firstDay, lastDay: last.lastDay) == nil
    default: return
    }
    guard isEmpty, !isOpen(from), !isOpen(through) else { return }
    let (first, last) = (source.text(from.span), source.text(through.span))
    report(
      .emptyRange, at: from.span.union(through.span),
      suggestion: .write("\(last)..\(first)", insteadOf: from.span.union(through.span)))
  }

  /// A member's value, or the two ends of a range, which may stand in the place of a parameter.
  private mutating func bounds(
    _ element: Expression, expecting type: ColumnType?
  ) -> [Formula] {
    switch element.unwrapped.kind {
    case .range(let from, let through):
      return [check(from, expecting: type), check(through, expecting: type)]
    case .name(let name):
      guard let call = expansion.call, let argument = call.argument(name) else { break }
      let inner = (expansion.call, source)
      (expansion.call, source) = (call.caller, call.source)
      let formulas = bounds(argument, expecting: type)
      (expansion.call, source) = inner
      return formulas.map { Formula($0.kind, $0.type, name.span, isPinned: $0.isPinned) }
    default: break
    }
    return [check(element, expecting: type)]
  }
}
