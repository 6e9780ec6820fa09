extension Parser {
  /// expression = disjunction , { "to" , unit } ;
  mutating func parseExpression() -> Expression {
    nested(orElse: Expression.missing) { parser in
      parser.countingOperators { $0.parseConversion() }
    }
  }

  private mutating func parseConversion() -> Expression {
    var expression = parseBinary(.or)
    while at(.to) {
      guard countOperator() else { return .missing(expression.span) }
      advance()
      let unit = parseUnit()
      let span = span(from: expression.span.start)
      let conversion = Expression(.conversion(expression, unit), span)
      expression = continuesAfterConversion(conversion, of: expression)
    }
    return expression
  }

  /// `a to % > b`: reported, and read with the conversion in parentheses.
  private mutating func continuesAfterConversion(
    _ conversion: Expression,
    of operand: Expression
  ) -> Expression {
    guard BinaryOperator(token) != nil || at(.dotDot) || startsTest else { return conversion }
    let start = operand.rightmostOperand.span.start
    report(
      Diagnostic(
        .looseConversion,
        at: token.span,
        labels: [.init(conversion.span, Bilingual("all this is converted", "换算的是这一整段"))],
        suggestion: Diagnostic.Suggestion(
          Bilingual("put the conversion in parentheses", "请把换算放进括号"),
          edits: [
            .init(Span(at: start), "("), .init(Span(at: conversion.span.end), ")"),
          ]
        )
      )
    )
    return continueBinary(conversion, .or)
  }

  /// disjunction = conjunction , { "or" , conjunction } ;
  /// conjunction = negation , { "and" , negation } ;
  /// negation = "not" , negation | comparison ;
  /// comparison = alternative , [ comparison operator , alternative | … ] ;
  /// alternative = interval , [ "??" , alternative ] ;
  /// interval = sum , [ ".." , sum ] | ".." , sum ;
  /// sum = product , { ( "+" | "-" ) , product } ;
  /// product = factor , { ( "*" | "/" ) , factor } ;
  ///
  /// One climb over the levels of `Precedence`, from `minimum` up.
  mutating func parseBinary(_ minimum: Precedence) -> Expression {
    continueBinary(parsePrefix(minimum), minimum)
  }

  /// Takes the operators that bind at least as tightly as `minimum` after `left`.
  mutating func continueBinary(_ left: Expression, _ minimum: Precedence) -> Expression {
    var left = left
    while true {
      let before = index
      if let next = BinaryOperator(token), next.precedence >= minimum {
        left = parseOperation(next, left)
      } else if at(.dotDot), minimum <= .range, left.precedence > .range {
        left = parseRange(left)
      } else if minimum <= .comparison, startsTest || startsNegatedOperator {
        left = parseWordTest(left)
      } else if replaceForeignInfix() {
        continue
      } else if minimum > .or || !splitGluedWord(beginningWith: \.followsOperand) {
        return left
      } else {
        continue
      }
      if index == before { return left }
    }
  }

  private mutating func parseOperation(
    _ operation: BinaryOperator,
    _ left: Expression
  ) -> Expression {
    if operation.precedence == .comparison, left.precedence == .comparison {
      return parseChain(operation, left)
    }
    // After a list or a state no operator can reach into the comparison.
    if operation.precedence > .comparison, left.precedence == .comparison {
      reportFound(.unexpectedToken)
    }
    // Half of a condition is none: it would be reported again for its type.
    guard countOperator() else { return .missing(left.span) }
    let sign = token
    let isReported = left.isMissing && reportedIndex == index
    advance()
    // A sign without either operand is told once.
    if isReported, !startsOperand { reportedIndex = index }
    let right = parseRight(of: operation)
    let span = span(from: left.span.start)
    let isSingle = sign.kind == .assign
    return Expression(
      .binary(Binary(operation, sign.span, isSingleEquals: isSingle, left, right)),
      span
    )
  }

  private mutating func parseRight(of operation: BinaryOperator) -> Expression {
    if operation == .in { return parseMembers() }
    let precedence = operation.precedence
    return parseBinary(precedence.associativity == .right ? precedence : precedence.tighter)
  }

  private mutating func parseRange(_ lower: Expression) -> Expression {
    guard countOperator() else { return .missing(lower.span) }
    advance()
    let upper = parseBinary(Precedence.range.tighter)
    return Expression(.range(lower, upper), span(from: lower.span.start))
  }

  /// `a < b < c`: reported, and read as `a < b and b < c`.
  private mutating func parseChain(
    _ operation: BinaryOperator,
    _ left: Expression
  ) -> Expression {
    guard countOperator() else { return .missing(left.span) }
    let sign = token
    var middle = Expression.missing(gap)
    var edits: [Diagnostic.Edit] = []
    if case .binary(let first) = left.kind, !first.right.isMissing {
      middle = first.right
      let text = cursor.text(middle.span.start, middle.span.end)
      edits = [.init(Span(at: sign.span.start), "and \(text) ")]
    }
    report(
      Diagnostic(
        .chainedComparison,
        at: sign.span,
        suggestion: edits.isEmpty
          ? nil
          : Diagnostic.Suggestion(
            Bilingual("compare twice, with `and`", "请用 `且` 写成两次比较"),
            edits: edits
          )
      )
    )
    advance()
    let right = parseRight(of: operation)
    let second = Expression(
      .binary(Binary(operation, sign.span, middle, right)),
      span(from: min(middle.span.start, sign.span.start))
    )
    return Expression(
      .binary(Binary(.and, Span(at: sign.span.start), left, second)),
      span(from: left.span.start)
    )
  }

  /// members = "(" , list(expression) , ")" | "[" , list(expression) , "]" | alternative ;
  ///
  /// A single expression in parentheses may also be the beginning of a longer one.
  private mutating func parseMembers() -> Expression {
    guard at(.leftParenthesis) || at(.leftBracket) else {
      return parseBinary(Precedence.comparison.tighter)
    }
    let isRound = at(.leftParenthesis)
    let list = parseList()
    if isRound, case .list(let elements) = list.kind, elements.count == 1,
      let only = elements.first,
      tokens[index - 2].kind != .comma,
      continuesOperand
    {
      let operand = Expression(.parenthesised(only), list.span)
      return continueBinary(operand, Precedence.comparison.tighter)
    }
    return list
  }

  /// Whether an operator tighter than comparisons follows.
  private var continuesOperand: Bool {
    at(.dotDot) || (BinaryOperator(token).map { $0.precedence > .comparison } ?? false)
  }

  private mutating func parseList() -> Expression {
    let start = token.span.start
    return nested(orElse: Expression.missing) { parser in
      let bracket = parser.open()
      let elements = parser.parseElements(in: bracket)
      parser.close(bracket)
      return Expression(.list(elements), parser.span(from: start))
    }
  }
}

// The forms after an operand that are words.
extension Parser {
  /// Whether `is` or a bare state follows.
  var startsTest: Bool {
    switch token.keyword {
    case .is, .isNot, .missing, .present, .exact: true
    case .not: state(of: token(after: 1)) != nil
    default: false
    }
  }

  /// Whether `not` and an operator it negates follow, or a word for both.
  private var startsNegatedOperator: Bool {
    switch token.keyword {
    case .notIn, .notContains: true
    case .not: BinaryOperator(token(after: 1))?.canBeNegated ?? false
    default: false
    }
  }

  /// test = [ "is" ] , [ "not" ] , state ;   state = "missing" | "present" | "exact" ;
  /// membership = [ "not" ] , "in" , members ;
  /// text test = [ "not" ] , text operator , alternative ;
  private mutating func parseWordTest(_ left: Expression) -> Expression {
    guard countOperator() else { return .missing(left.span) }
    if left.precedence <= .comparison {
      report(Diagnostic(.chainedComparison, at: token.span))
    }
    return startsNegatedOperator ? parseNegated(left) : parseTest(left)
  }

  private mutating func parseNegated(_ left: Expression) -> Expression {
    let start = token.span.start
    let operation: BinaryOperator
    switch token.keyword {
    case .notIn: operation = .in
    case .notContains: operation = .contains
    default:
      advance()
      operation = BinaryOperator(token) ?? .in
    }
    let sign = Span(start, token.span.end)
    advance()
    let right = parseRight(of: operation)
    return Expression(
      .binary(Binary(operation, sign, isNegated: true, left, right)),
      span(from: left.span.start)
    )
  }

  private mutating func parseTest(_ operand: Expression) -> Expression {
    let start = token.span.start
    var isNegated = take(.isNot)
    if !isNegated {
      _ = take(.is)
      isNegated = take(.not)
    }
    var result = Test.State.unknown
    if let state = state(of: token) {
      result = state
      advance()
    } else {
      let isNothing = at(.word) && ForeignWords.isMissing(text(token))
      let isLatin = cursor[token.span.start] < 0x80
      let isValue = at(.word) && !Vocabulary.entries(spelled: text(token), in: .value).isEmpty
      reportFound(
        .expectedState,
        suggestion: isNothing
          ? .write(isLatin ? "missing" : "缺失", insteadOf: token.span)
          : isValue
            ? .write(isNegated ? "!=" : "==", insteadOf: Span(start, previousEnd)) : nil)
      if isNothing { result = .missing }
      // A word in its place was meant to be one.
      if at(.word), token.keyword == .none { advance() }
    }
    return Expression(
      .test(Test(operand, result, isNegated: isNegated, testSpan: span(from: start))),
      span(from: operand.span.start)
    )
  }

  private func state(of token: Token) -> Test.State? {
    switch token.keyword {
    case .missing: .missing
    case .present: .present
    case .exact: .exact
    default: nil
    }
  }
}

extension Expression {
  /// The operand a conversion after this expression was probably meant for: what stands last, after
  /// comparisons and `and` and `or`.
  var rightmostOperand: Expression {
    var expression = self
    while true {
      switch expression.kind {
      case .binary(let binary) where binary.operator.precedence <= .comparison:
        expression = binary.right
      case .unary(let unary) where unary.operator == .not:
        expression = unary.operand
      default:
        return expression
      }
    }
  }
}
