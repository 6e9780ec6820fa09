extension Parser {
  /// pipeline = ( source | "|" , stage ) , { "|" , stage } ;
  ///
  /// Only a statement of its own may begin with a bar.
  mutating func parsePipeline(isNested: Bool) -> Pipeline {
    let start = token.span.start
    var stages: [Stage] = []
    let source = parseSource(isNested: isNested, into: &stages)
    while true {
      if !endsStage { recoverAfterStage(into: &stages) }
      guard take(.pipe) else { break }
      stages.append(parseStage())
    }
    return Pipeline(source: source, stages: stages, span: span(from: start))
  }

  /// After a stage that did not end: an operator without its bar is read all the same, anything
  /// else is skipped.
  private mutating func recoverAfterStage(into stages: inout [Stage]) {
    while !endsStage {
      if token.keyword.isOperator {
        reportMissingBar()
        stages.append(parseStage())
      } else if let nearest = misspeltOperator {
        reportUnknownOperator(nearest)
        stages.append(parseStage())
      } else if let stage = parseForeignStageWithoutBar() {
        stages.append(stage)
      } else if atClosingBracket {
        let text = cursor.text(token.span.start, token.span.end)
        report(Diagnostic(.unmatchedBracket, [text], at: token.span))
        advance()
        skipToBoundary()
      } else {
        reportFound(.unexpectedToken)
        skipToBoundary()
      }
    }
  }

  private mutating func parseForeignStageWithoutBar() -> Stage? {
    let keyword = token.span
    return parseForeignStage(after: "| ").map {
      Stage(kind: $0, keyword: keyword, span: span(from: keyword.start))
    }
  }

  /// The spelling of the operator a word was meant to be, where a bar is missing before it.
  var misspeltOperator: String? {
    guard at(.word), token.keyword == .none else { return nil }
    return Self.nearestOperator(to: text(token))?.spelling
  }

  private mutating func reportUnknownOperator(_ nearest: String) {
    report(
      Diagnostic(
        .unknownOperator,
        [text(token)],
        at: token.span,
        suggestion: .didYouMean("| \(nearest)", insteadOf: token.span)
      )
    )
  }

  private mutating func reportMissingBar() {
    let word = text(token)
    let place = Span(at: token.span.start)
    report(
      Diagnostic(
        .operatorWithoutPipe,
        [word],
        at: token.span,
        suggestion: Diagnostic.Suggestion(
          Bilingual("write `| \(word)`", "请写 `| \(word)`"),
          edits: [.init(place, "| ")]
        )
      )
    )
  }

  /// source = name | "_" | "(" , pipeline , ")" ;
  private mutating func parseSource(isNested: Bool, into stages: inout [Stage]) -> PipelineSource {
    switch token.kind {
    case .pipe where !isNested:
      return .previous(Span(at: token.span.start))
    case .underscore:
      let span = token.span
      advance()
      return .lastResult(span)
    case .leftParenthesis where isPipelineBracket(allowingName: true):
      return parseParenthesisedPipeline()
    case .word, .quotedName:
      return parseNamedSource(into: &stages)
    default:
      return parseMissingSource()
    }
  }

  private mutating func parseNamedSource(into stages: inout [Stage]) -> PipelineSource {
    if startsSQL { return parseSQL() }
    if token.keyword.isOperator, !endsSource(token(after: 1)) {
      let place = Span(at: token.span.start)
      reportMissingBar()
      stages.append(parseStage())
      return .missing(place)
    }
    // Whatever follows the name, it is a table unless an expression goes on.
    guard !continuesExpression(token(after: 1)), let name = parseName() else {
      return parseMissingSource()
    }
    return .name(name)
  }

  /// Reports what stands where a table must, as a whole if it is an expression.
  private mutating func parseMissingSource() -> PipelineSource {
    let start = token.span.start
    guard startsOperand else {
      reportFound(.expectedQuery, suggestion: lineHint)
      let place = gap
      if !at(.pipe), !atClosingBracket, !endsStatement { skipToBoundary() }
      return .missing(place)
    }
    let count = diagnostics.found.count
    _ = parseExpression()
    let expression = span(from: start)
    if diagnostics.found.count == count {
      note(Diagnostic(.expectedQuery, terms: [shown(expression)], at: expression))
    }
    if !endsStage { skipToBoundary() }
    return .missing(expression)
  }

  /// A line that begins with what was meant to go on from the one before.
  private var lineHint: Diagnostic.Suggestion? {
    guard at(.and) || at(.or) || at(.by) || at(.on) else { return nil }
    return Diagnostic.Suggestion(
      Bilingual(
        "a line goes on if the one before it ends in such a word",
        "上一行以这类词结尾，才能换行接着写"))
  }

  mutating func parseParenthesisedPipeline() -> PipelineSource {
    let start = token.span.start
    return nested(orElse: { .missing($0) }) { parser in
      let bracket = parser.open()
      let pipeline = parser.parsePipeline(isNested: true)
      parser.close(bracket)
      return .parenthesised(pipeline, parser.span(from: start))
    }
  }

  /// Whether the value of a `let` is a pipeline: it begins with a bar or `_`, or a bar follows its
  /// name or its bracket, or stands in it.
  var startsBoundPipeline: Bool {
    switch token.kind {
    case .pipe, .underscore: true
    case .word, .quotedName: peekName() != nil && leadsToStage(token(after: 1))
    case .leftParenthesis:
      isPipelineBracket(allowingName: false) || leadsToStage(tokens[Int(token.payload) + 1])
    default: false
    }
  }

  /// Whether a stage follows, with its bar or without.
  private func leadsToStage(_ token: Token) -> Bool {
    token.kind == .pipe || token.keyword.isOperator && !token.flags.contains(.startsLine)
  }

  /// Whether a token after a source ends it.
  private func endsSource(_ token: Token) -> Bool {
    switch token.kind {
    case .pipe, .newline, .semicolon, .end, .rightParenthesis: true
    default: false
    }
  }

  /// Whether an expression goes on with a token.
  func continuesExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .leftParenthesis, .dotDot: return true
    case .word:
      switch token.keyword {
      case .is, .isNot, .to, .not, .notIn, .notContains, .missing, .present, .exact: return true
      default: return BinaryOperator(token) != nil
      }
    default: return BinaryOperator(token) != nil
    }
  }

  /// Whether the bracket here holds a pipeline: a bar stands in it, or what it holds is `_`, or,
  /// unless a value may stand here, a name. The same one bracket further in is a pipeline too.
  func isPipelineBracket(allowingName: Bool) -> Bool {
    var index = index
    for _ in 0...limits.nesting {
      if tokens[index].flags.contains(.holdsBar) { return true }
      index += 1
      if tokens[index].kind != .leftParenthesis { break }
    }
    guard index + 1 < tokens.count, tokens[index + 1].kind == .rightParenthesis else {
      return false
    }
    switch tokens[index].kind {
    case .underscore: return true
    case .quotedName: return allowingName
    case .word: return allowingName && !tokens[index].keyword.isReserved
    default: return false
    }
  }
}
