public import DajuanLedger
public import DajuanReports

extension Ledger {
  /// The ledger a session starts with: the Erqi district's (郑州市二七区) conference of
  /// 21 February 2022, read from the fact sheet in the package by the same extractor as any report.
  ///
  /// - Throws: ``ReadError`` only if the package was built with a sheet that is no text.
  public static func bundled() throws(ReadError) -> Ledger {
    Ledger(report: try .bundled(), id: bundledReport)
  }

  /// The id of the one report in it.
  package static let bundledReport = "erqi-2022"
}

extension Report {
  /// The report of the bundled ledger.
  package static func bundled() throws(ReadError) -> Report {
    try ReportReader.read(PackageResources.erqi_2022_txt)
  }
}
