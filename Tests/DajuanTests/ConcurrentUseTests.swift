import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// One evaluator and what it compiled, used by several threads at once; run under ThreadSanitizer by
/// `make tsan`.
@Suite struct ConcurrentUseTests {
  private static let texts = [
    "facts | summarize n = count() by kind | sort n desc",
    "facts | summarize n = count() by kind, nature | pivot nature values n by kind",
    "indicators | track | count", "projects | where investment is present | cite",
    "honours | join left projects on place | count", "seen | count",
  ]

  @Test func everyThreadHasTheSameAnswers() async throws {
    let calls = HostTable("seen", columns: [.init("x", .text)]) {
      Table(Schema([ColumnDefinition("x", .text)]), [.text(TextColumn(["a", "b"]))], count: 2)
    }
    let evaluator = Evaluator(ledger: try .bundled(), host: try Host(tables: [calls]))
    let queries = try Self.texts.map { try evaluator.compile($0) }
    let answers = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<5).flatMap { _ in
            queries.map { query in
              var text = ""
              (try? query.run())?.write(RenderOptions(format: .json), to: &text)
              return text + evaluator.candidates(in: "facts | ", at: 8).candidates[0].text
            }
          }
        }
      }
      return await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(answers.count == 4 && Set(answers).count == 1)
    #expect(!answers[0].contains(""))
  }

  @Test func aCancellationFromAnotherThreadEndsOnlyItsRun() async throws {
    let query = try Evaluator(ledger: .bundled()).compile("facts | sort value")
    let cancellation = Cancellation()
    let outcomes = await withTaskGroup(of: Bool?.self) { group in
      group.addTask {
        while true {
          do throws(ScriptError) {
            _ = try query.run(cancellation: cancellation)
          } catch {
            return error.isCancelled
          }
        }
      }
      group.addTask {
        cancellation.request()
        return nil
      }
      return await group.reduce(into: [Bool]()) { if let outcome = $1 { $0.append(outcome) } }
    }
    #expect(outcomes == [true])
    #expect(try query.run().rows.isEmpty == false)
  }
}
