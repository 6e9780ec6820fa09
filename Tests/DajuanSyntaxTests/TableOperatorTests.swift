import DajuanSyntax
import Testing

/// The syntax of the operators that bring in another table, and of pivot.
@Suite struct TableOperatorTests {
  @Test(
    "Operators",
    arguments: [
      ("join reports on place", "(join reports (on place))"),
      ("关联 报告 依据 地区", "(join 报告 (on 地区))"),
      ("ｊｏｉｎ ｘ ｏｎ ａ，ｂ ＝＝ ｃ", "(join x (on a (== b c)))"),
      ("join left _ on a = b,", "(join left _ (on (== a b)))"),
      ("关联 左联 甲 依据 乙 ＝ 丙 ，丁", "(join left 甲 (on (== 乙 丙) 丁))"),
      ("join anti (x | take 3) on a", "(join anti (pipeline x (take 3)) (on a))"),
      ("join semi (x) on a | count", "(join semi (pipeline x) (on a)) (count)"),
      (
        "join inner (x | join (y | cite) on a) on b",
        "(join inner (pipeline x (join (pipeline y (cite)) (on a))) (on b))"
      ),
      ("join `left` on a", "(join `left` (on a))"), ("join left on a", "(join left (on a))"),
      ("join left left on left == values", "(join left left (on (== left values)))"),
      ("join x", "(join x)"), ("join x | count", "(join x) (count)"),
      ("join\nx on\na,\nb", "(join x (on a b))"),
      ("union x", "(union x)"), ("合并 甲， （乙 ｜ 取 1） ，", "(union 甲 (pipeline 乙 (take 1)))"),
      ("union x, _, (y | union z) | count", "(union x _ (pipeline y (union z))) (count)"),
      ("pivot period values level", "(pivot period level)"),
      ("透视 期间 取值 总量 按 地区， 名称", "(pivot 期间 总量 (by 地区 名称))"),
      ("pivot values values values by by_a,", "(pivot values values (by by_a))"),
      ("pivot `a b` values `2021` by `c`", "(pivot `a b` `2021` (by `c`))"),
      ("select join, union, pivot, left, values", "(select join union pivot left values)"),
      ("derive inner = 1, 取值 = 2", "(derive (= inner 1) (= 取值 2))"),
    ]
  )
  func operators(text: String, dump: String) {
    #expect(stages(text) == dump)
  }

  private static let queries = [
    "facts | join reports on place | count",
    "let a = facts | join left (indicators | where nature == actual) on place, period == period",
    "(facts | join anti a on `b c`) | union x, (y | pivot k values v), _",
    "指标 ｜ 透视 期间 取值 总量 按 名称 ｜ 计算 差 ＝ `2022` － `2021`",
    "指标 ｜ 关联 半联 （项目 ｜ 筛选 投资 有值） 依据 地区 ＝ 地区",
  ]

  @Test("Printing and parsing gives the tree back", arguments: queries, Language.allCases)
  func roundTrip(text: String, language: Language) {
    let script = parse(text).script
    let printed = Printer.print(script, .init(language: language))
    let again = parse(printed)
    #expect(parse(text).diagnostics.isEmpty && again.diagnostics.isEmpty, "\(printed)")
    #expect(again.script.dump == script.dump, "\(printed)")
  }

  /// A text with its mistakes marked, their codes, and the text its first suggestion makes.
  private static let wrong: [(String, [DiagnosticCode], String?)] = [
    ("facts | join«»", [.expectedSource], nil),
    ("facts | join «|» count", [.expectedSource], nil),
    ("facts | join «on» a", [.expectedSource], nil),
    ("facts | join «5» on a | «wher» b", [.expectedSource, .unknownOperator], nil),
    ("facts | join «outer» x on a", [.unknownJoinKind], nil),
    ("facts | join «leftt» x on a", [.unknownJoinKind], "facts | join left x on a"),
    ("事实 | 关联 «左连» 甲 依据 乙", [.unknownJoinKind], "事实 | 关联 左联 甲 依据 乙"),
    ("facts | join «cross» (x | count) on a", [.unknownJoinKind], nil),
    ("facts | join x «a»", [.expectedOn], "facts | join x on a"),
    ("事实 | 关联 甲 «乙», 丙", [.expectedOn], "事实 | 关联 甲 依据 乙, 丙"),
    ("facts | join x «by» a", [.expectedOn], "facts | join x on a"),
    ("facts | join x «using» a | count", [.expectedOn], "facts | join x on a | count"),
    ("facts | join x «5»", [.expectedOn], nil),
    ("facts | join x on«»", [.expectedName], nil),
    ("facts | join x on a ==«»", [.expectedName], nil),
    ("facts | join x on a «and» b == c", [.unexpectedToken], "facts | join x on a , b == c"),
    ("facts | join x on a «>» b", [.unexpectedToken], nil),
    ("facts | join x on «by»", [.expectedName], nil),
    ("facts | join x on «2021»", [.expectedName], "facts | join x on `2021`"),
    ("facts | join x on «year(a)», b", [.expectedName], nil),
    (
      "facts | join «x | where (a) == 1 | take 3» on b | count", [.bareQueryAsSource],
      "facts | join (x | where (a) == 1 | take 3) on b | count"
    ),
    ("事实 | «关联指标» 依据 地区", [.gluedWords], "事实 | 关联 指标 依据 地区"),
    ("事实 | 关联 指标 «依据地区»", [.gluedWords], "事实 | 关联 指标 依据 地区"),
    ("facts | union«»", [.expectedSource], nil),
    ("facts | union a, «,» b", [.expectedSource], nil),
    ("facts | union a «b»", [.missingOperator], nil),
    ("facts | union (a | «)» | count", [.expectedOperator], nil),
    ("facts | pivot«»", [.expectedName], nil),
    ("facts | pivot «values» b", [.expectedName], nil),
    ("facts | pivot a«»", [.expectedValues], nil),
    ("facts | pivot a «b»", [.expectedValues], "facts | pivot a values b"),
    ("事实 | 透视 甲 «乙» 按 丙", [.expectedValues], "事实 | 透视 甲 取值 乙 按 丙"),
    ("facts | pivot a values«»", [.expectedName], nil),
    ("facts | pivot a values b by«»", [.expectedName], nil),
    ("facts | pivot a values b «c»", [.unexpectedToken], nil),
    ("facts | pivot «year(a)» values b", [.expectedName], nil),
    ("facts | pivot «and» values b", [.reservedName], "facts | pivot `and` values b"),
  ]

  @Test("Each mistake is found, once, where it is", arguments: wrong.indices)
  func mistakes(index: Int) {
    let (text, codes, mended) = Self.wrong[index]
    let marked = MarkedSource(text)
    let diagnostics = ParsedScript.parse(marked.source).diagnostics
    let shown = MarkedSource.mark(marked.source, diagnostics)
    #expect(diagnostics.map(\.code) == codes, "\(shown)")
    #expect(diagnostics.map(\.span) == marked.spans, "\(shown)")
    let edits = diagnostics.first?.suggestion?.edits ?? []
    guard let mended else { return }
    let result = marked.source.applying(edits)
    #expect(result.text(Span(0, result.bytes.count)) == mended)
    #expect(ParsedScript.parse(result).diagnostics.isEmpty)
  }

  @Test("What follows a mistake is read")
  func recovery() {
    let dump = parse("facts | join 5 on a | pivot b c | union , x | count").script.dump
    #expect(dump.contains("(join <missing> (on a))") && dump.contains("(pivot b c)"))
    #expect(dump.contains("(union <missing> x)") && dump.contains("(count)"))
  }

  @Test("A line that ends in `on` or the operator goes on")
  func lines() {
    #expect(parse("facts | join\nx on\na").diagnostics.isEmpty)
    #expect(parse("facts | union\nx,\ny").script.statements.count == 1)
    #expect(parse("facts | join x on").isOpen && parse("facts | pivot").isOpen)
    #expect(parse("facts | join x on a\nfacts").script.statements.count == 2)
  }
}
