import DajuanSyntax
import Testing

/// A text with its mistakes marked `«…»`, in the order of their ends; their codes; and, where there
/// is one suggestion, the text it makes.
private struct Mistake: CustomTestStringConvertible {
  let text: String
  let codes: [DiagnosticCode]
  let mended: String?

  init(_ text: String, _ codes: DiagnosticCode..., mended: String? = nil) {
    self.text = text
    self.codes = codes
    self.mended = mended
  }

  var testDescription: String { text }
}

@Suite struct ErrorTests {
  private static let lexical: [Mistake] = [
    Mistake("facts | where a «@» 5", .unexpectedCharacter),
    Mistake("facts | where a == 1«。»", .unexpectedCharacter),
    Mistake("facts | select a«、» b", .unexpectedCharacter, mended: "facts | select a, b"),
    Mistake("facts | where «\u{202E}»a", .unexpectedCharacter),
    Mistake("facts «~~~»", .unexpectedCharacter),
    Mistake("facts | where a == «\"abc»\n| count", .unterminatedString),
    Mistake("facts | where a == «“abc\"»", .unterminatedString),
    Mistake(#"facts | where a == "x«\q»y""#, .unknownEscape),
    Mistake(#"facts | where a == "«\u{110000}»""#, .unknownEscape),
    Mistake(#"facts | where a == "«\u»""#, .unknownEscape),
    Mistake("facts | where «`abc == 1»", .unterminatedQuotedName),
    Mistake("facts | where «``» == 1", .emptyQuotedName),
    Mistake("facts | where a == «1.2.3»", .malformedNumber),
    Mistake("facts | where a == «1_000»", .malformedNumber, mended: "facts | where a == 1000"),
    Mistake("facts | where a == «.5»", .malformedNumber, mended: "facts | where a == 0.5"),
    Mistake("facts | where a == «2021-13»", .noSuchPeriod),
    Mistake("facts | where a == «2021-00»", .noSuchPeriod),
    Mistake("facts | where a == «2021Q5»", .noSuchPeriod),
    Mistake("facts | where a == «2021-02-29»", .noSuchPeriod),
    Mistake("facts | where a == «1900-02-29»", .noSuchPeriod),
    Mistake("facts | where a == «2021年13月»", .noSuchPeriod),
    Mistake("facts | where a «&&» b", .foreignOperator, mended: "facts | where a and b"),
    Mistake("facts | where a «||» b", .foreignOperator, mended: "facts | where a or b"),
    Mistake("facts | where «!»a", .foreignOperator, mended: "facts | where not a"),
    Mistake("facts | where a «=>» b", .foreignOperator, mended: "facts | where a >= b"),
    Mistake("facts | where a «＝＜» b", .foreignOperator, mended: "facts | where a <= b"),
    Mistake("facts | where a == «$»", .missingReferenceName),
    Mistake("facts | where a == «$»5", .missingReferenceName),
  ]

  private static let statements: [Mistake] = [
    Mistake("«1 + 2» | count", .expectedQuery), Mistake("«5亿元» | count", .expectedQuery),
    Mistake("«f(x)» | count", .expectedQuery), Mistake("«(1 + 2)» | count", .expectedQuery),
    Mistake("«and» x", .expectedQuery), Mistake("facts; «)»", .expectedQuery),
    Mistake("«by» a | count", .expectedQuery),
    Mistake("(«» | count)", .expectedQuery).replacing("(«» |", "(«|»"),
    Mistake("let a = «5» | count", .expectedQuery),
    Mistake("let a = facts «)»", .unmatchedBracket),
    Mistake("let «=» 5", .expectedName), Mistake("let «5» = 5", .expectedName),
    Mistake("let«»", .expectedName),
    Mistake("let «and» = 5", .reservedName, mended: "let `and` = 5"),
    Mistake("let a «5»", .expectedEquals), Mistake("let a«»", .expectedEquals),
    Mistake("let a «==» 5", .expectedEquals, mended: "let a = 5"),
    Mistake("let a =«»", .expectedExpression),
    Mistake("def f «=» 5", .expectedParameters), Mistake("def f«»", .expectedParameters),
    Mistake("def «(»a) = a", .expectedName), Mistake("def f(a, «5») = a", .expectedName),
    Mistake("def f(«,» a) = a", .expectedName), Mistake("def f(a «b») = a", .expectedSeparator),
    Mistake("def f«(»a = a", .unclosedBracket), Mistake("def f(a) «a»", .expectedEquals),
    Mistake("def f(a) «==» a", .expectedEquals, mended: "def f(a) = a"),
    Mistake("def f(a) =«»", .expectedExpression),
    Mistake("def f() = a «|» count", .bodyIsQuery),
    Mistake("def f(«by») = 1", .reservedName, mended: "def f(`by`) = 1"),
    Mistake("def «and»(a) = a", .reservedName, mended: "def `and`(a) = a"),
    Mistake("param year «=» 2021", .expectedColon), Mistake("param year«»", .expectedColon),
    Mistake("param year «period»", .expectedColon), Mistake("param year: «=» 5", .expectedType),
    Mistake("param year:«»", .expectedType), Mistake("param year: «5»", .expectedType),
    Mistake("param«»", .expectedName), Mistake("param a: period «b»", .unexpectedToken),
    Mistake("param a: period =«»", .expectedExpression),
    Mistake("facts |«»", .expectedOperator), Mistake("facts | «|» count", .expectedOperator),
    Mistake("facts | «5»", .expectedOperator),
    Mistake("facts |«»; facts", .expectedOperator)
      .replacing("|«»;", "| «;»"),
    Mistake("facts | «wher» a", .unknownOperator, mended: "facts | where a"),
    Mistake("facts | «WHERE» a", .unknownOperator, mended: "facts | where a"),
    Mistake("事实 | «帅选» a", .unknownOperator, mended: "事实 | 筛选 a"),
    Mistake("facts | «frobnicate» a, (b", .unknownOperator),
    Mistake("facts «where» a", .operatorWithoutPipe, mended: "facts | where a"),
    Mistake("facts | where a «take» 5", .operatorWithoutPipe, mended: "facts | where a | take 5"),
    Mistake("facts «wher» a == 1", .unknownOperator, mended: "facts | where a == 1"),
    Mistake("«where» a == 1", .operatorWithoutPipe, mended: "| where a == 1"),
    Mistake("let a = facts «where» b", .operatorWithoutPipe, mended: "let a = facts | where b"),
    Mistake("facts «)» | count", .unmatchedBracket),
    Mistake("facts | count «]»", .unmatchedBracket),
    Mistake("facts «5» | count", .unexpectedToken),
    Mistake("facts | count «a» b c", .unexpectedToken),
    Mistake("facts«.»value", .unexpectedToken),
    Mistake("facts | take 5 «asc»", .unexpectedToken),
    Mistake("facts | sort «by» a", .unexpectedToken, mended: "facts | sort a"),
    Mistake("facts | derive «a / b»", .unnamedColumn),
    Mistake("facts | derive a = 1, «b», c = 2", .unnamedColumn),
    Mistake("facts | derive «by» = 1", .reservedName, mended: "facts | derive `by` = 1"),
  ]

  private static let expressions: [Mistake] = [
    Mistake("facts | where«»", .expectedExpression),
    Mistake("facts | where «|» count", .expectedExpression),
    Mistake("facts | where a ==«»", .expectedExpression),
    Mistake("facts | where «==» a", .expectedExpression),
    Mistake("facts | where a and «or» b", .expectedExpression),
    Mistake("facts | where (a > «)» and (b < «)»", .expectedExpression, .expectedExpression),
    Mistake("facts | select a,«,» b", .expectedExpression),
    Mistake("facts | where a == «not» b", .expectedExpression),
    Mistake("facts | where a == «+»5", .expectedExpression),
    Mistake("facts | where «[»1]", .expectedExpression),
    Mistake("facts | where «_» == 1", .expectedExpression),
    Mistake("facts | where «matches» == 1", .reservedName, mended: "facts | where `matches` == 1"),
    Mistake("facts | where a «b» c d", .missingOperator),
    Mistake("facts | where 1..2«..»3", .unexpectedToken),
    Mistake("facts | where a > (facts «|» count)", .unexpectedToken),
    Mistake("facts | where (a «b») == 1", .unexpectedToken),
    Mistake("facts | summarize count(«*»)", .unexpectedToken, mended: "facts | summarize count()"),
    Mistake("facts | where f(a «b», c «d»)", .expectedSeparator, .expectedSeparator),
    Mistake("facts | where a in [1 «2», 3]", .expectedSeparator),
    Mistake("facts | where «(»a > 1 | count", .unclosedBracket),
    Mistake("facts | where «(((»a".replacing("«(((»", with: "«(»(("), .unclosedBracket),
    Mistake("facts | where f«(»a, b\nfacts | count", .unclosedBracket),
    Mistake("facts | where a in «[»1, 2; facts", .unclosedBracket),
    Mistake("facts | where a«)» == 1 | count", .unmatchedBracket),
    Mistake(
      "facts | where 1 < x «<» 2",
      .chainedComparison,
      mended: "facts | where 1 < x and x < 2"
    ),
    Mistake(
      "facts | where a == b «==» c == d".replacing("«==» c == d", with: "«==» c"),
      .chainedComparison,
      mended: "facts | where a == b and b == c"
    ),
    Mistake("facts | where a == b «is» missing", .chainedComparison),
    Mistake("facts | where a to«»", .expectedUnit),
    Mistake("facts | where a to «5»", .expectedUnit),
    Mistake("facts | where a to «\"km\"» | count", .expectedUnit),
    Mistake(
      "facts | where a / b to % «>» 50%",
      .looseConversion,
      mended: "facts | where (a / b to %) > 50%"
    ),
    Mistake(
      "facts | where c and a to % «>» 50%",
      .looseConversion,
      mended: "facts | where c and (a to %) > 50%"
    ),
    Mistake("facts | where a is «foo» and b", .expectedState),
    Mistake("facts | where a is«»", .expectedState),
    Mistake("facts | where a is not «5»", .expectedState, .unexpectedToken)
      .codes(.expectedState),
    Mistake("民生 | 汇总 计数() «按领域» | 排序 领域", .gluedWords, mended: "民生 | 汇总 计数() 按 领域 | 排序 领域"),
    Mistake("民生 | «筛选名称» == 1", .gluedWords, mended: "民生 | 筛选 名称 == 1"),
    Mistake("项目 | 筛选 投资 > «5亿元且增速» > 1", .gluedWords, mended: "项目 | 筛选 投资 > 5亿元 且 增速 > 1"),
    Mistake("项目 | «取5» 按 地区", .gluedWords, mended: "项目 | 取 5 按 地区"),
    Mistake("项目 | 取 «5按» 地区", .gluedWords, mended: "项目 | 取 5 按 地区"),
    Mistake(
      "项目 | 筛选 f(甲, (乙 «且增速»), 丙) | 计数",
      .gluedWords,
      mended: "项目 | 筛选 f(甲, (乙 且 增速), 丙) | 计数"
    ),
  ]

  @Test("Each mistake is found, once, where it is", arguments: lexical + statements + expressions)
  private func mistakes(mistake: Mistake) {
    let marked = MarkedSource(mistake.text)
    let diagnostics = ParsedScript.parse(marked.source).diagnostics
    let shown = MarkedSource.mark(marked.source, diagnostics)
    #expect(diagnostics.map(\.code) == mistake.codes, "\(shown)")
    #expect(diagnostics.map(\.span) == marked.spans, "\(shown)")
    guard let mended = mistake.mended else { return }
    let result = marked.source.applying(diagnostics.first?.suggestion?.edits ?? [])
    #expect(result.text(Span(0, result.bytes.count)) == mended)
    #expect(ParsedScript.parse(result).diagnostics.isEmpty)
  }

  @Test(
    "A suggestion with edits leaves one mistake fewer",
    arguments: lexical + statements + expressions
  )
  private func suggestionsMend(mistake: Mistake) {
    let source = MarkedSource(mistake.text).source
    let before = ParsedScript.parse(source).diagnostics
    for diagnostic in before {
      guard let suggestion = diagnostic.suggestion, !suggestion.edits.isEmpty else { continue }
      let after = ParsedScript.parse(source.applying(suggestion.edits)).diagnostics
      #expect(after.count == before.count - 1)
    }
  }

  @Test("Three mistakes in one script are three diagnostics")
  func threeMistakes() {
    let marked = MarkedSource(
      """
      facts | «wher» a == 1 | sort b
      let x = projects | derive y = «)» z
      indicators | where growth > 5% «take» 3
      """
    )
    let diagnostics = ParsedScript.parse(marked.source).diagnostics
    #expect(
      diagnostics.map(\.code) == [.unknownOperator, .expectedExpression, .operatorWithoutPipe]
    )
    #expect(diagnostics.map(\.span) == marked.spans)
  }

  @Test("A misspelt operator still does what it was meant to")
  func misspeltOperatorsAreRead() {
    let dump = parse("facts | drive a = 1 | 排顺 a | nonesuch (b, c) | count").script.dump
    #expect(dump.contains("(derive (= a 1))") && dump.contains("(sort a)"))
    #expect(dump.contains("<missing>\n    (count)"))
  }

  @Test("Damaged bytes are reported once a run, and the rest is read")
  func invalidUTF8() {
    let bytes = Array("facts | where a == ".utf8) + [0xFF, 0xFE] + Array(" | count".utf8) + [0xE9]
    let parsed = ParsedScript.parse(Source(name: "test", bytes: bytes))
    #expect(parsed.diagnostics.map(\.code) == [.invalidUTF8, .invalidUTF8])
    #expect(parsed.diagnostics.map(\.span) == [Span(19, 21), Span(29, 30)])
    #expect(parsed.script.dump.contains("(where (== a <missing>))\n    (count)"))
  }

  @Test("What stands in for damaged bytes is a mistake where the source has it itself")
  func ownSubstitutes() {
    func codes(_ bytes: [UInt8]) -> [DiagnosticCode] {
      ParsedScript.parse(Source(name: "test", bytes: bytes)).diagnostics.map(\.code)
    }
    #expect(codes([0x1A]) == [.unexpectedCharacter])
    let between = Array("facts | where a == 1 ".utf8) + [0xFF] + Array(" | take 1 ".utf8) + [0x1A]
    #expect(codes(between) == [.invalidUTF8, .unexpectedCharacter])
  }
}

extension Mistake {
  fileprivate func replacing(_ old: String, _ new: String) -> Mistake {
    Mistake(text: text.replacing(old, with: new), codes: codes, mended: mended)
  }

  fileprivate func codes(_ codes: DiagnosticCode...) -> Mistake {
    Mistake(text: text, codes: codes, mended: mended)
  }

  private init(text: String, codes: [DiagnosticCode], mended: String?) {
    self.text = text
    self.codes = codes
    self.mended = mended
  }
}

@Suite struct LimitTests {
  @Test("Nesting is limited, reported once, and what follows is read")
  func nesting() {
    for (open, close) in [("(", ")"), ("f(", ")"), ("-", ""), ("not ", ""), ("x in [", "]")] {
      let deep =
        String(repeating: open, count: 300) + "1" + String(repeating: close, count: 300)
      let parsed = parse("facts | where \(deep) | count")
      #expect(parsed.diagnostics.map(\.code) == [.tooDeep], "\(open)")
      #expect(parsed.script.dump.hasSuffix("(count)))"), "\(open)")
    }
    #expect(parse("facts | where \(String(repeating: "-", count: 200))1").diagnostics.isEmpty)
    let pipelines =
      String(repeating: "(", count: 300) + "facts" + String(repeating: ")", count: 300)
    #expect(parse(pipelines + " | count").diagnostics.map(\.code) == [.tooDeep])
  }

  @Test func operators() {
    let limits = SyntaxLimits(operators: 10)
    let sum = Array(repeating: "1", count: 11).joined(separator: " + ")
    let query = "facts | derive a = \(sum), b = \(sum)"
    #expect(ParsedScript.parse(Source(query), limits: limits).diagnostics.isEmpty)
    let over = "facts | where \(sum) and x | count"
    let parsed = ParsedScript.parse(Source(over), limits: limits)
    #expect(parsed.diagnostics.map(\.code) == [.tooManyOperators])
    #expect(parsed.script.dump.hasSuffix("(count)))"))
  }

  @Test func sourceSize() {
    let limits = SyntaxLimits(sourceBytes: 5)
    #expect(ParsedScript.parse(Source("facts"), limits: limits).diagnostics.isEmpty)
    let parsed = ParsedScript.parse(Source("facts2"), limits: limits)
    #expect(parsed.diagnostics.map(\.code) == [.sourceTooLarge])
    #expect(parsed.script.statements.isEmpty)
  }

  @Test func diagnostics() {
    let limits = SyntaxLimits(diagnostics: 7)
    let text = Array(repeating: "@", count: 50).joined(separator: " ")
    #expect(ParsedScript.parse(Source(text), limits: limits).diagnostics.count == 8)
  }
}
