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
    let word = spelling(of: .values, like: tokens[max(0, index - 1)])
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
    let place = gap
    if token(after: 1).kind == .leftParenthesis, peekName() != nil {
      return reportComputedColumn()
    }
    if let name = parseName() { return name }
    if at(.number) || at(.period) {
      // `2021` as a name: what a pivot over periods makes.
      let quoted = "`\(text(token))`"
      reportFound(.expectedName, suggestion: .write(quoted, insteadOf: token.span))
      advance()
      return .missing(place)
    }
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

  /// Reports a call where only a column can stand.
  private mutating func reportComputedColumn() -> Name {
    let count = diagnostics.found.count
    let expression = parseExpression()
    if diagnostics.found.count == count {
      note(
        Diagnostic(
          .expectedName,
          terms: [shown(expression.span)],
          at: expression.span,
          suggestion: Diagnostic.Suggestion(
            Bilingual("name it in a `derive` before", "请先用 `计算` 为它命名")
          )
        )
      )
    }
    return .missing(expression.span)
  }
}
