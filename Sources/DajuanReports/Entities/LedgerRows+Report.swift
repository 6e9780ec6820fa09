package import DajuanLedger

extension LedgerRows {
  /// Adds the rows of one report: its own, its facts, the entities its facts group into and the
  /// honours and measures its statements name, with a source for every statement they rest on.
  ///
  /// - Parameters:
  ///   - report: The report as it was read. One that says nothing adds only its own row.
  ///   - id: A name for it, unique in the ledger.
  ///
  /// Cost: linear in the report's text, but for facts of one statement, which are compared with
  /// each other.
  package mutating func append(report: Report, id: String) {
    var rows = EntityBuilder(report: report).rows(id: id)
    rows.rebase(report: reports.count, sources: sources.count)
    sources += rows.sources
    reports += rows.reports
    facts += rows.facts
    indicators += rows.indicators
    projects += rows.projects
    measures += rows.measures
    honours += rows.honours
  }

  /// Moves the indices of one report's rows to where the rows will stand among others.
  private mutating func rebase(report: Int, sources base: Int) {
    for row in sources.indices { sources[row].report += report }
    for row in facts.indices {
      facts[row].report += report
      facts[row].source += base
    }
    for row in indicators.indices { indicators[row].standing.move(by: base) }
    for row in projects.indices { projects[row].standing.move(by: base) }
    for row in measures.indices { measures[row].standing.move(by: base) }
    for row in honours.indices {
      for source in honours[row].sources.indices { honours[row].sources[source] += base }
    }
  }
}

extension Standing {
  fileprivate mutating func move(by base: Int) {
    for source in sources.indices { sources[source] += base }
  }
}
