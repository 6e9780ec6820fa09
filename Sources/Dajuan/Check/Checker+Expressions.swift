import DajuanLedger
import DajuanSyntax

extension Checker {
  /// Checks an expression. `type` is what stands beside it: it gives a bare word its enumeration
  /// and a bare year its period.
  mutating func check(_ expression: Expression, expecting type: ColumnType? = nil) -> Formula {
    let span = expression.span
    if type != .period, reportValueForColumn(expression) { return .invalid(span) }
    guard enter() else { return .invalid(span) }
    defer { expansion.depth -= 1 }
    switch expression.kind {
    case .number(let literal):
      if type == .period, let year = literal.year {
        return Formula(.constant(.period(Period(year: year))), .period, span)
      }
      return checkNumber(literal, span)
    case .string(let text):
      return checkString(text, span, expecting: type)
    case .period(let literal):
      return checkPeriod(literal, span)
    case .truth(let value):
      return Formula(.constant(.truth(Truth(value))), .truth, span)
    case .missingValue:
      return Formula(.constant(.missing), nil, span)
    case .name(let name):
      return resolve(name, expecting: type)
    case .reference(let name):
      if let formula = argument(name, expecting: type) ?? bound(name) { return used(name, formula) }
      if case .query = environment.bindings[name.text] {
        report(.tableAsValue, [name.text], at: span)
        return .invalid(span)
      }
      let names = environment.bindings.keys.sorted()
      if !name.isMissing {
        report(.unknownReference, [name.text], at: span, suggestion: nearest(name, among: names))
      }
      return .invalid(span)
    case .unary(let unary):
      return checkUnary(unary, span)
    case .binary(let binary):
      return check(binary, span)
    case .test(let test):
      return checkTest(test, span)
    case .call(let call):
      return checkCall(call, span, expecting: type)
    case .range(let from, let through):
      return checkRange(from, through, span)
    case .conversion(let operand, let unit):
      return checkConversion(operand, unit, span)
    case .parenthesised(let inner):
      let formula = check(inner, expecting: type)
      return Formula(formula.kind, formula.type, span, isPinned: formula.isPinned)
    // The grammar has a list only after `in`, where it is taken apart.
    case .list, .missing:
      return .invalid(span)
    }
  }

  // MARK: Literals

  mutating func checkNumber(_ literal: NumberLiteral, _ span: Span) -> Formula {
    guard let decimal = Decimal(literal.digits) else {
      report(.numberTooLong, [String(Decimal.maximumDigits)], at: span)
      return .invalid(span)
    }
    guard let unit = unit(literal.unit, at: span) else { return .invalid(span) }
    let power = Scale(rawValue: literal.scale)?.power ?? 0
    let quantity = Quantity(.exact(decimal.scaled(byPowerOfTen: power)), unit)
    return Formula(.constant(.quantity(quantity)), .quantity(.exactly(unit)), span)
  }

  /// The unit of a spelling that is listed, or that the ledger's own figures have.
  mutating func unit(_ spelling: String, at span: Span) -> Unit? {
    if let unit = environment.unit(named: spelling) { return unit }
    let candidates =
      Unit.spellings.filter { !$0.isEmpty } + environment.host.units.flatMap(\.spellings)
      + environment.units.sorted()
    let place = Span(max(span.start, span.end - spelling.utf8.count), span.end)
    report(
      .unknownUnit, [spelling], at: place,
      suggestion: PeriodWords.literal(of: source.text(span)).map { .write($0, insteadOf: span) }
        ?? NearestName(spelling).best(among: candidates).map {
          .didYouMean($0, insteadOf: place)
        })
    return nil
  }

  private mutating func checkString(
    _ text: String, _ span: Span, expecting type: ColumnType?
  ) -> Formula {
    guard case .enumeration(let enumeration) = type else {
      return Formula(.constant(.text(text)), .text, span)
    }
    if let value = Vocabulary.canonical(text, in: .value, scope: enumeration.rawValue) {
      return Formula(.constant(.text(value)), type, span)
    }
    reportUnknownValue(text, of: enumeration, at: span)
    return .invalid(span)
  }

  private func checkPeriod(_ literal: PeriodLiteral, _ span: Span) -> Formula {
    let period: Period?
    switch literal {
    case .year(let year): period = Period(year: year)
    case .quarter(let year, let quarter): period = Period(year: year, quarter: quarter)
    case .month(let year, let month): period = Period(year: year, month: month)
    case .day(let year, let month, let day): period = Period(year: year, month: month, day: day)
    }
    return period.map { Formula(.constant(.period($0)), .period, span) } ?? .invalid(span)
  }

  /// A range outside `in`: a stretch of time, or a quantity between two bounds.
  private mutating func checkRange(
    _ from: Expression, _ through: Expression, _ span: Span
  ) -> Formula {
    let start = check(from, expecting: .period)
    let end = check(through, expecting: .period)
    if case .period(let first) = value(of: start), case .period(let last) = value(of: end),
      let period = Period(firstDay: first.firstDay, lastDay: last.lastDay)
    {
      return Formula(.constant(.period(period)), .period, span)
    }
    if let interval = interval(start, end) {
      return Formula(.constant(.quantity(interval)), start.type, span)
    }
    if areOpen([start, end]), canMeet(start, end), start.type == .period || start.units != nil {
      return Formula(.constant(.missing), start.type, span)
    }
    if !start.isInvalid, !end.isInvalid {
      report(
        .wrongOperand, terms: [Bilingual(".."), start.summary], at: span, labels: [start.label])
    }
    return .invalid(span)
  }

  /// All that lies between two figures, both included: a quantity as a report bounds it.
  private mutating func interval(_ from: Formula, _ through: Formula) -> Quantity? {
    guard case .quantity(let low) = value(of: from), case .quantity(let high) = value(of: through),
      let upper = high.converted(to: low.unit), let first = low.interval.point,
      let last = upper.interval.point
    else { return nil }
    warnOfEmptyRange(from, through)
    return Quantity(Interval(lower: first, upper: last), low.unit)
  }

  /// `..2021`: all time up to the end of a period.
  private mutating func checkUpTo(_ operand: Expression, _ span: Span) -> Formula {
    let end = check(operand, expecting: .period)
    if case .period(let period) = value(of: end),
      let whole = Period(firstDay: nil, lastDay: period.lastDay)
    {
      return Formula(.constant(.period(whole)), .period, span)
    }
    if areOpen([end]), end.type == .period { return Formula(.constant(.missing), .period, span) }
    if !end.isInvalid {
      report(.wrongOperand, terms: [Bilingual(".."), end.summary], at: span, labels: [end.label])
    }
    return .invalid(span)
  }

  /// Whether a range has ends that are going to be known, and not all of them are yet.
  private mutating func areOpen(_ ends: [Formula]) -> Bool {
    ends.contains { isOpen($0) } && ends.allSatisfy { value(of: $0) != nil }
  }

  // MARK: Prefix and postfix

  private mutating func checkUnary(_ unary: Unary, _ span: Span) -> Formula {
    switch unary.operator {
    case .upTo:
      return checkUpTo(unary.operand, span)
    case .not:
      let operand = checkCondition(unary.operand)
      return operand.isInvalid ? operand : Formula(.not(operand), .truth, span)
    case .minus:
      let operand = check(unary.operand)
      guard operand.type != nil else { return Formula(operand.kind, nil, span) }
      guard operand.units != nil else {
        report(
          .wrongOperand, terms: [Bilingual("-"), operand.summary], at: span, labels: [operand.label]
        )
        return .invalid(span)
      }
      if case .quantity(let quantity) = value(of: operand) {
        return Formula(.constant(.quantity(quantity.negated)), operand.type, span)
      }
      return Formula(.negate(operand), operand.type, span, isPinned: operand.isPinned)
    }
  }

  private mutating func checkTest(_ test: Test, _ span: Span) -> Formula {
    let operand = check(test.operand)
    if operand.isInvalid || test.state == .unknown { return .invalid(span) }
    let formula = Formula(.state(operand, test.state), .truth, span)
    return test.isNegated ? Formula(.not(formula), .truth, span) : formula
  }

  private mutating func checkConversion(
    _ expression: Expression, _ name: UnitName, _ span: Span
  ) -> Formula {
    let operand = check(expression)
    noteUnit(name, of: operand)
    if name.isMissing || operand.isInvalid { return .invalid(span) }
    guard let base = environment.baseUnit(name) else {
      _ = unit(name.unit, at: name.span)
      return .invalid(span)
    }
    let target = Scale(rawValue: name.scale).map { base.scaled(by: $0) } ?? base
    let result = ColumnType.quantity(.exactly(target))
    guard let units = operand.units else {
      if operand.type == nil { return Formula(.constant(.missing), result, span, isPinned: true) }
      report(
        .noConversion, terms: [operand.summary, Bilingual(target.name)], at: span,
        labels: [operand.label])
      return .invalid(span)
    }
    guard units.admits(target) else {
      report(
        .noConversion, terms: [operand.summary, Bilingual(target.name)], at: span,
        labels: [operand.label, Diagnostic.Label(name.span, target.name)])
      return .invalid(span)
    }
    return Formula(.convert(operand, target), result, span, isPinned: true)
  }
}
