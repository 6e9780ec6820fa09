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
    // A writer may take files away after this has read the manifest that names them.
    for _ in 0..<8 {
      let stamp = LedgerFolder.stamp(of: path)
      let opened = Result { () throws(StoreError) in try readOnce(path) }
      if case .success((let ledger, let warnings, nil)) = opened { return (ledger, warnings) }
      if stamp == LedgerFolder.stamp(of: path) {
        let (ledger, warnings, problem) = try opened.get()
        return (ledger, [problem].compactMap { $0 } + warnings)
      }
    }
    let (ledger, warnings, problem) = try readOnce(path)
    return (ledger, [problem].compactMap { $0 } + warnings)
  }

  /// The ledger, what a person should know, and why its texts were read.
  private static func readOnce(
    _ path: String
  ) throws(StoreError) -> (ledger: Ledger, warnings: [String], problem: String?) {
    switch try LedgerFolder.openTables(of: path) {
    case .success(let tables): return (tables.ledger, tables.notes, nil)
    case .failure(let problem):
      let folder = try LedgerFolder(path)
      let reading = try LedgerReading(folder)
      return (Ledger(reading.rows), reading.warnings, problem.description(folder: folder.path))
    }
  }
}
