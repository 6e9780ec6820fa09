internal import DajuanLedger

/// Turns a report into the rows of a ledger.
///
/// Facts are grouped by what they are about; honours, and measures without a number, are read from
/// the statements themselves. While rows are made their sources are indices of statements; only
/// statements that something rests on become sources, in the order of the text.
struct EntityBuilder {
  let report: Report
  /// The report's statements, cut into clauses, in its order.
  let readings: [StatementReading]
  /// The indices of the facts of each statement.
  let factsOfStatement: [[Int]]

  /// Prepares a report.
  init(report: Report) {
    self.report = report
    var facts = [[Int]](repeating: [], count: report.statements.count)
    for (index, fact) in report.facts.enumerated() {
      precondition(facts.indices.contains(fact.statement), "a fact stands in a statement")
      facts[fact.statement].append(index)
    }
    factsOfStatement = facts
    readings = zip(report.statements, facts).map { StatementReading($0, facts: $1, of: report) }
  }

  /// How many of the last rows of one name, or of one statement, a fact may join. No report says a
  /// thing so often, and a text made to be slow is still read in time linear in its length.
  static let reach = 64

  /// The rows of one of the four entities that facts are grouped into, their sources indices of
  /// statements.
  func rows(of entity: Entity) -> LedgerRows {
    var rows = LedgerRows()
    switch entity {
    case .indicators: rows.indicators = indicatorRows()
    case .projects: rows.projects = projectRows()
    case .measures: rows.measures = measureRows()
    case .honours: rows.honours = honourRows()
    case .reports, .facts: break
    }
    rows.eachSources { Set($0).sorted() }
    return rows
  }

  /// The report's rows, numbered as those of a ledger's first report.
  func rows(id: String) -> LedgerRows {
    var rows = LedgerRows()
    rows.reports = [report.row(id: id)]
    rows.facts = report.factRows()
    rows.indicators = indicatorRows()
    rows.projects = projectRows()
    rows.measures = measureRows()
    rows.honours = honourRows()
    number(&rows)
    return rows
  }

  /// What rows about a fact stand on.
  func standing(of fact: Fact, place: String? = nil) -> Standing {
    Standing(
      place: place ?? report.place,
      nature: fact.nature,
      force: fact.force,
      period: fact.period,
      sources: [fact.statement]
    )
  }

  /// What a person has corrected of a statement's facts, or nothing.
  private func note(of statement: Int) -> String? {
    SourceRow.note(factsOfStatement[statement].compactMap { report.facts[$0].correctionNote })
  }

  /// Makes the sources and turns indices of statements into indices of sources.
  private func number(_ rows: inout LedgerRows) {
    var used = Set(rows.facts.map(\.source))
    for row in rows.indicators { used.formUnion(row.standing.sources) }
    for row in rows.projects { used.formUnion(row.standing.sources) }
    for row in rows.measures { used.formUnion(row.standing.sources) }
    for row in rows.honours { used.formUnion(row.sources) }
    var sourceOf: [Int: Int] = [:]
    for index in used.sorted() where report.statements.indices.contains(index) {
      sourceOf[index] = rows.sources.count
      rows.sources.append(SourceRow(report.statements[index], note: note(of: index)))
    }
    for row in rows.facts.indices { rows.facts[row].source = sourceOf[rows.facts[row].source] ?? 0 }
    rows.eachSources { Set($0).sorted().compactMap { sourceOf[$0] } }
  }
}

extension SourceRow {
  /// The passage of a statement of a ledger's first report.
  init(_ statement: Statement, note: String?) {
    self.init(
      report: 0,
      section: statement.section ?? "",
      statement: statement.text,
      lines: statement.lines,
      pageLines: statement.pageLines,
      note: note
    )
  }

  /// The corrections of a passage in one note, or nothing where there are none.
  static func note(_ corrections: [String]) -> String? {
    corrections.isEmpty ? nil : corrections.joined(separator: "; ")
  }
}

extension LedgerRows {
  /// Replaces the sources of each row of the entities that facts are grouped into.
  fileprivate mutating func eachSources(_ new: ([Int]) -> [Int]) {
    for row in indicators.indices {
      indicators[row].standing.sources = new(indicators[row].standing.sources)
    }
    for row in projects.indices {
      projects[row].standing.sources = new(projects[row].standing.sources)
    }
    for row in measures.indices {
      measures[row].standing.sources = new(measures[row].standing.sources)
    }
    for row in honours.indices { honours[row].sources = new(honours[row].sources) }
  }
}
