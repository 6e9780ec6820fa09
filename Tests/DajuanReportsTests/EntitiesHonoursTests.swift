import DajuanLedger
import Testing

@testable import DajuanReports

@Suite("Honours from statements")
struct EntitiesHonoursTests {
  /// Each honour as `place|name|level`.
  private func honours(_ text: String, nature: Nature = .actual) -> [String] {
    var report = HandmadeReport()
    report.say(text, nature: nature)
    return report.rows.honours.map { row in
      [row.place ?? "", row.name, row.level?.rawValue ?? "–"].joined(separator: "|")
    }
  }

  @Test(
    "An award goes to the place, a part of it, or somebody else",
    arguments: [
      ("荣获中华绿化大奖。", ["青溪区|中华绿化大奖|national"]),
      ("柳巷老街获评首批国家级旅游休闲街区。", ["柳巷老街|首批国家级旅游休闲街区|national"]),
      ("北岭开发区晋级国家级经济技术开发区。", ["北岭开发区|国家级经济技术开发区|national"]),
      ("“邻里灯”服务模式成为全省首批试点。", ["青溪区|“邻里灯”服务模式：全省首批试点|province"]),
      ("去年再次被评为全市信访工作先进单位。", ["青溪区|全市信访工作先进单位|city"]),
      ("我区在全省考评中获得平安建设示范区称号。", ["青溪区|平安建设示范区|–"]),
      ("国家卫生县城成功创建。", ["青溪区|国家卫生县城|national"]),
      ("连续五年蝉联全国百强区。", ["青溪区|全国百强区|national"]),
    ]
  )
  func recipients(text: String, expected: [String]) {
    #expect(honours(text) == expected)
  }

  @Test("A list of titles is one row each, and the word for who gave them holds for all")
  func lists() {
    #expect(
      honours("获得全省“十五五”治水突出集体、安全发展优秀县市区、拥军模范城区等荣誉。") == [
        "青溪区|全省“十五五”治水突出集体|province", "青溪区|安全发展优秀县市区|province",
        "青溪区|拥军模范城区|province",
      ]
    )
    #expect(
      honours("先后获评全国文化先进区和省级森林城市。") == [
        "青溪区|全国文化先进区|national", "青溪区|省级森林城市|province",
      ]
    )
  }

  @Test("和 and 、 inside a title do not cut it")
  func joints() {
    #expect(
      honours("获批国家文化和旅游消费试点城市。") == ["青溪区|国家文化和旅游消费试点城市|national"]
    )
    #expect(
      honours("入选全国生态修复、城市修补试点城市。") == ["青溪区|全国生态修复、城市修补试点城市|national"]
    )
  }

  @Test("Who got the first honour of a stretch gets those that follow it, up to the semicolon")
  func inheritance() {
    #expect(
      honours("石门产业集聚区升格为省级高新技术开发区，荣获省开发区“跃升奖”；荣获全市征兵工作先进单位。") == [
        "石门产业集聚区|省级高新技术开发区|province", "石门产业集聚区|省开发区“跃升奖”|province",
        "青溪区|全市征兵工作先进单位|city",
      ]
    )
    #expect(
      honours("梨花园区主攻乡村旅游，荣获“省特色乡村”。") == ["梨花园区|“省特色乡村”|province"]
    )
    #expect(
      honours("各项污染指标继续下降，荣获全市治污攻坚三年行动集体二等功。")
        == ["青溪区|全市治污攻坚三年行动集体二等功|city"]
    )
  }

  @Test("Several places named before the verb get a row each")
  func places() {
    #expect(
      honours("东桥镇、柳湾镇入选全国乡村治理示范镇。") == [
        "东桥镇|全国乡村治理示范镇|national", "柳湾镇|全国乡村治理示范镇|national",
      ]
    )
  }

  @Test(
    "What is hoped for, lent or felt is no honour",
    arguments: [
      "争取获评国家森林城市。", "推动北岭开发区晋级国家级开发区。", "群众获得感明显增强。",
      "小微企业获得贷款支持。", "企业成为创新主体。", "国土空间规划获批。", "粮食生产喜获丰收。",
      "区体育馆列入全年建设计划。",
    ]
  )
  func none(text: String) {
    #expect(honours(text).isEmpty)
  }

  @Test("A plan's statement holds no honour")
  func plans() {
    #expect(honours("荣获全国文明城区。", nature: .target).isEmpty)
  }

  @Test("An honour said twice is one row with both sources")
  func twice() {
    var report = HandmadeReport()
    report.say("荣获全国绿化模范城市。")
    report.say("一年来，荣获全国绿化模范城市。")
    let rows = report.rows
    #expect(rows.honours.map(\.sources) == [[0, 1]])
    #expect(rows.sources.map(\.lines) == [1...1, 2...2])
    #expect(rows.honours.first?.period == Period(year: 2030))
  }
}
