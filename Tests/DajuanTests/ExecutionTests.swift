import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct ExecutionTests {
  private var ask = Asking(SampleRows.rows)

  private func column(_ name: String, _ query: String) throws -> [String] {
    var ask = ask
    return try ask.column(name, of: query)
  }

  // MARK: Rows

  @Test(arguments: [
    ("growth > 6.5%", ["甲区", "甲区"]), ("growth >= 7%", ["甲区", "甲区"]),
    ("growth < 0%", ["乙区"]), ("not growth > 0%", ["乙区"]),
    ("share <= 6%", ["乙区"]), ("share is exact", []),
    ("level >= 800亿元", ["甲区"]), ("level in 500亿元..800亿元", ["甲区", "乙区"]),
    ("level == 105万人", ["甲区"]), ("period is missing", ["乙区"]),
    ("period == 2020", ["甲区"]), ("period in 2020..2021 and place == \"乙区\"", ["乙区", "乙区"]),
    ("period overlaps 2022", ["甲区"]), ("year(period) > 2021", ["甲区"]),
    ("nature == 目标", ["甲区", "乙区"]), ("nature in (target)", ["甲区", "乙区"]),
    ("name contains \"失业\"", ["乙区"]), ("name starts \"常住\"", ["甲区"]),
    ("name ends \"率\"", ["乙区"]), ("name matches \"*调查*\"", ["乙区"]),
    ("name matches \"??人口\"", ["甲区"]), ("name not contains \"生产\"", ["甲区", "乙区", "乙区"]),
    ("level = 40亿美元", ["乙区"]), ("name == \"外贸进出口总值\"", ["乙区"]),
    ("name in (\"CPI\", \"进出口总值\")", ["乙区"]), ("growth > 0.065", ["甲区", "甲区"]),
  ])
  func conditions(condition: String, places: [String]) throws {
    let answer = try column("place", "indicators | where \(condition)")
    #expect(answer == places)
  }

  @Test func undecidedRowsAreToldApart() throws {
    var counts: [[Int]] = []
    var ask = ask
    for condition in ["growth > 8%", "level > 1亿元", "share > 20.5%", "growth > 8% and level > 1人"] {
      try ask.session.run(Source("indicators | where \(condition)")) { result in
        counts.append([
          result.undecidedByBounds, result.undecidedByMissing, result.undecidedByUnit,
        ])
      }
    }
    // Levels in people and dollars cannot be held against yuan; a missing one outweighs a bound.
    #expect(counts == [[1, 3, 0], [0, 2, 2], [1, 5, 0], [0, 3, 1]])
  }

  @Test func sortingPutsMissingLastInBothDirections() throws {
    #expect(
      try column("growth", "indicators | sort growth") == [
        "-3%", "6.1%", "7.1%", "≥7.5%", "–", "–", "–",
      ])
    #expect(
      try column("growth", "indicators | sort growth desc") == [
        "≥7.5%", "7.1%", "6.1%", "-3%", "–", "–", "–",
      ])
  }

  @Test func sortingIsStableAndBySeveralKeys() throws {
    #expect(
      try column("name", "indicators | sort place asc, name | take 3") == [
        "地区生产总值", "城镇调查失业率", "进出口总额",
      ])
    let twice = try column("level", "indicators | sort nature | sort place")
    #expect(twice == (try column("level", "indicators | sort place, nature")))
  }

  @Test func takingAndSkipping() throws {
    #expect(try column("name", "indicators | take 0") == [])
    #expect(try column("name", "indicators | take 100").count == 7)
    #expect(try column("place", "indicators | skip 5") == ["乙区", "乙区"])
    #expect(
      try column("place", "indicators | take 2 by place") == ["甲区", "甲区", "乙区", "乙区"])
    #expect(
      try column("place", "indicators | skip 2 by place") == ["甲区", "甲区", "乙区"])
    #expect(try column("name", "indicators | sort growth desc | take 1") == ["地区生产总值"])
  }

  @Test func distinctRows() throws {
    #expect(try column("place", "indicators | distinct place") == ["甲区", "乙区"])
    #expect(try column("place", "indicators | select place | distinct") == ["甲区", "乙区"])
    #expect(
      try column("place", "indicators | distinct place, nature") == ["甲区", "乙区", "甲区", "乙区"])
  }

  // MARK: Columns

  @Test func selectingReordersRenamesAndDrops() throws {
    var ask = ask
    ask.options.format = .csv
    #expect(
      try ask("indicators | select who = place, growth | take 1") == "who,growth\n甲区,6.1%\n")
    #expect(
      try ask("indicators | select -level, -change, -rank, -source, -force | take 1")
        == "place,name,growth,share,nature,period\n甲区,地区生产总值,6.1%,,actual,2020\n")
  }

  @Test func laterDerivedColumnsSeeEarlierOnes() throws {
    #expect(
      try column("b", "indicators | derive a = growth * 2, b = a + 1百分点 | take 2") == [
        "13.2%", "15.2%",
      ])
    #expect(try column("growth", "indicators | derive growth = growth * 10 | take 1") == ["61%"])
  }

  @Test(arguments: [
    ("500亿元 * (1 + 8%)", "540亿元"), ("6% + 0.5百分点", "6.5%"), ("7% - 6.5%", "0.5百分点"),
    ("1 / 3", "0.333333…"), ("10亿元 / 4", "2.5亿元"), ("261个 / 311个 to %", "83.9%"),
    ("5.14亿元 to 万元", "51400万元"), ("15亩 to 公顷", "1公顷"), ("100万亿元 / 1人", "100万亿元/人"),
    ("-(3%)", "-3%"), ("abs(-3%)", "3%"), ("round(2.5)", "3"), ("round(12.345, 1)", "12.3"),
    ("floor(-0.5)", "-1"), ("ceil(1.2亿元)", "1.2亿元"), ("sign(-4)", "-1"), ("sqrt(9)", "3"),
    ("log(100, 10)", "2"), ("exp(0)", "1"), ("least(3, 2, 5)", "2"), ("greatest(1公里, 900米)", "1公里"),
    ("if(1 < 2, \"a\", \"b\")", "a"), ("coalesce(missing, 5)", "5"), ("missing ?? 7", "7"),
    ("case(1 > 2, 1, 2 > 1, 22, 3)", "22"), ("case(1 > 2, 1)", "–"), ("length(\"答卷a\")", "3"),
    ("lowercase(\"AbC\")", "abc"), ("uppercase(\"ab\")", "AB"), ("trim(\" a \")", "a"),
    ("replace(\"aXbX\", \"X\", \"-\")", "a-b-"), ("substring(\"重大项目\", 3)", "项目"),
    ("substring(\"重大项目\", 1, 2)", "重大"), ("concat(\"a\", 5亿元, missing)", "a5亿元"),
    ("split_part(\"a·b·c\", \"·\", 2)", "b"), ("split_part(\"a\", \"·\", 2)", "–"),
    ("year(2021Q3)", "2021"), ("quarter(2021Q3)", "3"), ("month(2021-08)", "8"),
    ("start(2021)", "2021-01"), ("end(2017..2021)", "2021-12"), ("duration(2021)", "12个月"),
    ("2021年 - 1", "2020"), ("2021-01 - 1", "2020-12"), ("unit(5亿元)", "元"),
    ("number(5亿元)", "500000000"),
    // Readers see six digits, but never zeros in the place of whole ones.
    ("10000000 / 3", "3333333…"), ("20 / 3", "6.66667…"),
    ("2 / 3 * 1000000000000", "666666666667…"), ("10亿元 / 3 to 元", "333333333…元"),
    ("1 / 3000", "0.000333333…"), ("exp(1000)", "≥1.79769e308"), ("exp(-20)", "2.06115e-9"),
    ("-exp(40)", "-2.35385e17"), ("100000亿元 / 3", "3.33333…万亿元"),
    ("bound(5亿元)", "exact"), ("1 == 1", "true"), ("missing == 1", "–"),
    ("5亿元 > 3亿元 and true", "true"),
    ("\"b\" in (\"a\", \"b\")", "true"), ("2021Q1 in 2021年", "true"), ("5 not in 1..4", "true"),
  ])
  func expressions(expression: String, value: String) throws {
    #expect(try column("x", "reports | select x = \(expression)") == [value])
  }

  @Test func boundedArithmetic() throws {
    let target = "indicators | where nature == target and growth is present"
    #expect(try column("x", "\(target) | select x = growth - 1百分点") == ["≥6.5%"])
    #expect(try column("x", "\(target) | select x = 100亿元 * (1 + growth)") == ["≥107.5亿元"])
    #expect(try column("x", "\(target) | select x = low(growth)") == ["7.5%"])
    #expect(try column("x", "\(target) | select x = high(growth)") == ["–"])
    #expect(try column("x", "\(target) | select x = bound(growth)") == ["at_least"])
    let share = "indicators | where name == \"常住人口\""
    #expect(try column("x", "\(share) | select x = mid(share)") == ["20.5%"])
    #expect(try column("x", "\(share) | select x = width(share)") == ["1百分点"])
    #expect(try column("x", "\(share) | select x = -share") == ["-21%～-20%"])
  }

  @Test func divisionByZeroIsMissing() throws {
    #expect(try column("x", "reports | select x = 1 / 0") == ["–"])
  }

  // MARK: Aggregates

  @Test func aggregatesSkipWhatIsMissing() throws {
    var ask = ask
    ask.options.format = .csv
    #expect(
      try ask(
        """
        indicators | where level > 1亿元
        | summarize n = count(), with = count(growth), total = sum(level), mean = avg(level),
          least = min(level), most = max(level), mid = median(level)
        """)
          == """
          n,with,total,mean,least,most,mid
          3,2,2134.2亿元,711.4亿元,510亿元,840亿元,784.2亿元

          """)
  }

  @Test func aggregatesOfBounds() throws {
    #expect(try column("x", "indicators | summarize x = max(growth)") == ["≥7.5%"])
    #expect(try column("x", "indicators | summarize x = min(growth)") == ["-3%"])
    #expect(
      try column("x", "indicators | where share is present | summarize x = sum(share)") == [
        "≤26.5%"
      ])
    #expect(try column("x", "indicators | summarize x = quantile(growth, 0.5)") == ["6.6%"])
  }

  @Test func groupsComeInOrderOfFirstAppearance() throws {
    let query = "indicators | summarize n = count() by place, nature"
    #expect(try column("place", query) == ["甲区", "乙区", "甲区", "乙区"])
    #expect(try column("n", query) == ["3", "2", "1", "1"])
  }

  @Test func expressionsOverAggregates() throws {
    #expect(
      try column(
        "x", "indicators | where level > 1亿元 | summarize x = sum(level) / count() by place")
        == ["812.1亿元", "510亿元"])
  }

  @Test func emptyTables() throws {
    let none = "indicators | where place == \"丙区\""
    #expect(try column("count", "\(none) | count") == ["0"])
    #expect(try column("x", "\(none) | summarize x = sum(level)") == ["–"])
    #expect(try column("n", "\(none) | summarize n = count() by place") == [])
    var ask = ask
    #expect(try ask(none) == "0 rows\n")
    ask.options.format = .json
    #expect(try ask(none) == "[]\n")
  }

  @Test func mixedUnitsCannotBeSummed() throws {
    var ask = ask
    #expect(ask.mistakes("indicators | summarize sum(level)") == ["DJ0401@sum(level)"])
    #expect(
      try column("x", "indicators | summarize x = sum(level) by unit(level)") == [
        "2134.2亿元", "–", "105万人", "40亿美元",
      ])
  }

  @Test func otherAggregates() throws {
    #expect(try column("x", "indicators | summarize x = first(name)") == ["地区生产总值"])
    #expect(try column("x", "indicators | summarize x = last(name)") == ["城镇调查失业率"])
    #expect(try column("x", "indicators | summarize x = count_distinct(name)") == ["4"])
    #expect(try column("x", "indicators | summarize x = any(growth > 7%)") == ["true"])
    #expect(try column("x", "indicators | summarize x = any(growth > 8%)") == ["undecided"])
    let exact = "indicators | where growth is exact"
    #expect(try column("x", "\(exact) | summarize x = stddev(growth)") == ["5.6%"])
  }

  // MARK: Lets, last results, lineage

  @Test func letsNameQueriesAndValues() throws {
    let script = """
      let done = indicators | where nature == actual
      let goal = 7%
      done | where growth >= goal
      """
    #expect(try column("growth", script) == ["7.1%"])
  }

  @Test func theLastQueryGoesOn() throws {
    var ask = ask
    #expect(try ask.column("place", of: "indicators | where growth > 0%").count == 3)
    #expect(try ask.column("place", of: "| where nature == target") == ["甲区"])
    #expect(try ask.column("count", of: "_ | count") == ["1"])
  }

  @Test func citingFollowsRowsThroughEverything() throws {
    #expect(
      try column("line", "indicators | sort growth desc | take 2 | cite") == ["4", "2"])
    #expect(
      try column("line", "indicators | select growth | where growth > 7% | cite") == ["2", "4"])
    #expect(
      try column("line", "indicators | where level > 1亿元 | summarize sum(level) by place | cite")
        == ["1, 2", "3"])
    #expect(try column("line", "indicators | count | cite") == ["1, 2, 3, 4"])
    #expect(try column("line", "reports | cite") == ["–"])
  }

  @Test func describing() throws {
    let rows = try column("column", "indicators | describe")
    #expect(rows.count == Entity.indicators.schema.columns.count)
    #expect(try column("unit", "indicators | select level | describe") == ["元 人 美元"])
    #expect(try column("missing", "indicators | select growth | describe") == ["3"])
    #expect(try column("highest", "indicators | select growth | describe") == ["≥7.5%"])
  }

  @Test func aQueryCanBeStopped() throws {
    var ask = ask
    let error = #expect(throws: ScriptError.self) {
      try ask.session.run(Source("indicators | sort growth"), shouldStop: { true }) { _ in }
    }
    #expect(error?.isCancelled == true)
  }

  @Test func aMillionRows() throws {
    var rows = LedgerRows()
    let units = ["元", "人", "家"].map { Unit.named($0) ?? .none }
    rows.indicators = (0..<200_000).map { index in
      IndicatorRow(
        name: "指标\(index % 400)",
        level: index % 7 == 0 ? nil : Quantity(Number(index), units[index % 3]),
        standing: SampleRows.standing("地\(index % 2844)", .actual, 2000 + index % 20))
    }
    var ask = Asking(rows)
    #expect(
      try ask.column("n", of: "indicators | where level >= 100000元 | summarize n = count()") == [
        "28571"
      ])
    #expect(
      try ask.column("level", of: "indicators | sort level desc | take 1") == ["19.9999万人"])
    #expect(
      try ask.column("n", of: "indicators | summarize n = count() by place | count").isEmpty)
    #expect(
      try ask.column("count", of: "indicators | summarize n = count() by place | count") == ["2844"]
    )
  }
}
