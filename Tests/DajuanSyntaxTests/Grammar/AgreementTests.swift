import DajuanSyntax
import Foundation
import Testing

/// The grammar of Grammar/dajuan.ebnf as a recogniser that knows nothing of the parser.
struct Recogniser: Sendable {
  let scanner: WordScanner
  let earley: Earley

  init(_ grammar: EBNF) {
    let network = Network(grammar, root: "script")
    scanner = WordScanner(grammar, network)
    earley = Earley(network: network)
  }

  func recognises(_ text: String) -> Bool {
    scanner.tokens(of: text).map { earley.recognise($0.map(\.classes)).isSentence } ?? false
  }
}

/// The grammar and the parser take the same texts, and refuse the same.
@Suite struct AgreementTests {
  private static let recogniser = (try? EBNF(GrammarFiles.read("dajuan.ebnf"))).map(Recogniser.init)

  /// Records a disagreement; the result is the parser's answer.
  @discardableResult
  private static func compare(_ text: String, _ recogniser: Recogniser) -> Bool {
    let parsed = parse(text)
    let accepts = parsed.diagnostics.isEmpty
    if recogniser.recognises(text) != accepts {
      let tokens = recogniser.scanner.tokens(of: text)
      let place = tokens.map { tokens in
        let count = recogniser.earley.recognise(tokens.map(\.classes)).count
        return "\(count) of \(tokens.count) tokens"
      }
      let grammar = accepts ? "refuses it after \(place ?? "no token")" : "takes it"
      Issue.record("The grammar \(grammar):\n\(text)\n\(describe(parsed))")
    }
    return accepts
  }

  @Test("Sentences of the grammar, and those damaged", arguments: 0..<4)
  func sentences(seed: UInt64) throws {
    let recogniser = try #require(Self.recogniser)
    let grammar = recogniser.scanner.grammar
    var generator = SentenceGenerator(grammar, seed: 100 + seed)
    var mutator = Mutator(seed: seed, pool: Self.pool(of: recogniser, seed: seed))
    var refused = 0
    var taken = 0
    for _ in 0..<Self.count {
      // Short ones for the sake of time, and none of separators alone.
      var text = generator.sentence("script")
      while !(24...240).contains(text.utf8.count) { text = generator.sentence("script") }
      #expect(Self.compare(text, recogniser), "\(text)")
      let ranges = try #require(recogniser.scanner.tokens(of: text)).map(\.range)
      for isFine in [false, true] {
        let damaged = mutator.mutate(text, ranges, isFine: isFine)
        if Self.compare(damaged, recogniser) { taken += 1 } else { refused += 1 }
      }
    }
    // Mutants of one kind only would show nothing.
    #expect(
      refused > Self.count / 3 && taken > Self.count / 5, "\(refused) refused, \(taken) taken")
  }

  /// How many sentences a seed; `DAJUAN_SENTENCES` asks for more than there is time for in every run.
  private static let count =
    ProcessInfo.processInfo.environment["DAJUAN_SENTENCES"].flatMap { Int($0) } ?? 250

  /// Tokens of sentences and every terminal in every spelling.
  private static func pool(of recogniser: Recogniser, seed: UInt64) -> [String] {
    var generator = SentenceGenerator(recogniser.scanner.grammar, seed: 1000 + seed)
    var pool = recogniser.scanner.network.classes.flatMap { node in
      guard case .terminal(let text) = node else { return [String]() }
      let entries = [VocabularyEntry.Category.keyword, .operator].flatMap {
        Vocabulary.entries(spelled: text, in: $0)
      }
      return entries.isEmpty ? [text] : entries.flatMap(\.spellings)
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

  @Test("The scripts of Examples, the queries of documents and vocabulary, and those damaged")
  func documents() throws {
    let recogniser = try #require(Self.recogniser)
    let texts = try Self.documents() + Samples.all + Vocabulary.entries.compactMap(\.example)
    #expect(texts.count > 60)
    var mutator = Mutator(seed: 7, pool: Self.pool(of: recogniser, seed: 7))
    for text in texts {
      #expect(Self.compare(text, recogniser), "\(text)")
      let ranges = (recogniser.scanner.tokens(of: text) ?? []).map(\.range)
      for round in 0..<(text.utf8.count < 400 ? 6 : 2) {
        Self.compare(mutator.mutate(text, ranges, isFine: round % 2 == 1), recogniser)
      }
    }
  }

  /// The scripts of Examples, and of README and the reference the queries after the prompts of sessions,
  /// but for those that are shown to be wrong.
  private static func documents() throws -> [String] {
    let scripts = try GrammarFiles.names(in: "../Examples").filter { $0.hasSuffix(".dj") }
    #expect(scripts.count > 5)
    let catalog = "../Sources/Dajuan/Dajuan.docc"
    let pages = try GrammarFiles.names(in: catalog).filter { $0.hasSuffix(".md") }
    #expect(pages.count > 20)
    let texts = try (["../README.md"] + pages.map { catalog + "/" + $0 }).map(GrammarFiles.read)
    var queries: [String] = []
    for block in texts.flatMap({ $0.components(separatedBy: "```dajuan\n").dropFirst() }) {
      var query: String?
      for line in (block.components(separatedBy: "\n```").first ?? "").split(separator: "\n") {
        if line.hasPrefix("dajuan> ") {
          if let query { queries.append(query) }
          query = String(line.dropFirst(8))
        } else if line.hasPrefix("   ...> ") {
          query? += "\n" + line.dropFirst(8)
        } else if line.hasPrefix("error[") || line.hasPrefix("错误[") {
          query = nil
        }
      }
      if let query { queries.append(query) }
    }
    #expect(queries.count > 250)
    return try scripts.map { try GrammarFiles.read("../Examples/\($0)") } + queries
  }

  @Test("Texts at the edges of the grammar", arguments: EdgeCases.all)
  func edges(text: String) throws {
    Self.compare(text, try #require(Self.recogniser))
  }

  @Test("The recogniser refuses what the grammar does not say", arguments: EdgeCases.refused)
  func refuses(text: String) throws {
    #expect(try #require(Self.recogniser).recognises(text) == false)
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
      "facts | where 5元且 b", "facts | where 5values", "facts | where 5_", "facts | where 1.2.3",
      "facts | where 2021-13", "facts | where 2021-3", "facts | where 2021-03-45",
      "facts | where 2021年13月", "facts | where 2021年13", "facts | where 2021Q12",
      "facts | where 2021-02-30", "facts | where 2021-03.5", "facts | where 2021-03x",
      "facts | where 2021年2月29日", "facts | where 2020年2月29日", "facts | where 1..2",
      "facts | where 1...2",
      "facts | where a = '＂'", "facts | where a = ＂b'＂", "facts | where a = ＂b\"",
      "facts | where ｀a`",
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
