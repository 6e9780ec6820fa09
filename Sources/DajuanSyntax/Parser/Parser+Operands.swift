extension Parser {
  /// factor = "-" , factor | operand ;  (and "not" where the level lets it stand)
  mutating func parsePrefix(_ minimum: Precedence) -> Expression {
    if at(.minus) { return parseUnary(.minus) }
    if at(.dotDot), minimum <= .range { return parseUnary(.upTo) }
    if at(.not) {
      if minimum > .not { reportMissingExpression() }
      return parseUnary(.not)
    }
    return parseOperand()
  }

  private mutating func parseUnary(_ operation: UnaryOperator) -> Expression {
    nested(orElse: Expression.missing) { parser in
      let sign = parser.token.span
      parser.advance()
      let operand =
        switch operation {
        case .not: parser.parseBinary(.not)
        case .upTo: parser.parseBinary(Precedence.range.tighter)
        case .minus: parser.parsePrefix(.minus)
        }
      return Expression(
        .unary(Unary(operation, sign, operand)),
        parser.span(from: sign.start)
      )
    }
  }

  /// Whether the next token can begin an expression.
  var startsOperand: Bool {
    switch token.kind {
    case .number, .period, .string, .reference, .quotedName, .leftParenthesis, .minus, .dotDot,
      .damagedLiteral:
      return true
    case .word:
      switch token.keyword {
      case .not, .true, .false, .missing: return true
      default: return !token.keyword.isReserved
      }
    default:
      return false
    }
  }

  /// operand = number | period | string | reference | "true" | "false" | "missing"
  ///   | name | call | "(" , expression , ")" ;
  private mutating func parseOperand() -> Expression {
    if at(.number), !splitGluedUnit() {
      defer { advance() }
      return .missing(token.span)
    }
    let token = token
    switch token.kind {
    case .number:
      advance()
      let literal = numberLiteral(token)
      if let scaled = parseForeignScale(of: token, literal) ?? parseDistantUnit(of: token, literal)
      {
        return Expression(.number(scaled), span(from: token.span.start))
      }
      return Expression(.number(literal), token.span)
    case .period:
      advance()
      return Expression(periodLiteral(token).map { .period($0) } ?? .missing, token.span)
    case .string:
      advance()
      return Expression(.string(stringValue(token)), token.span)
    case .reference:
      advance()
      return Expression(.reference(referenceName(token)), token.span)
    case .word, .quotedName:
      return parseWordOperand()
    case .leftParenthesis:
      return parseParenthesised()
    case .damagedLiteral:
      advance()
      return .missing(token.span)
    case .invalid:
      return parseAfterInvalid()
    default:
      return parseMissingOperand()
    }
  }

  /// Characters that were reported already are passed over.
  private mutating func parseAfterInvalid() -> Expression {
    let span = token.span
    while at(.invalid) { advance() }
    if startsOperand { return parsePrefix(.minus) }
    reportedIndex = index
    return .missing(span)
  }

  private mutating func parseWordOperand() -> Expression {
    let span = token.span
    switch token.keyword {
    case .true, .false:
      let value = at(.true)
      advance()
      return Expression(.truth(value), span)
    case .missing:
      advance()
      return Expression(.missingValue, span)
    default:
      if let missing = parseCaseWhen() { return missing }
      guard let name = parseName() else { return parseMissingOperand() }
      return at(.leftParenthesis) ? parseCall(name) : Expression(.name(name), span)
    }
  }

  /// Reports that nothing here can be an operand. What stands here is left for whoever can use it,
  /// unless it is a mark that could only be a slip before an operand.
  private mutating func parseMissingOperand() -> Expression {
    let place = gap
    if let name = reservedOperand() { return name }
    reportMissingExpression()
    if at(.star), tokens[max(0, index - 1)].keyword == .select { advance() }
    if at(.plus), index + 1 < tokens.count {
      advance()
      if startsOperand { return parsePrefix(.minus) }
    }
    return .missing(place)
  }

  /// Records that an expression was expected, and after what.
  private mutating func reportMissingExpression() {
    let before = index > statementStart ? tokens[index - 1].span : gap
    let word = cursor.text(before.start, before.end)
    let after =
      word.isEmpty || word.utf8.count > 24
      ? Bilingual("", "此处") : Bilingual(" after `\(word)`", "`\(word)` 之后")
    let isAll = at(.star) && tokens[max(0, index - 1)].keyword == .select
    report(
      Diagnostic(
        .expectedExpression, terms: [found, after], at: foundSpan,
        suggestion: isAll
          ? Diagnostic.Suggestion(
            Bilingual("all columns are there without `select *`", "不写 `选取 *` 也有全部列"))
          : nil))
  }

  /// A reserved word with a sign after it that wants an operand: reported, and read as a name that
  /// is not there.
  private mutating func reservedOperand() -> Expression? {
    let next = token(after: 1)
    guard at(.word), token.keyword.isReserved, next.kind != .word, next.kind != .minus,
      BinaryOperator(next) != nil
    else { return nil }
    let name = Name(text(token), token.span)
    reportReserved(name)
    advance()
    return .missing(name.span)
  }

  /// Records that a reserved word stands for a name here.
  mutating func reportReserved(_ name: Name) {
    report(
      Diagnostic(
        .reservedName,
        [name.text],
        at: name.span,
        suggestion: Diagnostic.Suggestion(
          Bilingual("write the name in backquotes", "请把名称写在反引号中"),
          edits: [.init(name.span, "`\(name.text)`")])
      )
    )
  }

  private mutating func parseParenthesised() -> Expression {
    let start = token.span.start
    return nested(orElse: Expression.missing) { parser in
      let bracket = parser.open()
      let inner = parser.parseExpression()
      parser.close(bracket)
      return Expression(.parenthesised(inner), parser.span(from: start))
    }
  }

  /// call = name , "(" , [ list(expression) ] , ")" ;
  private mutating func parseCall(_ name: Name) -> Expression {
    nested(orElse: Expression.missing) { parser in
      let bracket = parser.open()
      let arguments = parser.parseArguments(in: bracket)
      parser.close(bracket)
      return Expression(.call(Call(name, arguments)), parser.span(from: name.span.start))
    }
  }

  private mutating func parseArguments(in bracket: Bracket) -> [Expression] {
    if isAtEnd(of: bracket) { return [] }
    if at(.star), index + 1 == closer(of: bracket) {
      report(
        Diagnostic(
          .unexpectedToken,
          terms: [found],
          at: token.span,
          suggestion: Diagnostic.Suggestion(
            Bilingual("leave it out", "请去掉它"),
            edits: [.init(token.span, "")]
          )
        )
      )
      advance()
      return []
    }
    return parseElements(in: bracket)
  }

  /// list(expression) within brackets. After an element that does not end where it should, the
  /// next comma is looked for.
  mutating func parseElements(in bracket: Bracket) -> [Expression] {
    var elements: [Expression] = []
    while true {
      elements.append(parseExpression())
      if let closer = closer(of: bracket), index < closer, !at(.comma) {
        reportExpectedSeparator(in: bracket)
        while index < closer, !at(.comma) { skipOne() }
      }
      guard take(.comma), !isAtEnd(of: bracket) else { return elements }
    }
  }
}

// Units and the values of literals.
extension Parser {
  /// unit = scale | plain unit , [ "/" , plain unit ] ;
  mutating func parseUnit(orReport code: DiagnosticCode = .expectedUnit) -> UnitName {
    let start = token.span.start
    guard startsUnit(token) else {
      let place = gap
      reportFound(code)
      if at(.string) || at(.number) || at(.damagedLiteral) { advance() }
      return .missing(place)
    }
    let (scale, numerator) = parsePlainUnit()
    var unit = numerator
    if at(.slash), !unit.isEmpty, startsUnit(token(after: 1)) {
      advance()
      let denominator = parsePlainUnit()
      unit += "/" + denominator.scale + denominator.unit
    }
    return UnitName(scale: scale, unit: unit, span: span(from: start))
  }

  /// plain unit = [ scale ] , ( unit word | unit symbol ) ;  (the scale directly before the rest)
  private mutating func parsePlainUnit() -> (scale: String, unit: String) {
    let word = text(token)
    advance()
    let (scale, unit) = UnitText.split(word)
    guard unit.isEmpty, at(.unitSymbol), token.span.start == previousEnd else {
      return (scale, unit)
    }
    defer { advance() }
    return (scale, text(token))
  }

  private func startsUnit(_ token: Token) -> Bool {
    switch token.kind {
    case .unitSymbol: true
    case .word:
      !token.keyword.isReserved && !cursor.has("_", at: token.span.start)
        && !UnitText.isScaledKeyword(text(token))
    default: false
    }
  }

  /// The digits, scale and unit of a number token.
  func numberLiteral(_ token: Token) -> NumberLiteral {
    let span = token.span
    let digitsEnd = Int(token.payload)
    let isWide = token.flags.contains(.isWide)
    let digits =
      isWide ? cursor.foldedText(span.start, digitsEnd) : cursor.text(span.start, digitsEnd)
    guard digitsEnd < span.end else { return NumberLiteral(digits: digits) }
    let suffix = cursor.afterBlanks(digitsEnd)
    let unitStart = suffix + Int(token.scaleLength)
    return NumberLiteral(
      digits: digits,
      scale: cursor.text(suffix, unitStart),
      unit: isWide
        ? cursor.foldedText(unitStart, span.end) : cursor.text(unitStart, span.end)
    )
  }

  private func periodLiteral(_ token: Token) -> PeriodLiteral? {
    let start = token.span.start
    var end = start
    while Scalar.isDigit(cursor.folded(at: end).value) { end += cursor.scalar(at: end).length }
    return PeriodReader(cursor: cursor).period(from: start, yearEnd: end)?.value
  }

  private func referenceName(_ token: Token) -> Name {
    let start = token.span.start + cursor.scalar(at: token.span.start).length
    return Name(cursor.foldedText(start, token.span.end), Span(start, token.span.end))
  }

  /// The text of a string token, its escapes resolved.
  func stringValue(_ token: Token) -> String {
    let quote = cursor.scalar(at: token.span.start).length
    let start = token.span.start + quote
    let end = token.span.end - quote
    guard token.flags.contains(.hasEscapes) else { return cursor.text(start, end) }
    var result = ""
    var offset = start
    while offset < end {
      let (value, length) = cursor.scalar(at: offset)
      if value == 0x5C {
        let (scalar, next) = StringEscape.scalar(in: cursor, at: offset)
        if let scalar { result.unicodeScalars.append(scalar) }
        offset = max(next, offset + 1)
      } else {
        if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
        offset += max(length, 1)
      }
    }
    return result
  }
}
