import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct WindowTests {
  private func column(_ name: String, _ query: String) throws -> [String] {
    var ask = Asking(YearRows.rows)
    return try ask.column(name, of: query)
  }

  /// Reckoned by hand over 甲 2021: 840, 乙 2020: 500, 甲 2019: 700, 甲 2020: 800, 乙 2021: 500,
  /// 乙 2019: missing.
  @Test(arguments: [
    ("lag(level) by place sort period", ["800亿元", "–", "–", "700亿元", "500亿元", "–"]),
    ("lead(level) by place sort period", ["–", "500亿元", "800亿元", "840亿元", "–", "500亿元"]),
    ("lag(level) by place sort period desc", ["–", "500亿元", "800亿元", "840亿元", "–", "500亿元"]),
    ("lag(level, 2) by place sort period", ["700亿元", "–", "–", "–", "–", "–"]),
    ("lag(level, 0) by place", ["840亿元", "500亿元", "700亿元", "800亿元", "500亿元", "–"]),
    ("lag(level, 99) sort period", ["–", "–", "–", "–", "–", "–"]),
    ("lag(level)", ["–", "840亿元", "500亿元", "700亿元", "800亿元", "500亿元"]),
    ("lead(level, 4)", ["500亿元", "–", "–", "–", "–", "–"]),
    ("lag(place) sort period", ["甲区", "乙区", "–", "乙区", "甲区", "甲区"]),
    ("lag(period) by place sort period", ["2020", "2019", "–", "2019", "2020", "–"]),
    ("rank() by place sort level desc", ["1", "1", "3", "2", "1", "3"]),
    ("rank() sort level", ["5", "1", "3", "4", "1", "6"]),
    ("rank() sort place, level desc", ["4", "1", "6", "5", "1", "3"]),
    ("row_number()", ["1", "2", "3", "4", "5", "6"]),
    ("row_number() by place", ["1", "1", "2", "3", "2", "3"]),
    ("row_number() by place sort period", ["3", "2", "1", "2", "3", "1"]),
    (
      "running_sum(level) by place sort period",
      ["2340亿元", "500亿元", "700亿元", "1500亿元", "1000亿元", "–"]
    ),
    ("running_sum(level) by place", ["840亿元", "500亿元", "1540亿元", "2340亿元", "1000亿元", "1000亿元"]),
    ("share_of(level) by period", ["62.7%", "38.5%", "100%", "61.5%", "37.3%", "–"]),
    ("level / lag(level) - 1 to % by place sort period", ["5%", "–", "–", "14.3%", "0%", "–"]),
    ("2 * rank() + row_number() by place sort period", ["9", "6", "3", "6", "9", "3"]),
    ("if(rank() == 1, place, \"–\") by period sort level desc", ["甲区", "–", "甲区", "甲区", "–", "–"]),
  ])
  func windows(expression: String, values: [String]) throws {
    #expect(try column("x", "indicators | derive x = \(expression)") == values)
  }

  @Test func theYearOnYearExample() throws {
    let query = """
      indicators
      | where name == "地区生产总值" and nature == actual
      | derive before = lag(level) by place sort period
      | derive step = level / before - 1 to %
      """
    #expect(try column("before", query) == ["800亿元", "–", "–", "700亿元", "500亿元", "–"])
    #expect(try column("step", query) == ["5%", "–", "–", "14.3%", "0%", "–"])
  }

  @Test func bothLanguagesSayTheSame() throws {
    let english = "indicators | derive x = lag(level), y = rank() by place sort period desc"
    let chinese = "指标 ｜ 计算 x ＝ 前值（总量）， y ＝ 名次（） 按 地区 排序 期间 降序"
    for name in ["x", "y"] { #expect(try column(name, english) == (try column(name, chinese))) }
    let functions = ["后值(总量)", "行号()", "累计(总量)", "占比(总量)"]
    let names = ["lead(level)", "row_number()", "running_sum(level)", "share_of(level)"]
    for (function, name) in zip(functions, names) {
      #expect(
        try column("x", "指标 | 计算 x = \(function) 按 地区 排序 期间")
          == (try column("x", "indicators | derive x = \(name) by place sort period")))
    }
  }

  @Test func rowsKeepTheirPlaces() throws {
    let query = "indicators | derive x = rank() by place sort period desc"
    #expect(try column("place", query) == ["甲区", "乙区", "甲区", "甲区", "乙区", "乙区"])
    // Also where a selection came before.
    let some =
      "indicators | sort level desc | where place == \"甲区\" | derive x = lag(level) sort period"
    #expect(try column("level", some) == ["840亿元", "800亿元", "700亿元"])
    #expect(try column("x", some) == ["800亿元", "700亿元", "–"])
  }

  @Test func columnsOfOneStageSeeThoseBefore() throws {
    let query = """
      indicators | derive before = lag(level), step = level - before, most = rank(),
        last = lag(step) by place sort period
      """
    #expect(try column("step", query) == ["40亿元", "–", "–", "100亿元", "0元", "–"])
    #expect(try column("last", query) == ["100亿元", "–", "–", "–", "–", "–"])
    #expect(try column("most", query) == ["3", "2", "1", "2", "3", "1"])
    // A column of the same name takes the place of the old one, which the keys still see.
    let replaced = "indicators | derive level = running_sum(level), n = rank() by place sort level"
    #expect(
      try column("level", replaced) == ["2340亿元", "500亿元", "700亿元", "1500亿元", "1000亿元", "1000亿元"])
    #expect(try column("n", replaced) == ["3", "1", "1", "2", "1", "3"])
  }

  @Test func missingKeysAreAGroupOfTheirOwn() throws {
    var rows = YearRows.rows
    rows.indicators[0].standing.place = nil
    rows.indicators[3].standing.place = nil
    var ask = Asking(rows)
    #expect(
      try ask.column("n", of: "indicators | derive n = row_number() by place sort period") == [
        "2", "2", "1", "1", "3", "1",
      ])
  }

  @Test func anEmptyTableStaysEmpty() throws {
    #expect(
      try column("x", "indicators | where false | derive x = share_of(level) by place sort period")
        == [])
  }

  @Test func reportedValuesKeepTheirWords() throws {
    var rows = YearRows.rows
    rows.indicators[3].level = Quantity(
      Interval(lower: .exact(Decimal(80_000_000_000)), upper: nil), Unit.named("元") ?? .none,
      bound: .atLeast, surface: "800亿元以上")
    var ask = Asking(rows)
    #expect(
      try ask.column("x", of: "indicators | derive x = lag(level) by place sort period")[0]
        == "800亿元以上")
  }

  @Test func unitsKeepTheirScale() throws {
    #expect(
      try column("x", "indicators | derive x = running_sum(level to 万元) by place | take 1") == [
        "8400000万元"
      ])
  }

  // MARK: Bounds

  private func shares(_ levels: [Quantity?]) throws -> [String] {
    var ask = Asking(YearRows.rows(levels.map { ("甲区", 2021, $0) }))
    return try ask.column("x", of: "indicators | derive x = share_of(level)")
  }

  @Test func sharesOfBounds() throws {
    let ten = SampleRows.quantity("10", "元")
    // 6 of 16 to 7 of 17, and the other way round.
    #expect(
      try shares([SampleRows.bounded("6", "7", "元"), ten]) == ["37.5%–41.2%", "58.8%–62.5%"])
    #expect(try shares([SampleRows.bounded("30", nil, "元"), ten]) == ["75%–100%", "0%–25%"])
    // The total may be zero, and the shares anything.
    let open = try shares([SampleRows.bounded(nil, "30", "元"), ten])
    #expect(open == ["±∞%", "±∞%"], "\(open)")
    #expect(try shares([ten, nil, SampleRows.quantity("30", "元")]) == ["25%", "–", "75%"])
    #expect(try shares([SampleRows.quantity("0", "元")]) == ["–"])
    #expect(
      try shares([SampleRows.quantity("5", "%"), SampleRows.quantity("15", "%")]) == ["25%", "75%"])
    #expect(
      try shares([SampleRows.quantity("1", "公里"), SampleRows.quantity("3000", "米")]) == [
        "25%", "75%",
      ])
  }

  @Test func sumsOfBounds() throws {
    let levels = [
      SampleRows.bounded("6", "7", "元"), SampleRows.quantity("10", "元"),
      SampleRows.bounded("1", nil, "元"),
    ]
    var ask = Asking(YearRows.rows(levels.map { ("甲区", 2021, $0) }))
    #expect(
      try ask.column("x", of: "indicators | derive x = running_sum(level)") == [
        "6–7元", "16–17元", "≥17元",
      ])
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("indicators | where lag(level) > level", ["DJ0351@lag(level)"]),
    ("indicators | select rank()", ["DJ0351@rank()"]),
    ("指标 | 排序 前值(总量)", ["DJ0351@前值(总量)"]),
    ("indicators | summarize sum(lag(level))", ["DJ0351@lag(level)"]),
    ("indicators | derive x = 1 by lag(name)", ["DJ0351@lag(name)"]),
    ("let x = lag(5)", ["DJ0351@lag(5)"]),
    ("indicators | derive x = lag(lag(level))", ["DJ0352@lag(level)"]),
    ("indicators | derive x = rank()", ["DJ0353@rank()"]),
    ("indicators | derive x = rank() by place", ["DJ0353@rank()"]),
    ("indicators | derive x = level * 2 sort period", ["DJ0354@sort period"]),
    ("indicators | derive x = level * 2 by place", ["DJ0354@by place"]),
    ("indicators | derive x = lag()", ["DJ0306@lag()"]),
    ("indicators | derive x = rank(level) sort level", ["DJ0306@rank(level)"]),
    ("indicators | derive x = lag(level, 1.5)", ["DJ0313@1.5"]),
    ("indicators | derive x = lag(level, -1)", ["DJ0313@-1"]),
    ("indicators | derive x = running_sum(name)", ["DJ0307@name"]),
    ("indicators | derive x = share_of(period)", ["DJ0307@period"]),
    ("indicators | derive x = sum(level) by place", ["DJ0308@sum(level)"]),
    (
      "indicators | derive x = lag(levl) by plce sort perod",
      ["DJ0202@plce", "DJ0202@perod", "DJ0202@levl"]
    ),
    ("indicators | derive x = lagg(level)", ["DJ0204@lagg"]),
    ("indicators | derive x = rank() sort source", ["DJ0315@source"]),
  ])
  func mistakes(query: String, expected: [String]) {
    var ask = Asking(YearRows.rows)
    #expect(Set(ask.mistakes(query)) == Set(expected))
    #expect(ask.mistakes(query).count == expected.count)
  }

  @Test func aForgottenBarIsSuggested() {
    var ask = Asking(YearRows.rows)
    #expect(
      ask.cures("indicators | derive x = level * 2 sort period")
        == ["indicators | derive x = level * 2 | sort period"])
    #expect(
      ask.cures("indicators | derive x = lagg(level)") == ["indicators | derive x = lag(level)"])
  }

  @Test func mixedUnitsCannotBeSummed() throws {
    var ask = Asking(SampleRows.rows)
    for function in ["running_sum", "share_of"] {
      let call = "\(function)(level)"
      #expect(ask.mistakes("indicators | derive x = \(call)") == ["DJ0401@\(call)"])
      #expect(ask.mistakes("indicators | derive x = \(call) by unit(level)") == [])
    }
    #expect(
      try ask.column("x", of: "indicators | derive x = lag(level) | take 6").last == "105万人")
  }

  @Test func lineageStaysWithTheRow() throws {
    var ask = Asking(SampleRows.rows)
    #expect(
      try ask.column(
        "line",
        of: "indicators | derive x = lag(level) sort level | sort level desc | take 2 | cite")
        == ["2", "1"])
  }
}
