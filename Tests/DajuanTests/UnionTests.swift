import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct UnionTests {
  private var ask = Asking(SampleRows.tables)

  private func csv(_ query: String, _ language: Language? = nil) throws -> String {
    var ask = ask
    ask.options.format = .csv
    ask.options.language = language
    return try ask(query)
  }

  @Test func columnsMeetByNameAndRowsFollowOneAnother() throws {
    #expect(
      try csv(
        """
        honours | select name, place, level
        | union (projects | take 2 | select investment, place, name), (measures | take 1 | select name)
        """)
          == """
          name,place,level,investment
          首批示范区,甲区,national,
          先进集体,甲区,province,
          桥,,city,
          桥,甲区,,5亿元
          厂,乙区,,3亿元
          学位,,,

          """)
  }

  @Test func chineseIsTheSame() throws {
    #expect(
      try csv("荣誉 ｜ 选取 名称，层级 ｜ 合并 （项目 ｜ 取 １ ｜ 选取 名称，数量），（民生 ｜ 取 １ ｜ 选取 数量）", .chinese)
        == """
        名称,层级,数量,数量_2
        首批示范区,国家级,,
        先进集体,省级,,
        桥,市级,,
        桥,,5个,
        ,,,5条

        """)
  }

  @Test func aColumnMadeInTheOtherLanguageMeetsItsName() throws {
    #expect(
      try csv("honours | take 1 | select 名称 = \"甲\" | union (honours | take 1 | select name)")
        == "名称\n甲\n首批示范区\n")
  }

  @Test func typesWiden() throws {
    var ask = ask
    #expect(
      try ask.column(
        "x",
        of:
          "reports | select x = 5亿元 | union (reports | select x = missing), (reports | select x = 3万元)"
      )
        == ["5亿元", "–", "3万元"])
    #expect(
      try ask.column("x", of: "reports | select x = missing | union (reports | select x = 2021年)")
        == ["–", "2021"])
    #expect(
      try ask.column("level", of: "honours | union (reports | select level = \"乡级\") | skip 2")
        == ["city", "乡级"])
    // Amounts of money stay amounts of money: a length cannot be compared with them.
    let money =
      "projects | select investment | union (projects | select investment = total_investment)"
    #expect(ask.mistakes("\(money) | where investment > 5公里") == ["DJ0301@>"])
  }

  @Test func citingAndCountingFlowThrough() throws {
    var ask = ask
    #expect(
      try ask.column("line", of: "honours | union (projects | take 1) | cite") == [
        "3", "4", "2", "1",
      ])
    #expect(
      try ask(
        "honours | where level == 省级 | union (indicators | where growth > 8% | select name) | count"
      )
      .hasSuffix(
        "1 row; undecided: 1 by bounds, 3 missing\nto see those undecided by bounds: where possibly(growth > 8%)\n"
      ))
    #expect(try ask.column("count", of: "honours | union honours, _ | count") == ["7"])
  }

  @Test(arguments: [
    ("honours | union honour", ["DJ0201@honour"]),
    ("honours | union indicators", ["DJ0340@indicators"]),
    (
      "honours | union (reports | select period = \"a\")",
      ["DJ0340@(reports | select period = \"a\")"]
    ),
    (
      "reports | select x = 5公里 | union (reports | select x = 3亿元)",
      ["DJ0340@(reports | select x = 3亿元)"]
    ),
    (
      "honours | union honour, indicators, projcts | sort x",
      ["DJ0201@honour", "DJ0340@indicators", "DJ0201@projcts"]
    ),
    ("honours | union projects | sort x | sort area", ["DJ0202@x"]),
    // Rows of two tables are not followed as if they were of one.
    ("indicators | union measures | track", ["DJ0331@track"]),
    ("indicators | union indicators | track", []),
  ])
  func mistakes(query: String, expected: [String]) {
    var ask = ask
    #expect(ask.mistakes(query) == expected)
  }
}
