import DajuanLedger
import DajuanReports
import Testing

@testable import Dajuan

private let cityReports = "../shared/corpus/郑州市"

/// Targets and outcomes of a city over fifteen years of reports, checked by hand against the texts.
@Suite(
  .enabled(
    if: RepositoryFiles.text(cityReports + "/2011.md") != nil,
    "no ../shared/corpus beside the checkout: its reports are not read"))
struct TrackCorpusTests {
  private static func ledger() throws -> LedgerRows {
    var rows = LedgerRows()
    for name in RepositoryFiles.names(in: cityReports) where name.hasSuffix(".md") {
      let text = try #require(RepositoryFiles.text(cityReports + "/" + name))
      rows.append(report: try ReportReader.read(Array(text.utf8)), id: String(name.dropLast(3)))
    }
    return rows
  }

  /// The reports of 2016 and 2018 are not there, nor is one that says what 2026 came to. That of
  /// 2014 gives the level of 2013 and the average growth of five years, not the growth of 2013.
  @Test("Gross product: yearly growth promised and reported")
  func growthOfGrossProduct() throws {
    var ask = Asking(try Self.ledger())
    let query = """
      indicators
      | where name == "GDP" or name == "地区生产总值"
      | track
      | where measure == growth and period in 2011..2026 and duration(period) == 12月
      | sort period
      """
    let columns = ["period", "target", "actual", "basis", "status", "gap"]
    let values = try columns.map { try ask.column($0, of: query) }
    let rows = Set(
      values[0].indices.map { row in values.map { $0[row] }.joined(separator: " ") })
    let checked = [
      "2011 13% 13.2% growth met 0.2百分点", "2012 13%左右 12% growth missed -0.5百分点",
      "2013 12%以上 6202亿元 implied missed -10.64亿元", "2014 10%以上 9.3% growth missed -0.7百分点",
      "2015 9%左右 – – pending –", "2017 9%左右 – – pending –",
      "2019 8%左右 6.5% growth missed -1百分点", "2020 6.5%左右 3% growth missed -3.45百分点",
      "2021 7.5%以上 4.7% growth missed -2.8百分点", "2022 7.5% 2%左右 growth missed -6～-5百分点",
      "2023 7% 7.4% growth met 0.4百分点", "2024 7%左右 5.7% growth missed -0.8百分点",
      "2025 6%左右 5.4% growth missed -0.1百分点", "2026 5%以上 – – pending –",
    ]
    for row in checked { #expect(rows.contains(row), "\(row)") }
  }
}
