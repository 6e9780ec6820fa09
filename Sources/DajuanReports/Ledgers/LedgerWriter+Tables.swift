package import DajuanLedger

extension LedgerWriter {
  /// Makes what was staged part of the ledger, with tables of what its texts and corrections say.
  ///
  /// Where nothing was staged and the tables are those of what there is, nothing is written. Rows of
  /// reports whose texts have not changed, and that nobody corrected, are taken from the tables there
  /// are; the texts of the others are read. Where such a text is missing or changed, or the tables' form
  /// cannot hold what there is, the ledger goes without new tables: its texts are read when it is opened.
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
      // Before anything is read: what somebody edits meanwhile makes the tables outdated.
      let origin = folder.origin(madeBy: manifest.tool)
      let making = try TablesMaking(folder, isAnew: isAnew)
      if making.reading.hasChangedTexts {
        warnings = making.reading.warnings
      } else {
        let start = path + "/"
        try stage(
          making.tables, of: origin,
          notes: making.reading.warnings.map { warning in
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

/// The tables of a ledger, made of those there are and of what its texts say.
private struct TablesMaking {
  /// The texts that had to be read.
  let reading: LedgerReading
  let tables: LedgerTables

  init(_ folder: LedgerFolder, isAnew: Bool) throws(StoreError) {
    let former = isAnew ? nil : try Self.formerTables(of: folder)
    var kept: [String: Int] = [:]
    if let former { kept = try Self.kept(former, in: folder) }
    reading = try LedgerReading(folder, passingOver: Set(kept.keys))
    let made = LedgerTables(Ledger(reading.rows), ends: reading.ends)
    guard let former, !kept.isEmpty else {
      tables = made
      return
    }
    var next = 0
    let pieces = folder.manifest.reports.map { report in
      if let place = kept[report.id] { return LedgerTables.Piece.kept(place) }
      defer { next += 1 }
      return .made(next)
    }
    tables = former.joined(with: made, pieces)
  }

  /// The tables there are, where this version made them and nothing is wrong with them.
  private static func formerTables(of folder: LedgerFolder) throws(StoreError) -> LedgerTables? {
    guard folder.manifest.tables?.origin.tool == folder.manifest.tool else { return nil }
    let checked = folder.checkedTables()
    return checked.problems.isEmpty ? checked.tables : nil
  }

  /// The places in the tables of the reports whose rows still hold, by their ids.
  private static func kept(
    _ tables: LedgerTables, in folder: LedgerFolder
  ) throws(StoreError) -> [String: Int] {
    let corrected = Set(try folder.corrections().corrections.map(\.anchor.report))
    var places: [String: Int] = [:]
    for index in 0..<tables.ends.count { places[tables.ledger.reportName(index)] = index }
    var kept: [String: Int] = [:]
    for report in folder.manifest.reports where !corrected.contains(report.id) {
      guard let place = places[report.id],
        tables.ends.origins[place] == LedgerReading.origin(of: report)
      else { continue }
      kept[report.id] = place
    }
    return kept
  }
}
