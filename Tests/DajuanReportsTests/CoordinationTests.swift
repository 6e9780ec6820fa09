import DajuanLedger
import DajuanReports
import Testing

@Suite("Lists, second goals and what a clause leaves out")
struct CoordinationTests {
  private func subjects(_ text: String) throws -> [String] { try facts(text).map(\.subject) }

  @Test("points against two wholes")
  func points() throws {
    let found = try facts("产值增长8.3%，高于全国1.4个、全省0.6个百分点。")
    #expect(found.map(line) == ["8.3 %", "1.4 百分点", "0.6 百分点"])
    #expect(found.map(\.subject) == ["产值 增长", "产值 高于全国", "产值 高于全省"])
  }

  @Test("ranks of one thing in two orders, and of several things")
  func ranks() throws {
    #expect(try subjects("游客量位居全省第1、全国第5。") == ["游客量 全省位次", "游客量 全国位次"])
    #expect(
      try subjects("产值、税收增速分居全省第3位、第5位。") == ["产值增速 全省位次", "税收增速 全省位次"]
        || subjects("产值、税收增速分居全省第3位、第5位。") == ["产值 全省位次", "税收增速 全省位次"])
    #expect(
      try subjects("甲产量、乙产量分别居全国第二和第四。") == ["甲产量 全国位次", "乙产量 全国位次"])
  }

  @Test("a size whose things the list names but once")
  func sizes() throws {
    let found = try facts("签约50亿元以上项目2个、10亿元以上9个。")
    #expect(found.map(\.role) == [.threshold, .level, .threshold, .level])
    #expect(found.map(line) == ["5000000000 元 at_least", "2 个", "1000000000 元 at_least", "9 个"])
  }

  @Test("the three industries")
  func industries() throws {
    let names = ["第一产业增加值 增长", "第二产业增加值 增长", "第三产业增加值 增长"]
    for head in ["一、二、三产业增加值", "第一、二、三产业增加值", "三次产业增加值"] {
      #expect(try subjects("\(head)分别增长4%、9%和8%。") == names)
    }
  }

  @Test("a list told first, then its growths and multiples")
  func afterwards() throws {
    #expect(
      try subjects("小麦、玉米、豆类产量分别达到1万吨、2万吨、3万吨，分别是2010年的2.1倍、1.8倍和3.3倍。")
        .suffix(3).map { $0.prefix(4) } == ["小麦产量", "玉米产量", "豆类产量"])
    #expect(
      try subjects("城镇、农村居民收入均居全省第4位，增长8.4%和9%。").suffix(2)
        == ["城镇居民收入 增长", "农村居民收入 增长"])
  }

  @Test("what a thing brings to a whole")
  func contributions() throws {
    #expect(
      try subjects("服务业占比45%，对经济增长的贡献率达55.3%。") == ["服务业 占比", "服务业 对经济增长的贡献率"])
  }

  @Test("a share told before its thing")
  func shares() throws {
    #expect(
      try subjects("水厂增加3座，88%的农户迁入新区。") == ["水厂 增加", "农户迁入新区 比例"])
  }

  @Test("goals named in a review are goals, and growths")
  func namedGoals() throws {
    let found = try facts("产值增长7.1%，未达到8%的预期目标。")
    #expect(found.map(\.nature) == [.actual, .target])
    #expect(found.map(\.role) == [.growth, .growth])
    #expect(found.map(\.subject) == ["产值 增长", "产值 增长"])
  }

  @Test("works without a noun of their own are projects, and what they cost")
  func works() throws {
    #expect(try facts("建成驿站12个。").map(\.kind) == [.project])
    #expect(try facts("投资3亿元，建成驿站12个。").map(\.kind) == [.project, .project])
    #expect(try facts("技改投资3亿元。").map(\.kind) == [.indicator])
  }
}

@Suite("Years that are averages, states, and parts of years")
struct StretchTests {
  private func periods(_ text: String) throws -> [String?] {
    try facts(text, under: "一、过去五年工作回顾").map { $0.period?.interchange }
  }

  @Test("the 增加 of 增加值 adds nothing up, and a yearly statistic is of the last year")
  func yearly() throws {
    #expect(
      try periods("制造业增加值12亿元，财政总支出9亿元，新增水厂3座。") == ["2021", "2021", "2017-2021"])
  }

  @Test("每年 is of every year")
  func everyYear() throws {
    #expect(try periods("失业率每年控制在3%以内。") == ["2017-2021"])
  }

  @Test("points that compare an average are of its years")
  func comparedAverage() throws {
    #expect(
      try periods("产值由2016年的4亿元增加到2021年的6亿元，年均增长8.9%，增幅高于全国1.3个百分点。")
        == ["2016", "2021", "2017-2021", "2017-2021"])
  }

  @Test("the first months of a year", arguments: ["前11个月，", "前十一个月", "前11月"])
  func months(_ words: String) throws {
    #expect(try facts("\(words)产值增长9%。").map { $0.period?.interchange } == ["2021-01/2021-11"])
    #expect(try facts("\(words)产值增长9%。").map(\.subject) == ["产值 增长"])
  }

  @Test("a list of sizes names its measure once")
  func sizes() throws {
    let found = try facts("税收超3亿元的镇有18个，超7亿元的6个。")
    #expect(found.map(\.role) == [.threshold, .level, .threshold, .level])
    #expect(found[1].subject == "税收超3亿元的镇")
    #expect(found[2].subject == "镇 税收门槛")
  }

  @Test("the verb between a body and its measure says nothing")
  func bringing() throws {
    #expect(try facts("乡镇企业完成总产值62亿元。").map(\.subject) == ["乡镇企业总产值"])
    #expect(try facts("目标实现率达到98%。").map(\.subject) == ["目标实现率"])
  }
}

@Suite("Nouns after a number")
struct NounTests {
  @Test(
    "that begin with a place word or go on over a comma",
    arguments: [
      ("新建15所中小学校。", "新建中小学校"), ("推进20个创新创业综合体建设。", "推进创新创业综合体建设"),
      ("加固143座中小型水库。", "加固中小型水库"), ("8个国、省控断面通过考核。", "国、省控断面 通过考核"),
      ("20个县（市、区）开展试点。", "县 开展试点"),
    ])
  func nouns(_ text: String, _ subject: String) throws {
    #expect(try facts(text).map(\.subject) == [subject])
  }

  @Test("分三批 says how, not how many")
  func batches() throws {
    #expect(try facts("分三批发放补贴3万元。").map(\.surface) == ["3万元"])
  }

  @Test("an amount is of no document, whatever its noun")
  func amounts() throws {
    #expect(try facts("奖励资金3亿元，标准化池塘2万亩。").map(\.kind) == [.indicator, .project])
  }

  @Test("a list that a verb of works opens is works throughout")
  func works() throws {
    #expect(try facts("建成驿站12座、岗亭3座。").map(\.kind) == [.project, .project])
    #expect(try facts("建成驿站12座，印发手册3册。").map(\.kind) == [.project, .other])
  }
}

@Suite("From one figure to another, with every verb")
struct MoveTests {
  @Test(
    arguments: ["由", "从"], ["增加", "提高", "下降", "降", "提升", "减少", "扩大", "缩短", "回落", "攀升", "跃升", "压减"])
  func verbs(_ origin: String, _ verb: String) throws {
    for end in ["到", "至", "为"] {
      let found = try facts("企业数量\(origin)2010年的25家\(verb)\(end)30家。")
      #expect(found.map(line) == ["25 家", "30 家"])
      #expect(found.map(\.subject) == ["企业数量", "企业数量"])
      #expect(found.map(\.role) == [.level, .level])
      #expect(found.map { $0.period?.interchange } == ["2010", "2021"])
    }
  }

  @Test("ratios with every colon and dash", arguments: Array("：:∶︰﹕-－—–"))
  func ratios(_ mark: Character) throws {
    let found = try facts("三次产业结构由18\(mark)40\(mark)42优化为17\(mark)41\(mark)42。")
    #expect(found.map(\.role) == [.ratio, .ratio])
    #expect(found.map { $0.period?.interchange } == ["2020", "2021"])
  }
}

@Suite("Compared with another time or place")
struct ComparisonTests {
  @Test(arguments: ["比上年", "较去年同期", "比全省平均水平", "较2010年"])
  func signs(_ words: String) throws {
    for (verb, sign) in [("高", ""), ("低", "-"), ("增加", ""), ("回落", "-"), ("多", ""), ("少", "-")] {
      let found = try facts("税收90亿元，\(words)\(verb)3亿元，\(words)\(verb)0.5个百分点。")
      #expect(found.map(line) == ["9000000000 元", "\(sign)300000000 元", "\(sign)0.5 百分点"])
      #expect(found.map(\.role) == [.level, .change, .change])
      #expect(found.allSatisfy { $0.subject.hasPrefix("税收") })
    }
  }
}
