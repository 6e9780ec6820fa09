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
