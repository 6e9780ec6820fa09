import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct PivotTests {
  private var ask = Asking(SampleRows.tables)

  private func csv(_ query: String, _ language: Language? = nil) throws -> String {
    var ask = ask
    ask.options.format = .csv
    ask.options.language = language
    return try ask(query)
  }

  @Test func periodsBecomeColumnsInOrder() throws {
    #expect(
      try csv(
        """
        indicators | where name == "地区生产总值" | sort period desc
        | select place, period, level, source | pivot period values level
        """)
          == """
          place,2020,2021,2022
          甲区,784.2亿元,840亿元,
          乙区,,510亿元,

          """)
  }

  @Test func enumeratedValuesComeAsTheLanguageListsThemAndInItsWords() throws {
    let query = "荣誉 ｜ 筛选 地区 有值 ｜ 选取 层级，名称，地区 ｜ 透视 层级 取值 名称"
    #expect(try csv(query, .chinese) == "地区,国家级,省级\n甲区,首批示范区,先进集体\n")
    #expect(try csv(query, .english) == "place,national,province\n甲区,首批示范区,先进集体\n")
    #expect(
      try csv("\(query) ｜ 选取 甲 ＝ 国家级，乙 ＝ province", .chinese) == "甲,乙\n首批示范区,先进集体\n")
  }

  @Test func wordsNumbersAndMissingKeys() throws {
    #expect(
      try csv("projects | pivot place values investment by nature")
        == "nature,丙区,乙区,甲区,missing\nactual,,3亿元,5亿元,\ntarget,,,,\n")
    #expect(
      try csv("projects | where count is exact | pivot count values name by nature")
        == "nature,5个,5家,8条\nactual,桥,厂,路\n")
    // Equal numbers are one column, whatever the unit they are written in.
    #expect(
      try csv(
        """
        reports | select k = 1公里, v = 1 | union (reports | select k = 1000米, v = 1),
          (reports | select k = 900米, v = 2)
        | pivot k values v
        """) == "900米,1公里\n2,1\n")
  }

  @Test func theOthersAreTheGroupsUnlessNamed() throws {
    let rows =
      "indicators | where nature == actual and period == 2021 | select name, place, growth, source"
    #expect(
      try csv("\(rows) | pivot place values growth")
        == "name,乙区,甲区\n地区生产总值,,7.1%\n常住人口,,\n进出口总额,-3%,\n")
    #expect(
      try csv("\(rows) | where growth is present | pivot place values growth by source")
        == "source,乙区,甲区\nsample:2,,7.1%\n,-3%,\n")
    #expect(
      try csv(
        "\(rows) | select place, growth | where growth is present | pivot place values growth")
        == "乙区,甲区\n-3%,7.1%\n")
  }

  @Test func theStagesAfterKnowTheColumns() throws {
    var ask = ask
    let query = "indicators | where name == \"地区生产总值\" | pivot period values level by place"
    #expect(
      try ask.column("x", of: "\(query) | derive x = `2021` / `2020` - 1 to %") == ["7.1%", "–"])
    #expect(try ask.column("place", of: "\(query) | sort `2021`") == ["乙区", "甲区"])
    #expect(try ask.column("2021", of: "let p = \(query)\np | where `2020` > 700亿元") == ["840亿元"])
    _ = try ask(query)
    #expect(try ask.column("2020", of: "| select `2020`, place") == ["784.2亿元", "–"])
    #expect(try ask.column("2020", of: "_ | join honours on place | take 1") == ["784.2亿元"])
    #expect(
      try ask.column("2021", of: "honours | join (\(query)) on place | union (\(query))")
        == ["840亿元", "840亿元", "840亿元", "510亿元"])
    #expect(ask.mistakes("\(query) | where `2021` > 5人") == [])
    #expect(
      ask.mistakes("projects | pivot period values investment by name | where `2021` > 5人")
        == ["DJ0301@>"])
  }

  @Test func namesThatClashGetANumber() throws {
    #expect(
      try csv("reports | select k = \"v\", v = 1, w = 2 | pivot k values w") == "v,v_2\n1,2\n")
  }

  @Test func valuesThatAgreeAreOne() throws {
    #expect(
      try csv(
        "projects | where investment is present | derive one = 1 | pivot period values one by nature"
      )
        == "nature,2021\nactual,1\n")
    // A missing value disagrees with none.
    #expect(
      try csv("projects | where place != \"乙区\" | pivot period values investment by nature")
        == "nature,2021,2022\nactual,5亿元,\ntarget,,\n")
  }

  @Test func valuesThatDifferAreAnErrorWithACure() throws {
    var ask = ask
    let query = "projects | pivot period values investment by nature"
    #expect(ask.mistakes(query) == ["DJ0430@pivot period values investment by nature"])
    #expect(
      ask.cures(query) == [
        "projects | summarize investment = last(investment) by nature, period | \(query.dropFirst(11))"
      ])
    let mended = ask.cures(query)[0]
    #expect(try ask.column("2021", of: mended) == ["3亿元", "–"])
    #expect(
      ask.cures("项目 ｜ 透视 期间 取值 投资 按 性质")
        == ["项目 ｜ 汇总 投资 = 末个(投资) 按 性质, 期间 | 透视 期间 取值 投资 按 性质"])
    let error = #expect(throws: ScriptError.self) { try ask.session.run(Source(query)) { _ in } }
    let diagnostic = try #require(error).diagnostics[0]
    #expect(
      diagnostic.message(in: .english)
        == "`investment` has more than one value for nature actual, period 2021: 5亿元 and 3亿元")
    #expect(diagnostic.message(in: .chinese) == "`投资` 不止一个值（性质 实绩，期间 2021）：5亿元和3亿元")
  }

  @Test func citingGivesAllThatWentIn() throws {
    var ask = ask
    let query = "indicators | where name == \"地区生产总值\" | pivot period values level by place | cite"
    // The target of 2022 has no level, and went into no cell.
    #expect(try ask.column("line", of: query) == ["1, 2", "3"])
    #expect(
      try ask("indicators | where growth > 8% | pivot period values level by place")
        == "0 rows; undecided: 1 by bounds, 3 missing\nto see those undecided by bounds: where possibly(growth > 8%)\n"
    )
  }

  @Test(arguments: [
    ("projects | pivot perod values investment", ["DJ0202@perod"]),
    ("projects | pivot period values invest by nam | sort x", ["DJ0202@invest", "DJ0202@nam"]),
    ("projects | pivot period values period", ["DJ0206@period"]),
    ("projects | pivot period values investment by name, period", ["DJ0206@period"]),
    ("projects | pivot source values investment", ["DJ0341@source"]),
    ("projects | derive t = count > 3 | pivot t values investment", ["DJ0341@t"]),
    ("projects | where nmae == 1 | pivot period values investment | sort x", ["DJ0202@nmae"]),
    ("projects | pivot period values investment by name | sort x", ["DJ0202@x"]),
    (
      "projects | pivot period values investment by name | derive a = 2021 / 2, b = 2021年",
      ["DJ0232@2021"]
    ),
    ("projects | pivot period values investment by name | select 2021, `2021`", ["DJ0232@2021"]),
    ("projects | pivot period values investment by name | where 2023 > 5", []),
    // A query that fails as it runs is told of once.
    (
      "indicators | summarize n = sum(level) by period | pivot period values n | sort x",
      ["DJ0401@sum(level)"]
    ),
  ])
  func mistakes(query: String, expected: [String]) {
    var ask = ask
    #expect(ask.mistakes(query) == expected)
  }

  @Test func aKeyHasSoManyValuesAndNoMore() throws {
    var rows = LedgerRows()
    rows.projects = (0..<200).map { number in
      ProjectRow(
        name: "项\(number)", count: SampleRows.quantity("\(number)", "个"),
        standing: SampleRows.standing("甲区", .actual, 2021))
    }
    var ask = Asking(rows)
    let query = "projects | pivot name values count by place"
    var width = 0
    try ask.session.run(Source(query)) { width = $0.table.schema.columns.count }
    #expect(width == 201)
    rows.projects.append(
      ProjectRow(name: "多", standing: SampleRows.standing("甲区", .actual, 2021)))
    ask = Asking(rows)
    #expect(ask.mistakes("\(query) | sort x") == ["DJ0531@name"])
    #expect(ask.mistakes("projects | take 200 | pivot name values count by place") == [])
  }

  @Test func withoutASessionTheColumnsStayOpen() {
    let source = Source("projects | pivot period values investment by name | sort `2021`")
    let checked = Checker.check(
      ParsedScript.parse(source).script, in: source,
      environment: Environment(ledger: Ledger(SampleRows.tables)))
    #expect(checked.diagnostics.isEmpty)
  }

  @Test func aQueryCanBeStoppedWhileItsColumnsAreLookedFor() throws {
    var session = ask.session
    let error = #expect(throws: ScriptError.self) {
      try session.run(Source("projects | pivot period values count by name"), shouldStop: { true })
      {
        _ in
      }
    }
    #expect(try #require(error).diagnostics.map(\.code) == [.cancelled])
  }
}
