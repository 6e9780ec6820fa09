import Foundation
import Testing

@testable import dajuan_bench

@Suite struct EngineComparisonTests {
  private let columns: [EngineQuery.ResultColumn] = [.text, .count, .quotients]

  private func rows(_ text: String) throws -> ResultRows {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try ResultRows(contentsOf: file.path)
  }

  private func difference(_ a: String, _ b: String) throws -> String? {
    try rows(a).difference(from: rows(b), columns)
  }

  @Test func takesRowsInAnyOrderAndQuotientsNearby() throws {
    let one = "甲\t3\t0.333333333333\t\n乙\t4\t2\t2.5\n"
    #expect(try difference(one, one) == nil)
    #expect(try difference(one, "乙\t4\t2.0\t2.5\n甲\t3\t0.3333333333333333\t\n") == nil)
  }

  @Test(arguments: [
    "甲\t3\t0.3333\t\n", "甲\t4\t0.333333333333\t\n", "乙\t3\t0.333333333333\t\n",
    "甲\t3\t0.333333333333\t1\n", "甲\t3\t0.333333333333\n", "",
    "甲\t3\t0.333333333333\t\n甲\t3\t0.333333333333\t\n",
  ])
  func tellsWhatDiffers(_ other: String) throws {
    #expect(try difference("甲\t3\t0.333333333333\t\n", other) != nil)
  }

  @Test func fitsThePowerOfGrowth() throws {
    let comparisons = [100_000, 1_000_000, 10_000_000].map { facts in
      EngineComparison(
        facts: facts, queries: [],
        answers: [
          EngineAnswer(
            engine: "engine", seconds: ["question": [1, pow(Double(facts), 1.5), 1e30]], open: 0,
            firstRow: 0, peak: 0)
        ])
    }
    let growth = EngineGrowth(comparisons: comparisons)
    let exponent = try #require(growth.exponent("engine", "question"))
    #expect(abs(exponent - 1.5) < 1e-9)
    #expect(growth.exponent("another", "question") == nil)
  }

  @Test func readsWhatTheCommandLineAsks() throws {
    let options = try #require(
      Options(["--growth", "--facts", "30000000", "--engines", "polars", "--only", "join"]))
    #expect(options.sizes == [100_000, 1_000_000, 10_000_000, 30_000_000])
    func engines(_ options: Options, _ facts: Int) -> [String] {
      Engine.all.filter { options.chooses($0, facts: facts) }.map(\.id)
    }
    #expect(engines(options, 30_000_000) == ["dajuan", "polars"])
    let limited = try #require(Options(["--sqlite-limit", "1000000", "--cap", "3"]))
    #expect(limited.cap == 3)
    #expect(engines(limited, 1_000_000).count == Engine.all.count)
    #expect(engines(limited, 1_000_001) == ["dajuan", "duckdb", "duckdb-enum", "polars"])
    #expect(options.chooses("a join") && !options.chooses("median"))
    #expect(try #require(Options([])).sizes == [1_000_000])
    for wrong in [
      ["--engines", "oracle"], ["--facts", "few"], ["--only"], ["--cap", "0"], ["--else", "1"],
    ] {
      #expect(Options(wrong) == nil)
    }
  }
}
