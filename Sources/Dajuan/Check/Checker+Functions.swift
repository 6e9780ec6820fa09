import DajuanLedger
import DajuanSyntax

extension Checker {
  mutating func checkCall(_ call: Call, _ span: Span, expecting type: ColumnType?) -> Formula {
    if reportGroupedDigits(call.arguments) { return .invalid(span) }
    let name = call.function.text
    translate(function: call.function)
    let function = Vocabulary.canonical(name, in: .function)
    let aggregate = Vocabulary.canonical(name, in: .aggregate).flatMap(Aggregate.Function.init)
    if let aggregate { return checkAggregate(aggregate, call, span) }
    if let window = WindowFunction(spelled: name) { return checkWindow(window, call, span) }
    switch function {
    case "if", "case": return checkChoice(call, span, expecting: type)
    case "coalesce":
      guard checkCount(call, 1...64, span) else { return .invalid(span) }
      let values = call.arguments.map { check($0, expecting: type) }
      return choice(values, span) { .coalesce($0) }
    case "possibly", "certainly":
      guard checkCount(call, 1...1, span) else { return .invalid(span) }
      let condition = checkCondition(call.arguments[0])
      if condition.isInvalid { return condition }
      return Formula(
        function == "possibly" ? .possibly(condition) : .certainly(condition), .truth, span)
    case let english?:
      guard let scalar = ScalarFunction(rawValue: english) else { break }
      return checkScalar(scalar, call, span)
    case nil:
      if let own = self.function(named: call.function) {
        return expand(own, call, span, expecting: type)
      }
      if let host = environment.host.function(name) { return checkHost(host, call, span) }
    }
    if !call.function.isMissing, !reportDefinedLater(call.function) {
      let candidates =
        Vocabulary.spellings(of: .function) + Vocabulary.spellings(of: .aggregate)
        + Vocabulary.spellings(of: .window) + environment.functions.keys.sorted()
        + environment.host.functions.flatMap(\.spellings)
      report(
        .unknownFunction, [name], at: call.function.span,
        suggestion: ForeignWords.function(name).map { .write($0, insteadOf: call.function.span) }
          ?? nearest(call.function, among: candidates))
    }
    return .invalid(span)
  }

  /// `if(condition, then, else)` and `case(condition, value, …, otherwise)`.
  private mutating func checkChoice(
    _ call: Call, _ span: Span, expecting type: ColumnType?
  ) -> Formula {
    let isIf = Vocabulary.canonical(call.function.text, in: .function) == "if"
    guard checkCount(call, isIf ? 3...3 : 2...128, span) else { return .invalid(span) }
    var conditions: [Formula] = []
    var values: [Formula] = []
    for (index, argument) in call.arguments.enumerated() {
      let isLastAlone = index % 2 == 0 && index == call.arguments.count - 1
      if index % 2 == 0, !isLastAlone {
        conditions.append(checkCondition(argument))
      } else {
        values.append(check(argument, expecting: values.first?.type ?? type))
      }
    }
    if conditions.contains(where: \.isInvalid) { return .invalid(span) }
    if values.count == conditions.count {
      values.append(Formula(.constant(.missing), nil, span))
    }
    return choice(values, span) { values in
      let branches = zip(conditions, values).map {
        Formula.Branch(condition: $0.0, value: $0.1)
      }
      return .choose(branches, otherwise: values[values.count - 1])
    }
  }

  // MARK: Functions of one row

  private mutating func checkScalar(
    _ function: ScalarFunction, _ call: Call, _ span: Span
  ) -> Formula {
    let parameters = function.parameters
    guard checkCount(call, function.argumentCount, span) else { return .invalid(span) }
    var arguments: [Formula] = []
    for (index, argument) in call.arguments.enumerated() {
      let parameter = parameters[min(index, parameters.count - 1)]
      let isYear = parameter == .period || parameter == .ordered && arguments.first?.type == .period
      let formula = check(argument, expecting: isYear ? .period : nil)
      arguments.append(formula)
      if formula.isInvalid || parameter.accepts(formula.type) { continue }
      report(
        .wrongArgument,
        terms: [
          Bilingual(call.function.text), Bilingual(String(index + 1)), parameter.summary,
          formula.summary,
        ],
        at: formula.span, labels: [formula.label])
      return .invalid(span)
    }
    if arguments.contains(where: \.isInvalid) || reportUnusable(arguments, of: function, call) {
      return .invalid(span)
    }
    if function == .least || function == .greatest {
      return choice(arguments, span) { .call(function, $0) }
    }
    let isPinned = arguments[0].isPinned && function.keepsUnit
    return Formula(
      .call(function, arguments), function.result(of: arguments[0].type), span,
      isPinned: isPinned)
  }

  mutating func checkCount(
    _ call: Call, _ expected: ClosedRange<Int>, _ span: Span
  ) -> Bool {
    if expected.contains(call.arguments.count) { return true }
    reportArgumentCount(call, expected, span)
    return false
  }

  mutating func reportArgumentCount(_ call: Call, _ expected: ClosedRange<Int>, _ span: Span) {
    seekCursor(in: call)
    let count =
      expected.count == 1
      ? String(expected.lowerBound) : "\(expected.lowerBound)–\(expected.upperBound)"
    let name = call.function.text
    let entry =
      Vocabulary.entry(spelled: name, in: .function)
      ?? Vocabulary.entry(spelled: name, in: .aggregate)
      ?? Vocabulary.entry(spelled: name, in: .window)
    report(
      .wrongArgumentCount, [name, count, String(call.arguments.count)], at: span,
      suggestion: entry?.signature.map { Diagnostic.Suggestion($0) })
  }
}

/// What a function takes at one place.
enum Parameter {
  case quantity
  /// A number without a unit, a percentage, or a multiple.
  case number
  case text
  case period
  /// What comes before or after others: a quantity, text or a period.
  case ordered
  case anything

  func accepts(_ type: ColumnType?) -> Bool {
    guard let type else { return true }
    switch (self, type) {
    case (.anything, _), (.period, .period), (.text, .text), (.text, .enumeration),
      (.quantity, .quantity), (.ordered, .quantity), (.ordered, .text), (.ordered, .period):
      return true
    case (.number, .quantity(let units)): return units.mayMeet(.exactly(.none))
    default: return false
    }
  }

  var summary: Bilingual {
    switch self {
    case .quantity: Bilingual("a quantity", "数量")
    case .number: Bilingual("a plain number", "不带单位的数")
    case .text: Bilingual("text", "文本")
    case .period: Bilingual("a period", "期间")
    case .ordered: Bilingual("a quantity, text or a period", "数量、文本或期间")
    case .anything: Bilingual("a value", "值")
    }
  }
}

extension ScalarFunction {
  /// What it takes at each place; the last stands for all that follow.
  var parameters: [Parameter] {
    switch self {
    case .abs, .floor, .ceil, .sign, .low, .high, .mid, .width, .bound, .unit, .number:
      [.quantity]
    case .least, .greatest: [.ordered]
    case .round: [.quantity, .number]
    case .sqrt, .exp, .log: [.number]
    case .length, .lowercase, .uppercase, .trim, .replace: [.text]
    case .substring: [.text, .number]
    case .splitPart: [.text, .text, .number]
    case .concat: [.anything]
    case .year, .quarter, .month, .start, .end, .duration: [.period]
    }
  }

  var argumentCount: ClosedRange<Int> {
    switch self {
    case .round, .log: 1...2
    case .substring: 2...3
    case .replace, .splitPart: 3...3
    case .least, .greatest, .concat: 1...64
    default: 1...1
    }
  }

  /// Whether the result is in the argument's unit.
  var keepsUnit: Bool {
    switch self {
    case .abs, .round, .floor, .ceil, .low, .high, .mid: true
    default: false
    }
  }

  /// The type of the difference of two values of a type: of percentages, percentage points.
  private static func difference(of type: ColumnType) -> ColumnType {
    guard case .quantity(let units) = type, let points = units.combined(with: units, by: .subtract)
    else { return type }
    return .quantity(points)
  }

  func result(of argument: ColumnType?) -> ColumnType? {
    switch self {
    case .abs, .round, .floor, .ceil, .least, .greatest, .low, .high, .mid: argument
    case .width: argument.map { Self.difference(of: $0) }
    case .sign, .sqrt, .log, .exp, .number, .length, .year, .quarter, .month:
      .quantity(.exactly(.none))
    case .lowercase, .uppercase, .trim, .replace, .substring, .concat, .splitPart, .unit: .text
    case .bound: .enumeration(.bound)
    case .start, .end: .period
    case .duration: .quantity(.families([.measure]))
    }
  }
}
