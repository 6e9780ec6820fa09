package import DajuanLedger

extension Ledger {
  /// Opens a ledger's folder: its tables where they are there and made of the texts and corrections
  /// that it has, else the texts, read by the extractor with a person's corrections over them.
  ///
  /// - Parameter path: The folder.
  /// - Returns: The ledger, and what a person should know that stops nothing.
  /// - Throws: Why it cannot be opened.
  package static func read(
    folder path: String
  ) throws(StoreError) -> (ledger: Ledger, warnings: [String]) {
    switch try LedgerFolder.openTables(of: path) {
    case .success(let tables): return (tables.ledger, tables.notes)
    case .failure(let problem):
      let folder = try LedgerFolder(path)
      let reading = try LedgerReading(folder)
      return (
        Ledger(reading.rows), [problem.description(folder: folder.path)] + reading.warnings
      )
    }
  }
}
