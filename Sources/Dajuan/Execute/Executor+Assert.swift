import DajuanLedger
import DajuanSyntax

extension Executor {
  /// How many rows that fail a check are shown.
  static let shownFailures = 10

  /// Passes the rows on where the condition is certain of every one; stops the script otherwise.
  func check(
    _ batch: Batch, _ condition: Formula, _ message: String?, _ relation: Relation,
    _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    var verdict = Verdict()
    try forEachChunk(of: batch.rows, [condition], batch.columns, operation) { chunk, vectors in
      for (index, row) in chunk.enumerated() { verdict.add(vectors[0].truth(index), row) }
    }
    if verdict.isPassed { return batch }
    throw QueryFailure(
      diagnostic: Diagnostic(
        .failedCheck,
        terms: [
          message.map { Bilingual($0) }
            ?? Bilingual("the condition does not hold of every row", "条件并非对每一行都成立"),
          Bilingual(
            verdict.text(of: batch.count, in: .english),
            verdict.text(of: batch.count, in: .chinese)),
        ],
        at: condition.span, suggestion: verdict.cure(condition, operation.source)),
      source: operation.source,
      failingRows: verdict.rows(of: batch, relation, beside: condition.columns))
  }
}

/// What became of a check.
private struct Verdict {
  private var failed = 0
  private var undecided = Undecided()
  /// The first rows that did not pass, with their answers.
  private var first: [(row: Int, answer: Truth)] = []

  var isPassed: Bool { first.isEmpty }

  mutating func add(_ answer: Truth, _ row: Int) {
    switch answer {
    case .yes: return
    case .no: failed += 1
    case .undecided(let reason): undecided.add(reason)
    }
    if first.count < Executor.shownFailures { first.append((row, answer)) }
  }

  /// `2 of 7 rows fail; undecided: 3 by bounds`.
  func text(of count: Int, in language: Language) -> String {
    let fails: String
    switch language {
    case .english:
      fails =
        "\(failed) of " + (count == 1 ? "1 row" : "\(count) rows")
        + (failed == 1 ? " fails" : " fail")
    case .chinese: fails = "\(count) 行中 \(failed) 行不成立"
    }
    let footer = Footer(rows: count, undecided: undecided, condition: nil, language: language)
    guard let notes = footer.undecidedCounts else { return fails }
    return fails + (language == .chinese ? "；" : "; ") + notes
  }

  /// Where only bounds stand in the way, `possibly(…)` would let the rows pass.
  func cure(_ condition: Formula, _ source: Source) -> Diagnostic.Suggestion? {
    guard failed == 0, undecided.missing == 0, undecided.unit == 0 else { return nil }
    let text = source.oneLineText(condition.span)
    return Diagnostic.Suggestion(
      Bilingual(
        "to admit rows that bounds leave undecided, write `possibly(\(text))`",
        "若要放过因界难定的行，请写 `可能(\(text))`"),
      edits: [.init(condition.span, "possibly(\(text))")])
  }

  /// The first rows that did not pass, each after the answer it gave. The columns of the condition
  /// tell why, and stay even where they are all missing.
  func rows(of batch: Batch, _ relation: Relation, beside columns: Set<Int>) -> Answer {
    var holds = RelationColumn(madeBy: .assert, "holds", .truth)
    holds.tellsReasons = true
    var shown = relation
    shown.columns.insert(holds, at: 0)
    let table =
      [Column.truth(first.map(\.answer))]
      + batch.columns.map { column in column.gathered(first.map { Int32($0.row) }) }
    return Answer(
      relation: shown, table: Table(shown.schema, table, count: first.count),
      undecided: Undecided(), condition: nil, essential: Set([0] + columns.map { $0 + 1 }))
  }
}
