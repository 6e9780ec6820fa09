public import DajuanLedger
public import DajuanReports

extension Ledger {
  /// The ledger a session starts with: the Erqi district's (郑州市二七区) conference of
  /// 21 February 2022, read from the fact sheet in the package by the same extractor as any report.
  ///
  /// - Throws: ``ReadError`` only if the package was built with a sheet that is no text.
  public static func bundled() throws(ReadError) -> Ledger {
    let report = try ReportReader.read(PackageResources.erqi_2022_txt)
    return Ledger(report: report, id: "erqi-2022")
  }
}
