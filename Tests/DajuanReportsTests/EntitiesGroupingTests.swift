import DajuanLedger
import Testing

@testable import DajuanReports

@Suite("Facts grouped into indicators and projects")
struct EntitiesGroupingTests {
  @Test("Level, growth and rank of one statistic are one row under its canonical name")
  func indicators() throws {
    var report = HandmadeReport()
    report.say("全区生产总值完成500亿元，GDP增长6%，总量居全市第2位。")
    try report.add("500亿元", "全区生产总值", kind: .indicator)
    try report.add("6%", "GDP 增长", measure: "增长", kind: .indicator, role: .growth)
    try report.add("2位", "地区生产总值", kind: .other, role: .rank)
    report.say("失业率下降0.3个百分点。")
    try report.add(
      "0.3个百分点",
      "失业率 下降",
      measure: "下降",
      kind: .indicator,
      role: .change,
      negative: true
    )
    let rows = report.rows.indicators
    #expect(rows.map(\.name) == ["地区生产总值", "失业率"])
    #expect(rows[0].level.words == "500亿元")
    #expect(rows[0].growth.words == "6%")
    #expect(rows[0].rank.words == "2位")
    #expect(rows[1].change.words == "下降0.3个百分点")
  }

  @Test("A target that contradicts, or is put more strongly, has a row of its own")
  func stretch() throws {
    var report = HandmadeReport()
    report.say("地区生产总值确保600亿元、力争620亿元。", nature: .target)
    try report.add("600亿元", "地区生产总值", kind: .indicator, force: .ensure)
    try report.add("620亿元", "地区生产总值", kind: .indicator, force: .strive)
    #expect(report.rows.indicators.map(\.standing.force) == [.ensure, .strive])
  }

  @Test("A statistic said twice is one row with both sources")
  func repeated() throws {
    var report = HandmadeReport()
    for _ in 0..<2 {
      report.say("固定资产投资增长9%。")
      try report.add("9%", "固定资产投资 增长", measure: "增长", kind: .indicator, role: .growth)
    }
    let rows = report.rows
    #expect(rows.facts.count == 2)
    #expect(rows.indicators.map(\.standing.sources) == [[0, 1]])
  }

  @Test(
    "Names of one statistic are one",
    arguments: [
      ("GDP", "地区生产总值"), ("全省生产总值", "地区生产总值"), ("公共财政预算收入", "一般公共预算收入"),
      ("规上工业增加值", "规模以上工业增加值"), ("失业率", "失业率"), ("全社会固定资产投资", "全社会固定资产投资"),
    ]
  )
  func names(written: String, canonical: String) {
    #expect(IndicatorNames.canonical(written) == canonical)
  }

  @Test("The product of the whole country keeps its own name")
  func national() {
    #expect(IndicatorNames.canonical("国内生产总值", isNational: true) == "国内生产总值")
    #expect(IndicatorNames.canonical("国内生产总值") == "地区生产总值")
  }

  @Test("Count, stages and investment of one subject are one project")
  func stages() throws {
    var report = HandmadeReport()
    report.say("水毁修复项目80个，开工70个、完工55个，完成投资3.2亿元；建成公园4个。")
    try report.add("80个", "水毁修复项目", kind: .project)
    try report.add("70个", "水毁修复项目 开工", measure: "开工", kind: .project)
    try report.add("55个", "水毁修复项目 完工", measure: "完工", kind: .project)
    try report.add("3.2亿元", "水毁修复项目 完成投资", measure: "完成投资", kind: .project)
    try report.add("4个", "公园 建成", measure: "建成", kind: .project)
    let rows = report.rows.projects
    #expect(rows.map(\.name) == ["水毁修复项目", "公园"])
    #expect(rows.map { $0.count.words } == ["80个", "4个"])
    #expect(rows.map { $0.started.words } == ["70个", "–"])
    #expect(rows.map { $0.completed.words } == ["55个", "–"])
    #expect(rows.map { $0.investment.words } == ["3.2亿元", "–"])
  }

  @Test("建成 is a stage where the size of the batch is told, and the count where it is not")
  func built() throws {
    var report = HandmadeReport()
    report.say("公园项目10个，建成4个。")
    try report.add("10个", "公园项目", kind: .project)
    try report.add("4个", "公园项目 建成", measure: "建成", kind: .project)
    let row = try #require(report.rows.projects.first)
    #expect(row.count.words == "10个")
    #expect(row.completed.words == "4个")
  }

  @Test("A zone is the area, running verbs fall away, total and yearly investment stay apart")
  func areas() throws {
    var report = HandmadeReport()
    report.say("南湖新区运作重大项目12个、完成投资20亿元。")
    try report.add("12个", "南湖新区 运作重大项目", kind: .project)
    try report.add("20亿元", "南湖新区 重大项目 完成投资", measure: "完成投资", kind: .project)
    report.say("加快推进总投资300亿元的40个重点项目，力争全年完成投资60亿元。", nature: .target)
    try report.add(
      "300亿元",
      "重点项目 总投资",
      measure: "总投资",
      kind: .project,
      force: .plan
    )
    try report.add("40个", "加快推进重点项目", kind: .project)
    try report.add(
      "60亿元",
      "重点项目 全年完成投资",
      measure: "全年完成投资",
      kind: .project,
      force: .strive
    )
    let rows = report.rows.projects
    #expect(rows.map(\.name) == ["重大项目", "重点项目"])
    #expect(rows.map(\.area) == ["南湖新区", nil])
    #expect(rows.map { $0.investment.words } == ["20亿元", "60亿元"])
    #expect(rows[1].totalInvestment.words == "300亿元")
    #expect(rows[1].count.words == "40个")
    #expect(rows[1].standing.force == .target)
  }

  @Test("Each threshold stands beside its own count, and a shared 至少 is said with each")
  func thresholds() throws {
    var report = HandmadeReport()
    report.say("至少新引进2个10亿元以上优质项目、3个5亿元以上链条项目。", nature: .target)
    try report.add(
      "2个",
      "新引进10亿元以上优质项目",
      kind: .project,
      bound: .atLeast,
      leading: "至少"
    )
    try report.add(
      "10亿元以上",
      "优质项目 投资规模门槛",
      measure: "投资规模门槛",
      kind: .project,
      role: .threshold,
      bound: .atLeast
    )
    try report.add("3个", "新引进5亿元以上链条项目", kind: .project, bound: .atLeast)
    try report.add(
      "5亿元以上",
      "链条项目 投资规模门槛",
      measure: "投资规模门槛",
      kind: .project,
      role: .threshold,
      bound: .atLeast
    )
    let rows = report.rows.projects
    #expect(rows.map { $0.count.words } == ["至少2个", "至少3个"])
    #expect(rows.map { $0.threshold.words } == ["10亿元以上", "5亿元以上"])
    #expect(rows.map(\.name) == ["新引进优质项目", "新引进链条项目"])
  }

  @Test("A share of a whole names the whole, and 项目 alone is called by its size")
  func fullNames() throws {
    var report = HandmadeReport()
    report.say("高新产业产值占工业比重达到40%；新增2亿元以上项目25个；完成投资9亿元。")
    try report.add(
      "40%",
      "高新产业产值 占工业比重",
      measure: "占工业比重",
      kind: .indicator,
      role: .share
    )
    try report.add(
      "2亿元以上",
      "项目 规模门槛",
      measure: "规模门槛",
      kind: .project,
      role: .threshold,
      bound: .atLeast
    )
    try report.add("25个", "项目", kind: .project)
    try report.add("9亿元", "完成投资", kind: .project)
    let rows = report.rows
    #expect(rows.indicators.map(\.name) == ["高新产业产值占工业比重"])
    #expect(rows.projects.map(\.name) == ["2亿元以上项目", "完成投资"])
    #expect(rows.projects.map { $0.threshold.words } == ["2亿元以上", "–"])
  }

  @Test("A batch in a headline and in the body is one row")
  func headline() throws {
    var report = HandmadeReport()
    report.say("重大项目30个。")
    try report.add("30个", "重大项目", kind: .project)
    report.say("重大项目30个，完成投资50亿元。")
    try report.add("30个", "重大项目", kind: .project)
    try report.add("50亿元", "重大项目 完成投资", measure: "完成投资", kind: .project)
    report.say("重大项目35个。", nature: .target)
    try report.add("35个", "重大项目", kind: .project)
    let rows = report.rows
    #expect(rows.projects.map { $0.count.words } == ["30个", "35个"])
    #expect(rows.projects[0].investment.words == "50亿元")
    #expect(rows.projects[0].standing.sources == [0, 1])
    #expect(rows.facts.count == 4)
  }

  @Test("A report that says nothing has its own row and no other")
  func empty() {
    let rows = HandmadeReport().rows
    #expect(rows.reports.count == 1)
    #expect(rows.sources.isEmpty && rows.facts.isEmpty && rows.indicators.isEmpty)
    #expect(rows.projects.isEmpty && rows.measures.isEmpty && rows.honours.isEmpty)
  }

  @Test("A second report's rows point at their own sources")
  func several() throws {
    var first = HandmadeReport()
    first.say("荣获全国文明城区。")
    var second = HandmadeReport()
    second.say("固定资产投资增长9%。")
    try second.add("9%", "固定资产投资 增长", measure: "增长", kind: .indicator, role: .growth)
    var rows = first.rows
    rows.append(report: second.report, id: "second")
    #expect(rows.sources.map(\.report) == [0, 1])
    #expect(rows.facts.map(\.report) == [1])
    #expect(rows.facts.map(\.source) == [1])
    #expect(rows.indicators.map(\.standing.sources) == [[1]])
    #expect(rows.honours.map(\.sources) == [[0]])
  }

  @Test(
    "A zone is a name with a word for its kind, or the one zone of its kind",
    arguments: [
      ("南湖新区建设项目", 4), ("高新区新增企业", 3), ("北岭产业集聚区", 7), ("新增省级示范区", 0),
      ("乡村振兴示范区", 0), ("道路建成", 0), ("全面推进城区建设", 0),
    ]
  )
  func zones(text: String, length: Int) {
    #expect(ZoneWords.prefix(of: text.compactScalars[...]) == length)
  }
}
