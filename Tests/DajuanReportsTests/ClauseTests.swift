import DajuanLedger
import DajuanReports
import Testing

@Suite("What is measured of what")
struct ClauseTests {
  private func subjects(_ text: String) throws -> [String] { try facts(text).map(\.subject) }

  @Test("the thing counted before or after the number")
  func counted() throws {
    #expect(try subjects("新建水厂3座。") == ["新建水厂"])
    #expect(try subjects("新建3座水厂。") == ["新建水厂"])
    #expect(try subjects("沿河12条道路建成通车。") == ["沿河道路 建成通车"])
  }

  @Test("clauses whose subject was named before")
  func elided() throws {
    #expect(
      try subjects("86个灾后项目，开工80个、完工61个，完成投资3亿元。")
        == ["灾后项目", "灾后项目 开工", "灾后项目 完工", "灾后项目 完成投资"]
    )
    #expect(
      try subjects("外贸总额12亿元，增长9%，增幅高于全省2个百分点。")
        == ["外贸总额", "外贸总额 增长", "外贸总额 增幅高于全省"]
    )
    #expect(
      try subjects("教育支出30亿元，占财政支出的21%。") == ["教育支出", "教育支出 占财政支出比重"]
    )
  }

  @Test("growth before level")
  func growthFirst() throws {
    let found = try facts("外贸总额增长9%，达到12亿元。")
    #expect(found.map(\.subject) == ["外贸总额 增长", "外贸总额"])
    #expect(found.map(\.role) == [.growth, .level])
  }

  @Test("several numbers dealt out to several things")
  func dealt() throws {
    #expect(
      try subjects("城乡居民收入分别增长8%和9%，分别达4.1万元和2.2万元。")
        == ["城镇居民收入 增长", "农村居民收入 增长", "城镇居民收入", "农村居民收入"]
    )
    #expect(
      try subjects("东、中、西部补助分别提高到25元、22元、20元。") == ["东部补助", "中部补助", "西部补助"]
    )
    #expect(
      try subjects("接待游客30万人次，实现收入2亿元，分别增长7%和8%。")
        == ["接待游客", "收入", "接待游客 增长", "收入 增长"]
    )
    #expect(
      try subjects("甲类产业、乙类产业增加值占比分别为10%和20%。")
        == ["甲类产业增加值 占比", "乙类产业增加值 占比"]
    )
  }

  @Test("from one figure to another")
  func moved() throws {
    let found = try facts("城镇化率由51%提高到56%，企业数从2018年的40家增加到66家。")
    #expect(found.map(\.subject) == ["城镇化率", "城镇化率", "企业数", "企业数"])
    #expect(found.map { $0.period?.interchange } == ["2020", "2021", "2018", "2021"])
    #expect(found.map(line) == ["51 %", "56 %", "40 家", "66 家"])
  }

  @Test("the size of things counted is a threshold")
  func thresholds() throws {
    let found = try targets("引进5个10亿元以上制造项目，新增亿元以上企业8家。")
    #expect(found.map(\.role) == [.level, .threshold, .threshold, .level])
    #expect(found[1].subject == "制造项目 规模门槛")
    #expect(found[0].subject == "引进制造项目")
    #expect(try facts("对65岁以上老人免费体检。").map(\.role) == [.threshold])
  }

  @Test("a sum that belongs to the things counted after it")
  func attribute() throws {
    let found = try targets("加快建设总投资90亿元的7个仓储项目。")
    #expect(found.map(\.subject) == ["仓储项目 总投资", "建设仓储项目"])
    #expect(found.map(\.force) == [.plan, .target])
  }

  @Test("what is paid to whom is named with it")
  func per() throws {
    #expect(
      try subjects("孤儿补助标准分别提高到每人每月700元和1200元。").allSatisfy {
        $0.hasPrefix("孤儿补助标准") && $0.contains("每人每月")
      }
    )
  }

  @Test(
    "roles",
    arguments: [
      ("抓好六项任务。", Role.enumerator), ("总产居全省第三。", .rank), ("连续三年获奖。", .duration),
      ("比重提高2个百分点。", .change), ("补助提高30元。", .change), ("产量是2010年的3倍。", .multiple),
      ("覆盖率达到95%。", .share), ("结构调整为17:28.7:54.3。", .ratio), ("增速8%。", .growth),
    ]
  )
  func roles(_ text: String, _ role: Role) throws {
    #expect(try facts(text).map(\.role) == [role])
  }

  @Test(
    "kinds",
    arguments: [
      ("地区总人口增长，外贸总额增长9%。", Kind.indicator), ("新增城镇就业3万人。", .livelihood),
      ("建成游园12个。", .project), ("办理提案80件。", .other), ("完成投资3亿元。", .project),
      ("改造老旧小区20个。", .livelihood), ("高新技术企业达到50家。", .indicator),
      ("固定资产投资增长8%。", .indicator), ("抓好六项任务。", .other),
    ]
  )
  func kinds(_ text: String, _ kind: Kind) throws {
    #expect(try facts(text).map(\.kind) == [kind])
  }
}
