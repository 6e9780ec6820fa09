extension Parser {
  /// stage = filter | projection | derivation | sorting | limit | deduplication | summary
  ///   | joining | combination | pivoting | "count" | "describe" | "track" | "cite"
  ///   | assertion | chart ;
  ///
  /// A misspelt operator is reported and read as the one it must have been meant to be, so that
  /// what it adds to the columns is there for the stages after it.
  mutating func parseStage() -> Stage {
    let place = gap
    guard token.kind == .word, !token.keyword.isReserved else {
      reportFound(.expectedOperator)
      skipToBoundary()
      return Stage(kind: .missing, keyword: place, span: place)
    }
    if !token.keyword.isOperator { _ = splitGluedWord(beginningWith: \.isOperator) }
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

  /// The operator nearest to a word in either language, and its spelling.
  static func nearestOperator(to word: String) -> (spelling: String, keyword: Keyword)? {
    guard
      let spelling = NearestName(word).best(among: Vocabulary.spellings(of: .operator)),
      let keyword = Vocabulary.entry(spelled: spelling, in: .operator)?.keyword
    else { return nil }
    return (spelling, keyword)
  }

  /// A list within a stage: items with commas between them, and perhaps one after the last.
  ///
  ///     list(item) = item , { "," , item } , [ "," ] ;
  ///
  /// After a comma the list is over also where `ends` says so.
  mutating func parseItems<Item>(
    until ends: (Parser) -> Bool = { _ in false },
    joinedBy mark: String = ",",
    _ item: (inout Parser) -> Item
  ) -> [Item] {
    var items = [item(&self)]
    while at(.comma) || reportMissing(mark) {
      guard take(.comma) || mark == "," else { break }
      if endsItems || ends(self) { break }
      items.append(item(&self))
    }
    return items
  }

  /// The condition of a stage. One that falls apart is missing: its parts are no conditions.
  mutating func parseCondition() -> Expression {
    let condition = parseExpression()
    guard startsUnjoinedOperand || at(.invalid), reportedIndex != index else { return condition }
    reportUnjoined(
      Diagnostic.Suggestion(
        Bilingual(
          "an operator such as `==`, `>` or `and` joins two operands",
          "两个操作数之间要有 `==`、`>`、`且` 一类的运算符")))
    skipToBoundary()
    return .missing(span(from: condition.span.start))
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

  /// Records that nothing joins the next operand to the one before it.
  mutating func reportUnjoined(_ suggestion: Diagnostic.Suggestion? = nil) {
    reportFound(.missingOperator, suggestion: suggestion)
  }

  /// Records what was forgotten between two items, or after the last; false where nothing was.
  private mutating func reportMissing(_ mark: String) -> Bool {
    guard startsUnjoinedOperand, reportedIndex != index else { return false }
    let isWord = mark != ","
    let word = isWord && token.kind == .word ? spelling(of: .by, like: token) : mark
    reportUnjoined(
      Diagnostic.Suggestion(
        Bilingual("write `\(word)` between them", "请在两者之间写 `\(word)`"),
        edits: [.init(gap, isWord ? " \(word)" : word)]))
    return true
  }

  /// Whether a list that has had a comma ends here.
  private var endsItems: Bool { endsStage || at(.by) }
}
