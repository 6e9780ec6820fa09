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
    let value = parseExpression()
    var direction: SortKey.Direction?
    if take(.descending) {
      direction = .descending
    } else if take(.ascending) {
      direction = .ascending
    }
    return SortKey(value: value, direction: direction, span: span(from: start))
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
