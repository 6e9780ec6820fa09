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
      ("生产总值增长8%~8.5%。", ["8..8.5 % target"]),
      ("生产总值增长8%（力争9%）。", ["8 % target", "9 % strive"]),
      ("生产总值增长8%以上，奋斗目标9%。", ["8 % at_least target", "9 % target"]),
      ("生产总值增长高于全省平均，力争达到8.5%。", ["8.5 % strive"]),
      ("生产总值增长保持在合理区间，达到8%左右。", ["8 % about target"]),
      ("全面完成生产总值增长8%的目标任务。", ["8 % target"]),
      ("生产总值增长目标为8%。", ["8 % target"]),
      ("生产总值实现9%左右的增长。", ["9 % about target"]),
      ("生产总值保持9%以上增长。", ["9 % at_least target"]),
      ("生产总值8%左右，工业增加值9%。", ["8 % about target", "9 % target"]),
      ("生产总值增长8左右，财政收入增长10。", ["8 % about target", "10 % target"]),
      ("生产总值年增长8%。", ["8 % target"]),
      ("生产总值年递增8%。", ["8 % target"]),
      ("生产总值增长区间为7%—8%。", ["7..8 % target"]),
      ("生产总值增长底线目标7%、力争目标8%。", ["7 % target", "8 % strive"]),
      ("生产总值以8%的速度增长。", ["8 % target"]),
      ("生产总值增长7%左右、挑战8%。", ["7 % about target", "8 % target"]),
      ("生产总值增长6%左右（计划增长7%）。", ["6 % about target", "7 % plan"]),
      ("把生产总值增长目标定为“7%左右”。", ["7 % about target"]),
      ("生产总值达到90亿元，可比增长8%。", ["9000000000 元 target", "8 % target"]),
    ])
  func forms(text: String, expected: [String]) throws {
    let found = try targets(text)
    #expect(found.map { line($0) + " " + $0.force.rawValue } == expected)
    for fact in found where fact.unit == "%" {
      #expect(fact.role == .growth)
      #expect(fact.subject.hasPrefix("生产总值") || fact.subject != found.first?.subject)
      #expect(fact.period == Period(year: 2022))
    }
  }

  @Test("力争 before a bolder figure alone does not go on to the next clause")
  func bolder() throws {
    let found = try targets("生产总值增长5%以上、力争5.5%，工业增加值增长6%。")
    #expect(found.map(\.force) == [.target, .strive, .target])
  }

  @Test("an average is over years: up to the horizon told, or a term")
  func averages() throws {
    let found = try targets("生产总值年均增长8%以上，到2025年达到300亿元；今年增长9%。")
    #expect(found.map { $0.period?.interchange } == ["2022-2025", "2025", "2022"])
    #expect(try targets("生产总值年均增长8%。").map { $0.period?.interchange } == ["2022-2026"])
    #expect(try facts("生产总值年均增长8%。").map { $0.period?.interchange } == ["2017-2021"])
  }

  @Test("several measures, the product among them")
  func among() throws {
    #expect(
      try targets("生产总值、工业增加值、固定资产投资分别增长8%、9%和15%。").map(\.subject)
        == ["生产总值 增长", "工业增加值 增长", "固定资产投资 增长"])
    let found = try targets("能耗占生产总值比重下降2个百分点；人均生产总值增长7%，生产总值增长8%。")
    #expect(found.map(line) == ["-2 百分点", "7 %", "8 %"])
    #expect(found.last?.subject == "生产总值 增长")
  }

  @Test("growths of a list told by a noun, and goals that were moved")
  func nouns() throws {
    let found = try targets("生产总值、固定资产投资增速分别达到9%和15%。")
    #expect(found.map(\.role) == [.growth, .growth])
    #expect(found.first?.subject == "生产总值 增长")
    #expect(
      try targets("生产总值增长目标由9%调整为8%。").map(\.role) == [.growth, .growth])
  }

  @Test("letters of a measure are no name of a road")
  func letters() throws {
    let found = try targets("实现GDP8%的增长。")
    #expect(found.map(line) == ["8 %"])
    #expect(found.map(\.subject) == ["GDP 增长"])
    #expect(try targets("建设G8%复线。").isEmpty)
  }

  @Test("a goal of a sum that was moved is of its growth")
  func movedGoals() throws {
    let found = try targets("生产总值目标由8%调整为7%。")
    #expect(found.map(\.role) == [.growth, .growth])
    #expect(try targets("绿化目标由8%调整为7%。").map(\.role) == [.share, .share])
  }

  @Test("growths of wider wholes stand in brackets after the thing's")
  func wholes() throws {
    let found = try facts("生产总值增长8%（全国6%、全省7%），投资增长9%。")
    #expect(found.map(\.role) == [.growth, .growth, .growth, .growth])
    #expect(found.map(\.subject) == ["生产总值 增长", "全国生产总值 增长", "全省生产总值 增长", "投资 增长"])
  }

  @Test("a fall told by a noun is negative")
  func falls() throws {
    #expect(try facts("进出口总额9亿元，降幅3%。").map(line) == ["900000000 元", "-3 %"])
    #expect(try facts("出口产值降幅达5%以上。").map(line) == ["-5 % at_most"])
  }

  @Test(
    "the share of a goal is of what was told before",
    arguments: [
      ("工业投资5亿元，完成年度任务的112%，同比增长4%。", "完成年度任务比例", 3),
      ("工业投资5亿元，完成目标的109%，增长3%。", "完成目标比例", 3),
      ("工业投资完成预算的103%，增长7%。", "完成预算比例", 2),
      ("工业投资为调整预算的98%、增长4%。", "完成调整预算比例", 2),
    ])
  func goals(_ text: String, _ measure: String, _ count: Int) throws {
    let found = try facts(text)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.subject.hasPrefix("工业投资") })
    #expect(found.contains { $0.role == .share && $0.subject == "工业投资 " + measure })
    #expect(found.last?.role == .growth)
  }

  @Test("investment that grew is not that of the product")
  func ownInvestment() throws {
    #expect(try targets("生产总值增长9%，投资增长12%。").map(\.subject) == ["生产总值 增长", "投资 增长"])
  }
}
