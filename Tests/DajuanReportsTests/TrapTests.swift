import DajuanReports
import Testing

@Suite("Numerals that are no quantities")
struct TrapTests {
  @Test(
    "names, dates, ordinals and slogans",
    arguments: [
      "深入落实“235”行动。", "实施“双十条”和“十大举措”。", "抓好“一老一小”服务。",
      "坚持四个全面，打好三大攻坚战。", "落实两个确保。", "培育八大产业集群。",
      "PM2.5和PM10持续改善。", "国道G60和106线改造加快。", "5G网络全覆盖。",
      "召开十届三次全会。", "第十三届大会召开。", "3月21日召开会议。", "二〇二一年三月召开会议。",
      "2021年1—7月平稳运行。", "“十三五”规划完成。", "制定2035版规划。", "落实三年行动计划。",
      "打造15分钟生活圈。", "打造千亿级园区和万吨级码头。", "荣立集体三等功。", "入选首批试点。",
      "发展第三产业和二、三产业。", "统一规划、一体推进。", "推进一批项目、一系列改革。",
      "一是抓投资，二是促消费。", "推行“1+3”模式和7×24小时服务。", "建成五A级景区和4A级景区。",
      "庆祝建国70周年。", "编制《规划（2021—2035年）》。", "开通12345热线。", "三产融合、千方百计。",
      "地铁3号线贯通。", "建设一流城市。", "实现第一方阵目标。",
    ]
  )
  func none(_ text: String) throws {
    #expect(try facts(text).map(\.surface) == [])
  }

  @Test("a name full of numerals beside a real figure")
  func beside() throws {
    #expect(try facts("全区“四好路”示范乡镇达到7个。").map(\.surface) == ["7个"])
    #expect(try facts("九年义务教育巩固率98%。").map(\.surface) == ["98%"])
    #expect(try facts("在168个城市中居第19位。").map(\.surface) == ["168个", "第19位"])
  }
}
