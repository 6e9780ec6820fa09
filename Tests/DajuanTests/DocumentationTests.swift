import DajuanSyntax
import Testing

@testable import Dajuan

#if canImport(Glibc)
  import Glibc
#endif

/// Queries that the documentation shows, run so that it stays true. `DAJUAN_RECORD=1` writes what they
/// print into the documentation.
@Suite struct DocumentationTests {
  private static let pages =
    ["README.md"] + DocumentationPage.catalog.map(\.path)

  /// The fenced `dajuan` blocks of README and of the catalog: prompts with queries, each with what it
  /// prints. Every block is a session of its own on the bundled report.
  @Test(arguments: pages)
  func sessionsAreTrue(path: String) throws {
    var page = try #require(DocumentationPage(path))
    for index in page.pieces.indices {
      guard case .session(let written) = page.pieces[index] else { continue }
      let shown = try Self.run(written)
      page.pieces[index] = .session(shown)
      if getenv("DAJUAN_RECORD") == nil {
        #expect(shown.map(\.text).joined() == written.map(\.text).joined())
      }
    }
    if getenv("DAJUAN_RECORD") != nil { RepositoryFiles.write(page.text, to: path) }
  }

  /// A block that is never closed, or a prompt outside one, would not be run.
  @Test(arguments: pages)
  func sessionsAreReadWhole(path: String) throws {
    let text = try #require(RepositoryFiles.text(path))
    let page = DocumentationPage(path: path, text: text)
    #expect(page.text == text)
    for case .session(let exchanges) in page.pieces { #expect(!exchanges.isEmpty) }
    #expect(!page.pieces.lines.contains { $0.hasPrefix("dajuan>") })
  }

  private static func run(
    _ exchanges: [DocumentationPage.Exchange]
  ) throws -> [DocumentationPage.Exchange] {
    var session = Session(ledger: try .bundled())
    var answered = exchanges
    for index in answered.indices {
      answered[index].answer = ""
      do {
        try session.run(Source(answered[index].query)) {
          $0.write(RenderOptions(), to: &answered[index].answer)
        }
      } catch {
        answered[index].answer += error.text(language: language(of: answered[index].query))
      }
    }
    return answered
  }

  /// That of the first word, as in the tool.
  private static func language(of query: String) -> Language {
    let word = query.unicodeScalars.first { $0.properties.isAlphabetic }
    return word.map(\.isASCII) ?? true ? .english : .chinese
  }

  private static let exemplified = Vocabulary.entries.filter {
    [.operator, .function, .aggregate, .window].contains($0.category) || $0.signature != nil
  }

  /// Every operator and function has an example, and every example runs.
  @Test(arguments: exemplified.indices)
  func helpExamplesRun(index: Int) throws {
    let example = try #require(Self.exemplified[index].example)
    var session = Session(ledger: try .bundled())
    try session.run(Source(example)) { _ in }
  }
}
