package import DajuanLedger

extension LedgerWriter {
  /// Makes what was staged part of the ledger, with tables of what its texts and corrections say.
  ///
  /// Where nothing was staged and the tables are those of what there is, nothing is written. Where a
  /// text is missing or changed, or the tables' form cannot hold what there is, the ledger goes without
  /// new tables: its texts are read when it is opened.
  ///
  /// - Parameter isAnew: Whether they are made anew of all texts, whatever there is.
  /// - Returns: What a person should know that stops nothing.
  /// - Throws: Why it cannot be written; the ledger is then as it was.
  package mutating func commitWithTables(
    rebuilding isAnew: Bool = false
  ) throws(StoreError) -> [String] {
    if !isAnew, !hasStaged,
      case .success = try LedgerFolder.openTables(of: path, madeBy: manifest.tool)
    {
      return []
    }
    var warnings: [String] = []
    do throws(StoreError) {
      let reading = try LedgerReading(folder)
      if reading.hasChangedTexts {
        warnings = reading.warnings
      } else {
        let start = path + "/"
        try stage(
          LedgerTables(Ledger(reading.rows), ends: reading.ends),
          notes: reading.warnings.map { warning in
            warning.hasPrefix(start) ? String(warning.dropFirst(start.count)) : warning
          })
      }
    } catch {
      if case .file = error { throw error }
      warnings = [error.description]
    }
    if !warnings.isEmpty { warnings.append("\(path): its tables are not written") }
    try commit()
    return warnings
  }
}
