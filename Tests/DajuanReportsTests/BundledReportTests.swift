import DajuanLedger
import Foundation
import Testing

@testable import DajuanReports

/// The rows that must come out of the Erqi conference of 2022: from the fact sheet that the project
/// carries, and from the newspaper page where it is at hand.
enum ErqiReport: String, CaseIterable, Sendable {
  case sheet
  case page

  private static let checkout = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private var file: URL {
    switch self {
    case .sheet: Self.checkout.appending(path: "Sources/Dajuan/Bundled/erqi-2022.txt")
    case .page: Self.checkout.appending(path: "../shared/seed/report.txt")
    }
  }

  /// Those whose text is at hand.
  static let present = allCases.filter { FileManager.default.fileExists(atPath: $0.file.path) }

  /// The report as the reader gives it.
  func read() throws -> Report {
    try ReportReader.read([UInt8](Data(contentsOf: file)))
  }

  /// Its rows in a ledger of its own.
  func rows() throws -> LedgerRows {
    var rows = LedgerRows()
    rows.append(report: try read(), id: rawValue)
    return rows
  }
}

@Suite("The Erqi report of 2022")
struct BundledReportTests {
  private static let y2021 = Period(year: 2021)
  private static let y2022 = Period(year: 2022)

  @Test(
    "The newspaper page is read too",
    .enabled(if: ErqiReport.present.contains(.page), "../shared/seed/report.txt is not here")
  )
  func pageIsThere() throws {
    #expect(try ErqiReport.page.rows().facts.count == 51)
  }

  @Test("51 facts, and a source for each", arguments: ErqiReport.present)
  func facts(report: ErqiReport) throws {
    let rows = try report.rows()
    #expect(rows.facts.count == 51)
    #expect(rows.reports.map(\.facts) == [51])
    #expect(rows.facts.allSatisfy { rows.sources.indices.contains($0.source) })
    #expect(rows.reports.first?.reviewed == Self.y2021)
    #expect(rows.reports.first?.planned == Self.y2022)
  }

  @Test("The sheet says where it is from, and which lines of the page each statement rests on")
  func head() throws {
    let rows = try ErqiReport.sheet.rows()
    let head = try #require(rows.reports.first)
    #expect(head.place == "郑州市二七区")
    #expect(head.level == .county)
    #expect(head.date == ReportDate(year: 2022, month: 2, day: 21))
    #expect(rows.sources.allSatisfy { $0.pageLines != nil })
    let repair = try #require(rows.sources.first { $0.statement.contains("修复重建项目311个") })
    #expect(repair.pageLines == 97...98)
    #expect(!repair.statement.contains("源"))
  }

  @Test("Targets and outcomes of the statistics", arguments: ErqiReport.present)
  func indicators(report: ErqiReport) throws {
    let rows = try report.rows().indicators
    let targets = rows.filter { $0.standing.nature == .target && $0.growth != nil }
    let growth = targets.sorted {
      ($0.growth?.interval.lower ?? Number(0)) > ($1.growth?.interval.lower ?? Number(0))
    }
    #expect(
      growth.map { "\($0.name) \($0.growth.words)" } == [
        "固定资产投资 10%以上", "社会消费品零售总额 9%以上", "地区生产总值 7.5%以上",
        "规模以上工业增加值 7%以上", "一般公共预算收入 3%以上",
      ]
    )
    #expect(growth.allSatisfy { $0.standing.force == .strive && $0.standing.period == Self.y2022 })
    let share = try #require(rows.first { $0.share != nil })
    #expect(share.name.contains("问题解决率"))
    #expect(share.standing.force == .ensure)
    #expect(share.share?.interval.point == Number(96))
    let levels = rows.filter { $0.standing.nature == .actual }
    #expect(
      levels.map { "\($0.name) \($0.level.words)" } == [
        "地区生产总值 784.2亿元", "社会消费品零售总额 498.7亿元",
      ]
    )
  }

  @Test("Projects, their stages and investment", arguments: ErqiReport.present)
  func projects(report: ErqiReport) throws {
    let rows = try report.rows().projects
    let completed = rows.filter { $0.completed != nil }
    #expect(completed.map(\.name) == ["修复重建项目"])
    let repair = try #require(completed.first)
    #expect(repair.count.words == "311个")
    #expect(repair.started.words == "281个")
    #expect(repair.completed.words == "261个")
    #expect(repair.investment.words == "5.14亿元")

    let major = rows.filter { $0.name == "重大项目" }
    #expect(major.map(\.area) == [nil, "二七新区"])
    #expect(major.map { $0.count.words } == ["270个", "110个"])
    #expect(major.map { $0.investment.words } == ["375.1亿元", "188.4亿元"])

    let key = try #require(rows.first { $0.totalInvestment != nil })
    #expect(key.name == "重点项目")
    #expect(key.count.words == "360个")
    #expect(key.totalInvestment.words == "2550亿元")
    #expect(key.investment.words == "400亿元")
    #expect(key.standing.period == Self.y2022)

    let batches = rows.filter { $0.count?.bound == .atLeast }
    #expect(batches.map { $0.count.words } == ["至少1个", "至少5个", "至少6个"])
    #expect(batches.map { $0.threshold.words } == ["–", "10亿元以上", "5亿元以上"])
  }

  @Test("Investment adds up by year and nature", arguments: ErqiReport.present)
  func investment(report: ErqiReport) throws {
    let rows = try report.rows().projects
    func sum(_ period: Period, _ nature: Nature) -> Number {
      rows.filter { $0.standing.period == period && $0.standing.nature == nature }
        .compactMap { $0.investment?.interval.point }
        .reduce(Number(0)) { $0.adding($1) }
    }
    #expect(sum(Self.y2021, .actual) == Number(56_864_000_000))
    #expect(sum(Self.y2022, .target) == Number(40_000_000_000))
  }

  @Test("Measures of 2021 with their figures as printed", arguments: ErqiReport.present)
  func measures(report: ErqiReport) throws {
    let rows = try report.rows().measures
    let done = rows.filter { $0.standing.period == Self.y2021 }
    let quantities = Set(done.compactMap { $0.quantity?.text() })
    for words in ["115处", "14所", "1.86万个", "118所", "2.1万人", "42.8万余人", "211万平方米", "87个", "70%以上"] {
      #expect(quantities.contains(words), "\(words) in \(quantities)")
    }
    let renewed = rows.filter { $0.quantity?.text() == "332个" }
    #expect(renewed.map(\.standing.period) == [Period(throughYear: 2021)])
    let care = try #require(done.first { $0.quantity?.text() == "115处" })
    #expect(care.coverage.words == "92%")
    #expect(care.category == "养老")
    let served = try #require(done.first { $0.beneficiaries != nil })
    #expect(served.beneficiaries.words == "42.8万余人")
    #expect(served.name.contains("温暖城区"))
  }

  @Test("Promises of 2022 that carry no number", arguments: ErqiReport.present)
  func promises(report: ErqiReport) throws {
    let rows = try report.rows().measures.filter { $0.standing.period == Self.y2022 }
    #expect(rows.allSatisfy { $0.quantity == nil && $0.standing.nature == .target })
    let names = rows.map(\.name)
    for words in ["午餐", "养老服务中心", "养老管家", "时间银行", "帮扶救助", "慈善", "一老一小", "温暖二七", "校园周边"] {
      #expect(names.contains { $0.contains(words) }, "\(words) in \(names)")
    }
  }

  @Test("Every honour, who got it and who gave it", arguments: ErqiReport.present)
  func honours(report: ErqiReport) throws {
    let rows = try report.rows()
    let place = rows.reports.first?.place
    let expected: [(place: String?, name: String, level: Level)] = [
      (place, "全省“十三五”污染防治攻坚突出集体", .province),
      (place, "平安建设优秀县市区", .province),
      (place, "双拥模范城区", .province),
      ("德化步行街", "首批国家级旅游休闲街区", .national),
      ("马寨产业集聚区", "省级经济技术开发区", .province),
      ("马寨产业集聚区", "省开发区建设“金星奖”", .province),
      ("马寨产业集聚区", "河南最具竞争力“百亿产业集群”", .province),
      ("樱桃沟田园区", "“省文化产业特色乡村”", .province),
      (place, "全市污染防治攻坚战三年行动计划集体三等功", .city),
      (place, "全市水污染防治攻坚优秀单位", .city),
      (place, "中华慈善大奖", .national),
      (place, "“幸福家园”村社互助模式：全国首批试点", .national),
    ]
    #expect(rows.honours.map(\.name) == expected.map(\.name))
    #expect(rows.honours.map(\.place) == expected.map(\.place))
    #expect(rows.honours.map(\.level) == expected.map(\.level))
    #expect(rows.honours.allSatisfy { $0.period == Self.y2021 })
    for row in rows.honours {
      let title = row.name.split(separator: "：").last.map(String.init) ?? row.name
      let source = try #require(row.sources.first)
      #expect(rows.sources[source].statement.contains(title))
    }
  }
}
