import DajuanLedger
import DajuanSyntax
import Synchronization
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

  @Test func aWholeNumberIsAYearWhereAPeriodIsWanted() throws {
    let query = try Self.evaluator().compile(
      "param y: period; projects | where period == $y | count")
    let text = try query.run(["y": .text("2021")]).rows[0][0]
    #expect(try query.run(["y": .quantity(Quantity(2021))]).rows[0][0] == text)
    let unit = Quantity(Number(2021), try #require(Unit.named("人")))
    for wrong in [unit, Quantity(20_210), Quantity(-1), Quantity(.binary(2021.5))] {
      #expect(Self.codes { _ = try query.run(["y": .quantity(wrong)]) } == [.wrongParameterValue])
    }
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

  /// An order that takes all the rows is not worked out for an answer that is refused.
  @Test func anAnswerThatIsGoingToBeTooLongIsRefusedBeforehand() throws {
    let calls = Mutex(0)
    let host = try Host(functions: [
      HostFunction("counted", takes: [.text], gives: .text) { values in
        calls.withLock { $0 += 1 }
        return values[0]
      }
    ])
    let evaluator = Evaluator(ledger: try .bundled(), host: host)
    let limits = QueryLimits(rows: 50)
    for query in ["sort counted(unit)", "select u = counted(unit)", "derive u = counted(unit)"] {
      let compiled = try evaluator.compile("facts | " + query)
      #expect(Self.codes { _ = try compiled.run(limits: limits) } == [.answerTooLong])
      #expect(calls.withLock { $0 } == 0, "\(query)")
    }
    // What conditions leave is known before anything is done with it.
    let chosen = try evaluator.compile("facts | where unit != \"x\" | sort counted(unit)")
    let left = try evaluator.compile("facts | where unit != \"x\" | count").run().rows[0][0]
    guard case .quantity(let count) = left, let rows = count.wholeNumber else { return }
    let fewer = QueryLimits(rows: rows - 1)
    #expect(Self.codes { _ = try chosen.run(limits: fewer) } == [.answerTooLong])
    #expect(calls.withLock { $0 } == 0)
    #expect(try chosen.run(limits: QueryLimits(rows: rows)).rows.count == rows)
    calls.withLock { $0 = 0 }
    let both = try evaluator.compile("facts | union (facts | sort counted(unit))")
    #expect(Self.codes { _ = try both.run(limits: limits) } == [.tooManyRows])
    #expect(calls.withLock { $0 } == 0)
    let short = try evaluator.compile("facts | sort unit | take 50")
    #expect(try short.run(limits: limits).rows.count == 50)
    #expect(try evaluator.compile("facts | sort unit | count").run(limits: limits).rows.count == 1)
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

  @Test(arguments: ["\"甲\"", "\"", "a\" or \"b", "甲\0乙", "", " x ", "missing", "5亿元"])
  func aTextIsBoundAsItIs(text: String) throws {
    let query = try Self.evaluator().compile("param t: text; reports | select t = $t")
    #expect(try query.run(["t": .text(text)]).rows[0][0] == .text(text))
    #expect(try query.bound(to: ["t": .text(text)]).parameters[0].value == text)
  }

  @Test func textIsFoundWhereItStands() {
    let words = (0...5).flatMap { count in
      (0..<1 << count).map { bits in (0..<count).map { UInt8(97 + (bits >> $0 & 1)) } }
    }
    for needle in words {
      for hay in words {
        let stands = hay.indices.contains { hay[$0...].starts(with: needle) } || needle.isEmpty
        #expect(FormulaEvaluator.find(needle, in: hay) == stands, "\(needle) in \(hay)")
      }
    }
  }

  /// Without a look at the watch this would take hours.
  @Test func aLongPatternEndsWithTheQuery() {
    let text = [UInt32](repeating: 97, count: 4_000_000)
    let pattern = [42] + text.prefix(2_000_000) + [98]
    var asked = 0
    let fits = FormulaEvaluator.glob(pattern, text) {
      asked += 1
      return asked == 3
    }
    #expect(!fits && asked == 3)
  }

  @Test func veryManyParametersAreDeclared() throws {
    let declarations = (0..<2000).map { "param p\($0): number = \($0)\n" }.joined()
    let query = try Self.evaluator().compile(
      declarations + "reports | select a = $p0 + $p1999")
    #expect(query.parameters.count == 2000 && query.parameters[7].name == "p7")
    #expect(try query.run(["p0": .quantity(Quantity(5))]).rows[0][0] == .quantity(Quantity(2004)))
    let hidden = try Self.evaluator().compile("param p: number = 1; let p = 2; reports | select p")
    #expect(hidden.parameters.isEmpty)
  }

  @Test func limitsAreAnyNumbers() throws {
    let query = try Self.evaluator().compile("facts | sort value | take 3")
    let limits = QueryLimits(seconds: .max, rows: .max, bytes: .max, threads: .max)
    #expect(try query.run(limits: limits).rows.count == 3)
    let none = QueryLimits(seconds: .min, rows: .min, bytes: .min, threads: .min)
    #expect(Self.codes { _ = try query.run(limits: none) } != [])
    let all = try Self.evaluator().compile("facts | sort value | take 9223372036854775807")
    #expect(try all.run().rows.count > 3)
  }

  @Test func theRunForColumnsOfAPivotHasLimitsToo() throws {
    let text =
      "facts | join facts on unit | summarize n = count() by kind, nature | pivot kind values n"
    var evaluator = try Self.evaluator()
    #expect(try evaluator.compile(text).columns.count > 2)
    let cancellation = Cancellation()
    cancellation.request()
    #expect(
      Self.codes { _ = try evaluator.compile(text, cancellation: cancellation) } == [.cancelled])
    let open =
      "param t: text; facts | where unit != $t | sort value | summarize n = count() by kind"
    let query = try evaluator.compile(open + " | pivot kind values n")
    let values = ["t": Value.text("x")]
    #expect(Self.codes { _ = try query.run(values, cancellation: cancellation) } == [.cancelled])
    #expect(Self.codes { _ = try query.run(values) } == [])
    evaluator.limits.rows = 51
    #expect(Self.codes { _ = try evaluator.compile(text) } == [.tooManyRows])
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
