import DajuanLedger
import DajuanSyntax

extension Checker {
  /// Window functions found in the formula of one column of `derive`.
  struct WindowScope {
    /// Where their values stand: after the columns in scope.
    let base: Int
    let isOrdered: Bool
    var found: [WindowCall] = []
    /// Whether a window function's own argument is being checked.
    var isInside = false
  }

  mutating func checkDerive(_ derivation: Derivation) -> Step.Kind {
    let mistakes = diagnostics.count
    // Keys see the columns before the stage, so that a column in the making cannot move rows.
    let groups = derivation.window?.groups.map { check($0) } ?? []
    let order = derivation.window?.order.map { checkSortKey($0) } ?? []
    var items: [Step.Windows.Item] = []
    var made: Set<Int> = []
    for assignment in derivation.columns {
      // What has no name was told already; a bare word is most likely meant to be that name.
      if assignment.name == nil, case .name = assignment.value.kind { continue }
      windows = WindowScope(base: relation.columns.count, isOrdered: !order.isEmpty)
      let formula = check(assignment.value)
      let calls = windows?.found ?? []
      windows = nil
      let uses = calls.reduce(formula.columns) { $0.union($1.argument?.columns ?? []) }
      let place = assignment.name.flatMap { relation.index(of: $0.text) } ?? relation.columns.count
      // Named again, a column must come of the one before it, which would be lost otherwise.
      if !made.insert(place).inserted, !uses.contains(place), !formula.isInvalid {
        report(.duplicateColumn, [assignment.name?.text ?? ""], at: assignment.span)
      }
      items.append(Step.Windows.Item(calls: calls, column: extend(assignment, formula)))
    }
    if items.contains(where: { !$0.calls.isEmpty }) {
      return .window(Step.Windows(items: items, groups: groups, order: order))
    }
    if let window = derivation.window, diagnostics.count == mistakes { reportIdle(window) }
    return .extend(items.map(\.column))
  }

  /// `by` or `sort` that nothing looks at: most likely a `|` is missing before `sort`.
  private mutating func reportIdle(_ window: Window) {
    let isSort = window.groups.isEmpty
    report(
      .idleWindow, at: window.span,
      suggestion: isSort
        ? Diagnostic.Suggestion(
          Bilingual("to sort the rows, write `| sort`", "要给行排序，请写 `| 排序`"),
          edits: [.init(Span(at: window.keyword.start), "| ")])
        : nil)
  }

  /// A call of a window function: within `derive` a reference to its values.
  mutating func checkWindow(_ function: WindowFunction, _ call: Call, _ span: Span) -> Formula {
    guard let scope = windows else {
      reportOutside(call, span)
      return .invalid(span)
    }
    if scope.isInside {
      report(.nestedWindow, at: span)
      return .invalid(span)
    }
    guard checkCount(call, function.argumentCount, span) else { return .invalid(span) }
    windows?.isInside = true
    let argument = call.arguments.first.map { check($0) }
    let distance = call.arguments.count > 1 ? checkDistance(call) : 1
    windows?.isInside = false
    if let argument, argument.isInvalid { return .invalid(span) }
    guard let distance else { return .invalid(span) }
    if function == .runningSum || function == .shareOf, let argument,
      !Parameter.quantity.accepts(argument.type)
    {
      let place = Bilingual("1", "1")
      report(
        .wrongArgument,
        terms: [
          Bilingual(call.function.text), place, Parameter.quantity.summary, argument.summary,
        ],
        at: argument.span, labels: [argument.label])
      return .invalid(span)
    }
    if function == .rank, !scope.isOrdered {
      reportUnordered(call, span)
      return .invalid(span)
    }
    let found = WindowCall(function: function, argument: argument, distance: distance, span: span)
    let index = scope.base + scope.found.count
    windows?.found.append(found)
    let keepsUnit = function == .lag || function == .lead || function == .runningSum
    return Formula(
      .column(index), found.type, span, isPinned: keepsUnit && argument?.isPinned == true)
  }

  /// How many rows away: a whole number, not below zero; `nil` after a mistake.
  private mutating func checkDistance(_ call: Call) -> Int? {
    let formula = check(call.arguments[1])
    if case .quantity(let quantity) = value(of: formula), let rows = quantity.rowCount {
      return rows
    }
    if !formula.isInvalid { report(.expectedRowCount, at: formula.span) }
    return nil
  }

  private mutating func reportOutside(_ call: Call, _ span: Span) {
    let text = source.text(span)
    report(
      .windowOutside, [call.function.text], at: span,
      suggestion: Diagnostic.Suggestion(
        Bilingual(
          "first `derive x = \(text) by … sort …`, then use `x`",
          "先写 `计算 x = \(text) 按 … 排序 …`，再用 `x`")))
  }

  private mutating func reportUnordered(_ call: Call, _ span: Span) {
    report(
      .rankWithoutOrder, [call.function.text], at: span,
      suggestion: Diagnostic.Suggestion(
        Bilingual(
          "end the `derive` with `sort …`; `row_number()` counts the rows as they stand",
          "在 `计算` 末尾写 `排序 …`；`行号()` 按行的现有次序计数")))
  }
}
