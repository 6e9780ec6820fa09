import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// What a query may use.
@Suite struct QueryLimitTests {
  @Test func readsLimitsInWords() throws {
    var limits = QueryLimits()
    try limits.set("time=90s,rows=5,memory=2GB")
    #expect(limits == QueryLimits(seconds: 90, rows: 5, bytes: 2 << 30))
    try limits.set("time=2min")
    #expect(limits.seconds == 120 && limits.rows == 5 && limits.threads == nil)
    try limits.set("threads=2")
    #expect(limits.threads == 2)
  }

  @Test(arguments: [
    ("rows=0", QueryLimits.Mistake.wrongValue("0", of: "rows")),
    ("rows", .wrongValue("", of: "rows")), ("time=5", .wrongValue("5", of: "time")),
    ("memory=99999999999GB", .wrongValue("99999999999GB", of: "memory")),
    ("width=5", .unknown("width")), ("time=-5s", .wrongValue("-5s", of: "time")),
  ])
  func refusesOthers(text: String, mistake: QueryLimits.Mistake) {
    #expect(throws: mistake) {
      var limits = QueryLimits()
      try limits.set(text)
    }
  }

  private func codes(_ query: String, _ limits: QueryLimits) throws -> [DiagnosticCode] {
    var session = Session(ledger: try .bundled())
    session.limits = limits
    do throws(ScriptError) {
      try session.run(Source(query)) { _ in }
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test func rowsOfTablesPutTogether() throws {
    let rows = QueryLimits(rows: 60)
    #expect(try codes("facts | union honours | count", QueryLimits(rows: 63)) == [])
    #expect(try codes("facts | union honours | count", QueryLimits(rows: 62)) == [.tooManyRows])
    #expect(try codes("facts | join facts on unit | count", rows) == [.tooManyRows])
    #expect(try codes("facts | count", QueryLimits(rows: 1)) == [])
  }

  @Test func warningsStopNothingHoweverMany() throws {
    let line = "indicators | where growth > 8 | count\n"
    let source = Source(String(repeating: line, count: 201))
    var session = Session(ledger: try .bundled())
    var (warnings, answers) = (0, 0)
    try session.run(source, warn: { _ in warnings += 1 }) { _ in answers += 1 }
    #expect(warnings == 200 && answers == 201)
  }

  @Test func timeAndMemory() throws {
    #expect(try codes("facts | count", QueryLimits(seconds: 0)) == [.tooLong])
    let few = QueryLimits(bytes: 1)
    #expect(try codes("facts | derive x = value * 2", few) == [.tooMuchMemory])
    #expect(try codes("facts | where value > 5亿元", few) == [])
    #expect(try codes("facts | select y = value * 2", few) == [.tooMuchMemory])
    #expect(try codes("facts | select kind | union honours | count", few) == [.tooMuchMemory])
    // The pivot has four columns of values for the one there was.
    let wide = "facts | select text, kind, n = 1 | pivot kind values n by text | count"
    #expect(try codes(wide, QueryLimits(bytes: 2000)) == [.tooMuchMemory])
    #expect(try codes(wide, QueryLimits(bytes: 1 << 24)) == [])
  }
}
