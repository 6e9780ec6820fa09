// Operators that bring in another table: join, union.
extension Parser {
  /// joining = "join" , [ join kind ] , source , [ "on" , list(join key) ] ;
  ///
  /// The checker asks for a missing `on`: it knows the columns both sides have.
  mutating func parseJoin() -> Stage.Kind {
    let kind = parseJoinKind()
    let start = token.span.start
    let source = parseOperandSource()
    if at(.pipe), let keys = parseKeysAfterBareQuery(from: start) {
      return .join(Join(kind: kind, source: .missing(span(from: start)), keys: keys))
    }
    return .join(Join(kind: kind, source: source, keys: parseJoinKeys()))
  }

  /// combination = "union" , list(source) ;
  mutating func parseUnion() -> Stage.Kind {
    .union(parseItems { $0.parseOperandSource() })
  }

  /// source = name | "_" | "(" , nested pipeline , ")" ;
  private mutating func parseOperandSource() -> PipelineSource {
    switch token.kind {
    case .underscore:
      let span = token.span
      advance()
      return .lastResult(span)
    case .leftParenthesis:
      return parseParenthesisedPipeline()
    default:
      if let name = parseName() { return .name(name) }
      let place = gap
      reportFound(.expectedSource)
      while !endsStage, !at(.comma), !at(.on) { skipOne() }
      reportedIndex = index
      return .missing(place)
    }
  }

  // MARK: Kinds

  /// join kind = "inner" | "left" | "semi" | "anti" ;
  ///
  /// A word is a kind where another table follows it, and a table elsewhere: so is `左联项目`, which
  /// may be a name, and of which the checker knows whether it is.
  private mutating func parseJoinKind() -> JoinKind? {
    guard at(.word), startsSource(token(after: 1)) else { return nil }
    if let kind = JoinKind(token.keyword) {
      advance()
      return kind
    }
    let entries = JoinKind.allCases.compactMap { Vocabulary.entry(of: $0.keyword) }
    let nearest = NearestName(text(token)).best(among: entries.flatMap(\.spellings))
    let isKind =
      nearest != nil || token(after: 1).kind == .leftParenthesis || token(after: 2).keyword == .on
    guard isKind, !token.keyword.isReserved else { return nil }
    let words = Bilingual(
      "the kinds are " + entries.map { "`\($0.english)`" }.joined(separator: ", "),
      "可用的方式：" + entries.map { "`\($0.chinese)`" }.joined(separator: "、")
    )
    report(
      Diagnostic(
        .unknownJoinKind,
        [text(token)],
        at: token.span,
        suggestion: nearest.map { .didYouMean($0, insteadOf: token.span) } ?? .init(words)
      )
    )
    advance()
    return nearest.flatMap { word in
      entries.first { $0.spellings.contains(word) }?.keyword.flatMap(JoinKind.init)
    }
  }

  private func startsSource(_ token: Token) -> Bool {
    switch token.kind {
    case .word: !token.keyword.isReserved
    case .quotedName, .underscore, .leftParenthesis: true
    default: false
    }
  }

  // MARK: Keys

  /// `on` and its keys; nil, unreported, where the stage ends before them.
  private mutating func parseJoinKeys() -> [Join.Key]? {
    if !at(.on) { _ = splitGluedWord { $0 == .on } }
    if !take(.on) {
      if endsStage { return reportedIndex == index ? [] : nil }
      if token.keyword.isOperator, !endsKey(token(after: 1)) { return nil }
      guard recoverMissingOn() else { return [] }
    }
    var keys = [parseJoinKey()]
    while at(.comma) || at(.and) {
      if at(.and) { reportAndBetweenKeys() }
      advance()
      if endsStage { break }
      keys.append(parseJoinKey())
    }
    return keys
  }

  /// join key = name , [ ( "==" | "=" ) , name ] ;
  private mutating func parseJoinKey() -> Join.Key {
    let left = parseColumnName()
    guard at(.equal) || at(.assign) else { return Join.Key(left: left, right: nil) }
    advance()
    return Join.Key(left: left, right: parseColumnName())
  }

  /// Reports what stands where `on` must; true where a key follows it all the same.
  private mutating func recoverMissingOn() -> Bool {
    let word = spelling(of: .on, like: tokens[max(0, index - 1)])
    let isKey = peekName() != nil && endsKey(token(after: 1))
    let isOtherWord = (at(.word) || at(.colon)) && startsSource(token(after: 1))
    let suggestion: Diagnostic.Suggestion? =
      isKey
      ? Diagnostic.Suggestion(
        Bilingual("write `\(word)` before the key", "键之前请写 `\(word)`"),
        edits: [.init(Span(at: token.span.start), word + " ")]
      ) : isOtherWord ? .write(word, insteadOf: token.span) : nil
    reportFound(.expectedOn, suggestion: suggestion)
    if isKey { return true }
    guard isOtherWord else {
      skipToBoundary()
      return false
    }
    advance()
    return true
  }

  private func endsKey(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .equal, .assign, .pipe, .newline, .semicolon, .end, .rightParenthesis: true
    default: false
    }
  }

  private mutating func reportAndBetweenKeys() {
    report(
      Diagnostic(
        .unexpectedToken,
        terms: [found],
        at: token.span,
        suggestion: .write(",", insteadOf: token.span)
      )
    )
  }

  /// `join facts | where … on key`: the query before `on` wants brackets.
  private mutating func parseKeysAfterBareQuery(from start: Int) -> [Join.Key]? {
    guard let keyword = indexOfOn else { return nil }
    let query = Span(start, tokens[keyword - 1].span.end)
    note(
      Diagnostic(
        .bareQueryAsSource,
        at: query,
        suggestion: Diagnostic.Suggestion(
          Bilingual("put it in parentheses", "请用括号括起来"),
          edits: [.init(Span(at: query.start), "("), .init(Span(at: query.end), ")")]
        )
      )
    )
    index = keyword
    return parseJoinKeys()
  }

  /// The next `on` of this pipeline, unless a join of its own comes before it.
  private var indexOfOn: Int? {
    var index = index
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .newline, .semicolon, .end, .rightParenthesis, .rightBracket:
        return nil
      case .leftParenthesis, .leftBracket:
        if token.payload > 0 { index = Int(token.payload) }
      case .word where token.keyword == .on:
        return index
      case .word where token.keyword == .join && tokens[index - 1].kind == .pipe:
        return nil
      default: break
      }
      index += 1
    }
    return nil
  }
}
