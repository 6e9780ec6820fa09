extension Parser {
  /// stage = filter | projection | derivation | sorting | limit | deduplication | summary
  ///   | joining | combination | pivoting | "count" | "describe" | "track" | "cite"
  ///   | assertion | chart ;
  ///
  /// A misspelt or unfinished operator is reported and read as the one it must have been meant to be, so that
  /// what it adds to the columns is there for the stages after it.
  mutating func parseStage() -> Stage {
    let place = gap
    guard token.kind == .word, !token.keyword.isReserved else {
      reportFound(.expectedOperator)
      skipToBoundary()
      return Stage(kind: .missing, keyword: place, span: place)
    }
    if !token.keyword.isOperator { _ = splitGluedWord(beginningWith: \.isOperator) }
    if !token.keyword.isOperator { splitGluedOperator() }
    let keyword = token
    if let kind = parseForeignStage() {
      return Stage(kind: kind, keyword: keyword.span, span: span(from: keyword.span.start))
    }
    let operation = keyword.keyword.isOperator ? keyword.keyword : nearestOperator()
    advance()
    let kind = parseOperands(of: operation)
    return Stage(kind: kind, keyword: keyword.span, span: span(from: keyword.span.start))
  }

  mutating func parseOperands(of operation: Keyword) -> Stage.Kind {
    switch operation {
    case .where: return .where(parseCondition())
    case .select: return parseSelect()
    case .derive: return parseDerive()
    case .sort: return parseSort()
    case .take: return .take(parseRowCount())
    case .skip: return .skip(parseRowCount())
    case .distinct: return parseDistinct()
    case .summarize: return parseSummarize()
    case .join: return parseJoin()
    case .union: return parseUnion()
    case .pivot: return parsePivot()
    case .count: return .count
    case .describe: return .describe
    case .track: return .track
    case .cite: return .cite
    case .assert: return parseAssert()
    case .chart: return parseChart()
    default:
      skipToBoundary()
      return .missing
    }
  }

  /// Reports an unknown operator and returns the nearest one.
  private mutating func nearestOperator() -> Keyword {
    let word = text(token)
    let nearest = Self.nearestOperator(to: word)
    report(
      Diagnostic(
        .unknownOperator,
        [word],
        at: token.span,
        suggestion: nearest.map { .didYouMean($0.spelling, insteadOf: token.span) }
      )
    )
    return nearest?.keyword ?? .none
  }

  /// The operator a word was probably meant to be, in either language, and its spelling.
  static func nearestOperator(to word: String) -> (spelling: String, keyword: Keyword)? {
    if let spelling = NearestName(word).best(among: Vocabulary.spellings(of: .operator)),
      let keyword = Vocabulary.entry(spelled: spelling, in: .operator)?.keyword
    {
      return (spelling, keyword)
    }
    guard let keyword = ForeignWords.operator(begunBy: word),
      let entry = Vocabulary.entry(of: keyword)
    else { return nil }
    let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
    return (isLatin ? entry.english : entry.chinese, keyword)
  }

  /// A list within a stage: items with commas between them, and perhaps one after the last.
  ///
  ///     list(item) = item , { "," , item } , [ "," ] ;
  ///
  /// After a comma the list is over also where `ends` says so.
  mutating func parseItems<Item>(
    until ends: (Parser) -> Bool = { _ in false },
    forgetting joint: Joint = .comma,
    _ item: (inout Parser) -> Item
  ) -> [Item] {
    var items = [item(&self)]
    while at(.comma) || reportMissing(joint) {
      guard take(.comma) || joint == .comma else { break }
      if endsItems || ends(self) { break }
      items.append(item(&self))
    }
    return items
  }

  /// The condition of a stage. One that falls apart is missing: its parts are no conditions.
  mutating func parseCondition() -> Expression {
    let condition = parseExpression()
    if reportGroupedDigits() { return .missing(span(from: condition.span.start)) }
    guard startsUnjoinedOperand || at(.invalid), reportedIndex != index else { return condition }
    reportUnjoined(Self.signHint)
    skipToBoundary()
    return .missing(span(from: condition.span.start))
  }

  /// `5,000万元`: digits in groups, which are reported and passed over with the rest.
  private mutating func reportGroupedDigits() -> Bool {
    guard at(.comma), index > 0, tokens[index - 1].kind == .number else { return false }
    var whole = tokens[index - 1].span
    var distance = 0
    while token(after: distance).kind == .comma, whole.end == token(after: distance).span.start,
      isDigitGroup(token(after: distance + 1), after: token(after: distance))
    {
      whole = whole.union(token(after: distance + 1).span)
      distance += 2
    }
    guard distance > 0, Int(tokens[index - 1].payload) == tokens[index - 1].span.end else {
      return false
    }
    let text = cursor.text(whole.start, whole.end)
    report(
      Diagnostic(
        .malformedNumber, [text], at: whole,
        suggestion: .write(text.filter { $0 != "," && $0 != "，" }, insteadOf: whole)))
    skipToBoundary()
    return true
  }

  private func isDigitGroup(_ group: Token, after comma: Token) -> Bool {
    group.kind == .number && group.span.start == comma.span.end
      && numberLiteral(group).digits.utf8.count == 3
  }

  /// Whether the next token begins an operand although an expression ended just before it.
  var startsUnjoinedOperand: Bool {
    switch token.kind {
    case .number, .period, .string, .reference, .quotedName: !endsStage
    case .word:
      token.keyword == .none && !endsStage && misspeltOperator == nil
        && ForeignWords.operator(text(token)) == nil && GluedWords.split(text(token)) == nil
    default: false
    }
  }

  /// Whether the next token is a word for an operator and for a column, where a list has just had an
  /// item and ends after it: a column, most likely.
  private var startsUnjoinedColumn: Bool {
    guard at(.word), token.keyword.isOperator, !token.keyword.wantsOperands, !endsStage,
      !Vocabulary.entries(spelled: text(token), in: .column).isEmpty
    else { return false }
    switch token(after: 1).kind {
    case .pipe, .end, .newline, .semicolon, .comma: return true
    case .word: return token(after: 1).keyword != .none
    default: return false
    }
  }

  /// Records that nothing joins the next operand to the one before it.
  mutating func reportUnjoined(_ suggestion: Diagnostic.Suggestion? = nil) {
    reportFound(.missingOperator, suggestion: suggestion)
  }

  /// What is most likely forgotten between an item of a list and an operand after it.
  enum Joint {
    /// Another item follows.
    case comma
    /// The groups follow.
    case by
    /// The item goes on.
    case sign
  }

  /// Records what was forgotten between two items, or after the last; false where nothing was.
  private mutating func reportMissing(_ joint: Joint) -> Bool {
    guard startsUnjoinedOperand || startsUnjoinedColumn, reportedIndex != index else {
      return false
    }
    switch joint {
    case .sign:
      reportUnjoined(Self.signHint)
      while !endsStage, !at(.comma) { skipOne() }
      reportedIndex = index
      return at(.comma)
    case .comma, .by:
      let blank = token.span.start == previousEnd ? " " : ""
      let word = joint == .comma ? "," : " " + spelling(of: .by, like: token) + blank
      let text = word.filter { $0 != " " }
      reportUnjoined(
        Diagnostic.Suggestion(
          Bilingual("write `\(text)` between them", "请在两者之间写 `\(text)`"),
          edits: [.init(gap, word)]))
      return true
    }
  }

  /// What joins two operands of one expression.
  private static let signHint = Diagnostic.Suggestion(
    Bilingual(
      "an operator such as `==`, `>` or `and` joins two operands",
      "两个操作数之间要有 `==`、`>`、`且` 一类的运算符"))

  /// Whether a list that has had a comma ends here.
  private var endsItems: Bool { endsStage || at(.by) }
}
