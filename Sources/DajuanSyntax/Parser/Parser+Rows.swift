// Operators that choose and order rows: where, sort, take, skip, distinct.
extension Parser {
  /// sorting = "sort" , list(sort key) ;
  mutating func parseSort() -> Stage.Kind {
    if at(.by) {
      report(
        Diagnostic(
          .unexpectedToken,
          terms: [found],
          at: token.span,
          suggestion: Diagnostic.Suggestion(
            Bilingual("`sort` takes its keys without it", "`排序` 的键之前不用写它"),
            edits: [.init(Span(token.span.start, token(after: 1).span.start), "")]
          )
        )
      )
      advance()
    }
    return .sort(parseItems { $0.parseSortKey() })
  }

  /// sort key = expression , [ "asc" | "desc" ] ;
  mutating func parseSortKey() -> SortKey {
    let start = token.span.start
    if at(.descending) || at(.ascending), token(after: 1).kind == .word { return parseTurnedKey() }
    let value = parseExpression()
    var direction: SortKey.Direction?
    if take(.descending) {
      direction = .descending
    } else if take(.ascending) {
      direction = .ascending
    }
    return SortKey(value: value, direction: direction, span: span(from: start))
  }

  /// `sort desc growth`: reported, and read with the direction after the key.
  private mutating func parseTurnedKey() -> SortKey {
    let word = token
    let direction: SortKey.Direction = at(.descending) ? .descending : .ascending
    let place = Span(word.span.start, token(after: 1).span.start)
    let text = cursor.text(word.span.start, word.span.end)
    let reported = index
    advance()
    let value = parseExpression()
    let after = Span(at: value.span.end)
    if reportedIndex < reported {
      note(
        Diagnostic(
          .unexpectedToken, terms: [shown(word.span)], at: word.span,
          suggestion: Diagnostic.Suggestion(
            Bilingual("write `\(text)` after the key", "请把 `\(text)` 写在键之后"),
            edits: [.init(place, ""), .init(after, " \(text)")])))
    }
    return SortKey(value: value, direction: direction, span: span(from: word.span.start))
  }

  /// limit = ( "take" | "skip" ) , expression , [ "by" , list(expression) ] ;
  mutating func parseRowCount() -> RowCount {
    let count = parseExpression()
    let groups = take(.by) ? parseItems { $0.parseExpression() } : []
    return RowCount(count: count, groups: groups)
  }

  /// deduplication = "distinct" , [ list(expression) ] ;
  mutating func parseDistinct() -> Stage.Kind {
    .distinct(endsStage ? [] : parseItems { $0.parseExpression() })
  }
}
