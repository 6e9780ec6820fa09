import DajuanLedger
import DajuanSyntax

extension Executor {
  /// A row for each group in the order they first come, with a cell for each value of the key.
  ///
  /// Rows of one cell must agree; a missing value disagrees with none. Cost: linear in the rows, and
  /// in the groups times the values.
  func pivot(
    _ batch: Batch, _ pivot: Step.Pivot, _ relation: Relation, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    // The rows came through now, so it was a stop that kept the checker from finding the values.
    guard let headings = pivot.values else {
      throw failure(.cancelled, at: operation.span, operation)
    }
    var places: [KeyPart: Int] = [:]
    for (place, value) in headings.enumerated() { places[KeyPart(value)] = place }
    var groups = KeyNumbering()
    var cells: [[Value]] = []
    var lineage: [[Int]] = []
    let columns = [pivot.key, pivot.value] + pivot.groups
    let formulas = columns.map { Formula(.column($0), nil, operation.span) }
    try forEachChunk(of: batch.rows, formulas, batch.columns, operation) {
      (chunk, vectors) throws(QueryFailure) in
      let width = headings.count * MemoryLayout<Value>.stride
      try checkMemory(for: (cells.count + chunk.count) * width, operation)
      for (index, row) in chunk.enumerated() {
        let group = groups.number(of: vectors.dropFirst(2).map { $0.value(index) }, row: row)
        if group == cells.count {
          cells.append([Value](repeating: .missing, count: headings.count))
          lineage.append([])
        }
        let value = vectors[1].value(index)
        guard !value.isMissing, let place = places[KeyPart(vectors[0].value(index))] else {
          continue
        }
        let present = cells[group][place]
        if present.isMissing {
          cells[group][place] = value
        } else if KeyPart(present) != KeyPart(value) {
          let conflict = PivotConflict(
            pivot: pivot, relation: relation, values: (present, value),
            row: columns.map { batch.columns[$0][row] }, ledger: ledger)
          throw conflict.failure(operation)
        }
        if let sources = batch.lineage?[row] { lineage[group] += sources }
      }
    }
    var result = Batch(
      columns: batch.columns.picking(
        RowNumbers(groups.firstRows.map(Int32.init)), workers, of: pivot.groups),
      height: cells.count, lineage: batch.lineage == nil ? nil : lineage.map(Self.unique))
    for place in headings.indices {
      var column = Column(for: relation.columns[pivot.value].type ?? .text)
      try inSteps(of: cells.count, operation) { groups in
        for group in cells[groups] { column.append(group[place]) }
      }
      result.columns.append(column)
    }
    return result
  }
}

/// Two values for one cell of a pivot.
private struct PivotConflict {
  let pivot: Step.Pivot
  /// The columns before the pivot.
  let relation: Relation
  let values: (Value, Value)
  /// The key, the value and the groups of the second row.
  let row: [Value]
  let ledger: Ledger

  /// Names the cell, and proposes to summarize first.
  func failure(_ operation: Plan.Operation) -> QueryFailure {
    let name = relation.columns[pivot.value]
    let label = Bilingual(name.name, name.label(in: .chinese))
    let diagnostic = Diagnostic(
      .severalValues,
      terms: [
        label, Bilingual(cell(.english), cell(.chinese)),
        Bilingual(
          text(values.0, pivot.value, .english), text(values.0, pivot.value, .chinese)),
        Bilingual(
          text(values.1, pivot.value, .english), text(values.1, pivot.value, .chinese)),
      ], at: operation.span, suggestion: suggestion(operation))
    return QueryFailure(diagnostic: diagnostic, source: operation.source)
  }

  /// `place 甲区, name 地区生产总值, period 2021`
  private func cell(_ language: Language) -> String {
    let parts = zip(pivot.groups, row.dropFirst(2)) + [(pivot.key, row[0])]
    return parts.map { column, value in
      relation.columns[column].label(in: language) + " " + text(value, column, language)
    }.joined(separator: language == .chinese ? "，" : ", ")
  }

  private func text(_ value: Value, _ column: Int, _ language: Language) -> String {
    let cell = CellText(
      column: relation.columns[column], language: language, style: .brief, ledger: ledger)
    return cell.text(value) ?? (language == .chinese ? "缺失" : "missing")
  }

  /// One of the values, chosen by the query itself.
  private func suggestion(_ operation: Plan.Operation) -> Diagnostic.Suggestion {
    let isChinese = operation.source.text(operation.span).unicodeScalars.first.map {
      $0.value >= 0x2E80
    }
    let (english, chinese) = (summary(.english), summary(.chinese))
    return Diagnostic.Suggestion(
      Bilingual(
        "make them one first: `\(english)`, or with `sum`, `max` …",
        "请先合为一个值：`\(chinese)`，或用 `合计`、`最大` 等"),
      edits: [
        .init(
          Span(at: operation.span.start), (isChinese == true ? chinese : english) + " | ")
      ])
  }

  private func summary(_ language: Language) -> String {
    let word = { (keyword: Keyword) in
      Vocabulary.entry(of: keyword)?.spelling(in: language) ?? ""
    }
    let last = Vocabulary.entry(spelled: "last", in: .aggregate)?.spelling(in: language) ?? ""
    let name = { (column: Int) in Checker.written(relation.columns[column].label(in: language)) }
    let value = name(pivot.value)
    let keys = (pivot.groups + [pivot.key]).map(name).joined(separator: ", ")
    return "\(word(.summarize)) \(value) = \(last)(\(value)) \(word(.by)) \(keys)"
  }
}
