import DajuanLedger
import DajuanSyntax

// Statements that are expressions: what they come to is shown.
extension Checker {
  /// The query that works out an expression alone. The last query stays the one before it.
  mutating func checkValue(_ expression: Expression) -> CheckedQuery? {
    if reportForgottenWord(expression) { return nil }
    relation = Relation([])
    let formula = check(expression)
    return formula.isInvalid ? nil : query(of: formula, language(of: expression))
  }

  /// The query of a name alone that stands for a value.
  mutating func namedValue(_ pipeline: Pipeline) -> CheckedQuery? {
    guard pipeline.stages.isEmpty, case .name(let name) = pipeline.source,
      let formula = bound(name), !formula.isInvalid
    else { return nil }
    return query(of: used(name, formula), language(of: Expression(.name(name), name.span)))
  }

  /// One row with one column: that of counting has one row whatever the ledger.
  private func query(of formula: Formula, _ language: Language) -> CheckedQuery {
    let count = RelationColumn(name: "count", chinese: "计数", type: .quantity(.exactly(.none)))
    let value = RelationColumn(
      name: "value", chinese: "值", type: formula.type, isPinned: formula.isPinned)
    let steps: [Step] = [(.count, count), (.project([formula]), value)].map { kind, column in
      Step(kind: kind, relation: Relation([column]), span: formula.span, source: source)
    }
    return CheckedQuery(
      origin: .entity(.reports, SourcePlace(span: formula.span, source: source)), steps: steps,
      relation: Relation([value]), language: language, isValue: true)
  }

  /// `x = 5` without `let`, and `where (…)` without a table: expressions as far as the syntax goes,
  /// but meant as something else.
  private mutating func reportForgottenWord(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .binary(let binary) where binary.isSingleEquals:
      guard case .name(let name) = binary.left.kind, bound(name) == nil else { return false }
      let place = Span(at: expression.span.start)
      report(
        .forgottenLet, [name.text], at: name.span,
        suggestion: Diagnostic.Suggestion(
          Bilingual("write `let` before it", "请在前面写 `令`"), edits: [.init(place, "let ")]))
      environment.bindings.bind(name.text, to: .value(.invalid(name.span)))
      return true
    case .call(let call):
      let name = call.function
      guard Vocabulary.entry(spelled: name.text, in: .operator) != nil,
        Vocabulary.entry(spelled: name.text, in: .aggregate) == nil
      else { return false }
      let text = source.text(expression.span)
      report(
        .unknownFunction, [name.text], at: name.span,
        suggestion: Diagnostic.Suggestion(
          Bilingual("put the table before it: `facts | \(text)`", "请先写表：`事实 | \(text)`")))
      return true
    default: return false
    }
  }

  /// Chinese where its first name is.
  private func language(of expression: Expression) -> Language {
    let name: String?
    switch expression.kind {
    case .name(let own): name = own.text
    case .call(let call): name = call.function.text
    default: name = nil
    }
    if let name { return name.utf8.allSatisfy { $0 < 0x80 } ? .english : .chinese }
    return expression.children.contains { language(of: $0) == .chinese } ? .chinese : .english
  }
}
