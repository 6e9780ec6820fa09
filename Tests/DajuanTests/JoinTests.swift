import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct JoinTests {
  private var ask = Asking(SampleRows.tables)

  private func column(_ name: String, _ query: String) throws -> [String] {
    var ask = ask
    return try ask.column(name, of: query)
  }

  private func csv(_ query: String, _ language: Language? = nil) throws -> String {
    var ask = ask
    ask.options.format = .csv
    ask.options.language = language
    return try ask(query)
  }

  // MARK: Kinds

  @Test func innerKeepsPairsInTheOrderOfTheLeftThenTheRight() throws {
    #expect(
      try csv(
        """
        projects | select name, place
        | join (honours | select place, won = name, level) on place
        """)
          == """
          name,place,won,level
          桥,甲区,首批示范区,national
          桥,甲区,先进集体,province
          站,甲区,首批示范区,national
          站,甲区,先进集体,province

          """)
  }

  @Test func leftKeepsRowsWithoutAMatch() throws {
    #expect(
      try csv("项目 ｜ 选取 名称，地区 ｜ 关联 左联 （荣誉 ｜ 筛选 层级 ＝ 国家级） 依据 地区", .chinese)
        == """
        名称,地区,名称_2,层级,期间,出处
        桥,甲区,首批示范区,国家级,2021,sample:3
        厂,乙区,,,,
        路,,,,,
        站,甲区,首批示范区,国家级,2021,sample:3
        园,丙区,,,,

        """)
  }

  @Test func semiAndAntiPartTheLeftRows() throws {
    #expect(try column("name", "projects | join semi honours on place") == ["桥", "站"])
    // A missing place matches nothing, so nothing matches it.
    #expect(try column("name", "projects | join anti honours on place") == ["厂", "路", "园"])
    #expect(
      try csv("projects | join semi honours on place | take 1 | describe | select column")
        == (try csv("projects | describe | select column")))
    #expect(
      try column("name", "项目 | 关联 反联 荣誉 依据 地区 | 关联 半联 项目 依据 名称") == ["厂", "路", "园"])
  }

  @Test func severalKeysMustAllMatch() throws {
    #expect(
      try column("name_2", "projects | join honours on place, period") == ["首批示范区"])
    #expect(
      try column(
        "name",
        "projects | join (honours | select p = place, t = period) on place == p, period == t")
        == ["桥"])
    #expect(try column("place", "projects | join honours on name, place == name") == [])
  }

  // MARK: Columns

  @Test func namesThatBothHaveGetANumber() throws {
    #expect(
      try csv("indicators | join honours on place | take 0")
        == "place,name,level,growth,change,share,rank,nature,force,period,source,name_2,level_2,period_2,source_2\n"
    )
    #expect(
      try csv("指标 | 关联 荣誉 依据 地区 | 取 0", .chinese)
        == "地区,名称,总量,增速,增减,占比,位次,性质,力度,期间,出处,名称_2,层级_2,期间_2,出处_2\n")
    // Only the Chinese names clash: the English ones stay.
    #expect(
      try csv(
        "measures | select quantity, place | join (projects | select count, place) on place | take 0"
      )
        == "quantity,place,count\n")
    #expect(
      try csv("民生 | 选取 数量, 地区 | 关联 (项目 | 选取 数量, 地区) 依据 地区 | 取 0", .chinese)
        == "数量,地区,数量_2\n")
    #expect(
      try column(
        "level_2",
        "honours | join honours on place | join honours on place | where level_3 == 省级 | take 2")
        == ["national", "province"])
  }

  @Test func bothNamesOfANumberedColumnCanBeWritten() throws {
    let query = "指标 | 关联 荣誉 依据 地区, 期间"
    #expect(try column("level_2", "\(query) | 筛选 层级_2 == 国家级") == ["national", "national"])
    #expect(try column("x", "\(query) | select x = level_2 == 层级_2") == ["true", "true", "true"])
  }

  // MARK: Keys

  @Test func quantitiesMatchAcrossUnits() throws {
    let query = """
      let a = reports | select x = 5亿元, n = "a"
      let b = reports | select y = 50000万元, m = "b" | union (reports | select y = 5万元, m = "c")
      a | join b on x == y
      """
    #expect(try column("m", query) == ["b"])
    #expect(
      try column("n", "reports | select x = 50%, n = 1 | join (reports | select x = 0.5) on x")
        == ["1"])
  }

  @Test func classifiersMatchOnlyWhatTheyStandFor() throws {
    // 5个 is as good as 5条 and 5家; those two are not the same.
    #expect(
      try column("name_2", "projects | join measures on count == quantity")
        == ["学位", "公园", "床位", "公园", "床位"])
  }

  @Test func whatIsMissingOrBoundedMatchesNothingAndIsCounted() throws {
    var ask = ask
    var counts: [[Int]] = []
    for query in [
      "projects | join honours on place", "projects | join left honours on place",
      "projects | join measures on count == quantity",
      "projects | join anti honours on place, name",
      "projects | join (honours | where name == \"丁\") on place",
    ] {
      try ask.session.run(Source(query)) { result in
        counts.append([
          result.table.count, result.undecidedByBounds, result.undecidedByMissing,
          result.undecidedByUnit,
        ])
      }
    }
    #expect(
      counts == [[4, 0, 1, 0], [7, 0, 1, 0], [5, 1, 1, 0], [5, 0, 1, 0], [0, 0, 0, 0]])
  }

  @Test func undecidedRowsOfTheOtherTableAreCountedToo() throws {
    var ask = ask
    let footer = try ask("honours | join (indicators | where growth > 8%) on place")
    // One growth of 7.5% or more, three missing; and an honour without a place has nothing to meet.
    #expect(
      footer
        == "0 rows; undecided: 1 by bounds, 3 missing\nto see those undecided by bounds: where possibly(growth > 8%)\n"
    )
  }

  @Test func enumeratedValuesMatchText() throws {
    #expect(
      try column("name", "honours | join (reports | select word = \"city\") on level == word")
        == ["桥"])
  }

  // MARK: Lineage and names

  @Test func citingGivesThePassagesOfBothRows() throws {
    #expect(
      try column("line", "projects | join honours on place | take 2 | cite") == ["1, 3", "1, 4"])
    #expect(
      try column("line", "projects | join left honours on place | take 4 | skip 2 | cite")
        == ["2", "3"])
    #expect(try column("line", "projects | join semi honours on place | cite") == ["1", "4"])
    #expect(
      try column(
        "line", "honours | join (projects | summarize n = count() by place) on place | cite")
        == ["1, 3, 4", "1, 4"])
  }

  @Test func aJoinedQueryHasAName() throws {
    let script = """
      let won = projects | join honours on place
      let both = won | join semi (won | where level == 国家级) on name
      both | summarize n = count() by name
      """
    #expect(try column("n", script) == ["2", "2"])
    var ask = ask
    _ = try ask("projects | join honours on place")
    #expect(try ask.column("name", of: "| where level == 省级") == ["桥", "站"])
    #expect(try ask.column("n", of: "_ | join _ on name | summarize n = count()") == ["2"])
  }

  @Test func joiningWithNothing() throws {
    let none = "(honours | where name == \"无\")"
    #expect(try column("name", "projects | join \(none) on place") == [])
    #expect(try column("name", "projects | join anti \(none) on place").count == 5)
    #expect(
      try column("name_2", "projects | join left \(none) on place") == ["–", "–", "–", "–", "–"])
    #expect(try column("name", "projects | where name == \"无\" | join left honours on place") == [])
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("projects | join honour on place", ["DJ0201@honour"]),
    ("projects | join honours", ["DJ0230@join"]),
    ("projects | join honours on plce", ["DJ0202@plce"]),
    ("projects | join honours on area", ["DJ0231@area"]),
    ("projects | join honours on investment == level", ["DJ0301@investment == level"]),
    ("projects | join honours on place == period", ["DJ0301@place == period"]),
    ("projects | join indicators on investment == growth", ["DJ0301@investment == growth"]),
    ("reports | select x = 5亿元 | join (reports | select x = 5亿美元) on x", ["DJ0301@x"]),
    ("projects | join facts on nature == kind", ["DJ0301@nature == kind"]),
    ("projects | join honours on source", ["DJ0305@source"]),
    ("honours | join projects on plac == area, name == nam", ["DJ0202@plac", "DJ0231@nam"]),
    ("projects | join honours on place | sort x", ["DJ0202@x"]),
    ("projects | join honour on place | sort x | select y", ["DJ0201@honour"]),
    ("projects | join honours on plce | sort level | sort x", ["DJ0202@plce", "DJ0202@x"]),
    (
      "projects | join (honours | wher level == 国家) on place | sort levle",
      ["DJ0103@wher", "DJ0203@国家", "DJ0202@levle"]
    ),
    ("let v = 5\nprojects | join v on place", ["DJ0209@v"]),
    ("projects | join _ on place", ["DJ0207@_"]),
  ])
  func mistakes(query: String, expected: [String]) {
    var ask = ask
    #expect(ask.mistakes(query) == expected)
  }

  @Test(arguments: [
    ("projects | join honours", "projects | join honours on place, name, period"),
    ("项目 ｜ 关联 荣誉 ｜ 计数", "项目 ｜ 关联 荣誉 依据 地区, 名称, 期间 ｜ 计数"),
    ("projects | join honours on nmae", "projects | join honours on name"),
    ("honours | join projects on lace", "honours | join projects on place"),
    (
      "honours | join (projects | select plac = area) on place",
      "honours | join (projects | select plac = area) on place == plac"
    ),
    (
      "honours | select plac = place | join projects on place",
      "honours | select plac = place | join projects on plac == place"
    ),
  ])
  func cures(query: String, mended: String) {
    var ask = ask
    #expect(ask.cures(query) == [mended])
    #expect(ask.mistakes(mended) == [])
  }

  @Test func bothSidesOfAKeyAreLabelled() throws {
    let source = Source("projects | join honours on investment == level")
    var session = ask.session
    let error = #expect(throws: ScriptError.self) { try session.run(source) { _ in } }
    let labels = try #require(error).diagnostics[0].labels
    #expect(labels.map { source.text($0.span) } == ["investment", "level"])
    #expect(labels.map(\.text.english) == ["left: an amount of money", "right: a level"])
    #expect(labels.map(\.text.chinese) == ["左：金额", "右：层级"])
  }

  @Test func aJoinMakesSoManyRowsAndNoMore() {
    var rows = LedgerRows()
    rows.honours = (0..<4000).map { number in
      HonourRow(place: "甲区", name: "\(number)", level: nil, period: nil, sources: [])
    }
    var ask = Asking(rows)
    #expect(ask.mistakes("honours | join semi honours on place") == [])
    #expect(
      ask.mistakes("honours | join honours on place | take 1") == ["DJ0530@join honours on place"])
  }

  @Test func queriesThatGrowByDoublingAreStopped() {
    var ask = ask
    let script =
      "let a0 = facts\n"
      + (1...40).map { "let a\($0) = a\($0 - 1) | union a\($0 - 1)\n" }.joined() + "a40 | count"
    #expect(ask.mistakes(script) == ["DJ0532@union"])
  }
}
