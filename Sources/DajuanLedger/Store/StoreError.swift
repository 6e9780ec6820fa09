/// Why a ledger folder cannot be used.
package enum StoreError: Error {
  /// The system refuses.
  case file(FileFailure)
  /// It is no ledger.
  case foreign(folder: String, reason: String)
  /// It is a ledger, and something in it is wrong.
  case damaged(file: String, reason: String)
  /// A newer version of the tool wrote it.
  case newer(folder: String, format: Int)
  /// A table's file cannot hold what there is.
  case tooLarge(table: String, reason: String)
  /// Another process writes to it.
  case locked(folder: String)

  /// One line.
  package var description: String {
    switch self {
    case .file(let failure): failure.description
    case .foreign(let folder, let reason): "\(folder): not a ledger: \(reason)"
    case .damaged(let file, let reason): "\(file): \(reason)"
    case .newer(let folder, let format):
      "\(folder): its format is \(format), and this version reads up to \(LedgerManifest.format)"
    case .tooLarge(let table, let reason): "the table \(table) cannot be written: \(reason)"
    case .locked(let folder):
      "\(folder): another process is writing to it; try again when it is done"
    }
  }
}
