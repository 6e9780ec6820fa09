import DajuanSyntax
import Testing

/// Windows of `derive`, `assert` and `chart`.
@Suite struct ResultStageTests {
  @Test(
    "Operands",
    arguments: [
      ("derive a = lag(b)", "(derive (= a (call lag b)))"),
      (
        "derive a = lag(b, 2), c = rank() by d, e + 1 sort f desc, g",
        "(derive (= a (call lag b 2)) (= c (call rank)) (by d (+ e 1)) (sort (desc f) g))"
      ),
      ("derive a = rank() sort b", "(derive (= a (call rank)) (sort b))"),
      ("derive a = 1, by b,", "(derive (= a 1) (by b))"),
      ("derive a = 1, sort b,", "(derive (= a 1) (sort b))"),
      ("derive a = 1, sort = 2", "(derive (= a 1) (= sort 2))"),
      ("derive sort = sort by sort sort sort", "(derive (= sort sort) (by sort) (sort sort))"),
      ("计算 甲 ＝ 名次（） 按 地区 排序 增速 降序", "(derive (= 甲 (call 名次)) (by 地区) (sort (desc 增速)))"),
      ("derive a = 1 sort b | sort c", "(derive (= a 1) (sort b)) (sort c)"),
      ("assert a > 1", "(assert (> a 1))"),
      ("assert a > 1 and b, 'why'", "(assert (and (> a 1) b) \"why\")"),
      ("断言 甲 有值， “缺失”", "(assert (is-present 甲) \"缺失\")"),
      ("chart bar a, b", "(chart bar a b)"), ("chart line a, b, c", "(chart line a b c)"),
      ("chart line x = a + 1, y = b,", "(chart line (= x (+ a 1)) (= y b))"),
      ("chart spark a", "(chart spark a)"),
      ("chart spark a by b, c = d", "(chart spark a (by b (= c d)))"),
      ("图表 条形 甲， 乙", "(chart bar 甲 乙)"), ("图表 折线 甲， 乙， 丙", "(chart line 甲 乙 丙)"),
      ("图表 迷你 甲 按 乙", "(chart spark 甲 (by 乙))"),
      ("select bar, line, spark, chart, assert", "(select bar line spark chart assert)"),
      ("chart bar bar, line", "(chart bar bar line)"),
    ]
  )
  func operands(text: String, dump: String) {
    #expect(stages(text) == dump)
  }

  @Test(
    "Canonical text, which gives the tree back",
    arguments: [
      (
        "facts|derive a=LAG(b) by c,d sort e 降序",
        "facts | derive a = LAG(b) by c, d sort e desc\n"
      ),
      ("facts|derive a=rank() sort e,", "facts | derive a = rank() sort e\n"),
      ("facts|断言 a=1,'x\"y'", "facts | assert a == 1, \"x\\\"y\"\n"),
      ("facts|图表 折线 a,y=b,c", "facts | chart line a, y = b, c\n"),
      ("facts|chart spark a 按 b", "facts | chart spark a by b\n"),
    ]
  )
  func canonical(text: String, printed: String) {
    let script = parse(text).script
    #expect(Printer.print(script) == printed)
    for language in Language.allCases {
      let again = parse(Printer.print(script, .init(language: language)))
      #expect(again.script.dump == script.dump && again.diagnostics.isEmpty)
    }
  }

  @Test(
    "Each mistake is found, once, where it is",
    arguments: [
      ("facts | assert a, «b»", [.expectedMessage]),
      ("facts | assert a,«»", [.expectedMessage]),
      ("facts | assert«»", [.expectedExpression]),
      ("facts | assert a, 'b' «c»", [.unexpectedToken]),
      ("facts | chart«»", [.expectedChart]),
      ("facts | chart «5» a, b | count", [.expectedChart]),
      ("facts | chart «a», b", [.expectedChart]),
      ("facts | chart «bra» a, b", [.expectedChart]),
      ("facts | chart «bar a»", [.chartColumns]),
      ("facts | chart «bar a, b, c»", [.chartColumns]),
      ("facts | chart «line a» | count", [.chartColumns]),
      ("facts | chart «spark a, b» by c", [.chartColumns]),
      ("facts | chart «bar a,»", [.chartColumns]),
      ("facts | chart bar a, b «by» c", [.unexpectedToken]),
      ("facts | derive a = rank() sort b «by» c", [.unexpectedToken]),
      ("facts | derive a = rank() by b sort«»", [.expectedExpression]),
      ("指标 | 计算 甲 = 名次() «排序增速»", [.gluedWords]),
    ] as [(String, [DiagnosticCode])]
  )
  func mistakes(text: String, codes: [DiagnosticCode]) {
    let marked = MarkedSource(text)
    let diagnostics = ParsedScript.parse(marked.source).diagnostics
    let shown = MarkedSource.mark(marked.source, diagnostics)
    #expect(diagnostics.map(\.code) == codes, "\(shown)")
    #expect(diagnostics.map(\.span) == marked.spans, "\(shown)")
  }

  @Test("What was meant is read all the same")
  func recovery() {
    #expect(parse("facts | chart bra a, b").script.dump.contains("(chart bar a b)"))
    #expect(parse("事实 | 图表条形 甲, 乙").script.dump.contains("(chart bar 甲 乙)"))
    let late = parse("facts | derive a = rank() sort b by c").script.dump
    #expect(late.contains("(derive (= a (call rank)) (by c) (sort b))"))
    #expect(parse("facts | assert a, b | count").script.dump.contains("(assert a)\n    (count)"))
  }

  @Test("A line that ends in the operator goes on")
  func continuation() {
    #expect(parse("facts | assert\na > 1").diagnostics.isEmpty)
    #expect(parse("facts | chart\nbar a,\nb").diagnostics.isEmpty)
    #expect(ParsedScript.parse(Source("facts | chart")).isOpen)
  }
}
