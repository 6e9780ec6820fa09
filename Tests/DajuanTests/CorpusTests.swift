import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

#if canImport(Glibc)
  import Glibc
#endif

/// The cases of Tests/Corpus, which another implementation could run. `DAJUAN_RECORD=1` writes what
/// comes of them into the files, but for those of `skip.tsv`: there, the outcome is the right one and
/// this implementation's is not.
@Suite struct CorpusTests {
  private static let skipped = Set(
    (CorpusFile.rows("skip.tsv") ?? []).map { "\($0["file"] ?? ""): \($0["title"] ?? "")" })

  private static let bundled = Result { try Ledger.bundled() }

  private static func ledger(of file: CorpusFile) throws -> Ledger {
    guard let name = file.ledger else { return try bundled.get() }
    return Ledger(try CorpusLedger(name).rows)
  }

  private static func key(_ file: CorpusFile, _ title: String) -> String {
    "\(file.path.dropFirst("Tests/Corpus/".count)): \(title)"
  }

  @Test(arguments: CorpusPhase.allCases.flatMap { CorpusFile.paths($0.rawValue) })
  func comesOutAsWritten(path: String) throws {
    let file = try #require(CorpusFile(path))
    let phase = try #require(CorpusPhase(rawValue: String(path.split(separator: "/")[2])))
    let ledger = try Self.ledger(of: file)
    var outcomes: [String] = []
    for example in file.cases {
      let isSkipped = Self.skipped.contains(Self.key(file, example.title))
      let outcome = phase.outcome(of: example.query, ledger)
      outcomes.append(isSkipped ? example.outcome : outcome)
      if isSkipped {
        #expect(outcome != example.outcome, "\(example.title): right now, take it out of skip.tsv")
      } else if getenv("DAJUAN_RECORD") == nil {
        #expect(outcome == example.outcome, "\(example.title)")
      }
    }
    let text = file.text(outcomes)
    if getenv("DAJUAN_RECORD") != nil { RepositoryFiles.write(text, to: path) }
    #expect(RepositoryFiles.text(path) == text, "the file is laid out as the recorder would")
  }

  /// A suggestion mends what it is made for: its query has fewer mistakes.
  @Test(arguments: CorpusFile.paths("errors"))
  func suggestionsMend(path: String) throws {
    let file = try #require(CorpusFile(path))
    let ledger = try Self.ledger(of: file)
    for example in file.cases where !Self.skipped.contains(Self.key(file, example.title)) {
      for cure in CorpusPhase.cures(of: example.query, ledger) {
        #expect(cure.left < 0, "\(example.title): \(cure.code) proposes \(cure.cure)")
      }
    }
  }

  @Test func titlesAreUniqueAndCasesMany() throws {
    var count = 0
    var titles: Set<String> = []
    for path in CorpusPhase.allCases.flatMap({ CorpusFile.paths($0.rawValue) }) {
      let file = try #require(CorpusFile(path))
      count += file.cases.count
      for example in file.cases { titles.insert(Self.key(file, example.title)) }
    }
    #expect(titles.count == count)
    #expect(count >= 400)
    #expect(Self.skipped.isSubset(of: titles))
  }
}

/// What the corpus must speak of.
@Suite struct CorpusCoverageTests {
  /// What no case can show or none shows yet, each with its reason.
  private static let left = Set(
    (CorpusFile.rows("not-covered.tsv") ?? []).compactMap { $0["what"] })

  private static func cases(_ phases: [CorpusPhase]) throws -> [CorpusFile.Case] {
    try phases.flatMap { CorpusFile.paths($0.rawValue) }
      .flatMap { try #require(CorpusFile($0)).cases }
  }

  @Test func everyDiagnosticCodeIsShown() throws {
    let outcomes = try Self.cases([.errors]).map(\.outcome).joined(separator: "\n")
    for code in DiagnosticCode.allCases {
      let isShown = outcomes.contains(code.rawValue + " ")
      #expect(
        isShown != Self.left.contains(code.rawValue),
        "\(code.rawValue) wants a case in Tests/Corpus/errors or a line in not-covered.tsv, not both"
      )
    }
  }

  @Test(arguments: [VocabularyEntry.Category.operator, .function, .aggregate, .window])
  func everyWordIsRunInBothLanguages(category: VocabularyEntry.Category) throws {
    var words: Set<String> = []
    for example in try Self.cases([.run]) {
      let lexed = LexedSource.lex(Source(example.query))
      for token in lexed.tokens where token.kind == .word { words.insert(lexed.text(of: token)) }
    }
    for entry in Vocabulary.entries(in: category) {
      for spelling in [entry.english, entry.chinese] {
        #expect(
          words.contains(spelling) != Self.left.contains(spelling),
          "\(spelling) wants a case in Tests/Corpus/run or a line in not-covered.tsv, not both")
      }
    }
  }
}
