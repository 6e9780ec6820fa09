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

  @Test(arguments: ["政府工作报告\n\n现在，我代表省人民政府向大会报告工作。", "我市、全市、各县的工作。"])
  func aPlaceThatIsOnlyMeantHasNoName(text: String) throws {
    #expect(try ReportReader.read(Array(text.utf8)).place == nil)
  }
}
