import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// What a program that holds the evaluator sees of it.
@Suite struct EvaluatorTests {
  private static func evaluator() throws -> Evaluator { Evaluator(ledger: try .bundled()) }

  private static func codes(_ body: () throws -> Void) -> [DiagnosticCode] {
    do {
      try body()
      return []
    } catch let error as ScriptError {
      return error.diagnostics.map(\.code)
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func columnsAreKnownBeforeARun() throws {
    let query = try Self.evaluator().compile(
      "projects | where period == 2021 | select name, done = completed / count to %, investment")
    #expect(query.columns.map(\.name) == ["name", "done", "investment"])
    #expect(query.columns.map(\.chinese) == ["名称", "done", "投资"])
    #expect(query.columns[0].type == .text)
    #expect(query.columns[1].unit?.name == "%")
    #expect(query.columns[2].type == .quantity(.families([.money])))
    #expect(query.parameters.isEmpty && query.warnings.isEmpty && query.language == .english)
    let answer = try query.run()
    #expect(answer.columns == query.columns)
    #expect(answer.rows.count == answer.table.count)
  }

  @Test func oneCompiledQueryRunsWithManyValues() throws {
    let query = try Self.evaluator().compile(
      """
      param floor: percent
      param kind: nature = target
      indicators | where nature == $kind and certainly(growth >= $floor) | select name, growth
      """)
    #expect(query.parameters.map(\.name) == ["floor", "kind"])
    #expect(query.parameters.map(\.value) == [nil, "target"])
    let counts = try ["3%", "8%", "10%", "11%"].map {
      try query.run(["floor": .text($0)]).rows.count
    }
    #expect(counts == [5, 2, 1, 0])
    let percent = try #require(Unit.named("%"))
    let eight = Value.quantity(Quantity(Number(8), percent))
    let bound = try query.bound(to: ["floor": eight])
    #expect(bound.parameters.map(\.value) == ["8%", "target"])
    #expect(try bound.run().rows.count == 2)
    // The other parameter keeps its value, and the first query none.
    #expect(try bound.run(["kind": .text("actual")]).rows.count != 2)
    #expect(query.parameters[0].value == nil)
  }

  @Test func wrongValuesAreRefusedWithAReason() throws {
    let query = try Self.evaluator().compile(
      "param floor: percent; indicators | where growth >= $floor")
    #expect(Self.codes { _ = try query.run() } == [.parameterWithoutValue])
    #expect(Self.codes { _ = try query.run(["flor": .text("8%")]) } == [.unknownParameter])
    #expect(Self.codes { _ = try query.run(["floor": .text("tall")]) } == [.wrongParameterValue])
    #expect(
      Self.codes { _ = try query.run(["floor": .period(Period(year: 2021))]) }
        == [.wrongParameterValue])
    #expect(Self.codes { _ = try query.run(["floor": .missing]) } == [])
  }

  @Test func aTextHasOneQuery() throws {
    let evaluator = try Self.evaluator()
    #expect(
      Self.codes { _ = try evaluator.compile("facts | count\nfacts | count") } == [.notOneQuery])
    #expect(Self.codes { _ = try evaluator.compile("let x = 5") } == [.unusedName, .notOneQuery])
    #expect(Self.codes { _ = try evaluator.compile("") } == [.notOneQuery])
    let query = try evaluator.compile(
      "def half(x) = x / 2\nlet all = projects\nall | derive h = half(count)")
    #expect(query.columns.last?.name == "h")
  }

  @Test func allMistakesAreTold() throws {
    let evaluator = try Self.evaluator()
    #expect(
      Self.codes { _ = try evaluator.compile("projects | where a > 1 and investment > 5人") }
        == [.unknownColumn, .incomparable])
    #expect(Self.codes { _ = try evaluator.compile("facts | | take") }.isEmpty == false)
  }

  @Test func nothingIsKeptBetweenTexts() throws {
    let evaluator = try Self.evaluator()
    _ = try evaluator.compile("let mine = facts; mine | count")
    #expect(Self.codes { _ = try evaluator.compile("mine | count") } == [.unknownTable])
    #expect(Self.codes { _ = try evaluator.compile("| count") } == [.noLastQuery])
  }

  @Test func aQueryCanBeAskedOfAnotherLedger() throws {
    let query = try Self.evaluator().compile("facts | count")
    let empty = Ledger(LedgerRows())
    #expect(try query.run().rows[0]["count"] == .quantity(Quantity(51)))
    #expect(try query.bound(to: empty).run().rows[0][0] == .quantity(Quantity(0)))
    let pivot = try Self.evaluator().compile(
      "facts | summarize n = count() by kind, nature | pivot nature values n by kind")
    #expect(pivot.columns.map(\.name) == ["kind", "actual", "target"])
    #expect(try pivot.bound(to: empty).columns.map(\.name) == ["kind"])
  }

  @Test func limitsHoldInEveryCall() throws {
    var evaluator = try Self.evaluator()
    #expect(
      Self.codes { _ = try evaluator.compile("facts").run(limits: QueryLimits(rows: 50)) } == [
        .answerTooLong
      ])
    #expect(
      Self.codes { _ = try evaluator.compile("facts").run(limits: QueryLimits(rows: 51)) } == [])
    #expect(
      Self.codes {
        _ = try evaluator.compile("facts | where kind == project | take 3")
          .run(limits: QueryLimits(rows: 3))
      } == [])
    #expect(
      Self.codes {
        _ = try evaluator.compile("facts | sort value").run(limits: QueryLimits(seconds: 0))
      } != [])
    evaluator.limits.rows = 2
    #expect(Self.codes { _ = try evaluator.compile("facts").run() } == [.answerTooLong])
    evaluator.syntaxLimits.sourceBytes = 10
    #expect(Self.codes { _ = try evaluator.compile("facts | count") } == [.sourceTooLarge])
  }

  @Test func aRequestedCancellationEndsRuns() throws {
    let query = try Self.evaluator().compile("facts | where value > 1")
    let cancellation = Cancellation()
    #expect(try query.run(cancellation: cancellation).rows.isEmpty == false)
    cancellation.request()
    cancellation.request()
    #expect(Self.codes { _ = try query.run(cancellation: cancellation) } == [.cancelled])
    #expect(try query.run().rows.isEmpty == false)
  }

  @Test func manyThreadsUseOneQuery() async throws {
    let query = try Self.evaluator().compile(
      "param n: number; facts | sort value desc | take $n | select subject, value")
    let expected = try (1...8).map {
      try query.run(["n": .quantity(Quantity($0))]).table.columns.count
    }
    let counts = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          (1...8).map { n in
            (try? query.run(["n": .quantity(Quantity(n))]).rows.count) ?? -1
          }
        }
      }
      return await group.reduce(into: [[Int]]()) { $0.append($1) }
    }
    #expect(expected.count == 8)
    #expect(counts == [[Int]](repeating: Array(1...8), count: 4))
  }

  @Test func rowsAndColumnsHaveTheSameValues() throws {
    let answer = try Self.evaluator().compile(
      "projects | where investment is present | select name, investment"
    ).run()
    let names = try #require(answer.values("name"))
    let money = try #require(answer.values("投资"))
    #expect(answer.values("nothing") == nil || Bool(false), "there is no such column")
    #expect(!answer.rows.isEmpty)
    for (index, row) in answer.rows.enumerated() {
      #expect(row["name"] == names[index] && row[1] == money[index])
      #expect(row.values == [row[0], row["investment"]])
      #expect(row["nothing"] == .missing)
    }
  }

  @Test func editorsAskTheSameEvaluator() throws {
    let evaluator = try Self.evaluator()
    #expect(evaluator.check(Source("facts | wher x")).map(\.code).isEmpty == false)
    #expect(
      evaluator.candidates(in: "facts | whe", at: 11).candidates.map(\.text).contains("where"))
    #expect(
      evaluator.formatted(Source("facts|where kind==project|count"))
        == "facts | where kind == project | count\n")
    #expect(
      evaluator.formatted(Source("facts | count"), in: .chinese) == "事实 | 计数\n")
    #expect(evaluator.formatted(Source("facts | | x")) == nil)
    #expect(evaluator.tables.map(\.name).starts(with: ["reports", "facts"]))
    #expect(evaluator.tables[1].columns.contains { $0.name == "unit" && $0.chinese == "单位" })
  }
}
