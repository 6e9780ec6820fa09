// Operators that make one row of many: summarize.
extension Parser {
  /// summary = "summarize" , list(assignment) , [ "by" , list(assignment) ] ;
  mutating func parseSummarize() -> Stage.Kind {
    if at(.by) { reportNoAggregate() }
    let aggregates = parseItems(forgetting: .by) {
      $0.parseAggregateWithoutSign() ?? $0.parseAssignment()
    }
    let groups = take(.by) || startsUnjoinedOperand ? parseItems { $0.parseAssignment() } : []
    return .summarize(Summary(aggregates: aggregates, groups: groups))
  }

  /// `summarize by period`: nothing is asked of the groups.
  private mutating func reportNoAggregate() {
    let count = spelling(of: .count, like: token) + "() "
    reportFound(
      .expectedExpression,
      suggestion: Diagnostic.Suggestion(
        Bilingual(
          "write what to work out, such as `count()`; the groups alone are `distinct …`",
          "请写出要求的值，如 `计数()`；只要分组，用 `去重 …`"),
        edits: [.init(Span(at: token.span.start), count)]))
  }
}
