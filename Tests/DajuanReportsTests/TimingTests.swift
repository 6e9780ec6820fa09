import DajuanLedger
import DajuanReports
import Testing

@Suite("When, done or aimed at, and how strongly")
struct TimingTests {
  private func periods(_ facts: [Fact]) -> [String?] { facts.map { $0.period?.interchange } }

  @Test("a chapter gives its nature and its year")
  func chapters() throws {
    let text = """
      一、2021年工作回顾
      （一）加快建设。建成水厂3座。
      二、2022年工作安排
      （一）水利建设。建成水厂5座。
      """
    let found = try ReportReader.read(Array(text.utf8)).facts
    #expect(found.map(\.nature) == [.actual, .target])
    #expect(periods(found) == ["2021", "2022"])
  }

  @Test("without chapters, a heading's own form tells")
  func loose() throws {
    let text = """
      抓好水利建设

      建成水厂5座。

      城市面貌持续改善

      建成游园4个。

      会议总结2020年工作，部署2021年工作。
      """
    let found = try ReportReader.read(Array(text.utf8)).facts
    #expect(found.map(\.nature) == [.target, .actual])
    #expect(periods(found) == ["2021", "2020"])
  }

  @Test("openings change the period until the next one")
  func openings() throws {
    let text = """
      一、本届政府工作回顾
      五年来，建成水厂9座，供水能力达到30万吨。
      过去一年，建成水厂2座。
      二、今后五年主要目标
      到2026年，产值达到900亿元，年均增长8%。
      """
    let found = try ReportReader.read(Array(text.utf8), options: .init(year: 2022)).facts
    #expect(periods(found) == ["2017-2021", "2021", "2021", "2026", "2022-2026"])
  }

  @Test("a report in the middle of a year looks back on part of it")
  func midYear() throws {
    let text = """
      ——2021年8月23日在某某市第六届人民代表大会第一次会议上
      一、工作回顾
      今年以来，建成水厂2座。上半年，产值完成90亿元；1-7月份，产值完成120亿元。
      三、做好今年后几个月工作
      建成水厂1座。
      """
    let found = try ReportReader.read(Array(text.utf8)).facts
    #expect(
      periods(found)
        == ["2021-01/2021-08", "2021-01/2021-06", "2021-01/2021-07", "2021-09/2021-12"]
    )
  }

  @Test("what a figure is compared with is not its time")
  func references() throws {
    #expect(periods(try facts("产值是2015年的3倍，比2019年增长9%。")) == ["2021", "2021"])
  }

  @Test("five-year plans by number")
  func plans() throws {
    #expect(periods(try facts("“十二五”期间，建成水厂9座。")) == ["2011-2015"])
  }

  @Test("a total set against what the year brought is cumulative")
  func cumulative() throws {
    #expect(periods(try facts("新改造小区9个、累计完工32个。")) == ["2021", "-2021"])
  }

  @Test("so many years running end with the year told of")
  func lasting() throws {
    #expect(periods(try facts("连续三年荣获先进单位。")) == ["2019-2021"])
  }

  @Test(
    "force",
    arguments: [
      ("产值力争突破9亿元。", Force.strive), ("问题解决率确保达到98%。", .ensure),
      ("建成水厂3座。", .target), ("总投资9亿元。", .plan), ("努力实现产值增长7%。", .strive),
    ]
  )
  func force(_ text: String, _ force: Force) throws {
    #expect(try targets(text).map(\.force) == [force])
  }

  @Test("a second, bolder target stands apart from the first")
  func twoTargets() throws {
    let found = try targets("产值增长8%，力争突破600亿元。")
    #expect(found.map(\.force) == [.target, .strive])
    #expect(found.map(\.subject) == ["产值 增长", "产值"])
  }

  @Test("an estimate tells of the past; a planned total stays a plan")
  func reviewed() throws {
    #expect(try facts("预计，产值增长3.5%。").map(\.force) == [.estimated])
    let found = try facts("新开工项目9个，总投资30亿元。")
    #expect(found.map(\.nature) == [.actual, .target])
    #expect(found.map(\.force) == [.achieved, .plan])
  }

  @Test("with no year to be known, the period is missing rather than guessed")
  func unknown() throws {
    let found = try ReportReader.read(Array("建成水厂3座。\n".utf8)).facts
    #expect(found.map(\.period) == [nil])
  }

  @Test("place, level, date and year of a report's head")
  func head() throws {
    let text = """
      ---
      title: 政府工作报告
      ---

      ——二〇一七年四月九日在某某县第十四届人民代表大会第五次会议上

      一、2016年工作回顾

      建成水厂3座。
      """
    let report = try ReportReader.read(Array(text.utf8))
    #expect(report.title == "政府工作报告")
    #expect(report.place == "某某县")
    #expect(report.level == .county)
    #expect(report.date == ReportDate(year: 2017, month: 4, day: 9))
    #expect(report.reviewed?.interchange == "2016")
    #expect(report.planned?.interchange == "2017")
  }
}
