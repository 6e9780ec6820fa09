import DajuanLedger
import DajuanSyntax
import Foundation
import Synchronization
import Testing

@testable import Dajuan

/// The deepest texts that the limits let through, asked from a thread whose stack is too small for them.
@Suite struct SmallStackTests {
  /// What a thread has to itself, as some systems give to threads that are not the first.
  private static let stackBytes = 256 << 10

  private static let texts = [
    "facts | select x = " + String(repeating: "(", count: 120) + "value"
      + String(repeating: ")", count: 120) + " | take 1",
    "facts | select x = value" + String(repeating: " + 1", count: 500) + " | take 1",
    "facts | where " + String(repeating: "not (", count: 80) + "value > 1"
      + String(repeating: ")", count: 80) + " | take 1",
  ]

  /// Does something on such a thread, and waits for it.
  private static func onSmallStack(_ body: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { continuation in
      let thread = Foundation.Thread {
        body()
        continuation.resume()
      }
      thread.stackSize = stackBytes
      thread.start()
    }
  }

  @Test(arguments: texts) func aConversationHasRoom(text: String) async throws {
    let ledger = try Ledger.bundled()
    let outcome = Mutex("")
    await Self.onSmallStack {
      var session = Session(ledger: ledger)
      let source = Source(text)
      let told = session.check(source).map(\.code.rawValue)
      var rows = 0
      do {
        try session.run(source) { rows += $0.rows.count }
        for phase in Session.Phase.allCases where try session.explain(source, phase).isEmpty {
          Issue.record("nothing is shown of \(phase)")
        }
        #expect(try session.citation(ofRow: 0, of: source)?.rowCount == 1)
      } catch {
        Issue.record("\(error)")
      }
      let words = session.candidates(in: text + " | whe", at: text.utf8.count + 6).candidates
      #expect(words.map(\.text).contains("where"))
      #expect(session.parameters(of: Source("param p: number = 1\n" + text)).count == 1)
      #expect(!Session.isIncomplete(text) && Session.isIncomplete(text + " |"))
      outcome.withLock { $0 = "\(told) \(rows)" }
    }
    #expect(outcome.withLock { $0 } == "[] 1")
  }

  @Test(arguments: texts) func anEvaluatorHasRoom(text: String) async throws {
    let evaluator = Evaluator(ledger: try .bundled())
    let outcome = Mutex("")
    await Self.onSmallStack {
      do {
        let query = try evaluator.compile("param p: number = 1\n" + text)
        let bound = try query.bound(to: ["p": .text("2")])
        let rows = try bound.run().rows.count
        let laid = evaluator.formatted(Source(text))
        outcome.withLock { $0 = "\(rows) \(laid != nil)" }
      } catch { outcome.withLock { [text = "\(error)"] in $0 = text } }
    }
    #expect(outcome.withLock { $0 } == "1 true")
  }

  @Test func answersAreShownOnTheThreadThatAsks() async throws {
    let ledger = try Ledger.bundled()
    let same = Mutex(false)
    await Self.onSmallStack {
      var session = Session(ledger: ledger)
      let own = pthread_self()
      try? session.run(Source("facts | take 1")) { _ in
        same.withLock { $0 = pthread_equal(own, pthread_self()) != 0 }
      }
    }
    #expect(same.withLock { $0 })
  }
}
