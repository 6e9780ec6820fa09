public import DajuanLedger
internal import DajuanReports

/// Why a ledger's folder cannot be opened.
public struct LedgerFolderError: Error, CustomStringConvertible {
  /// One line, with the file it is about.
  public let description: String
}

extension Ledger {
  /// Opens a ledger's folder, as `dajuan ingest` makes them.
  ///
  ///     let (ledger, warnings) = try Ledger.open(folder: "ledger")
  ///     var session = Session(ledger: ledger)
  ///
  /// Its texts are read by the extractor, and a person's corrections applied. Cost: that of reading
  /// the texts.
  ///
  /// - Parameter folder: The folder's path.
  /// - Returns: The ledger, and what a person should know that stops nothing: texts changed by others,
  ///   corrections that find no fact.
  /// - Throws: Why it cannot be opened.
  public static func open(
    folder: String
  ) throws(LedgerFolderError) -> (ledger: Ledger, warnings: [String]) {
    do throws(StoreError) {
      let reading = try LedgerReading(LedgerFolder(folder))
      return (Ledger(reading.rows), reading.warnings)
    } catch {
      throw LedgerFolderError(description: error.description)
    }
  }
}
