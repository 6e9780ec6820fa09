internal import DajuanLedger
internal import DajuanReports

/// Writing corrections into a ledger, each at once and under the writer's lock.
struct CorrectionStore {
  /// The ledger's folder.
  let ledger: String

  /// Adds corrections at the end of the file.
  func add(_ corrections: [Correction]) throws(StoreError) {
    let writer = try LedgerWriter(ledger, tool: ToolVersion.text, creates: false)
    var file = try writer.corrections()
    file.append(corrections)
    try writer.replaceCorrections(file)
  }

  /// Takes the last corrections of one fact back.
  ///
  /// - Returns: What was taken back.
  func undo() throws(StoreError) -> [Correction] {
    let writer = try LedgerWriter(ledger, tool: ToolVersion.text, creates: false)
    var file = try writer.corrections()
    let removed = file.removeLast()
    if !removed.isEmpty { try writer.replaceCorrections(file) }
    return removed
  }

  /// Writes the ledger's tables anew, with all that has been said. Until then, and where another process
  /// writes to the ledger, its texts are read in their stead.
  func settle() throws(StoreError) {
    do throws(StoreError) {
      var writer = try LedgerWriter(ledger, tool: ToolVersion.text, creates: false)
      for warning in try writer.commitWithTables() { reportWarning(warning) }
    } catch {
      if case .locked = error { return }
      throw error
    }
  }
}
