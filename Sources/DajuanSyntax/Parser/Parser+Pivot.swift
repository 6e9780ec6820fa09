// The operator that turns values into columns: pivot.
extension Parser {
  /// pivoting = "pivot" , name , "values" , name , [ "by" , list(name) ] ;
  mutating func parsePivot() -> Stage.Kind {
    let key: Name
    if at(.values), token(after: 1).keyword != .values, !endsStage(after: 1) {
      key = .missing(gap)
      reportFound(.expectedName)
    } else {
      key = parseColumnName()
    }
    if !take(.values) { reportMissingValues() }
    let value = endsStage && reportedIndex == index ? .missing(gap) : parseColumnName()
    let groups = take(.by) ? parseItems { $0.parseColumnName() } : nil
    return .pivot(Pivot(key: key, value: value, groups: groups))
  }

  private func endsStage(after distance: Int) -> Bool {
    switch token(after: distance).kind {
    case .pipe, .newline, .semicolon, .end, .rightParenthesis, .rightBracket: true
    default: false
    }
  }

  private mutating func reportMissingValues() {
    let word = spelling(of: .values)
    reportFound(
      .expectedValues,
      suggestion: peekName() == nil
        ? nil
        : Diagnostic.Suggestion(
          Bilingual("write `\(word)` before the column", "列之前请写 `\(word)`"),
          edits: [.init(Span(at: token.span.start), word + " ")]
        )
    )
    if peekName() == nil { skipToBoundary() }
  }

  /// A name where only a column can stand; anything else is reported and skipped.
  mutating func parseColumnName() -> Name {
    if let name = parseName() { return name }
    let place = gap
    if token.keyword.isReserved, !at(.by), !at(.on) {
      let name = Name(text(token), token.span)
      reportReserved(name)
      advance()
      return name
    }
    reportFound(.expectedName)
    while !endsStage, !at(.comma), !at(.by) { skipOne() }
    reportedIndex = index
    return .missing(place)
  }

  /// A keyword in the language of the last word read, for a suggestion.
  func spelling(of keyword: Keyword) -> String {
    let isChinese = index > 0 && text(tokens[index - 1]).unicodeScalars.contains { $0.value >= 0x2E80 }
    return Vocabulary.entry(of: keyword)?.spelling(in: isChinese ? .chinese : .english) ?? ""
  }
}
