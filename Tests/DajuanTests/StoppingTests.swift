import DajuanLedger
import DajuanSyntax
import Synchronization
import Testing

@testable import Dajuan

/// A query that is to stop stops, wherever it is just then, and tells how far it is until then.
@Suite struct StoppingTests {
  /// Every operator, and for those with several ways of working each of them.
  private static let queries = [
    "indicators | where growth > 3% and name contains \"1\" | select name, level",
    "indicators | where name != place | count",
    "indicators | sort level desc, name | select level, name",
    "indicators | sort substring(name, 2) desc, period | select name",
    "indicators | sort coalesce(place, name) | select name",
    "indicators | sort growth | take 5",
    "indicators | summarize s = sum(growth), m = median(growth), q = quantile(growth, 0.2) by name",
    "indicators | summarize n = count(), d = count_distinct(place) by name, place, period",
    "indicators | summarize n = count() by uppercase(name), year(period)",
    "indicators | summarize m = median(growth * 2), d = stddev(growth) by coalesce(name, place)",
    "indicators | summarize f = first(growth), l = last(name), x = max(growth) by place",
    "indicators | derive a = growth * 2, b = coalesce(name, place) | select a, b",
    "indicators | distinct name, place",
    "indicators | take 2 by name",
    "indicators | describe",
    "indicators | cite",
    "indicators | summarize s = sum(growth) by place | cite",
    "indicators | count | cite",
    "indicators | select name, growth | union (indicators | select name, place) | count",
    "indicators | summarize g = last(growth) by name, period | pivot period values g by name",
    "indicators | join semi (indicators | where nature == target) on name | count",
    "indicators | derive l = lag(growth) by name sort period | select l",
    "indicators | track",
    "indicators | assert growth > 0% or growth <= 0% or growth is missing",
    "indicators | summarize g = avg(growth) by period | chart line period, g",
  ]

  private static let ledger: Ledger = {
    var random = SeededGenerator(seed: 7)
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "r", characters: 1, facts: 1)]
    rows.sources = [SourceRow(report: 0, section: "", statement: "句", lines: 1...1)]
    rows.indicators = (0..<3000).map { index in
      IndicatorRow(
        name: "指标\(Int.random(in: 0..<900, using: &random))",
        level: Quantity(Number(index), Unit.named("元") ?? .none),
        growth: index % 9 == 0
          ? nil
          : Quantity(Number(Int.random(in: -9..<30, using: &random)), Unit.named("%") ?? .none),
        standing: SampleRows.standing(
          "地\(index % 41)", index % 4 == 0 ? .target : .actual, 2000 + index % 20, [0]))
    }
    return Ledger(rows)
  }()

  private func plan(_ text: String) throws -> Plan {
    let source = Source(text)
    var environment = Environment(ledger: Self.ledger)
    environment.distinctValues = Session.distinctValues(in: Self.ledger)
    let parsed = ParsedScript.parse(source)
    let checked = Checker.check(parsed.script, in: source, environment: environment)
    let mistakes = (parsed.diagnostics + checked.diagnostics).filter { $0.severity == .error }
    try #require(mistakes.isEmpty, "\(text)")
    guard case .query(let query)? = checked.statements.first else {
      throw QueryIsNone()
    }
    return Plan(query)
  }

  private struct QueryIsNone: Error {}

  /// Counts how often it is asked, and says stop once, the given time.
  private final class Question: Sendable {
    let asked = Atomic<Int>(0)
    let last: Int
    init(_ last: Int) { self.last = last }
    func stops() -> Bool { asked.wrappingAdd(1, ordering: .relaxed).newValue == last }
  }

  /// Asked to stop at each moment it asks, a query ends as cancelled: it neither fails in another way,
  /// nor gives an answer that lacks what was left out.
  @Test(arguments: queries, [1, 3]) func stopsAtAnyMoment(query: String, threads: Int) throws {
    let plan = try plan(query)
    let limits = QueryLimits(threads: threads)
    for usesKernels in threads == 1 ? [true, false] : [true] {
      let counted = Question(.max)
      _ = try Executor.run(
        plan, on: Self.ledger, limits: limits, usesKernels: usesKernels, pieceSize: 512
      ) { counted.stops() }
      let count = counted.asked.load(ordering: .relaxed)
      #expect(count > 1)
      for moment in stride(from: 1, through: count, by: max(1, count / 12)) {
        let question = Question(moment)
        do throws(QueryFailure) {
          _ = try Executor.run(
            plan, on: Self.ledger, limits: limits, usesKernels: usesKernels, pieceSize: 512
          ) { question.stops() }
          // On several threads it may ask less often than the time before.
          let asked = question.asked.load(ordering: .relaxed)
          #expect(threads > 1 && asked < moment, "\(moment) of \(count)")
        } catch {
          #expect(error.diagnostic.code == .cancelled)
        }
      }
    }
  }

  @Test func tellsHowFarItIs() throws {
    let progress = QueryProgress()
    let seen = Mutex<[QueryProgress.State]>([])
    let answer = try Executor.run(
      plan("indicators | where growth > 3% | sort name | describe"), on: Self.ledger,
      limits: QueryLimits(threads: 1), pieceSize: 512, progress: progress
    ) {
      seen.withLock { $0.append(progress.state) }
      return false
    }
    let states = seen.withLock { $0 }
    #expect(answer.table.count > 0)
    var operations: [String] = []
    for state in states where state.operation != operations.last {
      operations.append(state.operation)
    }
    #expect(operations == ["where growth > 3%", "sort name", "describe"])
    #expect(states.allSatisfy { $0.done <= $0.total || $0.total == 0 })
    // The condition and the sort in pieces of 512 rows, what follows in chunks.
    #expect(states.contains { $0.operation == "sort name" && $0.total == 6 && $0.done == 3 })
  }

  @Test func tellsHowFarALongTableIsLaidOut() throws {
    var session = Session(ledger: Self.ledger)
    var answers: [QueryResult] = []
    try session.run(Source("indicators | select name, growth")) { answers.append($0) }
    let answer = try #require(answers.first)
    let progress = QueryProgress()
    var (text, states) = ("", [QueryProgress.State]())
    let pieces = answer.table.count / 256
    try #require(pieces > 1)
    answer.write(RenderOptions(), to: &text, progress: progress) {
      states.append(progress.state)
      return false
    }
    #expect(states.allSatisfy { $0.operation == "laying out" && $0.total == pieces })
    #expect(states.map(\.done).max() == pieces)
  }

  @Test func anArrowFileThatIsStoppedIsNotBegun() throws {
    var session = Session(ledger: Self.ledger)
    var answers: [QueryResult] = []
    try session.run(Source("indicators | select name, growth")) { answers.append($0) }
    let answer = try #require(answers.first)
    // Nothing can be written there.
    #expect(try !answer.writeArrow(to: -1, name: "none") { true })
    #expect(throws: FileFailure.self) { _ = try answer.writeArrow(to: -1, name: "none") }
  }

  @Test(arguments: OutputFormat.allCases.filter { $0 != .arrow })
  func writingStopsToo(format: OutputFormat) throws {
    var session = Session(ledger: Self.ledger)
    var whole = ""
    var cut = ""
    var asked = 0
    try session.run(Source("indicators | select name, growth")) { result in
      let options = RenderOptions(format: format)
      #expect(result.write(options, to: &whole))
      let isWhole = result.write(options, to: &cut) {
        asked += 1
        return asked > 5
      }
      #expect(!isWhole)
    }
    #expect(cut.count < whole.count && whole.hasPrefix(cut))
  }
}
