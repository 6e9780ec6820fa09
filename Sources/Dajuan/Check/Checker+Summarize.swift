import DajuanLedger
import DajuanSyntax

extension Checker {
  /// `summarize … by …`: the groups, then the aggregates found in the expressions, then, where an
  /// expression is more than one aggregate, a projection that works it out.
  mutating func checkSummarize(_ summary: Summary, _ stage: Stage) -> [Step] {
    let rows = relation
    var groups: [Formula] = []
    var columns: [RelationColumn] = []
    var names = ColumnNames()
    for group in summary.groups {
      let formula = check(group.value)
      groups.append(formula)
      columns.append(newColumn(for: group, formula, beside: &names))
    }
    let groupCount = groups.count
    // Expressions over aggregates see the groups and the aggregates, not the rows.
    aggregates = AggregateScope(groupCount: groupCount, rows: rows)
    relation.columns = columns
    var results: [Formula] = columns.indices.map {
      Formula(.column($0), columns[$0].type, Span(at: 0))
    }
    var named: [RelationColumn] = columns
    for assignment in summary.aggregates {
      let found = aggregates?.found.count ?? 0
      let formula = check(assignment.value)
      if !formula.isInvalid, aggregates?.found.count == found {
        report(.notAnAggregate, at: formula.span)
      }
      named.append(newColumn(for: assignment, formula, beside: &names))
      results.append(formula)
    }
    let found = aggregates?.found ?? []
    aggregates = nil
    relation.columns = named
    let step = { [source] (kind: Step.Kind, relation: Relation) in
      Step(kind: kind, relation: relation, span: stage.span, source: source)
    }
    var gathered = relation
    gathered.columns =
      columns
      + found.enumerated().map {
        RelationColumn(name: "aggregate \($0.offset)", type: $0.element.type)
      }
    let aggregate = step(.aggregate(found, groups: groups), gathered)
    return [aggregate, step(.project(results), relation)]
  }

  /// A call of an aggregate: within `summarize` a reference to its result.
  mutating func checkAggregate(
    _ function: Aggregate.Function, _ call: Call, _ span: Span
  ) -> Formula {
    guard var scope = aggregates else {
      report(.aggregateOutside, [call.function.text], at: span)
      return .invalid(span)
    }
    if scope.isInside {
      report(.nestedAggregate, at: span)
      return .invalid(span)
    }
    let expected = function == .quantile ? 2...2 : function == .count ? 0...1 : 1...1
    guard expected.contains(call.arguments.count) else {
      reportArgumentCount(call, expected, span)
      return .invalid(span)
    }
    let outer = relation
    relation = scope.rows
    aggregates?.isInside = true
    let argument = call.arguments.first.map { check($0) }
    let share = call.arguments.count > 1 ? checkShare(call) : 0
    aggregates?.isInside = false
    relation = outer
    if let argument, argument.isInvalid { return .invalid(span) }
    if let argument, !accepts(function, argument.type) {
      report(
        .unaggregatable, terms: [Bilingual(call.function.text), argument.summary],
        at: argument.span,
        labels: [argument.label])
      return .invalid(span)
    }
    let aggregate = Aggregate(
      function: function, argument: argument, share: share, span: expansion.place(span))
    let index = scope.groupCount + scope.found.count
    scope.found.append(aggregate)
    aggregates = scope
    return Formula(
      .column(index), aggregate.type, span,
      isPinned: argument?.isPinned == true && keepsUnit(function))
  }

  private mutating func checkShare(_ call: Call) -> Double {
    let formula = check(call.arguments[1])
    if case .quantity(let quantity) = value(of: formula), quantity.unit.dimension.isNone,
      let value = quantity.baseInterval.point?.doubleValue, (0...1).contains(value)
    {
      return value
    }
    if !formula.isInvalid {
      report(
        .wrongArgument,
        terms: [
          Bilingual(call.function.text), Bilingual("2"),
          Bilingual("a number from 0 to 1", "0 至 1 的数"), formula.summary,
        ],
        at: formula.span)
    }
    return 0
  }

  private func keepsUnit(_ function: Aggregate.Function) -> Bool {
    switch function {
    case .count, .countDistinct, .any: false
    default: true
    }
  }

  private func accepts(_ function: Aggregate.Function, _ type: ColumnType?) -> Bool {
    guard let type else { return true }
    switch function {
    case .count, .countDistinct, .first, .last: return true
    case .any: return type == .truth
    case .min, .max: return Parameter.ordered.accepts(type)
    case .sum, .avg, .median, .quantile, .stddev:
      if case .quantity = type { return true }
      return false
    }
  }
}

extension Aggregate {
  /// The type of its result.
  var type: ColumnType {
    switch function {
    case .count, .countDistinct: .quantity(.exactly(.none))
    case .any: .truth
    default: argument?.type ?? .text
    }
  }
}
