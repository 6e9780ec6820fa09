import DajuanLedger
import DajuanSyntax

extension Checker {
  /// Checks one stage against the columns in scope, and leaves the columns after it there.
  mutating func check(_ stage: Stage) -> [Step] {
    let kinds: [Step.Kind]
    switch stage.kind {
    case .where(let condition): kinds = [.filter(checkCondition(condition))]
    case .select(let items): kinds = [checkSelect(items)]
    case .derive(let derivation): kinds = [checkDerive(derivation)]
    case .sort(let keys): kinds = [.sort(keys.map { checkSortKey($0) })]
    case .take(let rows): kinds = [checkSlice(rows, isTake: true)]
    case .skip(let rows): kinds = [checkSlice(rows, isTake: false)]
    case .distinct(let columns): kinds = checkDistinct(columns)
    case .summarize(let summary): return checkSummarize(summary, stage)
    case .join(let join): return checkJoin(join, stage)
    case .union(let sources): return checkUnion(sources, stage)
    // Needs the query so far: see `checkPipeline`.
    case .pivot: return []
    case .count:
      relation.columns = [countColumn]
      kinds = [.count]
    case .describe:
      relation.columns = Self.descriptionColumns(of: relation)
      kinds = [.describe]
    case .track: kinds = checkTrack(stage)
    case .cite:
      for column in Self.citationColumns { append(column) }
      kinds = [.cite]
    case .assert(let assertion):
      kinds = [.assert(checkCondition(assertion.condition), message: assertion.message)]
    case .chart(let chart): kinds = [checkChart(chart)]
    case .missing:
      relation.isUncertain = true
      return []
    }
    return kinds.map { Step(kind: $0, relation: relation, span: stage.span, source: source) }
  }

  // MARK: Rows

  mutating func checkCondition(_ expression: Expression) -> Formula {
    expectCondition(at: expression.span)
    let formula = check(expression)
    if let type = formula.type, type != .truth {
      let summary = type.summary
      report(.expectedCondition, terms: [summary], at: formula.span, labels: [formula.label])
      return .invalid(formula.span)
    }
    return formula
  }

  mutating func checkSortKey(_ key: SortKey) -> Step.SortOrder {
    let formula = check(key.value)
    if case .source = formula.type {
      report(.noOrder, terms: [formula.summary], at: formula.span)
    }
    return Step.SortOrder(formula: formula, isDescending: key.isDescending)
  }

  private mutating func checkSlice(_ rows: RowCount, isTake: Bool) -> Step.Kind {
    expectConstant(at: rows.count.span)
    let count = check(rows.count)
    var number = 0
    if case .quantity(let quantity) = value(of: count), let value = quantity.rowCount {
      number = value
    } else if !count.isInvalid {
      report(.expectedRowCount, at: count.span)
    }
    let groups = rows.groups.map { check($0) }
    return .slice(
      Step.Slice(skip: isTake ? 0 : number, take: isTake ? number : nil, groups: groups))
  }

  private mutating func checkDistinct(_ columns: [Expression]) -> [Step.Kind] {
    if columns.isEmpty {
      // Two rows that say the same in two places are still the same.
      return [.distinct(relation.columns.indices.filter { relation.columns[$0].type != .source })]
    }
    let items = columns.map { SelectItem.keep(Assignment(name: nil, value: $0)) }
    return [checkSelect(items), .distinct(Array(columns.indices))]
  }

  // MARK: Columns

  private mutating func checkSelect(_ items: [SelectItem]) -> Step.Kind {
    let dropped = items.compactMap { item -> (name: Name, span: Span)? in
      if case .drop(let name, let span) = item { (name, span) } else { nil }
    }
    var columns: [RelationColumn] = []
    var formulas: [Formula] = []
    if !dropped.isEmpty, dropped.count == items.count {
      for index in kept(without: dropped) {
        columns.append(relation.columns[index])
        formulas.append(Formula(.column(index), relation.columns[index].type, Span(at: 0)))
      }
    } else {
      if let first = dropped.first { reportIdleDrop(first) }
      var names = ColumnNames()
      let values = items.compactMap { item in
        if case .keep(let assignment) = item { assignment.value } else { nil }
      }
      if reportGroupedDigits(values) { relation.isUncertain = true }
      for case .keep(let assignment) in items {
        let formula = check(assignment.value)
        columns.append(newColumn(for: assignment, formula, beside: &names))
        formulas.append(formula)
      }
    }
    relation.columns = columns
    // What a misspelt item would have been called is anybody's guess.
    if formulas.contains(where: \.isInvalid) { relation.isUncertain = true }
    return .project(formulas)
  }

  /// The columns that stay where others are dropped.
  private mutating func kept(without dropped: [(name: Name, span: Span)]) -> [Int] {
    var gone: Set<Int> = []
    for (name, span) in dropped {
      guard let index = columnIndex(of: name) else { continue }
      if !gone.insert(index).inserted { report(.duplicateColumn, [name.text], at: span) }
    }
    let kept = relation.columns.indices.filter { !gone.contains($0) }
    if kept.isEmpty, !relation.isUncertain, let first = dropped.first, let last = dropped.last {
      report(.noColumnsLeft, at: first.span.union(last.span))
      relation.isUncertain = true
    }
    return kept
  }

  /// Reports a column that is dropped from a list which has only the columns named in it.
  private mutating func reportIdleDrop(_ item: (name: Name, span: Span)) {
    report(
      .idleDrop, [source.text(item.span)], at: item.span,
      suggestion: Diagnostic.Suggestion(
        Bilingual(
          "leave it out; to keep the other columns too, drop first and then `derive`",
          "请删去；若要保留其余各列，先排除，再用 `计算` 添加")))
  }

  /// Puts a derived column into scope, in the place of one of its name where there is one.
  mutating func extend(_ assignment: Assignment, _ formula: Formula) -> Step.Extension {
    var names = ColumnNames(assignment.name == nil ? relation.columns : [])
    var column = resultColumn(for: assignment, formula, beside: &names)
    let replaces = assignment.name.flatMap { relation.index(of: $0.text) }
    if let replaces {
      column.name = relation.columns[replaces].name
      column.entity = relation.columns[replaces].entity
      relation.columns[replaces] = column
    } else {
      relation.columns.append(column)
    }
    return Step.Extension(replaces: replaces, formula: formula)
  }

  mutating func columnIndex(of name: Name) -> Int? {
    noteColumn(name, of: relation)
    if let index = relation.index(of: name.text) {
      translate(name, columnOf: [relation])
      return index
    }
    if !name.isMissing, !relation.isUncertain { reportUnknownColumn(name) }
    return nil
  }

  private func isColumn(_ formula: Formula) -> Bool {
    if case .column = formula.kind { true } else { false }
  }

  /// The column an assignment makes in a list that makes all of them; one named twice is reported.
  mutating func newColumn(
    for assignment: Assignment, _ formula: Formula, beside names: inout ColumnNames
  ) -> RelationColumn {
    let column = resultColumn(for: assignment, formula, beside: &names)
    if assignment.name != nil || isColumn(formula), names.contains(column.name) {
      report(.duplicateColumn, [column.name], at: assignment.span)
    }
    names.insert(column.name)
    return column
  }

  /// The result column an assignment makes: named, taken over, or named after what it computes.
  func resultColumn(
    for assignment: Assignment, _ formula: Formula, beside names: inout ColumnNames
  ) -> RelationColumn {
    let type = formula.type
    if let name = assignment.name {
      var column = RelationColumn(name: name.text, type: type, isPinned: formula.isPinned)
      if case .column(let index) = formula.kind, relation.columns.indices.contains(index) {
        column.namesIndicators = relation.columns[index].namesIndicators
        column.origin = relation.columns[index].origin
      }
      return column
    }
    if case .column(let index) = formula.kind, relation.columns.indices.contains(index) {
      return relation.columns[index]
    }
    var column = RelationColumn(name: "value", type: type, isPinned: formula.isPinned)
    if case .name(let name) = assignment.value.unwrapped.kind { column.name = name.text }
    if case .reference(let name) = assignment.value.unwrapped.kind { column.name = name.text }
    if case .call(let call) = assignment.value.unwrapped.kind {
      let function =
        Vocabulary.entry(spelled: call.function.text, in: .aggregate)
        ?? Vocabulary.entry(spelled: call.function.text, in: .function)
      column.name = function?.english ?? call.function.text
      column.chinese = function?.chinese
      if let first = call.arguments.first, case .name(let name) = first.unwrapped.kind {
        let rows = aggregates?.rows ?? relation
        if let index = rows.index(of: name.text) {
          column.name += "_" + rows.columns[index].name
          column.chinese = column.chinese.map {
            rows.columns[index].label(in: .chinese) + $0
          }
        }
      }
    }
    return names.distinguished(column)
  }

  private mutating func append(_ column: RelationColumn) {
    var names = ColumnNames(relation.columns)
    relation.columns.append(names.distinguished(column))
  }

  // MARK: Columns the language makes

  private var countColumn: RelationColumn {
    RelationColumn(madeBy: .count, "count", .quantity(.exactly(.none)))
  }

  /// What `describe` says of each column.
  static func descriptionColumns(of relation: Relation) -> [RelationColumn] {
    let names = relation.columns.map { ($0.name, $0.label(in: .chinese)) }
    let types = relation.columns.map { ($0.type ?? .text).word }
      .map { ($0.english, $0.chinese) }
    var (column, type) = (Self.descriptionColumns[0], Self.descriptionColumns[1])
    column.chineseValues = Dictionary(names) { first, _ in first }
    type.chineseValues = Dictionary(types) { first, _ in first }
    return [column, type] + Self.descriptionColumns[2...]
  }

  private static let descriptionColumns = [
    RelationColumn(madeBy: .describe, "column", .text),
    RelationColumn(madeBy: .describe, "type", .text),
    RelationColumn(madeBy: .describe, "unit", .text),
    RelationColumn(madeBy: .describe, "present", .quantity(.exactly(.none))),
    RelationColumn(madeBy: .describe, "missing", .quantity(.exactly(.none))),
    RelationColumn(madeBy: .describe, "distinct", .quantity(.exactly(.none))),
    RelationColumn(madeBy: .describe, "lowest", .text),
    RelationColumn(madeBy: .describe, "highest", .text),
  ]

  /// What `cite` adds to each row.
  static let citationColumns = [
    RelationColumn(madeBy: .cite, "statement", .text),
    RelationColumn(madeBy: .cite, "line", .text),
    RelationColumn(madeBy: .cite, "page_line", .text),
  ]
}
