import DajuanSyntax
import Foundation
import Testing

/// Asks the grammar and the parser of texts, and counts what they say.
private struct Comparison: CustomStringConvertible {
  let recogniser: Recogniser
  private(set) var taken = 0
  private(set) var refused = 0
  private(set) var disputed = 0

  init() throws { recogniser = try .ofTheGrammar() }

  /// Records a disagreement.
  mutating func compare(_ text: String) {
    let parsed = parse(text)
    let accepts = parsed.diagnostics.isEmpty
    guard recogniser.recognises(text) != accepts else {
      if accepts { taken += 1 } else { refused += 1 }
      return
    }
    disputed += 1
    let place = recogniser.scanner.tokens(of: text).map { tokens in
      let count = recogniser.earley.recognise(tokens.map(\.classes)).count
      return "\(count) of \(tokens.count) tokens"
    }
    let grammar = accepts ? "refuses it after \(place ?? "no token")" : "takes it"
    Issue.record("The grammar \(grammar):\n\(text)\n\(describe(parsed))")
  }

  var description: String {
    "grammar and parser both take \(taken), both refuse \(refused), differ on \(disputed)"
  }
}

/// The grammar and the parser take the same texts, and refuse the same.
@Suite struct AgreementTests {
  @Test("Sentences of the grammar, and those damaged", arguments: 0..<4)
  func sentences(seed: UInt64) throws {
    var comparison = try Comparison()
    let scanner = comparison.recogniser.scanner
    var generator = SentenceGenerator(comparison.recogniser, seed: 100 + seed)
    var mutator = Mutator(seed: seed, pool: Self.pool(of: comparison.recogniser, seed: seed))
    for _ in 0..<Self.count {
      // Short ones for the sake of time, and none of separators alone.
      var text = generator.sentence("script")
      while !(24...240).contains(text.utf8.count) { text = generator.sentence("script") }
      comparison.compare(text)
      let ranges = try #require(scanner.tokens(of: text)).map(\.range)
      comparison.compare(mutator.mutate(text, ranges, isFine: false))
      comparison.compare(mutator.mutate(text, ranges, isFine: true))
    }
    // Of every sentence and two mutants, mutants of one kind only would show nothing.
    #expect(
      comparison.refused > Self.count / 3 && comparison.taken > Self.count * 6 / 5, "\(comparison)")
    print("\(comparison): \(Self.count) sentences of seed \(seed), and each damaged twice")
  }

  /// How many sentences a seed; `DAJUAN_SENTENCES` asks for more than there is time for in every run.
  private static let count =
    ProcessInfo.processInfo.environment["DAJUAN_SENTENCES"].flatMap { Int($0) } ?? 250

  /// Tokens of sentences and every terminal in every spelling.
  private static func pool(of recogniser: Recogniser, seed: UInt64) -> [String] {
    var generator = SentenceGenerator(recogniser, seed: 1000 + seed)
    var pool = recogniser.scanner.network.classes.flatMap { node in
      guard case .terminal(let text) = node else { return [String]() }
      return recogniser.scanner.list.spellings[text] ?? [text]
    }
    for _ in 0..<12 {
      let text = generator.sentence("script")
      let scalars = Array(text.unicodeScalars)
      pool += (recogniser.scanner.tokens(of: text) ?? []).map {
        String(String.UnicodeScalarView(scalars[$0.range]))
      }
    }
    return pool
  }

  @Test("Every query of the corpus, the examples and the documentation, and those damaged")
  func writtenQueries() throws {
    let recogniser = try Recogniser.ofTheGrammar()
    var mutator = Mutator(seed: 7, pool: Self.pool(of: recogniser, seed: 7))
    for (place, queries) in try WrittenQueries.all() {
      var comparison = try Comparison()
      for query in queries { comparison.compare(query) }
      #expect(comparison.taken > 0, "nothing was found in \(place)")
      print("\(comparison): the queries of \(place)")
      for query in queries where query.utf8.count < 160 {
        let ranges = (recogniser.scanner.tokens(of: query) ?? []).map(\.range)
        comparison.compare(mutator.mutate(query, ranges, isFine: false))
        comparison.compare(mutator.mutate(query, ranges, isFine: true))
      }
    }
  }

  @Test("What the corpus says of mistakes is what the grammar says")
  func corpusMistakes() throws {
    let recogniser = try Recogniser.ofTheGrammar()
    // What is lexed need be no statement.
    for example in try WrittenQueries.corpus() where !example.file.contains("/lex/") {
      let lines = example.outcome.split(separator: "\n")
      let isMistaken = lines.contains { $0.hasPrefix("DJ00") || $0.hasPrefix("DJ01") }
      #expect(
        recogniser.recognises(example.query) != isMistaken, "\(example.file): \(example.title)")
    }
  }

  @Test("Numbers with words of the language directly after them", arguments: 0..<2)
  func gluedWords(seed: UInt64) throws {
    var comparison = try Comparison()
    var random = SeededGenerator(seed: seed)
    let words = comparison.recogniser.scanner.list.all.filter { !$0.contains(" ") }.sorted()
    for _ in 0..<Self.count {
      let run = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      comparison.compare("facts | where a > 5\(run.joined())")
      comparison.compare("facts | where a > 5\(run.joined()) b")
      comparison.compare("facts | join \(run.joined()) on a")
    }
    print("\(comparison): numbers and names of several words")
  }

  @Test("Texts at the edges of the grammar", arguments: EdgeCases.all)
  func edges(text: String) throws {
    var comparison = try Comparison()
    comparison.compare(text)
  }

  @Test("The recogniser refuses what the grammar does not say", arguments: EdgeCases.refused)
  func refuses(text: String) throws {
    #expect(try Recogniser.ofTheGrammar().recognises(text) == false)
  }
}

/// Texts on either side of what the grammar allows.
enum EdgeCases {
  static let refused = [
    "let", "facts |", "facts | where", "facts | where a == b == c", "facts | sort a desc asc",
    "facts | where (a", "facts | where 2021Q5 == a", "facts | where 5且 b", "facts facts",
  ]

  static let all =
    refused + [
      "", "\n;\n", "facts", "facts\n| count", "facts |\ncount", "facts | where\na",
      "facts | take\n3",
      "let a = 1..2", "let a = ((b | count))", "let a = (b) + 1", "let a = (_)", "(facts)",
      "facts | where a in (b) + 1", "facts | where a in (b,) + 1", "facts | where a in [b] + 1",
      "facts | where a in (b, c) + 1", "facts | where a is missing + 1",
      "facts | where a missing ?? b",
      "facts | where a in (b) ?? c", "facts | where a in [b] ?? c", "facts | where a in [b] .. c",
      "facts | where a == b + 1 in c", "facts | where a .. b .. c", "facts | where a ?? b ?? c",
      "facts | where not a is not missing", "facts | where a and not b or not not c",
      "facts | where - - a", "facts | where a - not b", "facts | where a to % to %",
      "facts | where a to 亿/人", "facts | where a to 元÷人", "param a: 元÷人",
      "facts | where a to 元/百亿", "facts | where a to 亿元/人", "facts | where a to % > b",
      "facts | where a to 万㎡", "facts | where a to 万 ㎡", "facts | where 5亿/人 > a",
      "facts | where 5元/人 > a", "facts | where 5 元/人x > a", "facts | where 5 km/h > a",
      "facts | where 5 万 > a", "facts | where 5万 元 > a", "facts | where 5 abc > a",
      "facts | where 5元且 b", "facts | where 5真", "facts | where 5min所", "facts | where 5不２",
      "let a = 5令",
      "facts | where 5ａｎｄ b", "facts | where 5values", "facts | where 5_", "facts | where 1.2.3",
      "facts | where 2021-13", "facts | where 2021-3", "facts | where 2021-03-45",
      "facts | where 2021年13月", "facts | where 2021年13", "facts | where 2021Q12",
      "facts | where 2021-02-30", "facts | where 2021-03.5", "facts | where 2021-03x",
      "facts | where 2021年2月29日", "facts | where 2020年2月29日", "facts | where 1..2",
      "facts | where 1...2",
      "facts | where a = '＂'", "facts | where a = ＂b'＂", "facts | where a = ＂b\"",
      "facts | where ｀a`", "事实 | 关联 左联指标 依据 地区", "事实 | 关联 左联 指标 依据 地区",
      "事实 | 关联 指标 依据地区", "事实 | 汇总 计数() 按地区", "指标 | 图表 条形名称, 增速",
      "facts | where a = '\\u{D800}'", "facts | where a = '\\u{1234567}'",
      "facts | where a = '\\q'",
      "facts | select -a, -a + 1, b = -a", "facts | select a = b = c",
      "facts | select a = b = c = d",
      "facts | derive a", "facts | take 3 by", "facts | summarize a, by b,",
      "facts | summarize by b",
      "facts | sort a,", "facts | distinct\nfacts", "facts | distinct,", "facts | f(a,)",
      "facts | count 3",
      "facts | where f(,)", "facts | where f()", "facts | where f(a b)", "facts | where f(*)",
      "count | count", "where | where where", "take", "| count", "_", "_ | count",
      "let a = | count",
      "facts | where ｗｈｅｒｅ ＝＝ ａ", "facts ｜ 筛选 期间 == 2022 且 增速 ≥ 7％", "facts | where a \u{2212} b",
      "facts || where a", "facts | where a && b", "facts | where !a", "facts | where a => b",
      "facts # a\n| count", "facts | where (a\n==\nb)", "facts | where (a;b)", "facts | where a)\n",
      "facts | where a [\n", "facts | where a\n== b", "facts | where a ==\nb",
      "facts | where a is\nmissing",
      "facts | sort a\ndesc", "let\na = 1", "let a =\n1", "let a = facts\n| count", "\u{FEFF}facts",
    ]
}
