// Words of other languages where a word of this one belongs. They are reported with what to write,
// and read as if that stood there, so that the stages after them keep their columns.
extension Parser {
  /// Records that the next token is a word of another language.
  private mutating func reportForeign(_ suggestion: Diagnostic.Suggestion) {
    report(Diagnostic(.foreignWord, [text(token)], at: token.span, suggestion: suggestion))
  }

  // MARK: Operators of pipelines

  /// A stage that begins with another language's operator, read as the one that does the same; `bar`
  /// is what was forgotten before it.
  mutating func parseForeignStage(after bar: String = "") -> Stage.Kind? {
    if let kind = parseTurnedJoin(after: bar) { return kind }
    guard token.keyword == .none, let meant = ForeignWords.operator(text(token)) else {
      return nil
    }
    let hasBy = ForeignWords.folded(text(token(after: 1))) == "by" || token(after: 1).keyword == .by
    switch meant {
    case .sort where hasBy:
      reportForeignOperator(bar + spelling(of: .sort, like: token), through: token(after: 1))
      advance()
      advance()
      return parseOperands(of: .sort)
    case .summarize where hasBy:
      return parseGrouping(after: bar)
    case .summarize:
      reportForeignOperator(nil, through: token)
      skipToBoundary()
      return .missing
    case .take where ForeignWords.folded(text(token)) == "top":
      return parseTop(after: bar)
    default:
      reportForeignOperator(bar + spelling(of: meant, like: token), through: token)
      advance()
      return parseOperands(of: meant)
    }
  }

  /// `left join x`: reported, and read as `join left x`.
  private mutating func parseTurnedJoin(after bar: String) -> Stage.Kind? {
    guard token(after: 1).keyword == .join, JoinKind(token.keyword) != nil else { return nil }
    let (kind, join) = (token, token(after: 1))
    let words =
      cursor.text(join.span.start, join.span.end) + " "
      + cursor.text(kind.span.start, kind.span.end)
    reportForeignOperator(bar + words, through: join)
    tokens[index] = Token(
      .word, start: kind.span.start, end: kind.span.end, keyword: join.keyword)
    tokens[index + 1] = Token(
      .word, start: join.span.start, end: join.span.end, keyword: kind.keyword)
    advance()
    return parseOperands(of: .join)
  }

  private mutating func reportForeignOperator(_ replacement: String?, through last: Token) {
    let span = token.span.union(last.span)
    report(
      Diagnostic(
        .unknownOperator,
        [cursor.text(span.start, span.end)],
        at: span,
        suggestion: replacement.map { .write($0, insteadOf: span) }
          ?? Diagnostic.Suggestion(
            Bilingual(
              "groups are made by `summarize … by …`", "分组请用 `汇总 … 按 …`"))
      )
    )
  }

  /// `group by key, …`: the rows of each group are counted.
  private mutating func parseGrouping(after bar: String) -> Stage.Kind {
    let word = token.span
    let isEnglish = cursor[word.start] < 0x80
    let count = isEnglish ? "count()" : "计数()"
    reportForeignOperator("\(bar)\(spelling(of: .summarize, like: token)) \(count)", through: token)
    advance()
    advance()
    let call = Expression(.call(Call(Name(isEnglish ? "count" : "计数", word), [])), word)
    return .summarize(
      Summary(
        aggregates: [Assignment(name: nil, value: call)],
        groups: parseItems { $0.parseAssignment() })
    )
  }

  /// KQL's `top 5 by growth`, which takes the largest.
  private mutating func parseTop(after bar: String) -> Stage.Kind {
    guard token(after: 1).kind == .number, token(after: 2).keyword == .by else {
      reportForeignOperator(bar + spelling(of: .take, like: token), through: token)
      advance()
      return parseOperands(of: .take)
    }
    let word = token
    advance()
    let count = cursor.text(token.span.start, token.span.end)
    advance()
    advance()
    let keysStart = token.span.start
    let mistakes = diagnostics.found.count
    let keys = parseItems { $0.parseSortKey() }
    guard diagnostics.found.count == mistakes else { return .sort(keys) }
    let order = keys.last?.direction == nil ? " desc" : ""
    note(
      Diagnostic(
        .unknownOperator, [text(word)], at: word.span,
        suggestion: .write(
          "\(bar)sort \(cursor.text(keysStart, previousEnd))\(order) | take \(count)",
          insteadOf: span(from: word.span.start))))
    return .sort(keys)
  }

  /// `case when … then … else … end` of SQL: reported, and passed over with the rest of the stage.
  mutating func parseCaseWhen() -> Expression? {
    let next = token(after: 1)
    guard at(.word), token.span.count == 4, next.kind == .word, next.span.count == 4,
      ForeignWords.folded(text(token)) == "case", ForeignWords.folded(text(next)) == "when"
    else { return nil }
    let start = token.span.start
    reportForeign(
      Diagnostic.Suggestion(
        Bilingual(
          "write `case(condition, value, …, otherwise)`", "请写 `分情况(条件, 值, …, 其余)`")))
    skipToBoundary()
    return .missing(span(from: start))
  }

  // MARK: Between and after operands

  /// A word after an operand that belongs to another language: its token becomes that of the sign or
  /// word to be written; true if so.
  mutating func replaceForeignInfix() -> Bool {
    if at(.not), token(after: 1).keyword == .none {
      index += 1
      defer { index -= 1 }
      return replaceForeignInfix()
    }
    guard at(.word), token.keyword == .none, !endsStatement, !diagnostics.isFull,
      let infix = ForeignWords.infix(text(token))
    else { return false }
    let word = ForeignWords.folded(text(token))
    if word == "between" || word == "介于" {
      replaceBetween(by: infix)
    } else if infix.keyword == .matches, token(after: 1).kind == .string {
      replaceLike(by: infix)
    } else {
      reportForeign(.write(infix.spelling, insteadOf: token.span))
      replaceToken(by: infix)
    }
    return true
  }

  private mutating func replaceToken(by infix: ForeignWords.Infix) {
    let span = token.span
    tokens[index] = Token(infix.kind, start: span.start, end: span.end, keyword: infix.keyword)
  }

  /// `x between a and b` is `x in a..b`.
  private mutating func replaceBetween(by infix: ForeignWords.Infix) {
    var and = index + 1
    while and < tokens.count, tokens[and].keyword != .and,
      ForeignWords.infix(text(tokens[and]))?.keyword != .and
    {
      if [.pipe, .newline, .semicolon, .end].contains(tokens[and].kind) {
        reportForeign(Diagnostic.Suggestion(Bilingual("write `in a..b`", "请写 `属于 甲..乙`")))
        return replaceToken(by: infix)
      }
      and += 1
    }
    let sign = tokens[and].span
    let from = tokens[and - 1].span.end
    let through = token(after: and + 1 - index).span.start
    reportForeign(
      Diagnostic.Suggestion(
        Bilingual("write `in … .. …`", "请写 `属于 … .. …`"),
        edits: [
          .init(token.span, infix.spelling), .init(Span(from, max(through, sign.end)), ".."),
        ]))
    replaceToken(by: infix)
    tokens[and] = Token(.dotDot, start: sign.start, end: sign.end)
  }

  /// `x like "%a%"`: a pattern of SQL, of which `%` stands for any text and `_` for one character.
  private mutating func replaceLike(by infix: ForeignWords.Infix) {
    let pattern = token(after: 1)
    let (keyword, written) = textTest(like: pattern)
    let spelling = spelling(of: keyword, like: token)
    reportForeign(.write("\(spelling) \(written)", insteadOf: token.span.union(pattern.span)))
    replaceToken(by: ForeignWords.Infix(kind: .word, keyword: keyword, spelling: spelling))
  }

  /// The test that a pattern of SQL comes to, and what stands after it.
  func textTest(like pattern: Token) -> (keyword: Keyword, written: String) {
    let text = stringValue(pattern)
    let (before, after) = (text.hasPrefix("%"), text.hasSuffix("%"))
    let inner = String(text.dropFirst(before ? 1 : 0).dropLast(after ? 1 : 0))
    let isPlain = !inner.isEmpty && !inner.contains { "%_\"\\".contains($0) }
    switch (isPlain, before, after) {
    case (true, true, true): return (.contains, "\"\(inner)\"")
    case (true, false, true): return (.starts, "\"\(inner)\"")
    case (true, true, false): return (.ends, "\"\(inner)\"")
    default:
      let written = cursor.text(pattern.span.start, pattern.span.end)
      return (.matches, String(written.map { $0 == "%" ? "*" : $0 == "_" ? "?" : $0 }))
    }
  }

  /// The name after `as`, which stands before what it names here.
  mutating func parseForeignAlias(of value: Expression) -> Name? {
    guard at(.word), ["as", "作为"].contains(ForeignWords.folded(text(token))) else { return nil }
    let next = token(after: 1)
    guard next.kind == .quotedName || next.kind == .word && !next.keyword.isReserved else {
      return nil
    }
    let name = cursor.text(next.span.start, next.span.end)
    reportForeign(
      Diagnostic.Suggestion(
        Bilingual("write `\(name) = …`", "请写 `\(name) = …`"),
        edits: [
          .init(Span(at: value.span.start), "\(name) = "),
          .init(Span(value.span.end, next.span.end), ""),
        ]))
    advance()
    return parseName()
  }

  /// `5亿 元`: reported, and read without the blank.
  mutating func parseDistantUnit(of number: Token, _ literal: NumberLiteral) -> NumberLiteral? {
    guard at(.word), token.keyword == .none, literal.unit.isEmpty, !literal.scale.isEmpty,
      UnitText.isUnit(text(token)), !endsStatement
    else { return nil }
    let whole = number.span.union(token.span)
    let unit = text(token)
    reportUnjoined(
      .write(cursor.text(number.span.start, number.span.end) + unit, insteadOf: whole))
    advance()
    return NumberLiteral(digits: literal.digits, scale: literal.scale, unit: unit)
  }

  /// `5 million`, with perhaps a unit after it: reported, and read as 5百万.
  mutating func parseForeignScale(of number: Token, _ literal: NumberLiteral) -> NumberLiteral? {
    guard at(.word), token.keyword == .none, literal.isBare,
      let scale = ForeignWords.scale(text(token))
    else { return nil }
    let next = token(after: 1)
    let unit = next.kind == .word && UnitText.isUnit(text(next)) ? text(next) : ""
    let span = Span(number.span.end, unit.isEmpty ? token.span.end : next.span.end)
    reportForeign(
      Diagnostic.Suggestion(
        Bilingual(
          "write `\(literal.digits)\(scale)\(unit)`", "请写 `\(literal.digits)\(scale)\(unit)`"),
        edits: [.init(span, scale + unit)]))
    advance()
    if !unit.isEmpty { advance() }
    return NumberLiteral(digits: literal.digits, scale: scale, unit: unit)
  }
}
