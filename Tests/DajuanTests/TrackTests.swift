import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// `track` as a reader meets it, on ledgers whose answers are reckoned by hand.
@Suite struct TrackTests {
  private typealias P = Promises

  /// Three reports, the oldest last in the ledger, so that its order says nothing about time.
  private static func reports() -> Promises {
    var promises = Promises()
    for year in [2023, 2022, 2021] { promises.report(year) }
    return promises
  }

  /// The rows of a tracked table as one line each: the given columns with blanks between.
  private func tracked(
    _ promises: Promises, _ query: String = "indicators | track",
    _ columns: [String] = ["measure", "actual", "basis", "status", "gap"]
  ) throws -> [String] {
    var ask = Asking(promises.rows)
    let values = try columns.map { try ask.column($0, of: query) }
    return values[0].indices.map { row in values.map { $0[row] }.joined(separator: " ") }
  }

  // MARK: Status

  @Test("Growth on growth: met, missed, undecided and pending")
  func everyStatus() throws {
    var promises = Self.reports()
    let target = P.said("7.5", "%", .atLeast)
    for name in ["甲", "乙", "丙", "丁"] {
      promises.indicator(name, .target, Period(year: 2021), in: 2021, growth: target)
    }
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, growth: P.said("8.1", "%"))
    promises.indicator("乙", .actual, Period(year: 2021), in: 2022, growth: P.said("4.7", "%"))
    promises.indicator(
      "丙", .actual, Period(year: 2021), in: 2022, growth: P.said("7", "%", .moreThan))
    #expect(
      try tracked(promises) == [
        "growth 8.1% growth met 0.6百分点", "growth 4.7% growth missed -2.8百分点",
        "growth >7% growth undecided >-0.5百分点", "growth – – pending –",
      ])
  }

  @Test("Each figure of a row is a promise of its own, and so is none")
  func severalFigures() throws {
    var promises = Self.reports()
    promises.indicator(
      "研发投入", .target, Period(year: 2022), in: 2022, level: P.said("50000000000", "元"),
      growth: P.said("10", "%", .atLeast), change: P.said("0.2", "百分点"),
      share: P.said("2.5", "%", .atLeast), rank: P.said("3", "位"))
    promises.indicator(
      "研发投入", .actual, Period(year: 2022), in: 2023, level: P.said("52000000000", "元"),
      growth: P.said("9", "%"), change: P.said("0.25", "百分点"), share: P.said("2.5", "%"),
      rank: P.said("2", "位"))
    #expect(
      try tracked(promises) == [
        "level 520亿元 level met 20亿元", "growth 9% growth missed -1百分点",
        "change 0.25百分点 change met 0.05百分点", "share 2.5% share met 0百分点",
        "rank 2位 rank met 1位",
      ])

    promises.measure("社区食堂", .target, Period(year: 2022), in: 2022)
    promises.measure("婴幼儿照护", .target, Period(year: 2022), in: 2022)
    promises.measure("社区食堂", .actual, Period(year: 2022), in: 2023, quantity: P.said("12", "个"))
    #expect(
      try tracked(promises, "measures | track", ["name", "measure", "status", "actual_source"])
        == ["社区食堂 – undecided 2023:5", "婴幼儿照护 – pending –"])
  }

  @Test("What comes before chooses the targets; outcomes come from the whole table")
  func earlierStages() throws {
    var promises = Self.reports()
    for year in [2021, 2022] {
      promises.indicator(
        "甲", .target, Period(year: year), in: year, growth: P.said("6", "%", .atLeast))
      promises.indicator("甲", .actual, Period(year: year), in: year + 1, growth: P.said("7", "%"))
    }
    let query = "indicators | where period == 2022 and nature == target | take 1 | track"
    #expect(try tracked(promises, query, ["period", "status"]) == ["2022 met"])
    #expect(
      try tracked(promises, "indicators | where nature == actual | track", ["status"]) == [])
    #expect(
      try tracked(
        promises, "indicators | derive growth = growth + 3百分点 | track | take 1",
        ["target", "gap"]) == ["≥9% -2百分点"])
  }

  // MARK: Pairing

  @Test("The latest report's figure holds, whatever the ledger's order, and all are listed")
  func latestReportWins() throws {
    var promises = Self.reports()
    promises.indicator("甲", .target, Period(year: 2021), in: 2021, growth: P.said("7", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, growth: P.said("7.2", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2023, growth: P.said("6.8", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2021, growth: P.said("9", "%"))
    #expect(
      try tracked(promises, "indicators | track", ["actual", "status", "actual_source"])
        == ["6.8% missed 2023:3, 2022:2, 2021:4"])
  }

  @Test("In one report what is done holds before what is estimated, then the first")
  func doneBeforeEstimated() throws {
    var promises = Self.reports()
    promises.indicator("甲", .target, Period(year: 2021), in: 2021, growth: P.said("7", "%"))
    promises.indicator(
      "甲", .actual, Period(year: 2021), in: 2022, force: .estimated, growth: P.said("7.5", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, growth: P.said("6.9", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, growth: P.said("8", "%"))
    #expect(
      try tracked(promises, "indicators | track", ["actual", "actual_source"])
        == ["6.9% 2022:3, 2022:4, 2022:2"])
  }

  @Test("Place, name and period must be the same; what is missing goes with what is missing")
  func strangersDoNotPair() throws {
    var promises = Self.reports()
    let target = P.said("7", "%")
    promises.indicator("甲", .target, Period(year: 2021), in: 2021, growth: target)
    promises.indicator("甲", .target, nil, in: 2021, growth: target)
    promises.indicator("乙", .target, Period(year: 2021), in: 2021, place: nil, growth: target)
    let actual = P.said("8", "%")
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, place: "乙县", growth: actual)
    promises.indicator("甲甲", .actual, Period(year: 2021), in: 2022, growth: actual)
    promises.indicator("甲", .actual, Period(year: 2020), in: 2021, growth: actual)
    promises.indicator("甲", .actual, Period(year: 2021, quarter: 1), in: 2021, growth: actual)
    promises.indicator("甲", .actual, nil, in: 2022, growth: actual)
    promises.indicator("乙", .actual, Period(year: 2021), in: 2022, place: nil, growth: actual)
    #expect(
      try tracked(promises, "indicators | track", ["status"]) == ["pending", "pending", "met"])
  }

  @Test("A comparable unit is preferred; where there is none, nothing can be decided")
  func units() throws {
    var promises = Self.reports()
    promises.indicator("甲", .target, Period(year: 2021), in: 2021, level: P.said("100", "公里"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, level: P.said("90", "户"))
    #expect(try tracked(promises) == ["level 90户 level undecided –"])
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, level: P.said("120000", "米"))
    #expect(
      try tracked(promises, "indicators | track", ["actual", "status", "gap", "actual_source"])
        == ["12万米 met 2万米 2022:3, 2022:2"])
  }

  @Test("Targets over years: the same years, then the last year's state, then all up to its end")
  func longPeriods() throws {
    var promises = Self.reports()
    let years = try #require(Period(years: 2018, through: 2022))
    promises.indicator(
      "甲", .target, years, in: 2021, level: P.said("100", "元"), growth: P.said("7", "%"),
      share: P.said("50", "%"))
    promises.indicator(
      "甲", .actual, Period(year: 2022), in: 2023, level: P.said("110", "元"),
      growth: P.said("8", "%"), share: P.said("49", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, level: P.said("105", "元"))
    // The growth of the last year is not that of the five.
    #expect(
      try tracked(promises) == [
        "level 110元 level met 10元", "growth – – pending –", "share 49% share missed -1百分点",
      ])
    promises.indicator("甲", .actual, years, in: 2022, level: P.said("90", "元"))
    #expect(try tracked(promises)[0] == "level 90元 level missed -10元")

    promises.project("乙", .target, years, in: 2021, count: P.said("30", "个"))
    promises.project("乙", .actual, Period(year: 2022), in: 2023, count: P.said("40", "个"))
    #expect(try tracked(promises, "projects | track") == ["count – – pending –"])
    promises.project(
      "乙", .actual, Period(throughYear: 2022), in: 2023, count: P.said("31", "个"))
    #expect(try tracked(promises, "projects | track") == ["count 31个 count met 1个"])
  }

  @Test("What was done up to a year answers that year's share, and not its amounts")
  func cumulativeOutcomes() throws {
    var promises = Self.reports()
    promises.measure(
      "供热", .target, Period(year: 2022), in: 2022, quantity: P.said("5000", "户"),
      coverage: P.said("80", "%"))
    promises.measure(
      "供热", .actual, Period(throughYear: 2022), in: 2023, quantity: P.said("90000", "户"),
      coverage: P.said("82", "%"))
    #expect(
      try tracked(promises, "measures | track")
        == ["quantity – – pending –", "coverage 82% coverage met 2百分点"])
    promises.measure(
      "供水", .target, Period(throughYear: 2022), in: 2021, quantity: P.said("80000", "户"))
    promises.measure(
      "供水", .actual, Period(throughYear: 2022), in: 2023, quantity: P.said("79000", "户"))
    #expect(
      try tracked(promises, "measures | where name == \"供水\" | track")
        == ["quantity 7.9万户 quantity missed -1000户"])
  }

  @Test("Projects: each figure answers itself; a count also by what was finished")
  func projects() throws {
    var promises = Self.reports()
    promises.project(
      "重点项目", .target, Period(year: 2021), in: 2021, count: P.said("300", "个"),
      started: P.said("100", "个", .atLeast), completed: P.said("80", "个"),
      total: P.said("200000000000", "元"), investment: P.said("40000000000", "元", .moreThan))
    promises.project(
      "重点项目", .actual, Period(year: 2021), in: 2022, started: P.said("101", "个"),
      completed: P.said("270", "个"), investment: P.said("40000000000", "元"))
    #expect(
      try tracked(promises, "projects | track") == [
        "count 270个 completed missed -30个", "started 101个 started met 1个",
        "completed 270个 completed met 190个", "total_investment – – pending –",
        "investment 400亿元 investment missed 0元",
      ])
    promises.project("重点项目", .actual, Period(year: 2021), in: 2022, count: P.said("311", "个"))
    #expect(try tracked(promises, "projects | track")[0] == "count 311个 count met 11个")
  }

  // MARK: Implied levels

  @Test("A growth on a reported base implies a level, which decides where no growth is reported")
  func impliedLevels() throws {
    var promises = Self.reports()
    promises.indicator(
      "地区生产总值", .actual, Period(year: 2021), in: 2022, level: P.said("78420000000", "元"))
    promises.indicator(
      "地区生产总值", .target, Period(year: 2022), in: 2022, growth: P.said("7.5", "%", .atLeast))
    let columns = ["implied", "actual", "basis", "status", "gap"]
    #expect(try tracked(promises, "indicators | track", columns) == ["≥843.015亿元 – – pending –"])
    promises.indicator(
      "地区生产总值", .actual, Period(year: 2022), in: 2023, level: P.said("84500000000", "元"))
    #expect(
      try tracked(promises, "indicators | track", columns)
        == ["≥843.015亿元 845亿元 implied met 1.985亿元"])
    #expect(
      try tracked(promises, "indicators | track | where measure != basis", ["basis"])
        == ["implied"])
    promises.indicator(
      "地区生产总值", .actual, Period(year: 2022), in: 2023, growth: P.said("5.1", "%"))
    #expect(
      try tracked(promises, "indicators | track", columns)
        == ["≥843.015亿元 5.1% growth missed -2.4百分点"])
  }

  @Test("A base that is not known exactly leaves the threshold open")
  func uncertainBase() throws {
    var promises = Self.reports()
    promises.indicator(
      "地区生产总值", .actual, Period(year: 2021), in: 2022,
      level: P.said("1000000000000", "元", .moreThan))
    promises.indicator(
      "地区生产总值", .target, Period(year: 2022), in: 2022, growth: P.said("5", "%"))
    for (level, row) in [
      ("1060000000000", ">1.05万亿元 1.06万亿元 undecided"), ("1050000000000", ">1.05万亿元 1.05万亿元 missed"),
    ] {
      var reported = promises
      reported.indicator("地区生产总值", .actual, Period(year: 2022), in: 2023, level: P.said(level, "元"))
      #expect(
        try tracked(reported, "indicators | track", ["implied", "actual", "status"]) == [row])
    }
  }

  @Test("Quarters grow from the quarter a year before; years together imply nothing")
  func impliedPeriods() throws {
    var promises = Self.reports()
    for quarter in 1...2 {
      promises.indicator(
        "甲", .actual, Period(year: 2021, quarter: quarter), in: 2022,
        level: P.said(quarter == 1 ? "100" : "200", "元"))
    }
    promises.indicator(
      "甲", .target, Period(year: 2022, quarter: 1), in: 2022, growth: P.said("10", "%"))
    promises.indicator("乙", .actual, Period(year: 2021), in: 2022, level: P.said("100", "元"))
    promises.indicator(
      "乙", .target, Period(years: 2022, through: 2026), in: 2022, growth: P.said("10", "%"))
    #expect(try tracked(promises, "indicators | track", ["implied"]) == ["110元", "–"])
  }

  // MARK: The language

  private static var promisesOfTwoYears: Promises {
    var promises = reports()
    promises.indicator(
      "地区生产总值", .target, Period(year: 2021), in: 2021, growth: P.said("7.5", "%", .atLeast))
    promises.indicator("地区生产总值", .actual, Period(year: 2021), in: 2022, growth: P.said("4.7", "%"))
    promises.indicator(
      "城镇调查失业率", .target, Period(year: 2021), in: 2021, force: .strive,
      share: P.said("5.5", "%", .atMost))
    promises.indicator("城镇调查失业率", .actual, Period(year: 2021), in: 2022, share: P.said("5", "%"))
    return promises
  }

  @Test("Both languages, half width and full, and the result in the language of the question")
  func bothLanguages() throws {
    var ask = Asking(Self.promisesOfTwoYears.rows)
    let english =
      "indicators | track | where status == missed | select name, target, actual, status"
    #expect(
      try ask(english) == """
        name          target  actual  status
        ────────────  ──────  ──────  ──────
        地区生产总值   ≥7.5%    4.7%  missed
        1 row

        """)
    let chinese = "指标｜追踪｜筛选 状态＝＝未达 且 度量＝＝增速｜选取 名称，目标，实绩，口径，状态，差距，实绩出处"
    #expect(
      try ask(chinese) == """
        名称           目标  实绩  口径  状态        差距  实绩出处
        ────────────  ─────  ────  ────  ────  ──────────  ────────
        地区生产总值  ≥7.5%  4.7%  增速  未达  -2.8百分点  2022:2
        1 行

        """)
    #expect(
      try ask.column("name", of: "指标 | 追踪 | 筛选 status == 达成 and force == 力争") == ["城镇调查失业率"])
    #expect(
      try ask.column("count", of: "indicators | track | summarize count() by status") == ["1", "1"])
  }

  @Test("Cited, a row shows what was promised, what was reported, and the base")
  func lineage() throws {
    var promises = Self.promisesOfTwoYears
    var ask = Asking(promises.rows)
    #expect(
      try ask.column("statement", of: "indicators | track | where status == missed | cite")
        == ["第1句。 第2句。"])
    #expect(
      try ask.column("statement", of: "indicators | track | select status | cite")
        == ["第1句。 第2句。", "第3句。 第4句。"])
    #expect(
      try ask.column("statement", of: "indicators | track | count | cite")
        == ["第1句。 第2句。 第3句。 第4句。"])
    #expect(try ask.column("source", of: "indicators | track") == ["2021:1", "2021:3"])
    #expect(try ask.column("actual_source", of: "indicators | track") == ["2022:2", "2022:4"])

    promises.indicator("甲", .target, Period(year: 2022), in: 2022, growth: P.said("5", "%"))
    promises.indicator("甲", .actual, Period(year: 2021), in: 2022, level: P.said("100", "元"))
    ask = Asking(promises.rows)
    let query = "indicators | where name == \"甲\" | track"
    #expect(try ask.column("statement", of: query + " | cite") == ["第5句。 第6句。"])
    #expect(try ask.column("actual_source", of: query) == ["–"])
  }

  @Test(
    "What it cannot follow is said before it runs, once",
    arguments: [
      ("facts | track", ["DJ0330@track"]), ("荣誉 ｜ 追踪", ["DJ0330@追踪"]),
      ("reports | track | where status == met", ["DJ0330@track"]),
      ("indicators | summarize n = count() | track", ["DJ0330@track"]),
      ("indicators | select name, growth | track | sort gap", ["DJ0331@track"]),
      ("indicators | select -level, -growth, -change, -share, -rank | track", ["DJ0331@track"]),
      ("indicators | frob | track | sort gap", ["DJ0103@frob"]),
      ("indicators | track | where status == lost", ["DJ0203@lost"]),
      ("indicators | track | where growth > 5%", ["DJ0202@growth"]),
      ("指标 | 追综 | 筛选 状态 == 达成", ["DJ0103@追综"]),
      ("indicators | track by name", ["DJ0106@by"]),
    ])
  func mistakes(query: String, expected: [String]) throws {
    var ask = Asking(Self.promisesOfTwoYears.rows)
    #expect(ask.mistakes(query) == expected)
  }

  @Test("Columns the stages before may drop or rename without harm")
  func toleratedProjections() throws {
    var ask = Asking(Self.promisesOfTwoYears.rows)
    let query = "indicators | select -level, -rank | sort name | track"
    #expect(try ask.column("status", of: query) == ["missed", "met"])
    #expect(
      try ask.column(
        "name", of: "indicators | track | select promise = target, status, name | sort status")
        == ["城镇调查失业率", "地区生产总值"])
  }

  @Test("A caller who asks it to stop is heard")
  func cancellation() throws {
    var session = Session(ledger: Ledger(Self.promisesOfTwoYears.rows))
    let error = #expect(throws: ScriptError.self) {
      try session.run(Source("indicators | track"), shouldStop: { true }) { _ in }
    }
    #expect(error?.isCancelled == true)
  }
}
