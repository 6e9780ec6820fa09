import DajuanLedger
import DajuanSyntax

extension Checker {
  /// `union source, …`: the columns of the first, then those the others have besides.
  mutating func checkUnion(_ sources: [PipelineSource], _ stage: Stage) -> [Step] {
    var parts: [Step.Union.Part] = []
    var isWhole = true
    for source in sources {
      guard let right = checkOperand(source) else {
        relation.isUncertain = true
        isWhole = false
        continue
      }
      let count = diagnostics.count
      parts.append(Step.Union.Part(query: right, places: place(right.relation, source, stage)))
      relation.isUncertain = relation.isUncertain || right.relation.isUncertain
      isWhole = isWhole && diagnostics.count == count
    }
    guard isWhole else { return [] }
    return [
      Step(
        kind: .union(Step.Union(parts: parts)), relation: relation, span: stage.span,
        source: self.source)
    ]
  }

  /// For each column in scope the column of the other table that goes under it, after columns for
  /// those that go under none were added.
  private mutating func place(
    _ other: Relation, _ source: PipelineSource, _ stage: Stage
  ) -> [Int?] {
    var places = [Int?](repeating: nil, count: relation.columns.count)
    for (index, column) in other.columns.enumerated() {
      guard let target = target(of: column, free: places) else {
        places.append(index)
        relation.columns.append(distinguished(column, beside: relation.columns))
        continue
      }
      places[target] = index
      stack(column, on: target, source, stage)
    }
    return places
  }

  /// The column of the same name: the canonical one, or one that a query made in the other language.
  private func target(of column: RelationColumn, free places: [Int?]) -> Int? {
    let isFree = { places[$0] == nil }
    let columns = relation.columns
    return columns.indices.first { isFree($0) && columns[$0].name == column.name }
      ?? columns.indices.first {
        isFree($0)
          && (columns[$0].spellings.contains(column.name)
            || column.spellings.contains(columns[$0].name))
      }
  }

  /// Lets a column take the values of another one too.
  private mutating func stack(
    _ column: RelationColumn, on index: Int, _ source: PipelineSource, _ stage: Stage
  ) {
    let own = relation.columns[index]
    relation.columns[index].isPinned = own.isPinned && column.isPinned
    if own.entity != column.entity {
      // No table's own any more; the names stay.
      let chinese = own.label(in: .chinese)
      relation.columns[index].entity = nil
      relation.columns[index].chinese = chinese == own.name ? nil : chinese
    }
    guard let first = own.type, let second = column.type else {
      relation.columns[index].type = own.type ?? column.type
      return
    }
    if let type = Self.stacked(first, second) {
      relation.columns[index].type = type
      return
    }
    report(
      .unlikeColumns,
      terms: [
        Bilingual(own.name, own.label(in: .chinese)), first.summary, second.summary,
      ], at: source.span,
      labels: [
        Diagnostic.Label(stage.keyword, first.summary),
        Diagnostic.Label(source.span, second.summary),
      ])
  }

  /// The type of a column with values of both types.
  private static func stacked(_ a: ColumnType, _ b: ColumnType) -> ColumnType? {
    if a == b { return a }
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)):
      guard x.mayMeet(y) else { return nil }
      if case .families(let left) = x, case .families(let right) = y {
        return .quantity(.families(left.union(right)))
      }
      return .quantity(.any)
    case (.text, .enumeration), (.enumeration, .text): return .text
    default: return nil
    }
  }
}
