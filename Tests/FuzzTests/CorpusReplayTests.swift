import FuzzTargets
import Testing

/// What the fuzzers keep, looked at again in an ordinary build.
@Suite struct CorpusReplayTests {
  private static let folder =
    String(#filePath.dropLast("FuzzTests/CorpusReplayTests.swift".count))
    + "Fuzz/Corpus"

  @Test(arguments: FuzzTarget.allCases)
  func nothingIsFound(target: FuzzTarget) throws {
    let paths = try FuzzCorpus.paths(of: target, in: Self.folder)
    #expect(!paths.isEmpty)
    for path in paths {
      do {
        try target.check(try FuzzCorpus.bytes(of: path))
      } catch {
        Issue.record("\(path): \(error)")
      }
    }
  }
}
