import DajuanSyntax
import Testing

@Suite struct PrinterTests {
  @Test("Printing and parsing gives the tree back", arguments: Samples.all, Language.allCases)
  func roundTrip(text: String, language: Language) {
    let script = parse(text).script
    let printed = Printer.print(script, .init(language: language))
    let again = parse(printed)
    #expect(again.diagnostics.isEmpty, "\(printed)")
    #expect(again.script.dump == script.dump, "\(printed)")
    #expect(Printer.print(again.script, .init(language: language)) == printed)
  }

  @Test(
    "Canonical text",
    arguments: [
      ("facts|where a=1 AND b", nil), ("事实｜取５", nil),
      ("facts|where a=1 且 b", "facts | where a == 1 and b\n"),
      ("事实｜取 ５ 按 地区", "事实 | take 5 by 地区\n"),
      ("facts | where a<>1", "facts | where a != 1\n"),
      ("facts | where v > 5 亿元", "facts | where v > 5亿元\n"),
      ("facts | where a 不 缺失", "facts | where a is not missing\n"),
      ("facts | where a in [1,2,]", "facts | where a in (1, 2)\n"),
      ("facts | where p == 2021年3月", "facts | where p == 2021-03\n"),
      ("facts | where a == 'x\\u{202e}'", "facts | where a == \"x\\u{202e}\"\n"),
      ("facts; | count; | cite", "facts;\n| count;\n| cite\n"),
      ("let `a` = 1; facts", "let `a` = 1\nfacts\n"),
      ("定义 占比(甲，乙，)＝甲/乙", "def 占比(甲, 乙) = 甲 / 乙\n"),
      ("参数 下限：亿元＝５亿元", "param 下限: 亿元 = 5亿元\n"),
    ] as [(String, String?)]
  )
  func canonical(text: String, printed: String?) {
    let parsed = parse(text)
    #expect(parsed.diagnostics.isEmpty == (printed != nil))
    if let printed { #expect(Printer.print(parsed.script) == printed) }
  }

  @Test func longPipelinesTakeALineAStage() {
    let script = parse("projects | where completed is present | select name, count").script
    #expect(
      Printer.print(script, .init(width: 40)) == """
        projects
        | where completed is present
        | select name, count

        """
    )
    #expect(Printer.print(script, .init(width: 80)).split(separator: "\n").count == 1)
  }

  @Test("A tree put together by hand gets the parentheses it needs")
  func parentheses() {
    let none = Span(at: 0)
    func name(_ text: String) -> Expression { Expression(.name(Name(text, none)), none) }
    func binary(_ operation: BinaryOperator, _ left: Expression, _ right: Expression) -> Expression
    {
      Expression(.binary(Binary(operation, none, left, right)), none)
    }
    func text(_ expression: Expression) -> String { Printer.print(expression) }
    let sum = binary(.add, name("a"), name("b"))
    #expect(text(binary(.multiply, sum, name("c"))) == "(a + b) * c")
    #expect(text(binary(.add, name("c"), sum)) == "c + (a + b)")
    #expect(text(binary(.add, sum, name("c"))) == "a + b + c")
    #expect(text(binary(.equal, binary(.equal, sum, name("c")), name("d"))) == "(a + b == c) == d")
    #expect(
      text(binary(.coalesce, binary(.coalesce, name("a"), name("b")), name("c"))) == "(a ?? b) ?? c"
    )
    let conversion = Expression(.conversion(sum, UnitName(scale: "亿", unit: "元", span: none)), none)
    #expect(text(binary(.less, conversion, name("c"))) == "(a + b to 亿元) < c")
    let negated = Expression(.unary(Unary(.minus, none, sum)), none)
    #expect(text(negated) == "-(a + b)")
    #expect(text(Expression(.name(Name("a b", none)), none)) == "`a b`")
    #expect(text(name("and")) == "`and`")
    #expect(text(name("_")) == "`_`")
  }

  @Test func pipelinesAndExpressionsPrintAlone() {
    guard case .pipeline(let pipeline) = parse("facts\n| where a=1\n| count").script.statements[0]
    else {
      Issue.record("no pipeline")
      return
    }
    #expect(Printer.print(pipeline) == "facts | where a == 1 | count")
  }
}
