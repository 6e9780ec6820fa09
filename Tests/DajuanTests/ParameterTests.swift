import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// `param`: values given from outside.
@Suite struct ParameterTests {
  private static let byYear =
    "param year: period = 2021\nindicators | where period == $year | count"

  private func counts(_ ask: inout Asking, _ query: String) throws -> [String] {
    try ask.column("count", of: query)
  }

  @Test func aDefaultHoldsUntilAValueIsGiven() throws {
    var ask = Asking(SampleRows.rows)
    #expect(try counts(&ask, Self.byYear) == ["4"])
    try ask.session.setParameter("year", to: "2022")
    #expect(try counts(&ask, Self.byYear) == ["1"])
    #expect(try counts(&ask, "indicators | where period == year | count") == ["1"])
    // At once, where it is declared.
    try ask.session.setParameter("year", to: "２０２０年")
    #expect(try counts(&ask, "indicators | where period == $year | count") == ["1"])
    #expect(ask.session.parameters.map(\.value) == ["２０２０年"])
  }

  @Test func inChinese() throws {
    var ask = Asking(SampleRows.rows)
    let query = "参数 年份：期间 ＝ ２０２１；指标 ｜ 筛选 期间 ＝＝ ＄年份 ｜ 计数"
    #expect(try counts(&ask, query) == ["4"])
    try ask.session.setParameter("年份", to: "2022")
    #expect(try counts(&ask, query) == ["1"])
  }

  /// A text given for a type, and what a query then sees; nil where it is refused.
  @Test(
    arguments: [
      ("number", "5", "5"), ("数", "-2.5", "-2.5"), ("number", "1.5万", "15000"),
      ("number", "5亿元", nil),
      ("number", "8%", nil), ("number", "five", nil), ("number", "2 + 3", nil),
      ("number", "5; facts", nil),
      ("text", "甲区", "甲区"), ("text", "\"甲 区\"", "甲 区"), ("文本", "5亿元", "5亿元"),
      ("text", "a; b", "a; b"),
      ("period", "2021", "2021"), ("期间", "2021Q1", "2021Q1"), ("period", "2021-13", nil),
      ("period", "2019..2021", "2019..2021"), ("period", "21", nil), ("period", "", nil),
      ("truth", "true", "true"), ("真假", "假", "false"), ("truth", "1", nil),
      ("money", "5亿元", "5亿元"), ("金额", "20万美元", "20万美元"), ("money", "5", nil), ("money", "5人", nil),
      ("percent", "8%", "8%"), ("百分比", "８％", "8%"), ("percent", "8", nil),
      ("percent", "0.5百分点", nil),
      ("亿元", "5亿元", "5亿元"), ("亿元", "5", "5亿元"), ("亿元", "20000万元", "2亿元"), ("亿元", "5美元", nil),
      ("万元/人", "3", "3万元/人"), ("%", "8", "8%"), ("亩", "2公顷", "30亩"), ("人", "5个", nil),
      ("nature", "actual", "actual"), ("性质", "目标", "target"), ("nature", "\"实绩\"", "actual"),
      ("nature", "done", nil), ("level", "市级", "city"), ("kind", "livelihood", "livelihood"),
    ] as [(String, String, String?)])
  func valuesAreLiteralsOfTheType(type: String, text: String, seen: String?) throws {
    var ask = Asking(SampleRows.rows)
    try ask.session.setParameter("p", to: text)
    let query = "param p: \(type)\nreports | select x = $p"
    guard let seen else {
      #expect(ask.mistakes(query) == ["DJ0350@\(type)"])
      let parameter = try #require(ask.session.parameters(of: Source(query)).first)
      #expect(ask.session.problem(with: text, for: parameter) != nil)
      return
    }
    #expect(try ask.column("x", of: query) == [seen])
    let parameter = try #require(ask.session.parameters.first)
    #expect(parameter.type == type && parameter.value == text && parameter.isGiven)
    #expect(ask.session.problem(with: text, for: parameter) == nil)
  }

  @Test(
    arguments: [
      ("param year: period", ["DJ0256@year"]), ("参数 年份：期间", ["DJ0256@年份"]),
      ("param year: perid = 2021", ["DJ0250@perid"]), ("param a: 亿员 = 5", ["DJ0250@亿员"]),
      ("param year: period = 8%", ["DJ0350@8%"]), ("param a: money = 5", ["DJ0350@5"]),
      ("param a: percent = 8", ["DJ0350@8"]), ("param a: nature = done", ["DJ0203@done"]),
      ("param a: number = grwth", ["DJ0202@grwth"]),
      ("param a: number = sum(1)", ["DJ0308@sum(1)"]),
      // Uses are checked by the type, whatever the value.
      ("param a: money = 5亿元\nindicators | where growth > $a", ["DJ0301@>"]),
      ("param a: 亩 = 5\nprojects | where investment > $a", ["DJ0301@>"]),
      ("param a: period\nprojects | where period == $a | sort nme", ["DJ0256@a", "DJ0202@nme"]),
      ("param a: money = 5亿元\na | count", ["DJ0209@a"]),
    ] as [(String, [String])])
  func mistakes(query: String, expected: [String]) throws {
    var ask = try Asking()
    #expect(ask.mistakes(query) == expected)
  }

  @Test func suggestionsMend() throws {
    var ask = try Asking()
    #expect(ask.cures("param a: percent = 8") == ["param a: percent = 8%"])
    #expect(ask.cures("param year: perid = 2021") == ["param year: period = 2021"])
  }

  @Test func aValueIsGoodForRowsAndShares() throws {
    var ask = Asking(SampleRows.rows)
    #expect(try counts(&ask, "param n: number = 1 + 1\nindicators | take $n | count") == ["2"])
    try ask.session.setParameter("n", to: "3")
    #expect(try counts(&ask, "indicators | take n | count") == ["3"])
  }

  @Test func aDefaultMayRestOnWhatIsNamedBefore() throws {
    var ask = Asking(SampleRows.rows)
    let query = """
      param first: period = 2020
      def after(p) = p + 1
      param second: period = after($first)
      param none: money = missing
      indicators | where period == $second and $none is missing | count
      """
    #expect(try counts(&ask, query) == ["4"])
    try ask.session.setParameter("first", to: "2021")
    #expect(try counts(&ask, query) == ["1"])
  }

  @Test func aFunctionSeesTheValueOfTheDay() throws {
    var ask = Asking(SampleRows.rows)
    _ = try ask("param year: period = 2021; def now(p) = p == $year; def g(p) = now(p)")
    try ask.session.setParameter("year", to: "2022")
    #expect(try counts(&ask, "indicators | where now(period) | count") == ["1"])
    #expect(try counts(&ask, "indicators | where g(period) | count") == ["1"])
  }

  @Test func aLetOfTheSameNameTakesItsPlace() throws {
    var ask = Asking(SampleRows.rows)
    _ = try ask("param a: number = 1; let a = 5%")
    #expect(ask.session.parameters.isEmpty)
    #expect(try ask.column("x", of: "reports | select x = $a") == ["5%"])
  }

  @Test func aWrongValueForADeclaredParameterIsRefused() throws {
    var ask = Asking(SampleRows.rows)
    _ = try ask("param year: period = 2021")
    let error = #expect(throws: ParameterError.self) {
      try ask.session.setParameter("year", to: "20x1")
    }
    #expect(error?.message.english == "`20x1` is no literal, and cannot be a period")
    #expect(error?.message.chinese == "`20x1` 是读不出的值，不能是期间")
    #expect(ask.session.parameters.map(\.value) == ["2021"])
  }

  @Test func aScriptTellsWhatItNeeds() throws {
    var ask = Asking(SampleRows.rows)
    let source = Source("param a: 亿元\nparam b: text = \"x\"\nfacts | wher x")
    try ask.session.setParameter("c", to: "1")
    let parameters = ask.session.parameters(of: source)
    #expect(parameters.map(\.name) == ["a", "b"])
    #expect(parameters.map(\.type) == ["亿元", "text"])
    #expect(parameters.map(\.value) == [nil, "\"x\""])
    #expect(ask.session.parameters.isEmpty, "nothing was declared by asking")
  }
}

/// `Session.check`: mistakes and warnings without a run.
@Suite struct CheckTests {
  @Test(
    arguments: [
      ("let a = 5亿元\nfacts | count", ["DJ0257@a"]),
      ("let a = projects\nlet b = a\nb | count", []),
      ("let a = 1\nlet a = 2\nreports | select x = $a", ["DJ0257@a"]),
      ("def f(x) = x\ndef g(x) = f(x)\nfacts | count", ["DJ0257@g"]),
      ("param year: period\nparam n: number\nfacts | where period == $year | take $n", []),
      ("param q: number\nprojects | summarize x = quantile(investment, $q)", []),
      // What a value is going to decide is left open.
      ("param n: number\nfacts | where number(value) in 5..$n | derive x = log(2, $n)", []),
      ("param n: number; param m: number = $n + 1\nindicators | where growth > $m", []),
      ("param n: number = 1\nindicators | where growth > $n", ["DJ0318@n"]),
      ("param p: period\nprojects | where period in ..$p", []),
      ("param p: period\nprojects | where period == (2020..$p + 1)", ["DJ0305@2020..$p + 1"]),
      ("param n: number\nprojects | where period in ..$n", ["DJ0305@..$n"]),
      ("param goal: 亿元\nindicators | where growth > $goal", ["DJ0301@>"]),
      ("参数 目标：亿元\n定义 甲（乙）＝ 乙\n事实 ｜ 计数", ["DJ0257@目标", "DJ0257@甲"]),
      // Only what could not be read may use it.
      ("let a = 5亿元\nfacts | where (value > | count", ["DJ0107@(", "DJ0105@|"]),
      ("facts | cuont", ["DJ0103@cuont"]),
      ("let rate = 5%; def rate(x) = x; reports | select y = rate(1)", ["DJ0257@rate"]),
    ] as [(String, [String])])
  func finds(query: String, expected: [String]) throws {
    let session = Session(ledger: try .bundled())
    let source = Source(query)
    let found = session.check(source).map { "\($0.code.rawValue)@\(source.text($0.span))" }
    #expect(found == expected)
  }
}
