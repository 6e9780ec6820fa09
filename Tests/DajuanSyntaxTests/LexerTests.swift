import DajuanSyntax
import Testing

/// The tokens of a text as `kind:text`, without spans and the end.
private func tokens(_ text: String) -> [String] {
  let lexed = LexedSource.lex(Source(text))
  return lexed.tokens.dropLast().map { token in
    let word = lexed.text(of: token)
    return word.isEmpty ? "\(token.kind)" : "\(token.kind):\(word)"
  }
}

@Suite struct LexerTests {
  @Test(
    "Marks",
    arguments: [
      (
        "| , ( ) [ ] : ; .",
        "pipe comma leftParenthesis rightParenthesis leftBracket rightBracket colon semicolon dot"
      ),
      (
        "｜ ， （ ） ［ ］ ： ； ．",
        "pipe comma leftParenthesis rightParenthesis leftBracket rightBracket colon semicolon dot"
      ),
      (
        "= == != <> ≠ < <= ≤ ≦ > >= ≥ ≧",
        "assign equal notEqual notEqual notEqual less lessOrEqual lessOrEqual lessOrEqual greater greaterOrEqual greaterOrEqual greaterOrEqual"
      ),
      (
        "＝ ＝＝ ！＝ ＜＞ ＜ ＜＝ ＞ ＞＝ =＝ >＝",
        "assign equal notEqual notEqual less lessOrEqual greater greaterOrEqual equal greaterOrEqual"
      ),
      ("+ - * / ?? .. × ÷ −", "plus minus star slash coalesce dotDot star slash minus"),
      ("＋ － ＊ ／ ？？ ．．", "plus minus star slash coalesce dotDot"),
      ("_ % ％ ‰ ㎡ ℃", "underscore unitSymbol unitSymbol unitSymbol unitSymbol unitSymbol"),
    ]
  )
  func marks(text: String, kinds: String) {
    let lexed = LexedSource.lex(Source(text))
    #expect(lexed.tokens.dropLast().map { "\($0.kind)" }.joined(separator: " ") == kinds)
  }

  @Test(
    "Numbers",
    arguments: [
      ("360个", ["number:360个"]), ("1.04万人", ["number:1.04万人"]), ("７．５％", ["number:7.5%"]),
      ("500 km", ["number:500 km"]), ("5 亿元", ["number:5 亿元"]), ("7.5 %", ["number:7.5 %"]),
      ("5 by x", ["number:5", "word:by", "word:x"]), ("5 foo", ["number:5", "word:foo"]),
      ("5foo", ["number:5foo"]), ("5m2 x", ["number:5m2", "word:x"]),
      ("8%且", ["number:8%", "word:且"]), ("5万㎡", ["number:5万㎡"]),
      ("5元/人", ["number:5元/人"]), ("5元 / 人", ["number:5元", "slash", "word:人"]),
      ("5元/count", ["number:5元", "slash", "word:count"]), ("3吨/万元", ["number:3吨/万元"]),
      ("1..2", ["number:1", "dotDot:..", "number:2"]),
      ("1.5..2.5", ["number:1.5", "dotDot:..", "number:2.5"]),
      ("5-3", ["number:5", "minus:-", "number:3"]), ("1.x", ["number:1", "dot:.", "word:x"]),
      ("5\nkm", ["number:5", "newline", "word:km"]),
    ]
  )
  func numbers(text: String, expected: [String]) {
    let found = tokens(text)
    #expect(found.map(withoutMark) == expected.map(withoutMark))
  }

  /// Marks show as their kind alone.
  private func withoutMark(_ token: String) -> String {
    token.hasPrefix("number") || token.hasPrefix("word") || token.hasPrefix("period")
      ? token : String(token.prefix { $0 != ":" })
  }

  @Test(
    "Periods",
    arguments: [
      ("2021年", ["period:2021年"]), ("2021Q1", ["period:2021Q1"]), ("２０２１Ｑ４", ["period:2021Q4"]),
      ("2021-03", ["period:2021-03"]), ("2021-12-31", ["period:2021-12-31"]),
      ("2021年3月", ["period:2021年3月"]), ("2021年12月31日", ["period:2021年12月31日"]),
      ("2021-01..2021-08", ["period:2021-01", "dotDot", "period:2021-08"]),
      ("2017..2021", ["number:2017", "dotDot", "number:2021"]),
      ("2021 - 03", ["number:2021", "minus", "number:03"]),
      ("2021-3", ["number:2021", "minus", "number:3"]),
      ("2021-030", ["number:2021", "minus", "number:030"]),
      ("2021-03x", ["number:2021", "minus", "number:03x"]),
      ("2021-03.5", ["number:2021", "minus", "number:03.5"]),
      ("3021-03", ["number:3021", "minus", "number:03"]),
      ("0999年", ["number:0999年"]), ("2021年底", ["number:2021年底"]), ("2021Q1x", ["number:2021Q1x"]),
      ("5年", ["number:5年"]), ("2000-02-29", ["period:2000-02-29"]),
    ]
  )
  func periods(text: String, expected: [String]) {
    #expect(tokens(text).map(withoutMark) == expected)
    #expect(LexedSource.lex(Source(text)).tokens.count == expected.count + 1)
  }

  @Test("Words, keywords in both languages, names that only look like them")
  func words() {
    let lexed = LexedSource.lex(Source("where 筛选 ｗｈｅｒｅ and 且 wheres 按领域 _a １a ＧＤＰ々"))
    let shown = lexed.tokens.dropLast().map { "\(lexed.text(of: $0))=\($0.keyword)" }
    #expect(
      shown == [
        "where=where", "筛选=where", "where=where", "and=and", "且=and", "wheres=none", "按领域=none",
        "_a=none", "1a=none", "GDP々=none",
      ]
    )
  }

  @Test(
    "Line breaks",
    arguments: [
      ("a\nb", 1), ("a\n\n # c\nb", 1), ("a\n| b", 0), ("a |\nb", 0), ("a\n # c\n ｜ b", 0),
      ("f(\na\n)\nb", 1), ("a,\nb", 0), ("a +\nb", 0), ("a and\nb", 0), ("a 且\nb", 0),
      ("a =\nb", 0), ("| where\na", 0), ("| count\na", 1), ("where\na", 1), ("a by\nb", 0),
      ("(a;\nb", 0), ("a;\nb", 0), ("(a;b\nc", 1), ("\n\na\n\n", 0), ("a # x |\nb", 1),
      ("a\r\nb", 1), ("5%\nb", 1), ("[\n1]\nb", 1), ("a)\nb", 1), ("a ??\nb ..\nc", 0),
    ]
  )
  func lineBreaks(text: String, count: Int) {
    let found = LexedSource.lex(Source(text)).tokens.count { $0.kind == .newline }
    #expect(found == count, "\(text.debugDescription)")
  }

  @Test("More input is asked for while something is open")
  func openness() {
    for text in ["a |", "f(", "a,", "a and", "(a\n| b", "a | where", "x ==", "let a ="] {
      #expect(LexedSource.lex(Source(text)).isOpen, "\(text)")
    }
    for text in ["", "a", "a | count", "f(a)", "a;", "(a;", "\"abc", "# |", "a )"] {
      #expect(!LexedSource.lex(Source(text)).isOpen, "\(text)")
    }
  }

  @Test func commentsAreKept() {
    let text = "#! /bin/x\nfacts # 注释 |\r\n＃ full"
    let source = Source(text)
    let lexed = LexedSource.lex(source)
    #expect(lexed.comments.map { source.text($0) } == ["#! /bin/x", "# 注释 |", "＃ full"])
    #expect(lexed.tokens.count == 2)
  }

  @Test func aByteOrderMarkIsSkipped() {
    #expect(tokens("\u{FEFF}facts") == ["word:facts"])
  }

  @Test func bracketsCloseTheNearestOfTheirShape() {
    // What is between a mismatched pair is unclosed; the outer pair is whole.
    let marked = MarkedSource("facts | where (x in «[»a) | count")
    let parsed = ParsedScript.parse(marked.source)
    #expect(parsed.diagnostics.map(\.code) == [.unclosedBracket])
    #expect(parsed.diagnostics.map(\.span) == marked.spans)
    #expect(parsed.script.dump.hasSuffix("(where (paren (in x (list a))))\n    (count)))"))
  }

  @Test func theDumpShowsSpansKindsAndKeywords() {
    #expect(
      LexedSource.lex(Source("项目｜count")).dump == """
        0..<6 word 项目
        6..<9 pipe |
        9..<14 word count = count
        14..<14 end
        """
    )
  }
}
