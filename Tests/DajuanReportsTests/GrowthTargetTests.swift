import DajuanLedger
import DajuanReports
import Testing

@Suite("Growth targets in every way they are put")
struct GrowthTargetTests {
  @Test(
    "lower end, upper end, force",
    arguments: [
      ("生产总值增长8%左右，力争突破90亿元。", ["8 % about target", "9000000000 元 more_than strive"]),
      ("生产总值增长7%—8%。", ["7..8 % target"]),
      ("生产总值增速保持在8.5%以上。", ["8.5 % at_least target"]),
      ("生产总值确保增长8%、力争增长9%。", ["8 % ensure", "9 % strive"]),
      ("生产总值增长确保8%、力争9%。", ["8 % ensure", "9 % strive"]),
      ("生产总值增长12%左右，力争达到13%。", ["12 % about target", "13 % strive"]),
      ("生产总值预期增长9.5%。", ["9.5 % target"]),
      ("生产总值按可比价计算增长9%。", ["9 % target"]),
      ("生产总值增长不低于8%。", ["8 % at_least target"]),
      ("生产总值增长8.5左右。", ["8.5 % about target"]),
      ("生产总值增长8·5%。", ["8.5 % target"]),
      ("生产总值增长8..5%。", ["8.5 % target"]),
      ("生产总值增长百分之八。", ["8 % target"]),
    ])
  func forms(text: String, expected: [String]) throws {
    let found = try targets(text)
    #expect(found.map { line($0) + " " + $0.force.rawValue } == expected)
    for fact in found where fact.unit == "%" {
      #expect(fact.role == .growth)
      #expect(fact.subject.hasPrefix("生产总值"))
      #expect(fact.period == Period(year: 2022))
    }
  }
}
