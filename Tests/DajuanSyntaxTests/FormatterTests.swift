import DajuanSyntax
import Testing

/// Scripts laid out anew, with their comments.
@Suite struct FormatterTests {
  private func format(_ text: String, _ language: Language? = nil, width: Int = 80) -> String? {
    Printer.format(
      Source(text),
      Printer.Options(
        language: language ?? .english, keepsLanguage: language == nil, width: width))
  }

  @Test(
    "Each script becomes this, and stays so",
    arguments: [
      ("facts|count", "facts | count\n"),
      ("\n\n# a\n\n\n# b\nfacts\n\n\n\n# c", "# a\n\n# b\nfacts\n\n# c\n"),
      ("#!/usr/bin/env -S dajuan run\nfacts", "#!/usr/bin/env -S dajuan run\nfacts\n"),
      ("facts # 甲  \n# 乙\nfacts", "facts # 甲\n# 乙\nfacts\n"),
      ("let a=5亿元;facts|where value=$a", "let a = 5亿元\nfacts | where value == $a\n"),
      ("facts; # a\n# b\n| count", "facts; # a\n# b\n| count\n"),
      ("facts;\n\n| count", "facts;\n\n| count\n"),
      ("项目｜筛选 投资＞５亿元 且 not 完工 有值", "项目 | 筛选 投资 > 5亿元 且 not 完工 有值\n"),
      ("项目|where 完工 不 缺失|排序 投资 desc", "项目 | where 完工 不是 缺失 | 排序 投资 降序\n"),
      ("facts # a\n| where x # b\n| count", "facts # a\n| where x # b\n| count\n"),
      ("facts\n# a\n| where x", "facts\n# a\n| where x\n"),
      ("facts | # a\n where x", "facts # a\n| where x\n"),
      (
        "facts | select a, # one\n b # two\n", "facts\n| select\n    a, # one\n    b # two\n"
      ),
      (
        "facts | where a and # why\n b or # or\n c",
        "facts\n| where a and # why\n    b or # or\n    c\n"
      ),
      ("facts | where f(a # in\n) | count", "facts\n| where f(a) # in\n| count\n"),
      ("facts | where (a # in\n)", "facts | where (a) # in\n"),
      ("let x = # five\n 5", "let x = # five\n    5\n"),
      ("def f(a, # part\n b) = a / b # rate", "def f(a, # part\n    b) = a / b # rate\n"),
      ("param a: period = # now\n 2021", "param a: period = # now\n    2021\n"),
      ("(facts # a\n | count) | take 1", "(facts # a\n    | count)\n| take 1\n"),
      ("", ""), ("# nothing", "# nothing\n"), ("facts\r\n| count # a\r\n", "facts | count # a\n"),
    ])
  func layout(text: String, expected: String) {
    #expect(format(text) == expected)
    #expect(format(expected) == expected)
  }

  @Test func longQueriesTakeALineAnOperatorAndLongListsALineAnItem() {
    let text =
      "projects | select aa = 1, bb = 2, cc = 3 | summarize xxx = sum(aa), yyy = sum(bb) by cc, aa"
    #expect(
      format(text, width: 30)
        == """
        projects
        | select aa = 1, bb = 2, cc = 3
        | summarize
            xxx = sum(aa),
            yyy = sum(bb) by cc, aa

        """.replacing(
          "| select aa = 1, bb = 2, cc = 3", with: "| select\n    aa = 1,\n    bb = 2,\n    cc = 3")
    )
    #expect(format(text, width: 120) == text + "\n")
  }

  @Test func keywordsAreRewrittenOnRequest() {
    let english = """
      # goals
      param year: period = 2021
      projects | where period == $year and not completed is missing # done

      """
    let chinese = """
      # goals
      参数 year: period = 2021
      projects | 筛选 period == $year 且 非 completed 缺失 # done

      """
    #expect(format(english, .chinese) == chinese)
    #expect(format(chinese, .english) == english)
    #expect(format(english, .english) == english)
  }

  @Test(arguments: ["facts | wher x", "facts | where (", "let a ="])
  func whatDoesNotParseIsLeftAlone(text: String) { #expect(format(text) == nil) }

  @Test("Sentences of the grammar keep tree and comments", arguments: 0..<4)
  func sentences(seed: UInt64) throws {
    let recogniser = try Recogniser.ofTheGrammar()
    var generator = SentenceGenerator(recogniser, seed: seed &+ 100)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = Self.commented(generator.sentence("script"), &random)
      let before = parse(text)
      guard before.diagnostics.isEmpty else {
        Issue.record("\(text)\n\(describe(before))")
        continue
      }
      for language in [nil, Language.chinese, .english] {
        let width = [20, 50, 80].randomElement(using: &random) ?? 80
        let formatted = try #require(format(text, language, width: width))
        let after = parse(formatted)
        #expect(after.diagnostics.isEmpty, "\(text)\n→\n\(formatted)")
        if language == nil {
          #expect(after.script.dump == before.script.dump, "\(text)\n→\n\(formatted)")
        }
        #expect(
          Self.comments(after, formatted) == Self.comments(before, text), "\(text)\n→\n\(formatted)"
        )
        #expect(format(formatted, language, width: width) == formatted, "\(text)\n→\n\(formatted)")
      }
    }
  }

  /// The text with a comment wherever a line may end without ending a statement, now and then.
  private static func commented(_ text: String, _ random: inout SeededGenerator) -> String {
    let source = Source(text)
    let tokens = LexedSource.lex(source).tokens
    let dump = parse(text).script.dump
    var result = text
    var number = 0
    for token in tokens.reversed() where Int.random(in: 0..<6, using: &random) == 0 {
      number += 1
      let index = result.utf8.index(result.startIndex, offsetBy: token.span.start)
      let comment = Bool.random(using: &random) ? "# c\(number)\n" : "\n # c\(number)\n"
      let trial = result[..<index] + comment + result[index...]
      let parsed = parse(String(trial))
      if parsed.diagnostics.isEmpty, parsed.script.dump == dump { result = String(trial) }
    }
    return result
  }

  private static func comments(_ parsed: ParsedScript, _ text: String) -> [String] {
    let source = Source(text)
    return parsed.comments.map { span in
      var comment = source.text(span)
      while comment.last?.isWhitespace == true { comment.removeLast() }
      return comment
    }
  }
}
