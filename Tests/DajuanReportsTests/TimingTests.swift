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

  private func timed(_ paragraphs: [String], _ year: Int, _ heading: String) throws -> [String] {
    try facts(paragraphs.joined(separator: "\n\n"), year: year, under: heading)
      .map { $0.nature.rawValue + " " + ($0.period?.interchange ?? "none") }
  }

  @Test(
    "a plan that is not over, named in a review, tells what it has brought so far",
    arguments: [
      ("“十四五”以来，累计建成水厂6座。", 2023, "2021-2022"),
      ("“十四五”以来，全市产值年均增长6%。", 2023, "2021-2022"),
      ("“十四五”时期，已累计改造小区30个。", 2023, "2021-2022"),
      ("“十二五”以来，新建水厂6座。", 2014, "2011-2013"),
      ("“十四五”前三年，累计新建水厂8座。", 2025, "2021-2023"),
    ])
  func unfinishedPlans(_ opening: String, _ year: Int, _ period: String) throws {
    // What follows is the year's again, and done.
    #expect(
      try timed([opening, "新建游园3个，产值增长4%。"], year, "一、\(year - 1)年工作回顾")
        == ["actual \(period)", "actual \(year - 1)", "actual \(year - 1)"])
  }

  @Test(
    "a paragraph about a plan's years leaves the goals of the year theirs",
    arguments: ["二、2026年工作安排", "二、目标任务", "二、“十五五”主要目标和2026年工作"])
  func goalsOfTheYear(_ heading: String) throws {
    let found = try timed(
      ["“十五五”时期，产值年均增长5%。", "全年产值增长6%，投资增长7%。", "建成游园4个。"], 2026, heading)
    #expect(found == ["target 2026-2030", "target 2026", "target 2026", "target 2026"])
  }

  @Test("a quarter of years to come is one of the year of delivery")
  func quarterAhead() throws {
    #expect(
      try timed(["今后五年，产值年均增长5%。", "一季度开工游园9个。"], 2026, "二、主要目标")
        == ["target 2026-2030", "target 2026Q1"])
  }

  @Test(
    "in a review of a term, what is of the last year says so",
    arguments: [
      "全年改造小区8个，同比增长2%。", "预计全年产值9亿元，增长3%。", "存款、贷款余额分别比年初增加2亿元和3亿元。",
    ])
  func lastYearOfTerm(_ text: String) throws {
    #expect(
      try timed(["五年来，建成水厂9座。", text], 2022, "一、工作回顾")
        == ["actual 2017-2021", "actual 2021", "actual 2021"])
  }

  @Test(
    "several parts of a year in one sentence",
    arguments: [
      (
        "产值一季度下降6%、上半年下降2%、前三季度增长1%，全年增长3%。",
        ["2021Q1", "2021-01/2021-06", "2021-01/2021-09", "2021"]
      ),
      ("上半年产值增长6%，三季度增长7%，全年预计增长8%。", ["2021-01/2021-06", "2021Q3", "2021"]),
      ("上半年开工游园9个，全年开工20个以上。", ["2021-01/2021-06", "2021"]),
    ])
  func partsOfYear(_ text: String, _ expected: [String]) throws {
    let found = try facts(text)
    #expect(periods(found) == expected)
    #expect(found.allSatisfy { $0.subject.hasPrefix("产值 ") || $0.subject.contains("游园") })
  }

  @Test("a part of the year named before it")
  func partOfNamedYear() throws {
    let found = try facts("2018年前三季度产值增长5%；去年上半年产值增长6%。")
    #expect(periods(found) == ["2018-01/2018-09", "2021-01/2021-06"])
  }

  @Test("a goal of the whole year is no time, nor what came after a quarter")
  func yearAsGoal() throws {
    #expect(try targets("水厂一季度开工率达到全年任务的80%。").map { $0.period?.interchange } == ["2022Q1"])
    #expect(periods(try facts("针对三季度后的困难，筹措资金3亿元。")) == ["2021"])
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
