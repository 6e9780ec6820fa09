import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// What the phases make of a query, and how a plan ran.
@Suite struct ExplainTests {
  private func explain(_ text: String, _ phase: Session.Phase) throws -> [String] {
    var session = Session(ledger: Ledger(SampleRows.tables))
    let found = try session.explain(Source(text), phase)
    // Times differ from run to run.
    return found.replacing(/\d+\.\d ms/, with: "… ms").replacing(/\d+ threads?/, with: "… threads")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func phasesBeforeARun() throws {
    #expect(
      try explain("projects | where count > 6", .tokens).prefix(2) == [
        "0..<8 word projects", "9..<10 pipe |",
      ])
    #expect(
      try explain("projects | take 2", .tree) == [
        "(script", "  (pipeline projects", "    (take 2)))",
      ])
    #expect(
      try explain("projects | select name, investment", .checked) == [
        "name  text", "investment  an amount of money",
      ])
    #expect(
      try explain("projects | sort count desc | take 1; honours | count", .plan) == [
        "scan projects", "sort count desc, limit 1", "", "scan honours", "count",
      ])
  }

  @Test func conditionsAreTimedWithWhatCarriesThemOut() throws {
    #expect(
      try explain(
        "projects | where count is present | where nature == actual | summarize n = count() by area",
        .analyze) == [
          "scan projects  ⟶ 5 rows",
          "filter (is-present count)  ⟶ 4 rows",
          "filter (== nature \"actual\")  ⟶ 3 rows",
          "aggregate (count) by area  ⟶ 3 rows, … ms",
          "project area, n = aggregate 0  ⟶ 3 rows, … ms",
          "total … ms, … threads",
        ])
  }

  @Test func whatAJoinBringsInIsTimedUnderIt() throws {
    #expect(
      try explain(
        "projects | join (honours | where level == national) on area == place | count", .analyze)
        == [
          "scan projects  ⟶ 5 rows",
          "join inner on (== area place), adding name, level, period, source  ⟶ 1 row, … ms",
          "  scan honours  ⟶ 3 rows",
          "  filter (== level \"national\")  ⟶ 1 row",
          "count  ⟶ 1 row, … ms",
          "total … ms, … threads",
        ])
  }

  @Test func stretchesThatHoldNothingArePassedOver() throws {
    let count = 3 * Stretch.rows
    let codes = Codes((0..<count).map { Int32($0 / Stretch.rows) }).withRanges()
    let names = TextColumn(words: WordList(["甲", "乙", "丙"]), codes: codes)
    let none = [Int32](repeating: Codes.missing, count: count)
    let schema = Entity.honours.schema
    let columns = schema.columns.map { column -> Column in
      switch column.type {
      case .period: .period(PeriodColumn(periods: [], codes: Codes(none)))
      case .source: .source(SourceColumn(one: Buffer(none)))
      default:
        .text(
          column.name == "name" ? names : TextColumn(words: WordList(), codes: Codes(none)))
      }
    }
    let tables = Dictionary(
      uniqueKeysWithValues: Entity.allCases.map { entity in
        (entity, entity == .honours ? Table(schema, columns, count: count) : Table(entity.schema))
      })
    var session = Session(ledger: Ledger(tables: tables, sources: SourceTable()))
    session.limits.threads = 1
    let found = try session.explain(Source("honours | where name == \"乙\" | count"), .analyze)
    let filter = try #require(found.split(separator: "\n").first { $0.hasPrefix("filter") })
    #expect(filter.hasSuffix("⟶ 65536 rows, passing over 2 of 3 stretches"))
  }

  @Test func mistakesAreThoseOfARun() throws {
    var session = Session(ledger: Ledger(SampleRows.tables))
    let error = #expect(throws: ScriptError.self) {
      try session.explain(Source("projects | where naem == 1"), .plan)
    }
    #expect(error?.diagnostics.map(\.code) == [.unknownColumn])
    let stopped = #expect(throws: ScriptError.self) {
      try session.explain(Source("projects | sort count"), .analyze, shouldStop: { true })
    }
    #expect(stopped?.isCancelled == true)
  }

  @Test func namesAreKept() throws {
    var session = Session(ledger: Ledger(SampleRows.tables))
    #expect(try session.explain(Source("let big = projects | where count > 6个"), .plan).isEmpty)
    #expect(try session.explain(Source("big | count"), .plan).hasPrefix("scan projects\nfilter"))
  }
}
