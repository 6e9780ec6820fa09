import DajuanSyntax
import Foundation

/// Every query that stands somewhere in the repository, right or wrong.
enum WrittenQueries {
  /// Where queries stand, each place with what it has.
  static func all() throws -> [(place: String, queries: [String])] {
    try [
      ("Tests/Corpus", corpus().map(\.query)),
      ("Examples", names(under: "Examples", ".dj").map(read)),
      ("README", sessions(in: read("README.md"))),
      ("the DocC catalog", documentation()),
      ("the vocabulary", Vocabulary.entries.compactMap(\.example)),
      ("the explanations", explanations()),
      ("the samples", Samples.all),
    ]
  }

  /// A case of Tests/Corpus.
  struct Case {
    let file: String
    let title: String
    let query: String
    let outcome: String
  }

  /// The cases of every folder of Tests/Corpus, in its README's format.
  static func corpus() throws -> [Case] {
    try names(under: "Tests/Corpus", ".case").flatMap { file in
      try ("\n" + read(file)).components(separatedBy: "\n=== ").dropFirst().map { text in
        let title = text.prefix { $0 != "\n" }
        let body = text.dropFirst(title.count).components(separatedBy: "\n---")
        return Case(
          file: file, title: String(title), query: String(body[0].dropFirst()),
          outcome: body.dropFirst().joined(separator: "\n---"))
      }
    }
  }

  private static func documentation() throws -> [String] {
    try names(under: "Sources/Dajuan/Dajuan.docc", ".md").flatMap { try sessions(in: read($0)) }
  }

  /// Mistakes and cures; the one about bytes is none of text.
  private static func explanations() -> [String] {
    Explanation.all.filter { !$0.conditions.contains { $0.hasPrefix("bytes") } }
      .flatMap { [$0.mistake, $0.cure] }
  }

  /// What stands after the prompts of the fenced sessions of a page, or, in a block without prompts,
  /// all of it; no dot-commands.
  private static func sessions(in page: String) -> [String] {
    page.components(separatedBy: "\n```dajuan\n").dropFirst().flatMap { block in
      let text = block.components(separatedBy: "\n```").first ?? ""
      guard text.contains("dajuan> ") else { return [text] }
      var queries: [String] = []
      for line in text.split(separator: "\n") {
        if line.hasPrefix("dajuan> ") {
          queries.append(String(line.dropFirst(8)))
        } else if line.hasPrefix("   ...> "), let last = queries.popLast() {
          queries.append(last + "\n" + line.dropFirst(8))
        }
      }
      return queries.filter { !$0.hasPrefix(".") }
    }
  }

  private static func read(_ name: String) throws -> String {
    try GrammarFiles.read("../" + name)
  }

  /// The files below a folder with an ending, in order; none where there is no folder.
  private static func names(under folder: String, _ ending: String) -> [String] {
    (try? GrammarFiles.namesBelow("../" + folder))?.filter { $0.hasSuffix(ending) }
      .map { folder + "/" + $0 } ?? []
  }
}
