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
  /// Its tables are mapped, which costs the same however many rows they have. Where they are missing,
  /// damaged or older than the texts and corrections, its texts are read by the extractor, and a
  /// person's corrections applied: that costs what reading the texts does.
  ///
  /// - Parameter folder: The folder's path.
  /// - Returns: The ledger, and what a person should know that stops nothing: that its tables
  ///   could not be used, texts changed by others, corrections that find no fact.
  /// - Throws: Why it cannot be opened.
  public static func open(
    folder: String
  ) throws(LedgerFolderError) -> (ledger: Ledger, warnings: [String]) {
    do throws(StoreError) {
      return try Ledger.read(folder: folder)
    } catch {
      throw LedgerFolderError(description: error.description)
    }
  }
}
