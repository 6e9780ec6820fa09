// Operators that choose and add columns: select, derive.
extension Parser {
  /// projection = "select" , list(item) ;
  mutating func parseSelect() -> Stage.Kind {
    .select(parseItems { $0.parseSelectItem() })
  }

  /// item = "-" , name | [ name , "=" ] , expression ;
  ///
  /// A minus before a name with nothing after it drops the column; any other is arithmetic.
  private mutating func parseSelectItem() -> SelectItem {
    guard at(.minus), dropsColumn else { return .keep(parseAssignment()) }
    let start = token.span.start
    advance()
    let name = parseName() ?? .missing(gap)
    return .drop(name, span(from: start))
  }

  private var dropsColumn: Bool {
    let name = token(after: 1)
    guard name.kind == .quotedName || name.kind == .word && !name.keyword.isReserved else {
      return false
    }
    switch token(after: 2).kind {
    case .comma, .pipe, .newline, .semicolon, .end, .rightParenthesis: return true
    default: return false
    }
  }

  /// derivation = "derive" , list(name , "=" , expression) , [ window ] ;
  mutating func parseDerive() -> Stage.Kind {
    let columns = parseItems(until: { $0.startsWindowOrder }, forgetting: .sign) { parser in
      if let assignment = parser.parseAssignmentWithoutSign() { return assignment }
      let assignment = parser.parseAssignment(isNamed: true)
      if assignment.name == nil, !assignment.value.isMissing {
        parser.note(Diagnostic(.unnamedColumn, at: assignment.span))
      }
      return assignment
    }
    return .derive(Derivation(columns: columns, window: parseWindow()))
  }

  /// `derive x count / 2`, where `=` was forgotten: reported, and read as if it stood there.
  private mutating func parseAssignmentWithoutSign() -> Assignment? {
    let value = token(after: 1)
    guard value.kind != .assign, let name = peekName(), ForeignWords.infix(name.text) == nil else {
      return nil
    }
    switch value.kind {
    case .equal, .colon: return parseAssignmentWithOtherSign(name)
    case .number, .period, .string, .reference, .quotedName: break
    case .word where value.keyword == .none || value.keyword == .count: break
    default: return nil
    }
    guard !value.flags.contains(.startsLine), ForeignWords.infix(text(value)) == nil,
      ForeignWords.folded(text(value)) != "as", GluedWords.split(text(value)) == nil
    else { return nil }
    advance()
    reportMissingSign()
    return Assignment(name: name, value: parseExpression())
  }

  /// `summarize n sum(x)`, where `=` was forgotten: reported, and read as if it stood there.
  mutating func parseAggregateWithoutSign() -> Assignment? {
    let (call, bracket) = (token(after: 1), token(after: 2))
    guard call.kind == .word, bracket.kind == .leftParenthesis,
      call.keyword == .none || call.keyword == .count, let name = peekName(),
      !call.flags.contains(.startsLine), ForeignWords.infix(text(call)) == nil
    else { return nil }
    advance()
    reportMissingSign()
    return Assignment(name: name, value: parseExpression())
  }

  private mutating func reportMissingSign() {
    reportFound(
      .expectedEquals,
      suggestion: Diagnostic.Suggestion(
        Bilingual("write `=` between them", "请在两者之间写 `=`"), edits: [.init(gap, " =")]))
  }

  /// `derive x == 1` or `derive x := 1`: reported, and read with `=`.
  private mutating func parseAssignmentWithOtherSign(_ name: Name) -> Assignment? {
    var sign = token(after: 1).span
    if token(after: 1).kind == .colon {
      guard token(after: 2).kind == .assign else { return nil }
      sign = sign.union(token(after: 2).span)
    }
    advance()
    report(
      Diagnostic(
        .expectedEquals, terms: [shown(sign)], at: sign, suggestion: .write("=", insteadOf: sign)))
    if at(.colon) { advance() }
    advance()
    return Assignment(name: name, value: parseExpression())
  }

  /// assignment = [ name , "=" ] , expression ;
  ///
  /// Where a name must stand, `missing = 1` is one that is reserved and no comparison.
  mutating func parseAssignment(isNamed: Bool = false) -> Assignment {
    guard token(after: 1).kind == .assign else {
      let value = parseExpression()
      return Assignment(name: parseForeignAlias(of: value), value: value)
    }
    if let name = parseName() {
      advance()
      return Assignment(name: name, value: parseExpression())
    }
    guard at(.word), !startsOperand || at(.not) || isNamed else {
      return Assignment(name: nil, value: parseExpression())
    }
    let name = Name(text(token), token.span)
    reportReserved(name)
    advance()
    advance()
    return Assignment(name: name, value: parseExpression())
  }
}
