// What the columns of a derive may look at: by, sort.
extension Parser {
  /// window = "by" , list(expression) | [ "by" , expressions without a last comma ] , sorting ;
  mutating func parseWindow() -> Window? {
    if !endsStage { _ = splitGluedWord { $0 == .by || $0 == .sort } }
    guard at(.by) || at(.sort) else { return nil }
    let keyword = token.span
    var groups = take(.by) ? parseItems { $0.parseExpression() } : []
    var order: [SortKey] = []
    if !endsStage { _ = splitGluedWord { $0 == .sort } }
    if take(.sort), case .sort(let keys) = parseSort() { order = keys }
    if at(.by), groups.isEmpty {
      reportLateGroups()
      advance()
      groups = parseItems { $0.parseExpression() }
    }
    return Window(
      groups: groups,
      order: order,
      keyword: keyword,
      span: span(from: keyword.start)
    )
  }

  /// Whether `sort` after a comma begins the order, and is no column of that name: `sort = 1`.
  var startsWindowOrder: Bool { at(.sort) && token(after: 1).kind != .assign }

  private mutating func reportLateGroups() {
    report(
      Diagnostic(
        .unexpectedToken,
        terms: [found],
        at: token.span,
        suggestion: Diagnostic.Suggestion(
          Bilingual("the groups come before the order: `by … sort …`", "分组在排序之前：`按 … 排序 …`")
        )
      )
    )
  }
}
