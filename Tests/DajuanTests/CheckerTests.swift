import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct CheckerTests {
  /// What is wrong with a query: each mistake's code and the text it points at.
  @Test(arguments: [
    // Names.
    ("indicator", ["DJ0201@indicator"]),
    ("指标表", ["DJ0201@指标表"]),
    ("indicators | sort grwth", ["DJ0202@grwth"]),
    ("indicators | where nature == tagret", ["DJ0203@tagret"]),
    ("指标 | 筛选 性质 == 目的", ["DJ0203@目的"]),
    ("indicators | where nature in (actual, done)", ["DJ0203@done"]),
    ("indicators | derive x = sqroot(2)", ["DJ0204@sqroot"]),
    ("indicators | where growth > $limit", ["DJ0205@$limit"]),
    ("indicators | select name, name", ["DJ0206@name"]),
    ("| count", ["DJ0207@"]),
    ("let p = projects\nindicators | where growth > p", ["DJ0208@p"]),
    ("let limit = 8%\nlimit | count", ["DJ0209@limit"]),
    ("projects | summarize sum(investment) + count", ["DJ0210@count"]),
    // Types and units.
    ("projects | where total_investment > 1000人", ["DJ0301@>"]),
    ("indicators | where name > 5", ["DJ0301@>"]),
    ("projects | where investment in (5人, 3亿元)", ["DJ0301@in"]),
    ("projects | derive x = 3亿元 + 5人", ["DJ0302@+"]),
    ("projects | derive x = investment + 8%", ["DJ0303@+"]),
    ("projects | where investment", ["DJ0304@investment"]),
    ("projects | derive x = name * 2", ["DJ0305@*"]),
    ("projects | derive x = round()", ["DJ0306@round()"]),
    ("projects | derive x = year(name)", ["DJ0307@name"]),
    ("projects | where sum(investment) > 1亿元", ["DJ0308@sum(investment)"]),
    ("projects | summarize x = 1 + 1", ["DJ0309@1 + 1"]),
    ("projects | summarize sum(avg(investment))", ["DJ0310@avg(investment)"]),
    ("projects | derive x = investment to 公里", ["DJ0311@investment to 公里"]),
    ("projects | where investment > 5亿员", ["DJ0312@员"]),
    ("projects | take 2.5", ["DJ0313@2.5"]),
    (
      "projects | derive x = if(nature == actual, 1亿元, name)",
      ["DJ0314@if(nature == actual, 1亿元, name)"]
    ),
    ("indicators | where nature < target", ["DJ0315@<"]),
    ("indicators | summarize sum(name)", ["DJ0316@name"]),
  ])
  func mistakes(query: String, expected: [String]) throws {
    var ask = try Asking()
    #expect(ask.mistakes(query) == expected)
  }

  /// A mistake is told once, and what stands around it is checked all the same.
  @Test(arguments: [
    (
      "projects | wher investment > 1亿元 | sort x",
      ["DJ0103@wher", "DJ0202@x"]
    ),
    (
      "indicators | derive a = grwth * 2 | where a > 3 | select a, nme",
      ["DJ0202@grwth", "DJ0202@nme"]
    ),
    (
      "let x = projcts\nx | count\nindicators | sort grwth\nhonours | take -1",
      ["DJ0202@projcts", "DJ0202@grwth", "DJ0313@-1"]
    ),
  ])
  func noCascade(query: String, expected: [String]) throws {
    var ask = try Asking()
    #expect(ask.mistakes(query) == expected)
  }

  /// The suggestion, carried out, gives a query without that mistake.
  @Test(arguments: [
    ("indicators | sort grwth", "indicators | sort growth"),
    ("指标 | 排序 增速降序", "指标 | 排序 增速 降序"),
    ("indicators | where nature == tagret", "indicators | where nature == target"),
    ("projcts | count", "projects | count"),
    ("projects | derive x = 500亿元 + 8%", "projects | derive x = 500亿元 * (1 + 8%)"),
    ("projects | derive x = sqr(2)", "projects | derive x = sqrt(2)"),
    ("indicators | derive x = 5平方公理", "indicators | derive x = 5平方公里"),
    (
      "let limit = 8%\nindicators | where growth > $limti",
      "let limit = 8%\nindicators | where growth > $limit"
    ),
  ])
  func suggestionsMend(query: String, mended: String) throws {
    var ask = try Asking()
    #expect(ask.cures(query) == [mended])
    #expect(ask.mistakes(mended).isEmpty)
  }

  @Test func bothOperandsAreLabelled() throws {
    var ask = try Asking()
    let source = Source(name: "query", "项目 | 筛选 总投资 > 1000人")
    let error = #expect(throws: ScriptError.self) { try ask.session.run(source) { _ in } }
    let text = try #require(error?.diagnostics.first).text(in: source, language: .english)
    #expect(
      text == """
        error[DJ0301]: an amount of money and a quantity in 人 cannot be compared
          ┌─ query:1:13
          │
        1 │ 项目 | 筛选 总投资 > 1000人
          │             ────── ^ ────── a quantity in 人
          │             an amount of money

        """)
  }

  @Test func aScriptWithMistakesRunsNothing() throws {
    var ask = try Asking()
    var shown = 0
    #expect(throws: ScriptError.self) {
      try ask.session.run(Source("facts | count\nfacts | cuont")) { _ in shown += 1 }
    }
    #expect(shown == 0)
  }

  @Test func mistakesOfOneRunLeaveTheSessionAsItWas() throws {
    var ask = try Asking()
    _ = try ask("let goal = 8%\nindicators | where growth > goal")
    #expect(ask.mistakes("let goal = 9亿元\nfacts | cuont") == ["DJ0103@cuont"])
    #expect(try ask.column("name", of: "| where growth >= $goal").count == 2)
  }
}
