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
    let operation = keyword.keyword.isOperator ? keyword.keyword : nearestOperator()
    advance()
    let kind = parseOperands(of: operation)
    return Stage(kind: kind, keyword: keyword.span, span: span(from: keyword.span.start))
  }

  private mutating func parseOperands(of operation: Keyword) -> Stage.Kind {
    switch operation {
    case .where: return .where(parseExpression())
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
    _ item: (inout Parser) -> Item
  ) -> [Item] {
    var items = [item(&self)]
    while at(.comma) {
      advance()
      if endsItems || ends(self) { break }
      items.append(item(&self))
    }
    return items
  }

  /// Whether a list that has had a comma ends here.
  private var endsItems: Bool { endsStage || at(.by) }
}
