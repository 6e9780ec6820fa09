internal import Dajuan
internal import DajuanLedger
internal import DajuanReports

/// What is open, by the paths it was opened with, for all that its tables leave out: which rules found a
/// fact, and how sure they are.
struct OpenedReports {
  /// Reports and ledgers, as ``LedgerOpening`` takes them; none for the bundled report.
  let paths: [String]

  /// The one folder that is open; `nil` where reports are, or several.
  var folder: String? {
    paths.count == 1 && LedgerFolder.isFolder(paths[0]) ? paths[0] : nil
  }

  /// Reads the reports again, with a person's corrections over them. Cost: that of reading the texts.
  ///
  /// - Parameter id: The one that is wanted, by its name in the ledger; `nil` for all.
  /// - Returns: Those that can be read; where a folder's texts have changed, what they say now.
  func reports(only id: String? = nil) -> [Report] {
    if paths.isEmpty {
      return (try? Report.bundled()).map { [$0] } ?? []
    }
    let files = paths.filter { !LedgerFolder.isFolder($0) }
    var reports: [Report] = []
    for (path, name) in zip(files, LedgerOpening.names(of: files)) where id == nil || id == name {
      if let report = try? LedgerOpening.report(path, runsPrograms: false) {
        reports.append(report)
      }
    }
    for path in paths where LedgerFolder.isFolder(path) {
      guard let folder = try? LedgerFolder(path) else { continue }
      var warnings: [String] = []
      let entries = try? LedgerReading.entries(of: folder, only: id, warnings: &warnings)
      reports += entries?.map(\.report) ?? []
    }
    return reports
  }
}

extension Report {
  /// The facts of a passage of a ledger.
  func facts(of passage: SourceRow) -> [Fact] {
    let text = passage.statement
    return facts.filter { fact in
      let statement = statements[fact.statement]
      return statement.lines == passage.lines && statement.text == text
    }
  }
}
