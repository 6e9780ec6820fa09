import DajuanSyntax
import Testing

@testable import Dajuan

#if canImport(Glibc)
  import Glibc
#endif

/// The scripts of Examples/, each with what it prints.
@Suite struct ExamplesTests {
  static let scripts = RepositoryFiles.names(in: "Examples").filter { $0.hasSuffix(".dj") }

  @Test func thereAreExamples() { #expect(Self.scripts.count >= 5) }

  @Test(arguments: scripts)
  func printsWhatItSays(script: String) throws {
    let source = Source(
      name: script, bytes: Array(try #require(RepositoryFiles.text("Examples/\(script)")).utf8))
    var session = Session(ledger: try .bundled())
    var text = ""
    var isFirst = true
    do {
      try session.run(source) { result in
        if !isFirst { text += "\n" }
        isFirst = false
        result.write(RenderOptions(), to: &text)
      }
    } catch {
      for diagnostic in error.diagnostics { text += diagnostic.text(in: error.source) }
      Issue.record("\(text)")
    }
    let expected = "Examples/" + script.dropLast(3) + ".out"
    if getenv("DAJUAN_RECORD") != nil { RepositoryFiles.write(text, to: expected) }
    #expect(RepositoryFiles.text(expected) == text)
  }
}

/// Queries that the documentation shows, run so that it stays true. `DAJUAN_RECORD=1` writes what they
/// print into the documentation.
@Suite struct DocumentationTests {
  /// The fenced `dajuan` blocks of README: a prompt with a query, then what it prints.
  @Test func readmeSessionsAreTrue() throws {
    var readme = try #require(RepositoryFiles.text("README.md"))
    let sessions = Self.fencedBlocks(of: readme, marked: "dajuan")
    #expect(!sessions.isEmpty)
    for block in sessions {
      var session = Session(ledger: try .bundled())
      var shown = ""
      for (query, _) in Self.exchanges(in: block) {
        shown += "dajuan> " + query.split(separator: "\n").joined(separator: "\n   ...> ") + "\n"
        do {
          try session.run(Source(query)) { $0.write(RenderOptions(), to: &shown) }
        } catch {
          for diagnostic in error.diagnostics { shown += diagnostic.text(in: error.source) }
        }
      }
      if getenv("DAJUAN_RECORD") != nil {
        readme.replace(block, with: shown)
        RepositoryFiles.write(readme, to: "README.md")
      } else {
        #expect(shown == block)
      }
    }
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

  private static func fencedBlocks(of text: String, marked mark: String) -> [String] {
    var blocks: [String] = []
    var current: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if current == nil, line == "```" + mark {
        current = ""
      } else if line == "```", let block = current {
        blocks.append(block)
        current = nil
      } else {
        current?.append(line + "\n")
      }
    }
    return blocks
  }

  private static func exchanges(in block: String) -> [(query: String, answer: String)] {
    var result: [(query: String, answer: String)] = []
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("dajuan> ") {
        result.append((String(line.dropFirst(8)), ""))
      } else if line.hasPrefix("   ...> "), let last = result.indices.last {
        result[last].query += "\n" + line.dropFirst(8)
      } else if let last = result.indices.last {
        result[last].answer += line + "\n"
      }
    }
    return result
  }
}
