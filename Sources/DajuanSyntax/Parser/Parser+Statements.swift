extension Parser {
  /// script = { separator } , [ statement , { separator , { separator } , statement } ] ,
  ///   { separator } ;
  mutating func parseScript() -> Script {
    var statements: [Statement] = []
    while true {
      while take(.newline) || take(.semicolon) {}
      if at(.end) { break }
      statementStart = index
      statements.append(parseStatement())
      while case .binding? = statements.last, startsFurtherBinding {
        statements.append(.binding(parseFurtherBinding()))
      }
      if !endsStatement {
        reportRest()
        skipStatement()
      }
      precondition(index > statementStart, "a statement must consume a token")
    }
    return Script(statements: statements, span: Span(0, cursor.count))
  }

  /// Reports what is left of a statement.
  private mutating func reportRest() {
    if atClosingBracket {
      let text = cursor.text(token.span.start, token.span.end)
      report(Diagnostic(.unmatchedBracket, [text], at: token.span))
    } else {
      reportFound(.unexpectedToken)
    }
  }

  mutating func skipStatement() {
    while !endsStatement { skipOne() }
    reportedIndex = index
  }

  /// statement = binding | definition | parameter | pipeline | expression ;
  private mutating func parseStatement() -> Statement {
    switch token.keyword {
    case .let: .binding(parseKeywordBinding())
    case .def: .definition(parseDefinition())
    case .param: .parameter(parseParameter())
    default: startsValue ? .value(parseValue()) : .pipeline(parsePipeline(isNested: false))
    }
  }

  /// Whether an expression begins here that is no name alone, which is a table.
  private var startsValue: Bool {
    guard startsOperand else { return false }
    switch token.kind {
    case .word where token.keyword.isReserved: return true
    case .word, .quotedName: return continuesExpression(token(after: 1)) && !startsSQL
    case .leftParenthesis:
      if isPipelineBracket(allowingName: false) { return false }
      // A name in brackets is a table, unless an expression goes on after it.
      return !isPipelineBracket(allowingName: true)
        || continuesExpression(tokens[Int(token.payload) + 1])
    default: return true
    }
  }

  /// An expression alone. Where a bar follows, a value was written where a table must stand.
  private mutating func parseValue() -> Expression {
    let count = diagnostics.found.count
    let expression = parseExpression()
    if at(.pipe) {
      if diagnostics.found.count == count {
        note(Diagnostic(.expectedQuery, terms: [shown(expression.span)], at: expression.span))
      }
      skipStatement()
    }
    return expression
  }

  /// binding = "let" , name , "=" , ( pipeline | expression ) ;
  private mutating func parseKeywordBinding() -> LetBinding {
    let keyword = token.span
    advance()
    return parseBinding(keyword)
  }

  /// Whether a second name is given a value after a comma.
  private var startsFurtherBinding: Bool {
    at(.comma) && token(after: 1).kind == .word && token(after: 2).kind == .assign
  }

  /// `, b = 2` after `let a = 1`: reported, and read as a `let` of its own.
  private mutating func parseFurtherBinding() -> LetBinding {
    let word = tokens[statementStart].span
    let keyword = cursor.text(word.start, word.end)
    let place = Span(token.span.start, token(after: 1).span.start)
    reportFound(.unexpectedToken, suggestion: .write("; \(keyword) ", insteadOf: place))
    advance()
    return parseBinding(place)
  }

  private mutating func parseBinding(_ keyword: Span) -> LetBinding {
    let name = parseNewName()
    parseEquals()
    let value = parseBindingValue()
    return LetBinding(
      keyword: keyword,
      name: name,
      value: value,
      span: span(from: keyword.start)
    )
  }

  /// The sign between a new name and what it names.
  mutating func parseEquals() {
    if take(.assign) { return }
    guard at(.equal) else {
      reportFound(.expectedEquals)
      return skipStatement()
    }
    report(
      Diagnostic(
        .expectedEquals,
        terms: [found],
        at: token.span,
        suggestion: .write("=", insteadOf: token.span)
      )
    )
    advance()
  }

  /// The value of a binding. A bare name is an expression: the checker knows what it names.
  private mutating func parseBindingValue() -> LetBinding.Value {
    if startsBoundPipeline { return .pipeline(parsePipeline(isNested: false)) }
    return .expression(parseValue())
  }

  /// A name that is being made, with the mark `next` after it.
  mutating func parseNewName(before next: Token.Kind = .assign) -> Name {
    if let name = parseName() { return name }
    if token.keyword.isReserved, token(after: 1).kind == next {
      let name = Name(text(token), token.span)
      reportReserved(name)
      advance()
      return name
    }
    let place = gap
    if at(.damagedLiteral) {
      advance()
    } else {
      reportFound(.expectedName)
    }
    return .missing(place)
  }

  /// name = word | quoted name ;  (a word that is not reserved)
  mutating func parseName() -> Name? {
    guard let name = peekName() else { return nil }
    advance()
    return name
  }

  /// The name the next token is, if it is one.
  func peekName() -> Name? {
    switch token.kind {
    case .word where !token.keyword.isReserved:
      return Name(text(token), token.span)
    case .quotedName:
      let span = token.span
      let open = cursor.scalar(at: span.start).length
      let close = cursor[span.end - 1] == UInt8(ascii: "`") ? 1 : 3
      return Name(cursor.text(span.start + open, span.end - close), span, isQuoted: true)
    default:
      return nil
    }
  }

  /// A stretch of source as a diagnostic shows it, shortened.
  func shown(_ span: Span) -> Bilingual {
    let scalars = cursor.text(span.start, span.end).unicodeScalars
    let text =
      scalars.count > 40
      ? String(String.UnicodeScalarView(scalars.prefix(40))) + "…" : String(scalars)
    return Bilingual("`\(text)`", " `\(text)`")
  }
}
