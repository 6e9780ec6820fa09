import DajuanSyntax
import Testing

@Suite struct ExpressionTests {
  @Test(
    "Operands",
    arguments: [
      ("x", "x"), ("`a b`", "`a b`"), ("`and`", "`and`"), ("$x", "$x"), ("＄年", "$年"),
      ("5", "5"), ("5.25亿元", "(number 5.25 亿 元)"), ("7.5%", "(number 7.5 %)"),
      ("０.５　百分点", "(number 0.5 百分点)"), ("5千米", "(number 5 千米)"), ("5千家", "(number 5 千 家)"),
      ("5百万千瓦", "(number 5 百万 千瓦)"), ("3万", "(number 3 万)"), ("5 万㎡", "(number 5 万 ㎡)"),
      ("5元/人", "(number 5 元/人)"), ("true", "#true"), ("假", "#false"), ("missing", "#missing"),
      ("缺失", "#missing"), ("2021Q1", "(period 2021Q1)"), ("2021年3月", "(period 2021-03)"),
      ("2021年3月5日", "(period 2021-03-05)"), ("2021年", "(period 2021年)"), ("2021", "2021"),
      (#""a\"b""#, #""a\"b""#), ("'a\"b'", #""a\"b""#), ("“a\"b”", #""a\"b""#), ("‘’", "\"\""),
      (#""\u{4e8c}\n\t\\""#, #""二\n\t\\""#), ("\"＃｜（\"", "\"＃｜（\""),
      ("count()", "(call count)"), ("f(a, 1,)", "(call f a 1)"), ("`f`(a)", "(call `f` a)"),
      ("where", "where"), ("exact", "exact"), ("(x)", "(paren x)"), ("((1))", "(paren (paren 1))"),
    ]
  )
  func operands(text: String, dump: String) {
    #expect(expression(text) == dump)
  }

  @Test(
    "Precedence",
    arguments: [
      ("a + b * c", "(+ a (* b c))"), ("a * b + c", "(+ (* a b) c)"),
      ("a - b - c", "(- (- a b) c)"), ("a / b / c", "(/ (/ a b) c)"), ("-a * b", "(* (- a) b)"),
      ("- -a", "(- (- a))"), ("a - -b", "(- a (- b))"), ("a ?? b ?? c", "(?? a (?? b c))"),
      ("a ?? b + c == d", "(== (?? a (+ b c)) d)"), ("a ?? 1..2", "(?? a (.. 1 2))"),
      ("a + 1..b * 2", "(.. (+ a 1) (* b 2))"), ("not a == b", "(not (== a b))"),
      ("not not a and b", "(and (not (not a)) b)"), ("a or b and c", "(or a (and b c))"),
      ("a and b or c and d", "(or (and a b) (and c d))"), ("a and not b", "(and a (not b))"),
      ("a + b to %", "(to (+ a b) %)"), ("a or b to 亿元", "(to (or a b) 亿 元)"),
      ("a to 万元 to yuan", "(to (to a 万 元) yuan)"), ("(a to km) > b", "(> (paren (to a km)) b)"),
      ("a × b ÷ c", "(/ (* a b) c)"),
    ]
  )
  func precedence(text: String, dump: String) {
    #expect(expression(text) == dump)
  }

  @Test(
    "Comparisons and tests",
    arguments: [
      ("a = b", "(== a b)"), ("a <> b", "(!= a b)"), ("a ≥ b", "(>= a b)"),
      ("a in 2017..2021", "(in a (.. 2017 2021))"), ("a in (1, 2)", "(in a (list 1 2))"),
      ("a in [1]", "(in a (list 1))"), ("a in (1)", "(in a (list 1))"),
      ("a in (1) .. 3", "(in a (.. (paren 1) 3))"),
      ("a in (1 + 2) * 3", "(in a (* (paren (+ 1 2)) 3))"),
      ("a in b", "(in a b)"), ("a in (1..3, 5)", "(in a (list (.. 1 3) 5))"),
      ("a not in b", "(not-in a b)"), ("a 不属于 b", "(not-in a b)"), ("a 不 属于 b", "(not-in a b)"),
      ("not a in b", "(not (in a b))"), ("a contains \"x\"", "(contains a \"x\")"),
      ("a not contains b", "(not-contains a b)"), ("a 不包含 b", "(not-contains a b)"),
      ("a not starts b", "(not-starts a b)"), ("a ends b", "(ends a b)"),
      ("a 非 匹配 b", "(not-matches a b)"), ("a overlaps b", "(overlaps a b)"),
      ("a is missing", "(is-missing a)"), ("a is not missing", "(is-not-missing a)"),
      ("a is present and b", "(and (is-present a) b)"), ("a 有值", "(is-present a)"),
      ("a 是 缺失", "(is-missing a)"), ("a 不是 缺失", "(is-not-missing a)"),
      ("a 确切", "(is-exact a)"), ("a + b is exact", "(is-exact (+ a b))"),
      ("a 不 缺失", "(is-not-missing a)"), ("bound(a) == 确切", "(== (call bound a) 确切)"),
      ("a in b to km", "(to (in a b) km)"),
    ]
  )
  func comparisons(text: String, dump: String) {
    #expect(expression(text) == dump)
  }

  @Test(
    "Units after `to`",
    arguments: [
      ("a to %", "(to a %)"), ("a 换算 ％", "(to a %)"), ("a to 亿", "(to a 亿)"),
      ("a to 元/人", "(to a 元/人)"), ("a to 万元 / 人", "(to a 万 元/人)"), ("a to 百分点", "(to a 百分点)"),
      ("a to 万㎡", "(to a 万 ㎡)"), ("a to 吨/万元", "(to a 吨/万元)"), ("a 换算为 km", "(to a km)"),
    ]
  )
  func units(text: String, dump: String) {
    #expect(expression(text) == dump)
  }

  @Test("The tree knows which sign equality was written with")
  func singleEquals() throws {
    for (text, isSingle) in [("a = b", true), ("a == b", false), ("a ＝ b", true)] {
      let parsed = parse("facts | where \(text)")
      guard case .pipeline(let pipeline) = parsed.script.statements.first,
        case .where(let condition) = pipeline.stages.first?.kind,
        case .binary(let binary) = condition.kind
      else {
        Issue.record("\(text) is no comparison")
        continue
      }
      #expect(binary.isSingleEquals == isSingle)
    }
  }
}

@Suite struct StageTests {
  @Test(
    "Operators",
    arguments: [
      ("where a", "(where a)"),
      (
        "select a, b = c + 1, -d, -e * 2, (-f)",
        "(select a (= b (+ c 1)) (drop d) (* (- e) 2) (paren (- f)))"
      ),
      ("select -a", "(select (drop a))"), ("select - `a b` , c", "(select (drop `a b`) c)"),
      ("derive a = 1, b = a == 2", "(derive (= a 1) (= b (== a 2)))"),
      ("sort a, b desc, c asc, d 降序", "(sort a (desc b) (asc c) (desc d))"),
      ("take 5", "(take 5)"), ("take $n by a, f(b)", "(take $n (by a (call f b)))"),
      ("skip 5 按 a", "(skip 5 (by a))"), ("distinct", "(distinct)"),
      ("distinct a, b", "(distinct a b)"),
      ("summarize count()", "(summarize (call count))"),
      (
        "summarize n = count(), sum(a) / sum(b) by p, q = year(r)",
        "(summarize (= n (call count)) (/ (call sum a) (call sum b)) (by p (= q (call year r))))"
      ),
      ("count", "(count)"), ("describe", "(describe)"), ("cite", "(cite)"),
      ("track", "(track)"), ("追踪", "(track)"),
      ("select a, b, | count", "(select a b) (count)"),
      ("summarize a, by b,", "(summarize a (by b))"),
      ("select count, where, take", "(select count where take)"),
      ("where a | where b", "(where a) (where b)"),
      ("select true = x", "(select (== #true x))"),
    ]
  )
  func operators(text: String, dump: String) {
    #expect(stages(text) == dump)
  }
}

@Suite struct StatementTests {
  @Test(
    "Statements",
    arguments: [
      ("facts", "(pipeline facts)"), ("_", "(pipeline _)"),
      ("| count", "(pipeline <previous> (count))"),
      ("(facts)", "(pipeline (pipeline facts))"), ("((_))", "(pipeline (pipeline (pipeline _)))"),
      ("(facts | count) | count", "(pipeline (pipeline facts (count)) (count))"),
      ("`a b` | count", "(pipeline `a b` (count))"), ("count | count", "(pipeline count (count))"),
      ("let a = 5", "(let a 5)"), ("let a = facts", "(let a facts)"),
      ("let a = (b)", "(let a (paren b))"),
      ("let a = facts | count", "(let a (pipeline facts (count)))"),
      ("let a = _", "(let a (pipeline _))"),
      ("let a = | count", "(let a (pipeline <previous> (count)))"),
      ("let a = (b) | count", "(let a (pipeline (pipeline b) (count)))"),
      ("let a = (b | count)", "(let a (pipeline (pipeline b (count))))"),
      ("let a = (b + 1) * 2", "(let a (* (paren (+ b 1)) 2))"),
      ("令 甲 ＝ 亿元(5) 换算 元", "(let 甲 (to (call 亿元 5) 元))"), ("let where = 1", "(let where 1)"),
    ]
  )
  func statements(text: String, dump: String) {
    let parsed = parse(text)
    #expect(parsed.diagnostics.isEmpty)
    let found = parsed.script.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(found.joined(separator: " ") == "(script \(dump))")
  }

  @Test("Statements end at line breaks and semicolons")
  func separators() {
    let parsed = parse("#! dajuan\n\nfacts; _\n\n\n;;let a = 1 # one\nfacts\n| count\n")
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.script.statements.count == 4)
    #expect(parsed.comments.count == 2)
    #expect(parse("").script.statements.isEmpty)
    #expect(parse(" \n ; # x").script.statements.isEmpty)
  }

  @Test("Spans cover what was written")
  func spans() throws {
    let marked = MarkedSource(
      "«let «a» = «「facts」 | «where «x == «-5 亿元»»»»»".replacing("「", with: "").replacing(
        "」",
        with: ""
      )
    )
    let script = ParsedScript.parse(marked.source).script
    guard case .binding(let binding) = script.statements[0],
      case .pipeline(let pipeline) = binding.value,
      case .where(let condition) = pipeline.stages[0].kind,
      case .binary(let binary) = condition.kind
    else {
      Issue.record("not the tree that was meant: \(script.dump)")
      return
    }
    let found = [
      binding.name.span, binary.right.span, condition.span, pipeline.stages[0].span, pipeline.span,
      binding.span,
    ]
    #expect(found == marked.spans)
    #expect(marked.source.text(binding.keyword) == "let")
    #expect(marked.source.text(binary.operatorSpan) == "==")
    #expect(marked.source.text(pipeline.stages[0].keyword) == "where")
  }
}

@Suite struct EquivalenceTests {
  @Test("Full-width marks and digits make the same tree", arguments: Samples.all)
  func width(text: String) {
    #expect(parse(widened(text)).script.dump == parse(text).script.dump)
    #expect(parse(widened(text)).diagnostics.isEmpty)
  }

  /// Every ASCII mark and digit outside strings, quoted names and comments in full width.
  private func widened(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var closing: Unicode.Scalar?
    let closings: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "'": "'", "“": "”", "‘": "’", "`": "`", "#": "\n",
    ]
    for scalar in text.unicodeScalars {
      if let end = closing {
        if scalar == end { closing = nil }
        result.append(scalar)
      } else if let end = closings[scalar] {
        closing = end
        result.append(scalar)
      } else if (0x21...0x7E).contains(scalar.value), !scalar.properties.isAlphabetic,
        let wide = Unicode.Scalar(scalar.value + 0xFEE0)
      {
        result.append(wide)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  @Test("English and Chinese make the same tree, up to names")
  func languages() {
    let english = parse(
      """
      let a = projects | where completed is present and not investment in 1..2 or place == 'a'
      indicators | sort growth desc, rank asc | take 3 by place | skip 1 | distinct name
      measures | summarize n = count(), sum(quantity) by category | derive r = if(n > 3, true, missing) to %
      honours | where name contains "a" and name starts "b" and name ends "c" and name matches "d"
      facts | where period overlaps 2021年 and value is not missing and value is exact | select -text
      facts | count; facts | describe; facts | cite
      """
    )
    let chinese = parse(
      """
      令 a = 项目 | 筛选 完工 有值 且 非 投资 属于 1..2 或 地区 == 'a'
      指标 | 排序 增速 降序, 位次 升序 | 取 3 按 地区 | 跳过 1 | 去重 名称
      民生 | 汇总 n = 计数(), 合计(数量) 按 领域 | 计算 r = 如果(n > 3, 真, 缺失) 换算 %
      荣誉 | 筛选 名称 包含 "a" 且 名称 开头是 "b" 且 名称 结尾是 "c" 且 名称 匹配 "d"
      事实 | 筛选 期间 重叠 2021年 且 数值 不是 缺失 且 数值 确切 | 选取 -原文
      事实 | 计数; 事实 | 描述; 事实 | 出处
      """
    )
    #expect(english.diagnostics.isEmpty && chinese.diagnostics.isEmpty)
    for language in Language.allCases {
      let options = Printer.Options(language: language, width: 1000)
      let keywords = [english, chinese].map {
        LexedSource.lex(Source(Printer.print($0.script, options))).tokens.map(\.keyword)
      }
      #expect(keywords[0] == keywords[1])
    }
  }
}
