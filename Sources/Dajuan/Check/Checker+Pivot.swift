import DajuanLedger
import DajuanSyntax

extension Checker {
  /// The most columns a pivot may make.
  static let pivotLimit = 200

  /// `pivot key values value [by …]`: the groups, then a column for each value the key has in the
  /// rows of `query`, the query so far.
  mutating func checkPivot(_ pivot: Pivot, _ stage: Stage, after query: CheckedQuery) -> [Step] {
    let rows = relation
    let places = ([pivot.key, pivot.value] + (pivot.groups ?? [])).map { name in
      let place = columnIndex(of: name)
      return place.map { (place: $0, name: name) }
    }
    let isNamedOnce = reportRepeated(places.compactMap { $0 })
    let (key, value) = (places[0]?.place, places[1]?.place)
    let groups =
      pivot.groups == nil
      ? rows.columns.indices.filter {
        $0 != key && $0 != value && rows.columns[$0].type != .source
      } : places.dropFirst(2).compactMap { $0?.place }
    relation.columns = groups.map { rows.columns[$0] }
    relation.isUncertain = true
    guard let key, let value, isNamedOnce, !places.contains(where: { $0 == nil }) else {
      return []
    }
    let values = headingValues(of: key, in: query, rows, pivot.key)
    for heading in values?.map({ Self.heading($0, in: rows.columns[key]) }) ?? [] {
      var column = rows.columns[value]
      column.entity = nil
      column.name = heading.english
      column.chinese = heading.chinese == heading.english ? nil : heading.chinese
      relation.columns.append(distinguished(column, beside: relation.columns))
    }
    relation.isUncertain = values == nil
    let kind = Step.Kind.pivot(Step.Pivot(key: key, value: value, groups: groups, values: values))
    return [Step(kind: kind, relation: relation, span: stage.span, source: source)]
  }

  /// Reports `2021` where a column has that name, as a pivot over periods makes it: the number would
  /// be taken without a word, and is hardly ever meant.
  mutating func reportValueForColumn(_ expression: Expression) -> Bool {
    // A function's body knows no columns.
    if expansion.call != nil { return false }
    let text: String
    switch expression.kind {
    case .number(let literal) where literal.isBare: text = literal.digits
    case .period(let literal): text = Printer.text(literal)
    default: return false
    }
    guard relation.columns.contains(where: { $0.name == text }) else { return false }
    report(
      .valueForColumn, [text], at: expression.span,
      suggestion: .write("`\(text)`", insteadOf: expression.span))
    return true
  }

  /// Reports a column that has two parts in a pivot; true where none has.
  private mutating func reportRepeated(_ columns: [(place: Int, name: Name)]) -> Bool {
    var seen: Set<Int> = []
    for column in columns where !seen.insert(column.place).inserted {
      report(.duplicateColumn, [column.name.text], at: column.name.span)
      return false
    }
    return true
  }

  /// The values that become columns, in order; `nil` where they cannot be found out, or are no names.
  ///
  /// The query so far is run for them, so it must be without mistakes. One that fails as it runs
  /// leaves the columns open, and is told of when the whole query is run.
  private mutating func headingValues(
    of key: Int, in query: CheckedQuery, _ rows: Relation, _ name: Name
  ) -> [Value]? {
    let column = rows.columns[key]
    switch column.type {
    case .text, .enumeration, .period, .quantity, nil: break
    case .truth, .source:
      let summary = column.type?.summary ?? Bilingual("")
      report(
        .unpivotable, terms: [summary], at: name.span,
        labels: [Diagnostic.Label(name.span, summary)])
      return nil
    }
    let isWhole =
      !rows.isUncertain && !diagnostics.contains { $0.severity == .error }
      && !query.steps.contains(where: \.hasMistake)
    guard isWhole, let distinctValues = environment.distinctValues else { return nil }
    // The rows that are looked at depend on them all.
    decisive.formUnion(environment.parameters.map(\.name))
    var input = query
    input.relation = rows
    guard let values = distinctValues(input, key, Self.pivotLimit + 1) else { return nil }
    if values.count > Self.pivotLimit {
      report(.tooManyColumns, [name.text, String(Self.pivotLimit)], at: name.span)
      return nil
    }
    guard case .enumeration(let enumeration) = column.type else { return values }
    // In the order in which the language lists them.
    let order = enumeration.values.map(Value.text)
    return order.filter(values.contains) + values.filter { !order.contains($0) }
  }

  /// What a value is called as a column: as it prints.
  private static func heading(_ value: Value, in column: RelationColumn) -> Bilingual {
    switch value {
    case .text(let text):
      guard case .enumeration(let enumeration) = column.type else { return Bilingual(text) }
      let entry = Vocabulary.entry(spelled: text, in: .value, scope: enumeration.rawValue)
      return Bilingual(text, entry?.chinese ?? text)
    case .quantity(let quantity):
      return Bilingual(quantity.text(.full, isPinned: column.isPinned))
    case .period(let period): return Bilingual(period.description)
    case .missing, .truth, .source: return Bilingual("missing", "缺失")
    }
  }
}

extension CheckedQuery {
  /// Whether a mistake stands in it whose diagnostic exists already.
  fileprivate var hasMistake: Bool {
    relation.isUncertain || steps.contains(where: \.hasMistake)
  }
}

extension Step {
  /// Whether a mistake stands in it whose diagnostic exists already.
  fileprivate var hasMistake: Bool {
    switch kind {
    case .filter(let condition): condition.isInvalid
    case .project(let formulas): formulas.contains(where: \.isInvalid)
    case .extend(let extensions): extensions.contains(where: \.formula.isInvalid)
    case .sort(let orders): orders.contains(where: \.formula.isInvalid)
    case .slice(let slice): slice.groups.contains(where: \.isInvalid)
    case .aggregate(let aggregates, let groups):
      groups.contains(where: \.isInvalid)
        || aggregates.contains { $0.argument?.isInvalid ?? false }
    case .join(let join): join.right.hasMistake
    case .union(let union):
      union.parts.contains { $0.query.hasMistake }
    default: false
    }
  }
}
