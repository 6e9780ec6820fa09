package import DajuanLedger

extension Ledger {
  /// A ledger of one report. Tables are made when they are first asked for, so that whoever asks of the
  /// facts does not wait until projects and honours are read; answers are those of a ledger of rows.
  ///
  /// - Parameters:
  ///   - report: The report as it was read.
  ///   - id: A name for it.
  ///
  /// Cost: nearly none; that of a table when it is first asked for, and of a passage whenever it is.
  package init(report: Report, id: String) {
    let notes = report.facts.compactMap { fact in
      fact.correctionNote.map { (statement: fact.statement, note: $0) }
    }
    // Every statement is a passage, so that their numbers wait for no table.
    let sources = SourceTable(count: report.statements.count) { index in
      let own = notes.filter { $0.statement == index }.map(\.note)
      return SourceRow(report.statements[index], note: SourceRow.note(own))
    }
    self.init(sources: sources) { entity in
      var rows: LedgerRows
      switch entity {
      case .reports, .facts:
        rows = LedgerRows()
        rows.reports = [report.row(id: id)]
        if entity == .facts { rows.facts = report.factRows() }
      default: rows = EntityBuilder(report: report).rows(of: entity)
      }
      return Table(entity, of: rows)
    }
  }
}
