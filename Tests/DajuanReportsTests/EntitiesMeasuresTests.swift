import DajuanLedger
import Testing

@testable import DajuanReports

@Suite("Measures for people's livelihood")
struct EntitiesMeasuresTests {
  /// Each measure as `name|category|force`.
  private func measures(
    _ text: String,
    section: String? = "增进民生福祉",
    nature: Nature = .target
  ) -> [String] {
    var report = HandmadeReport()
    report.say(text, section: section, nature: nature)
    return report.rows.measures.map { row in
      [row.name, row.category ?? "–", row.standing.force.rawValue].joined(separator: "|")
    }
  }

  @Test(
    "A clause that does something for livelihood is a measure",
    arguments: [
      ("持续做好中小学课后服务。", ["中小学课后服务|教育|target"]),
      ("高水平打造镇级养老服务中心，设立“银龄驿站”。", ["打造镇级养老服务中心|养老|target"]),
      ("力争建成普惠托育中心。", ["建成普惠托育中心|托育|strive"]),
      ("确保落实困难群众临时救助。", ["困难群众临时救助|救助|ensure"]),
      ("继续把“暖冬”民生行动推向深入。", ["“暖冬”民生行动|综合|target"]),
      ("把“一老一小”民生工作摆在突出位置。", ["“一老一小”民生工作|养老|target"]),
      ("合理布局停车场。", ["布局停车场|交通出行|target"]),
    ]
  )
  func clauses(text: String, expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test("What was done is a measure too, with the verb before or after")
  func done() {
    #expect(measures("医疗救助制度全面落实。", nature: .actual) == ["医疗救助制度全面落实|医疗|achieved"])
    #expect(measures("扩大了社区食堂服务，完善残疾人托养。", nature: .actual) == ["完善残疾人托养|救助|achieved"])
  }

  @Test(
    "Praise, complaint and thought are none, and so is a clause about something else",
    arguments: [
      "教育、医疗等公共服务还有短板。", "坚持以人民为中心的发展思想。", "不断增强群众获得感。",
      "加快产业集群发展。", "办好群众的操心事。", "民生指标明显改善。",
    ]
  )
  func none(text: String) {
    #expect(measures(text).isEmpty)
  }

  @Test("Words of the city and the economy count only under a heading about livelihood")
  func headings() {
    #expect(measures("加快建设停车场。", section: "优化城市环境").isEmpty)
    #expect(measures("加快建设养老院。", section: "优化城市环境") == ["建设养老院|养老|target"])
    #expect(measures("加强养老院建设。", section: "存在的问题").isEmpty)
  }

  @Test("A figure is a row with its field; coverage joins the count before it")
  func figures() throws {
    var report = HandmadeReport()
    report.say("日间照料中心建成30处，覆盖社区的85%；新建幼儿园6所。")
    try report.add("30处", "日间照料中心 建成", measure: "建成", kind: .livelihood)
    try report.add("85%", "社区 覆盖率", measure: "覆盖率", kind: .livelihood, role: .share)
    try report.add("6所", "新建幼儿园", kind: .livelihood)
    let rows = report.rows.measures
    #expect(rows.map(\.name) == ["日间照料中心 建成", "新建幼儿园"])
    #expect(rows.map(\.category) == ["养老", "教育"])
    #expect(rows.map { $0.quantity.words } == ["30处", "6所"])
    #expect(rows.map { $0.coverage.words } == ["85%", "–"])
  }

  @Test("People served are the quantity too where nothing else is told")
  func served() throws {
    var report = HandmadeReport()
    report.say("全面推进暖冬行动，受益群众3.2万余人。", section: "民生")
    try report.add(
      "3.2万余人",
      "受益群众",
      kind: .livelihood,
      bound: .moreThan
    )
    let row = try #require(report.rows.measures.first)
    #expect(report.rows.measures.count == 1)
    #expect(row.name == "暖冬行动")
    #expect(row.quantity.words == "3.2万余人")
    #expect(row.beneficiaries.words == "3.2万余人")
  }

  @Test("People named after a figure, or before an amount, are those it serves")
  func receivers() throws {
    var report = HandmadeReport()
    report.say("改造老旧小区12个，惠及0.8万户；2.5万名退休教师养老金提高90元。")
    try report.add("12个", "改造老旧小区", kind: .livelihood)
    try report.add("0.8万户", "老旧小区 惠及", measure: "惠及", kind: .livelihood)
    try report.add("2.5万名", "退休教师养老金", kind: .livelihood)
    try report.add("90元", "退休教师养老金 提高", measure: "提高", kind: .livelihood, role: .change)
    let rows = report.rows.measures
    #expect(rows.map { $0.quantity.words } == ["12个", "90元"])
    #expect(rows.map { $0.beneficiaries.words } == ["0.8万户", "2.5万名"])
  }

  @Test("A thing counted that follows its figure completes a name of verbs")
  func nouns() throws {
    var report = HandmadeReport()
    report.say("新建、改扩建9所乡镇小学、幼儿园3所。")
    try report.add("9所", "新建、改扩建", kind: .livelihood)
    try report.add("3所", "幼儿园", kind: .livelihood)
    #expect(report.rows.measures.map(\.name) == ["新建、改扩建乡镇小学", "幼儿园"])
  }

  @Test("A clause that holds a figure of another kind is no measure without a number")
  func otherFigures() throws {
    var report = HandmadeReport()
    report.say("完善医疗救助等5项制度。", section: "民生")
    try report.add("5项", "制度", kind: .other, role: .enumerator)
    #expect(report.rows.measures.isEmpty)
  }
}
