import DajuanLedger
import Testing

@testable import DajuanReports

@Suite struct ReportHeadTests {
  /// Openings of invented reports, and the place and level they are of.
  @Test(arguments: [
    ("青原市政府工作报告\n\n各位代表：我向大会报告工作。", "青原市", Level.city),
    ("政府工作报告\n\n——在青原县第十届人民代表大会第二次会议上", "青原县", .county),
    ("政府工作报告\n\n现在，我代表青原市人民政府向大会报告工作。", "青原市", .city),
    ("政府工作报告\n\n现在，我代表国务院向大会报告工作。", "国务院", .national),
    ("工作部署\n\n各项任务如下。\n\n青山环绕。中共东林区委十届二次全会召开。", "东林区", .county),
    (
      "政府工作报告\n\n——在青原省第十届人民代表大会上\n\n落实国务院部署，我代表省人民政府报告工作。",
      "青原省", .province
    ),
  ])
  func place(text: String, place: String, level: Level) throws {
    let report = try ReportReader.read(Array(text.utf8))
    #expect(report.place == place)
    #expect(report.level == level)
  }

  /// The place and the year planned for, from a title, a date or the headings.
  @Test(arguments: [
    ("青原市2016年政府工作报告\n\n新建水厂3座。", "青原市", "2016"),
    ("# 2019年青原县人民政府工作报告\n\n一、去年工作\n\n新建水厂3座。", "青原县", "2019"),
    ("2021年青原开发区管委会工作报告\n\n新建水厂3座。", "青原开发区", "2021"),
    ("青原省政府工作报告——2018年1月25日在青原省第十三届人民代表大会第一次会议上\n\n新建水厂3座。", "青原省", "2018"),
    ("青原旗人民政府工作报告\n\n2016年12月28日\n\n一、2016年工作回顾\n\n新建水厂3座。", "青原旗", "2017"),
  ])
  func year(text: String, place: String, year: String) throws {
    let report = try ReportReader.read(Array(text.utf8))
    #expect(report.place == place)
    #expect(report.planned?.interchange == year)
    #expect(report.title?.hasSuffix("工作报告") == true)
    #expect(report.facts.map(\.nature) == [.actual])
  }

  @Test(arguments: ["政府工作报告\n\n现在，我代表省人民政府向大会报告工作。", "我市、全市、各县的工作。"])
  func aPlaceThatIsOnlyMeantHasNoName(text: String) throws {
    #expect(try ReportReader.read(Array(text.utf8)).place == nil)
  }
}
