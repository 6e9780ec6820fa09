import DajuanLedger
import Testing

@testable import Dajuan

/// How a target is read as a floor or a ceiling, and how an outcome is held against it.
@Suite struct TrackRulesTests {
  private typealias P = Promises

  private static func judge(
    _ target: Quantity, _ actual: Quantity, _ betterment: Betterment = .more
  ) -> String {
    let requirement = Requirement(target, betterment)
    let gap = requirement.gap(of: actual).map { $0.text(.brief) } ?? "–"
    return "\(requirement.status(of: actual).rawValue) \(gap)"
  }

  @Test("Where more is better")
  func floors() {
    let percent = { P.said($0, "%") }
    #expect(Self.judge(P.said("7.5", "%", .atLeast), percent("7.5")) == "met 0百分点")
    #expect(Self.judge(P.said("7.5", "%", .moreThan), percent("7.5")) == "missed 0百分点")
    #expect(Self.judge(percent("10"), percent("10")) == "met 0百分点")
    #expect(Self.judge(percent("10"), percent("12")) == "met 2百分点")
    #expect(Self.judge(percent("10"), percent("9.9")) == "missed -0.1百分点")
    #expect(Self.judge(P.between("7.5", "8", "%"), percent("7.5")) == "met 0百分点")
    #expect(Self.judge(P.between("7.5", "8", "%"), percent("8.5")) == "met 1百分点")
    #expect(Self.judge(P.between("7.5", "8", "%"), percent("7.4")) == "missed -0.1百分点")
    #expect(Self.judge(P.said("7", "%", .about), percent("6.5")) == "met 0百分点")
    #expect(Self.judge(P.said("7", "%", .about), percent("6.4")) == "missed -0.1百分点")
    #expect(Self.judge(P.said("7", "%", .about), percent("9")) == "met 2.5百分点")
    let surplus = P.said("50", "个", .moreThan, step: "10", isSurplus: true)
    #expect(Self.judge(surplus, P.said("50", "个")) == "met 0个")
    #expect(Self.judge(surplus, P.said("49", "个")) == "missed -1个")
  }

  @Test("Where less is better")
  func ceilings() {
    let percent = { P.said($0, "%") }
    #expect(Self.judge(percent("3"), percent("2.9"), .less) == "met 0.1百分点")
    #expect(Self.judge(percent("3"), percent("3.1"), .less) == "missed -0.1百分点")
    #expect(Self.judge(P.said("3", "%", .about), percent("3.5"), .less) == "met 0百分点")
    #expect(Self.judge(P.said("3", "%", .about), percent("3.6"), .less) == "missed -0.1百分点")
    #expect(Self.judge(P.between("2", "3", "%"), percent("3.5"), .less) == "missed -0.5百分点")
    #expect(Self.judge(percent("-3"), percent("-3.6"), .less) == "met 0.6百分点")
    #expect(Self.judge(percent("-3"), percent("-1"), .less) == "missed -2百分点")
    // A bound word leaves no choice, whatever the name says.
    #expect(Self.judge(P.said("5.5", "%", .atMost), percent("5")) == "met 0.5百分点")
    #expect(Self.judge(P.said("5.5", "%", .lessThan), percent("5.5")) == "missed 0百分点")
    #expect(Self.judge(P.said("90", "%", .atLeast), percent("85"), .less) == "missed -5百分点")
  }

  @Test("Outcomes that are known only so far")
  func uncertainOutcomes() {
    let target = P.said("84300000000", "元", .atLeast)
    let over = { P.said($0, "元", .moreThan) }
    #expect(Self.judge(target, over("84300000000")) == "met >0元")
    #expect(Self.judge(target, over("80000000000")) == "undecided >-43亿元")
    #expect(Self.judge(target, P.said("84300000000", "元", .lessThan)) == "missed <0元")
    #expect(Self.judge(target, P.said("84300000000", "元", .atMost)) == "undecided ≤0元")
    #expect(Self.judge(target, P.between("84000000000", "84200000000", "元")) == "missed -3亿～-1亿元")
    #expect(Self.judge(P.said("3", "%", .atMost), P.said("3", "%", .atMost)) == "met ≥0百分点")
  }

  @Test("Nearly 100 is kept by 100, and undecided below")
  func nearly() {
    let target = P.said("100", "公里", .lessThan, surface: "近100公里")
    #expect(Self.judge(target, P.said("100", "公里")) == "met >0公里")
    #expect(Self.judge(target, P.said("95", "公里")) == "undecided >-5公里")
    #expect(
      Self.judge(P.said("100", "公里", .lessThan, surface: "不足100公里"), P.said("95", "公里"))
        == "met 5公里")
  }

  @Test("Units convert; those that measure different things decide nothing")
  func units() {
    #expect(Self.judge(P.said("1500", "亩"), P.said("1", "平方公里")) == "met 0亩")
    #expect(Self.judge(P.said("50", "个"), P.said("60", "家")) == "met 10家")
    #expect(Self.judge(P.said("50", "家"), P.said("60", "元")) == "undecided –")
    #expect(Self.judge(P.said("0.5", "百分点"), P.said("0.5", "%")) == "undecided –")
  }

  @Test("Growth on a base; only percentages grow")
  func implied() throws {
    let base = P.said("78420000000", "元")
    let requirement = Requirement(P.said("7.5", "%", .atLeast), .more)
    let implied = try #require(requirement.implied(on: base))
    #expect(implied.threshold == P.said("84301500000", "元").derived)
    #expect(!implied.isCeiling && !implied.isStrict)
    #expect(P.said("-10", "%").grown(from: base)?.text() == "705.78亿元")
    #expect(P.said("7", "%", .about).grown(from: P.said("1000", "元"))?.text() == "1065–1075元")
    #expect(P.said("2", "倍").grown(from: base) == nil)
    #expect(P.said("2", "百分点").grown(from: base) == nil)
  }

  @Test(
    "Which way a name is meant",
    arguments: [
      ("地区生产总值", .growth, "7", Betterment.more), ("一般公共预算收入", .growth, "-3", .more),
      ("城镇新增就业", .quantity, "10", .more), ("森林覆盖率", .share, "30", .more),
      ("城镇调查失业率", .share, "5.5", .less), ("居民消费价格指数", .growth, "3", .less),
      ("单位生产总值能耗", .growth, "-3", .less), ("PM2.5平均浓度", .level, "35", .less),
      ("政府负债率", .share, "60", .less), ("银行业不良贷款率", .share, "2", .less),
      ("社会物流总费用与生产总值的比率", .share, "12", .less),
      // What is done about a burden.
      ("失业人员再就业", .quantity, "3", .more), ("削减污染物排放量", .level, "3000", .more),
      ("单位生产总值能耗降低率", .share, "3", .more), ("生活污水处理率", .share, "95", .more),
      ("污染物排放达标率", .share, "98", .more), ("黑臭水体治理率", .share, "98", .more),
      // A fall that is promised is of something unwanted, unless it is of output.
      ("一次性用品用量", .growth, "-5", .less), ("一次性用品用量", .growth, "5", .more),
      ("固定资产投资", .growth, "-5", .more), ("工业企业综合电价", .change, "-0.1", .less),
      ("污染物减排", .growth, "-4", .less), ("城市排名", .rank, "3", .less),
    ] as [(String, Measure, String, Betterment)])
  func directions(name: String, measure: Measure, target: String, expected: Betterment) {
    let unit = measure == .growth || measure == .share ? "%" : ""
    #expect(Betterment(of: NameSense(name), measure, target: P.said(target, unit)) == expected)
  }

  @Test("Which periods of an outcome answer those of a target")
  func periods() throws {
    let years = try #require(Period(years: 2018, through: 2022))
    let half = try #require(Period(firstMonth: 2022 * 12, lastMonth: 2022 * 12 + 5))
    func answers(_ target: Period, _ outcome: Period, _ measure: Measure) -> [PeriodRelation] {
      PeriodRelation.allCases.filter {
        $0.suits(measure, over: target) && $0.holds(between: target, and: outcome)
      }
    }
    let year = Period(year: 2022)
    #expect(answers(year, year, .growth) == [.same])
    #expect(answers(year, half, .level) == [])
    #expect(answers(year, years, .level) == [])
    #expect(answers(year, Period(throughYear: 2022), .level) == [])
    #expect(answers(year, Period(throughYear: 2022), .coverage) == [.cumulative])
    #expect(answers(years, year, .level) == [.lastYear])
    #expect(answers(years, year, .count) == [])
    #expect(answers(years, year, .growth) == [])
    #expect(answers(years, Period(year: 2021), .level) == [])
    #expect(answers(years, Period(throughYear: 2022), .count) == [.cumulative])
    #expect(answers(years, Period(throughYear: 2022), .growth) == [])
    #expect(answers(Period(throughYear: 2022), year, .rank) == [.lastYear])
    #expect(answers(Period(throughYear: 2022), Period(throughYear: 2022), .growth) == [.same])
  }
}
