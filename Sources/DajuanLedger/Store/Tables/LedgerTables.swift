/// A ledger that is to be written as tables.
package struct LedgerTables: Sendable {
  package let ledger: Ledger
  /// Where the rows of each report end.
  package let ends: RowEnds

  /// Makes it of rows that were gathered report by report.
  package init(_ ledger: Ledger, ends: RowEnds) {
    precondition(ends.count == ledger.table(.reports).count, "the ends of every report")
    self.ledger = ledger
    self.ends = ends
  }
}

extension LedgerTables {
  /// The files there have to be, each with its columns, made as it is asked for.
  var files: [(name: String, rows: Int, columns: () throws(StoreError) -> [ArrowOutputColumn])] {
    let (ledger, ends) = (ledger, ends)
    var files: [(String, Int, () throws(StoreError) -> [ArrowOutputColumn])] = []
    for entity in Entity.allCases {
      let table = ledger.table(entity)
      files.append(
        (
          entity.rawValue, table.count,
          { () throws(StoreError) in
            try TableFile.columns(of: table, entity) + (entity == .reports ? ends.columns() : [])
          }
        ))
    }
    files.append(
      (
        StoredSources.name, ledger.sources.count,
        { () throws(StoreError) in
          let names = (0..<ledger.table(.reports).count).map { ledger.reportName($0) }
          return try StoredSources.columns(of: ledger.sources, reports: WordList(names))
        }
      ))
    return files
  }
}
