import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// `def`: functions of one's own.
@Suite struct DefinitionTests {
  @Test(arguments: [
    // 261 of 311 is 83.9 per cent.
    "def rate(part, whole) = part / whole to %\n"
      + "projects | where completed is present | derive r = rate(completed, count)",
    "定义 完成率（部分，整体）＝ 部分 ÷ 整体 换算 ％；项目 ｜ 筛选 完工 有值 ｜ 计算 r ＝ 完成率（完工，数量）",
    "def half(x) = x / 2; def rate(a, b) = half(a) / half(b); "
      + "projects | where completed is present | derive r = rate(completed, count) to %",
    "let one = 100%; def rate(a, b) = a / b * $one to %; "
      + "projects | where completed is present | derive r = rate(completed, count)",
    "def rate(`a b`, count) = `a b` / count to %; "
      + "projects | where completed is present | derive r = rate(completed, count)",
  ])
  func isItsExpression(query: String) throws {
    var ask = try Asking()
    #expect(try ask.column("r", of: query) == ["83.9%"])
  }

  @Test func aBareWordTakesItsMeaningFromWhatItIsComparedWith() throws {
    var ask = try Asking()
    _ = try ask("def of(n, wanted) = n == wanted; def since(p, first) = p >= first")
    let actual = try ask("indicators | where nature == actual | count")
    #expect(try ask("indicators | where of(nature, actual) | count") == actual)
    #expect(try ask("indicators | where of(nature, \"实绩\") | count") == actual)
    let year = try ask("projects | where period >= 2022 | count")
    #expect(try ask("projects | where since(period, 2022) | count") == year)
    #expect(
      try ask("def goals(n) = n == target; indicators | where goals(nature) | count")
        == ask("indicators | where nature == target | count"))
  }

  @Test func mayAggregate() throws {
    var ask = try Asking()
    _ = try ask("def spread(x) = max(x) - min(x); def mean(total, n) = sum(total) / count(n)")
    let direct = try ask("projects | summarize s = max(investment) - min(investment) by nature")
    #expect(try ask("projects | summarize s = spread(investment) by nature") == direct)
    #expect(
      try ask("projects | summarize s = mean(investment, investment)")
        == ask("projects | summarize s = sum(investment) / count(investment)"))
    #expect(
      ask.mistakes("projects | derive s = spread(investment)") == ["DJ0308@spread(investment)"])
  }

  @Test func columnsAreSeenByArgumentsOnly() throws {
    var ask = try Asking()
    // The parameter `count` is no column, and the column `investment` is given by the call.
    #expect(
      try ask.column("x", of: "def f(count) = count + 1; reports | select x = f(1)") == ["2"])
    #expect(ask.mistakes("def f(x) = x * investment") == ["DJ0254@investment"])
  }

  @Test func namesAreThoseOfTheDefinition() throws {
    var ask = try Asking()
    _ = try ask("let k = 2; def f(x) = x * k; def g(x) = f(x)")
    _ = try ask("let k = 3; def f(x) = x + 100")
    #expect(try ask.column("x", of: "reports | select x = g(5)") == ["10"])
    #expect(try ask.column("x", of: "reports | select x = f(5)") == ["105"])
  }

  @Test(
    arguments: [
      ("def round(x) = x", ["DJ0251@round"]), ("定义 合计(甲) = 甲", ["DJ0251@合计"]),
      ("def `sum`(x) = x", ["DJ0251@`sum`"]),
      ("def f(x) = f(x) + 1", ["DJ0252@f(x)"]),
      ("def f(x) = g(x)\ndef g(x) = h(x)\ndef h(x) = f(x)", ["DJ0252@g"]),
      ("def f(x) = g(x)\ndef g(x) = x", ["DJ0253@g"]),
      ("reports | select y = f(1)\ndef f(x) = x", ["DJ0253@f"]),
      ("def f(x, x) = x", ["DJ0255@x"]),
      ("def f(x) = y * x", ["DJ0254@y"]), ("def f(x) = $y * x", ["DJ0205@$y"]),
      ("def f(x) = x * 5亿员", ["DJ0312@员"]), ("def f(x) = x to 公理", ["DJ0312@公理"]),
      ("def f(x) = sqroot(x)", ["DJ0204@sqroot"]),
      ("def f(x) = x; def g(x) = f(x, x)", ["DJ0306@f(x, x)"]),
      ("def f(x) = x; reports | select y = f()", ["DJ0306@f()"]),
      ("let t = facts; def f(x) = x + t", ["DJ0208@t"]),
      // A mistake of the definition is told there and not at calls; arguments are checked all the same.
      (
        "def f(x) = x * nme\nprojects | derive a = f(count), b = f(cuont)",
        ["DJ0254@nme", "DJ0202@cuont"]
      ),
      // A mistake of types is told at every call.
      (
        "def add(a, b) = a + b\nprojects | derive x = add(investment, year(period)), y = add(count, count)",
        ["DJ0302@add(investment, year(period))"]
      ),
      ("def twice(a) = a + a; projects | derive x = twice(grwth)", ["DJ0202@grwth"]),
      (
        "def f(a) = a + 5人; def g(a) = f(a) * 2; projects | derive x = g(investment)",
        ["DJ0302@g(investment)"]
      ),
      ("def rate(a) = a / 2; projects | derive x = rtae(count)", ["DJ0204@rtae"]),
      ("def f(n) = n == tagret; indicators | where f(nature)", ["DJ0254@tagret"]),
      ("def f(n) = n == national; indicators | where f(nature)", ["DJ0203@f(nature)"]),
    ] as [(String, [String])])
  func mistakes(query: String, expected: [String]) throws {
    var ask = try Asking()
    #expect(ask.mistakes(query) == expected)
  }

  @Test func aMistakeAtTheCallShowsThePlaceInTheDefinition() throws {
    var ask = try Asking()
    let source = Source(
      name: "query",
      "def add(a, b) = a + b\nprojects | derive x = add(investment, 5人)")
    let error = #expect(throws: ScriptError.self) { try ask.session.run(source) { _ in } }
    let text = try #require(error?.diagnostics.first).text(in: source)
    #expect(
      text == """
        error[DJ0302]: an amount of money and a quantity in 人 cannot be added or subtracted
          ┌─ query:2:23
          │
        1 │ def add(a, b) = a + b
          │                 ─ ─ ─ a quantity in 人
          │                   here in `add`
          │                 an amount of money
        2 │ projects | derive x = add(investment, 5人)
          │                       ^^^^^^^^^^^^^^^^^^^^

        """)
  }

  @Test func aDefinitionOfAnEarlierEntryIsQuoted() throws {
    var ask = try Asking()
    _ = try ask("def add(a, b) = a + b")
    let source = Source("projects | derive x = add(investment, 5人)")
    let error = #expect(throws: ScriptError.self) { try ask.session.run(source) { _ in } }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(source.text(diagnostic.span) == "add(investment, 5人)")
    #expect(
      diagnostic.labels.map(\.text.english) == [
        "at `+` in `a + b`; `a` is an amount of money; `b` is a quantity in 人"
      ])
  }

  @Test func aRunTimeMistakePointsAtTheCall() throws {
    var ask = try Asking()
    _ = try ask("def total(x) = sum(x)")
    #expect(ask.mistakes("facts | summarize t = total(value)") == ["DJ0401@total(value)"])
  }

  @Test func growthIsLimited() throws {
    var ask = try Asking()
    let tenfold = "def q(x) = x + x + x + x + x + x + x + x + x + x\n"
    #expect(try ask.column("n", of: tenfold + "reports | select n = q(q(q(1)))") == ["1000"])
    #expect(
      ask.mistakes(tenfold + "reports | select n = q(q(q(q(q(1)))))") == ["DJ0550@q(q(q(q(q(1)))))"]
    )
    // A thousand functions, each of which calls the one before.
    var chain = "def f0(x) = x\n"
    for index in 1...1100 { chain += "def f\(index)(x) = f\(index - 1)(x)\n" }
    #expect(try ask.column("n", of: chain + "reports | select n = f100(7)") == ["7"])
    #expect(ask.mistakes(chain + "reports | select n = f1100(7)") == ["DJ0501@f1100(7)"])
    let sum = Array(repeating: "1", count: 200).joined(separator: " + ")
    #expect(
      try ask.column("n", of: "def f() = \(sum)\nreports | select n = f()") == ["200"])
  }

  @Test func anUnusedParameterIsAWarning() throws {
    var ask = try Asking()
    var warnings: [String] = []
    var answers = 0
    let source = Source("def f(a, b, _c) = a; reports | select x = f(1, 2, 3)")
    try ask.session.run(
      source, warn: { warnings.append($0.code.rawValue + "@" + source.text($0.span)) }
    ) {
      _ in answers += 1
    }
    #expect(warnings == ["DJ0258@b"])
    #expect(answers == 1)
    // What is not used is checked all the same.
    #expect(ask.mistakes("reports | select x = f(1, grwth, 2)") == ["DJ0202@grwth"])
    #expect(
      try ask.column("x", of: "projects | summarize x = f(count(), investment, 1)").count == 1)
  }
}
