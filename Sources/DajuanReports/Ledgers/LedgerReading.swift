package import DajuanLedger

/// The rows of a ledger folder: its texts read by the extractor, a person's corrections over them.
package struct LedgerReading: Sendable {
  /// What the reports say.
  package private(set) var rows: LedgerRows
  /// What a person should know: texts changed by others, corrections that find nothing.
  package private(set) var warnings: [String] = []
  /// Where the rows of each report end.
  package private(set) var ends = RowEnds()
  /// Whether a text is not the one the ledger was made of.
  package private(set) var hasChangedTexts = false

  /// Reads a ledger and adds its rows to others. Where a report's id is taken, a number tells the two
  /// apart. Cost: that of reading its texts.
  ///
  /// - Parameters:
  ///   - folder: The ledger.
  ///   - rows: What its rows are added to.
  ///   - known: The ids of reports that are passed over.
  /// - Throws: Why a text cannot be read.
  package init(
    _ folder: LedgerFolder, into rows: LedgerRows = LedgerRows(),
    passingOver known: Set<String> = []
  ) throws(StoreError) {
    self.rows = rows
    var ids = Set(rows.reports.map(\.id))
    for entry in try Self.entries(of: folder, passingOver: known, warnings: &warnings) {
      var id = entry.stored.id
      var number = 1
      while ids.contains(id) {
        number += 1
        id = "\(entry.stored.id)#\(number)"
      }
      ids.insert(id)
      self.rows.append(report: entry.report, id: id)
      ends.append(self.rows, origin: entry.isCorrected ? "" : Self.origin(of: entry.stored))
      if !entry.isUnchanged { hasChangedTexts = true }
    }
  }

  /// A report of a ledger, read.
  package struct Entry: Sendable {
    package let stored: StoredReport
    /// As a person corrected it.
    package let report: Report
    /// As the rules found it.
    package let found: Report
    package let unmatched: [UnmatchedCorrection]
    /// Whether its text is the one the ledger was made of.
    package let isUnchanged: Bool
    /// Whether anybody said anything of it.
    let isCorrected: Bool
  }

  /// What the rows of a report that nobody corrected are made of, as a checksum: its text, and what it
  /// is read with.
  static func origin(of report: StoredReport) -> String {
    let parts = [
      report.sha256, report.givenPlace ?? "", report.givenYear.map(String.init) ?? "",
    ]
    return XXH64.hex(of: Array(parts.joined(separator: "\n").utf8))
  }

  /// Reads the reports of a ledger, or one of them.
  package static func entries(
    of folder: LedgerFolder, only id: String? = nil, passingOver passed: Set<String> = [],
    warnings: inout [String]
  ) throws(StoreError) -> [Entry] {
    let corrections = Dictionary(grouping: try folder.corrections().corrections) {
      $0.anchor.report
    }
    var entries: [Entry] = []
    for stored in folder.manifest.reports
    where (id == nil || id == stored.id) && !passed.contains(stored.id) {
      let entry = try entry(stored, of: folder, corrections[stored.id] ?? [])
      let path = folder.path(of: stored)
      if !entry.isUnchanged {
        warnings.append("\(path): not the text the ledger was made of: its checksum differs")
      }
      for unmatched in entry.unmatched {
        warnings.append(Self.warning(unmatched, in: folder))
      }
      entries.append(entry)
    }
    let known = Set(folder.manifest.reports.map(\.id))
    for (report, corrections) in corrections.sorted(by: { $0.key < $1.key })
    where id == nil && !known.contains(report) {
      for correction in corrections {
        warnings.append(
          Self.warning(
            UnmatchedCorrection(
              correction: correction, reason: "there is no report \(report)"), in: folder))
      }
    }
    return entries
  }

  private static func entry(
    _ stored: StoredReport, of folder: LedgerFolder, _ corrections: [Correction]
  ) throws(StoreError) -> Entry {
    let (bytes, isUnchanged) = try folder.text(of: stored)
    let found: Report
    do throws(ReadError) {
      found = try ReportReader.read(
        bytes, options: .init(year: stored.givenYear, place: stored.givenPlace))
    } catch {
      throw .damaged(file: folder.path(of: stored), reason: error.description)
    }
    let (report, unmatched) = found.corrected(by: corrections)
    return Entry(
      stored: stored, report: report, found: found, unmatched: unmatched,
      isUnchanged: isUnchanged, isCorrected: !corrections.isEmpty)
  }

  private static func warning(_ unmatched: UnmatchedCorrection, in folder: LedgerFolder) -> String {
    let correction = unmatched.correction
    return "\(folder.path)/\(LedgerFolder.correctionsName): the correction of "
      + "\(correction.anchor.quote) in \(correction.anchor.report) (\(correction.summary)) "
      + "is not applied: \(unmatched.reason)"
  }
}
