import DajuanLedger
import Testing

@testable import DajuanReports

@Suite("A ledger of one report, whose tables are made when they are asked for")
struct LazyLedgerTests {
  private static let text = """
    二〇二二年政府工作报告

    一、2021年工作回顾
    全区生产总值完成500亿元，增长6%。一般公共预算收入30亿元，居全市第2位。新开工重大项目12个，完成投资45.5亿元。
    天气一直很好。新增城镇就业1.2万人，改造老旧小区18个。荣获全国文明城区称号。
    二、2022年工作安排
    地区生产总值力争增长7%以上。建成投用学校5所，新增学位3000个。实施城市更新项目20个。
    """

  @Test func cellsAreThoseOfALedgerOfRows() throws {
    let report = try ReportReader.read(Array(Self.text.utf8))
    var rows = LedgerRows()
    rows.append(report: report, id: "own")
    let (made, asked) = (Ledger(rows), Ledger(report: report, id: "own"))
    for entity in Entity.allCases.reversed() {
      let (wanted, table) = (made.table(entity), asked.table(entity))
      #expect(wanted.count > 0, "\(entity) has rows to compare")
      #expect(table.schema == wanted.schema)
      #expect(cells(of: table, asked) == cells(of: wanted, made), "\(entity)")
    }
    #expect(asked.reportName(0) == "own")
  }

  @Test func notesOfCorrectionsStandBehindTheirStatements() throws {
    var report = HandmadeReport()
    report.say("没有数字的一句话。")
    report.say("全区生产总值完成500亿元，GDP增长6%。")
    try report.add("500亿元", "全区生产总值", kind: .indicator)
    try report.add("6%", "GDP 增长", measure: "增长", kind: .indicator, role: .growth)
    let anchor = Correction.Anchor(report: "own", prefix: "", quote: "6%", suffix: "")
    let correction = Correction(anchor: anchor, field: .kind, value: "other")
    report.report.facts[1].corrections = [correction]
    var rows = LedgerRows()
    rows.append(report: report.report, id: "own")
    let ledger = Ledger(report: report.report, id: "own")
    guard case .source(let places) = ledger.table(.facts).columns.last else {
      Issue.record("the last column is the source")
      return
    }
    #expect(rows.sources[0].note != nil)
    #expect(ledger.sources[places[0][0]] == rows.sources[0])
    #expect(ledger.sources[0].note == nil)
  }

  /// The cells of a table, passages as what stands in them.
  private func cells(of table: Table, _ ledger: Ledger) -> [[String]] {
    (0..<table.count).map { row in
      table.row(row).map { cell in
        guard case .source(let places) = cell else { return "\(cell)" }
        return places.map { "\(ledger.sources[$0])" }.joined(separator: "; ")
      }
    }
  }
}
