import Testing

@testable import Dajuan

/// What the bundled report answers, as the first things a newcomer asks.
@Suite struct BundledReportTests {
  @Test func everyQuantityIsThere() throws {
    var ask = try Asking()
    #expect(try ask("facts | count") == "count\n─────\n   51\n1 row\n")
    #expect(try ask("事实 ｜ 计数") == "计数\n────\n  51\n1 行\n")
  }

  @Test func growthTargetsInOrder() throws {
    var ask = try Asking()
    let query = "indicators | where nature == target | sort growth desc"
    #expect(
      try ask.column("name", of: query) == [
        "固定资产投资", "社会消费品零售总额", "地区生产总值", "规模以上工业增加值", "一般公共预算收入",
        "企业问题解决率",
      ])
    #expect(
      try ask.column("growth", of: query) == ["10%以上", "9%以上", "7.5%以上", "7%以上", "3%以上", "–"])
    #expect(try ask.column("share", of: query).last == "96%")
  }

  @Test func boundsLeaveRowsUndecided() throws {
    var ask = try Asking()
    let certain = try ask("indicators | where growth >= 8% | select name, growth")
    #expect(
      certain == """
        name                 growth
        ──────────────────  ───────
        固定资产投资        10%以上
        社会消费品零售总额   9%以上
        2 rows; undecided: 3 by bounds, 3 missing
        to see those undecided by bounds: where possibly(growth >= 8%)

        """)
    #expect(
      try ask.column("name", of: "indicators | where possibly(growth >= 8%)").count == 5)
    #expect(try ask.column("name", of: "indicators | where certainly(growth >= 8%)").count == 2)
  }

  @Test func completionRateOfTheRepairs() throws {
    var ask = try Asking()
    let query = """
      projects | where completed is present
      | derive rate = completed / count to %
      | select name, count, started, completed, investment, rate
      """
    #expect(
      try ask(query) == """
        name          count  started  completed  investment   rate
        ────────────  ─────  ───────  ─────────  ──────────  ─────
        修复重建项目  311个    281个      261个    5.14亿元  83.9%
        1 row

        """)
    ask.options.format = .csv
    #expect(try ask(query).contains("83.9228295819936%"))
  }

  @Test func investmentByPeriodAndNature() throws {
    var ask = try Asking()
    #expect(
      try ask("projects | summarize sum(investment) by period, nature") == """
        period  nature  sum_investment
        ──────  ──────  ──────────────
        2021    actual      568.64亿元
        2022    target         400亿元
        2 rows

        """)
    #expect(
      try ask("项目 ｜ 汇总 合计（投资） 按 期间，性质") == """
        期间  性质    投资合计
        ────  ────  ──────────
        2021  实绩  568.64亿元
        2022  目标     400亿元
        2 行

        """)
  }

  @Test func measuresAreListedWithAndWithoutNumbers() throws {
    var ask = try Asking()
    let quantities = try ask.column(
      "quantity", of: "measures | where period == 2021 | sort quantity desc")
    for quantity in ["115处", "14所", "1.86万个", "118所", "2.1万人", "42.8万余人"] {
      #expect(quantities.contains(quantity))
    }
    #expect(
      try ask.column("coverage", of: "measures | where quantity == 115处") == ["92%"])
    #expect(
      try ask.column("name", of: "measures | where period == 2022 and quantity is missing").count
        >= 5)
  }

  @Test func honoursNameTheirPlaceInTheText() throws {
    var ask = try Asking()
    let honours = try ask.column("name", of: "honours")
    #expect(honours.count == 12)
    #expect(honours.contains("中华慈善大奖"))
    let cited = try ask("honours | where name contains \"慈善\" | cite | select statement, page_line")
    #expect(cited.contains("荣获中华慈善大奖。"))
    #expect(cited.contains("141"))
  }

  @Test func everyFactHasItsPassage() throws {
    var ask = try Asking()
    #expect(try ask.column("statement", of: "facts | cite").allSatisfy { $0 != "–" })
    #expect(try ask.column("page_line", of: "facts | cite").allSatisfy { $0 != "–" })
  }

  @Test func anAggregateCitesWhatWentIn() throws {
    var ask = try Asking()
    let lines = try ask.column(
      "page_line",
      of: "projects | where nature == actual | summarize sum(investment) by period | cite")
    #expect(lines.count == 1)
    for page in ["97–98", "103–104", "116–118"] { #expect(lines[0].contains(page)) }
  }

  @Test func chineseAndFullWidthAsk() throws {
    var ask = try Asking()
    let names = try ask.column("name", of: "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序")
    let investments = try ask.column(
      "investment", of: "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序")
    #expect(names == ["重点项目", "重大项目", "重大项目"])
    #expect(investments == ["400亿元", "375.1亿元", "188.4亿元"])
  }
}
