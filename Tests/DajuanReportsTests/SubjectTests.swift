import DajuanLedger
import DajuanReports
import Testing

@Suite("Whole names: nothing cut, nothing left hanging")
struct SubjectTests {
  private func subjects(_ text: String) throws -> [String] { try facts(text).map(\.subject) }

  @Test("lists whose counts a link joins share the verb, and keep their own things")
  func linked() throws {
    #expect(
      try subjects("新建12家研发中心和3家检测平台。") == ["新建研发中心", "新建检测平台"])
    #expect(
      try subjects("新建12家研发中心和改造3家检测平台。") == ["新建研发中心", "改造检测平台"])
    #expect(
      try subjects("引进企业9家，6个园区和2个基地通过验收。")
        == ["引进企业", "园区", "基地 通过验收"])
  }

  @Test("words that begin like a time, a movement or a link stay whole")
  func whole() throws {
    #expect(try subjects("2021年中小企业贷款余额90亿元。") == ["中小企业贷款余额"])
    #expect(try subjects("2021年初中在校生3万人。") == ["初中在校生"])
    #expect(try subjects("其中，增加值占比达到21%。") == ["增加值 占比"])
    #expect(try subjects("近三年引进企业12家。") == ["引进企业"])
    #expect(try subjects("康居村建成9个。") == ["康居村 建成"])
  }

  @Test("adverbs and stages between a thing and its figure are none of its name")
  func adverbs() throws {
    #expect(try subjects("全县财政收入先后迈上20亿元、30亿元台阶。").first == "财政收入")
    #expect(try subjects("民生支出五年累计90亿元。") == ["民生支出"])
    #expect(try subjects("外资企业已占全部企业的12%。") == ["外资企业 占全部企业比重"])
  }

  @Test("a share is what its points are of; an agent whose its bare measures are")
  func carried() throws {
    #expect(
      try subjects("服务业增加值占生产总值比重达到41%，比2016年提高6个百分点。")
        == ["服务业增加值 占生产总值比重", "服务业增加值占生产总值比重 提高"])
    #expect(
      try subjects("规模以上企业实现利税12亿元，利润6亿元。")
        == ["规模以上企业实现利税", "规模以上企业利润"])
  }

  @Test("the measure that several things share, before them or after")
  func shared() throws {
    #expect(
      try subjects("无人机、电动客车产量分别增长12%和9%。")
        == ["无人机产量 增长", "电动客车产量 增长"])
    #expect(
      try subjects("一般预算收入、支出分别增长12%和9%。")
        == ["一般预算收入 增长", "一般预算支出 增长"])
    #expect(
      try subjects("各项存、贷款余额分别达到90亿元和70亿元。")
        == ["各项存款余额", "各项贷款余额"])
  }

  @Test("sizes are called by the measure before them, or by their unit")
  func sizes() throws {
    #expect(
      try subjects("财政收入超2亿元的乡镇有6个。") == ["乡镇 财政收入门槛", "乡镇"])
    #expect(try subjects("关停10万千瓦以下机组3台。").first == "机组 容量门槛")
    #expect(try subjects("实现20户以上具备条件的自然村通路。").first == "自然村通路 户数门槛")
    #expect(try facts("培育60家以上领军企业。").map(\.role) == [.level])
  }

  @Test("a general noun takes the thing of the clause before it")
  func general() throws {
    #expect(try subjects("加强河道治理，实施九项重大工程。") == ["实施河道治理重大工程"])
  }

  @Test(
    "verbs and times around a thing are none of its name",
    arguments: [
      ("进出口总额首破千亿元、达1100亿元。", ["进出口总额", "进出口总额"]),
      ("财政总收入跃上9亿元台阶，增长7%。", ["财政总收入", "财政总收入 增长"]),
      ("粮食产量首次跃上9亿斤新台阶。", ["粮食产量"]),
      ("10月底前建成游园3个，年底前再建成5个。", ["建成游园", "游园 建成"]),
      (
        "重点项目40个，年度计划投资8亿元，其中续建2个、新建3个。",
        ["重点项目", "重点项目 年度计划投资", "重点项目 续建", "重点项目 新建"]
      ),
      ("计划总投资6亿元，年内完成投资2亿元。", ["计划总投资", "完成投资"]),
      ("惠及居民4万户、近15万人。", ["惠及居民", "惠及居民"]),
      ("集中和分散供养标准达到4000元、3000元。", ["集中供养标准", "分散供养标准"]),
    ])
  func bareNames(_ text: String, _ expected: [String]) throws {
    #expect(try facts(text).map(\.subject) == expected)
  }

  @Test("分别 deals out growths in percent and in times together")
  func mixedGrowths() throws {
    let found = try facts("旅游收入、接待人次分别增长1.3倍、80%。")
    #expect(found.map(\.subject) == ["旅游收入 增长", "接待人次 增长"])
    #expect(found.map(\.role) == [.multiple, .growth])
  }

  @Test("more than doubled, a round sum passed, days that are a measure")
  func forms() throws {
    let doubled = try facts("产值翻了一番多。")
    #expect(doubled.map(\.surface) == ["一番多"])
    #expect(doubled.map(\.bound) == [.moreThan])
    #expect(doubled.map { $0.lower?.description } == ["1"])
    #expect(doubled.map { $0.upper?.description } == ["2"])
    #expect(try facts("存款余额站上千亿元台阶。").map(line) == ["100000000000 元 more_than"])
    #expect(try facts("优良天数增加3天，达到271天。").last?.role == .level)
    #expect(try facts("优良天数比上年增加，达到271天。").last?.role == .level)
  }
}
