import DajuanLedger
import DajuanReports
import Testing

@Suite("Which part of a report looks back, which forward, and over which years")
struct SectionTests {
  /// `nature period` of every fact of a report delivered in a year.
  private func read(_ text: String, year: Int = 2016) throws -> [String] {
    try ReportReader.read(Array(text.utf8), options: .init(year: year)).facts.map {
      "\($0.nature.rawValue) \($0.period?.interchange ?? "-")"
    }
  }

  @Test("a heading that names two periods leaves it to the paragraphs which they open with")
  func mixed() throws {
    let text = """
      一、“十二五”发展成就及“十三五”奋斗目标
      过去五年，新建水厂9座。
      供水范围不断扩大，建成管网600公里。
      “十三五”时期，供水能力年均增长8%。
      二、2016年重点工作
      新建水厂1座。
      """
    #expect(
      try read(text) == ["actual 2011-2015", "actual 2011-2015", "target 2016-2020", "target 2016"]
    )
  }

  @Test("a year and a plan looked back on: an opening or the words of a section tell which")
  func yearAndPlan() throws {
    let text = """
      一、2015年及“十二五”工作回顾
      2015年，新建水厂2座，供水量同比增长5%。
      “十二五”时期，新建水厂9座。
      一年来，我们做了以下工作：
      （一）水利。新建泵站6座。
      二、2016年工作安排
      新建泵站4座。
      """
    #expect(
      try read(text)
        == ["actual 2015", "actual 2015", "actual 2011-2015", "actual 2015", "target 2016"])
  }

  @Test("years told inside a paragraph go for their sentence, not for what follows")
  func passing() throws {
    let text = """
      一、2015年工作回顾
      扎实推进改革，近三年精简机构12个。新建水厂2座。
      把放权作为本届政府的第一件大事，取消审批事项30项。建成泵站6座。
      新建学校5所。
      """
    #expect(
      try read(text)
        == ["actual 2013-2015", "actual 2015", "actual 2015", "actual 2015", "actual 2015"])
  }

  @Test("so many years before a verb are the last of a review, the next of a plan")
  func spans() throws {
    #expect(
      try read("一、2015年工作回顾\n五年新建水厂9座，三年累计投入7亿元。")
        == ["actual 2011-2015", "actual 2013-2015"])
    #expect(try read("二、2016年工作安排\n三年新建水厂9座。") == ["target 2016-2018"])
  }

  @Test("a flow is of the years, a state of their last")
  func states() throws {
    let text = """
      一、过去五年工作回顾
      新增就业超过6万人，供水能力接近30万吨，财政收入突破90亿元。
      累计开工水厂9座，农产品加工能力120万吨。
      """
    #expect(
      try read(text)
        == [
          "actual 2011-2015", "actual 2015", "actual 2015", "actual 2011-2015", "actual 2015",
        ])
  }

  @Test("a plan tells facts in passing: 目前, 已有, 作为…的大县")
  func told() throws {
    let text = """
      二、2016年工作安排
      新建水厂2座，目前全县已建成水厂9座。
      我县作为总产值超过90亿元的工业大县，要建设园区3个。
      抓好已开工的12个项目建设。
      """
    #expect(
      try read(text)
        == ["target 2016", "actual 2015", "actual 2015", "target 2016", "target 2016"])
  }

  @Test("chapters whose headings say nothing go by the way their words lean")
  func leaning() throws {
    let review = "成功举办展会，顺利建成水厂9座，超额完成了年初目标，产值比上年增长9%，获评先进县。"
    let plan = "要着力抓好招商，确保引进企业12家，力争产值增长9%，鼓励企业打造品牌，推动园区提质。"
    let text = """
      ## 凝心聚力 砥砺前行
      \(review)
      ## 乘势而上 再启新程
      \(plan)
      """
    #expect(try read(text) == ["actual 2015", "actual 2015", "target 2016", "target 2016"])
  }

  @Test("a text without headings turns from review to plan once")
  func noHeadings() throws {
    let text = """
      各位代表：
      现在，我向大会报告工作。
      全县顺利建成水厂9座，产值比上年增长9%，成功引进企业12家。
      解决了3万人饮水问题，获评省级先进。
      要确保建成水厂2座，力争产值增长10%。
      要抓好绿化，推动造林6万亩。
      """
    #expect(
      try read(text)
        == [
          "actual 2015", "actual 2015", "actual 2015", "actual 2015", "target 2016", "target 2016",
          "target 2016",
        ])
  }

  @Test("a heading that runs into its paragraph, and the line of the meeting, which says nothing")
  func runIn() throws {
    let text = """
      某某县政府工作报告
      2016年1月20日在县第十六届人民代表大会第一次会议上
      全县人口86万人。
      一、2015年工作回顾。一年来，新建水厂9座。
      二、2016年工作安排。新建水厂2座。
      """
    #expect(try read(text) == ["actual 2015", "actual 2015", "target 2016"])
  }

  @Test("a list that explains words of the report holds no facts")
  func glossary() throws {
    let text = """
      二、2016年工作安排
      新建水厂2座。
      附件：名词解释
      1. 蓝天工程：指每年淘汰锅炉30台的行动。
      """
    #expect(try read(text) == ["target 2016"])
  }

  @Test("a plan's years without quotes, and in a heading whatever follows them")
  func plans() throws {
    #expect(try read("一、十二五时期工作回顾\n新建水厂9座。") == ["actual 2011-2015"])
    #expect(
      try read("二、“十五五”发展目标\n新建水厂9座。", year: 2026) == ["target 2026-2030"])
  }

  @Test("where no year can be reckoned, the words themselves")
  func words() throws {
    let found = try ReportReader.read(Array("今年以来，新建水厂9座。".utf8)).facts
    #expect(found.map(\.period) == [nil])
    #expect(found.map(\.periodWords) == ["今年以来"])
  }
}
