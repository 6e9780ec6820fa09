import DajuanLedger
import DajuanSyntax
import Synchronization
import Testing

@testable import Dajuan

/// Tables, functions and units that a program supplies.
@Suite struct HostTests {
  private struct Broken: Error, CustomStringConvertible { let description = "the wire is cut" }

  private static let columns = [
    HostTable.Column("district", chinese: "区县", .text),
    HostTable.Column("budget", chinese: "预算", .quantity(.families([.money]))),
    HostTable.Column("people", .quantity(.exactly(Unit.named("人") ?? .none))),
  ]

  private static func quantity(_ number: Int, _ unit: String) throws -> Value {
    .quantity(Quantity(Number(number), try #require(Unit.named(unit))))
  }

  private static func host() throws -> Host {
    let rows: [[Value]] = [
      [.text("甲区"), try quantity(5, "亿元"), try quantity(200_000, "人")],
      [.text("乙区"), try quantity(30_000, "万元"), try quantity(150_000, "人")],
      [.text("丙区"), .missing, try quantity(90_000, "人")],
    ]
    return try Host(
      tables: [HostTable("budgets", chinese: "预算表", columns: columns, rows)],
      functions: [
        HostFunction(
          "doubled", chinese: "翻番", takes: [.quantity(.families([.money]))],
          gives: .quantity(.families([.money]))
        ) { values in
          guard case .quantity(let quantity) = values[0] else { return .missing }
          return .quantity(try #require(quantity.multiplied(by: Quantity(2))))
        },
        HostFunction("initial", takes: [.text], gives: .text) { values in
          guard case .text(let text) = values[0] else { return .missing }
          return .text(String(text.prefix(1)))
        },
        HostFunction("or_none", takes: [.text], gives: .text, takesMissing: true) { values in
          values[0].isMissing ? .text("none") : values[0]
        },
        HostFunction(
          "in_yuan", takes: [.quantity(.exactly(Unit.named("元") ?? .none))],
          gives: .quantity(.exactly(.none))
        ) {
          values in
          guard case .quantity(let quantity) = values[0] else { return .missing }
          #expect(quantity.unit.name == "元")
          return .quantity(Quantity(quantity.interval, .none))
        },
        HostFunction("broken", takes: [.text], gives: .text) { _ in throw Broken() },
        HostFunction("lying", takes: [.text], gives: .period) { _ in .text("x") },
      ],
      units: [HostUnit("箱", or: ["carton"], 24, of: "瓶"), HostUnit("车", 50, of: "箱")])
  }

  private static func answer(_ text: String) throws -> [[String]] {
    let answer = try Evaluator(ledger: .bundled(), host: host()).compile(text).run()
    return answer.rows.map { $0.values.map { GivenValue.value($0).text } }
  }

  private static func codes(_ text: String) throws -> [DiagnosticCode] {
    do {
      _ = try answer(text)
      return []
    } catch let error as ScriptError {
      return error.diagnostics.map(\.code)
    }
  }

  @Test func aTableIsQueriedLikeTheLedgers() throws {
    #expect(
      try Self.answer("budgets | where budget >= 4亿元 | select district, budget")
        == [["甲区", "5亿元"]])
    #expect(try Self.answer("预算表 ｜ 筛选 预算 缺失 ｜ 选取 区县") == [["丙区"]])
    #expect(
      try Self.answer("budgets | summarize total = sum(budget), n = count()")
        == [["8亿元", "3"]])
    #expect(
      try Self.answer(
        "budgets | derive head = budget / people to 元/人 | sort head desc | take 1 | select district, head"
      )
        == [["甲区", "2500元/人"]])
    #expect(try Self.answer("let b = budgets; b | join b on district | count") == [["3"]])
    #expect(try Self.answer("budgets | select district | union budgets | count") == [["6"]])
  }

  @Test func itsColumnsAndTypesAreCheckedBeforehand() throws {
    #expect(try Self.codes("budgets | where budget > 5人") == [.incomparable])
    #expect(try Self.codes("budgets | select nothing") == [.unknownColumn])
    #expect(try Self.codes("budget | count") == [.unknownTable])
    let evaluator = Evaluator(ledger: try .bundled(), host: try Self.host())
    #expect(evaluator.tables.last?.name == "budgets")
    #expect(try evaluator.compile("budgets").columns.map(\.chinese) == ["区县", "预算", "people"])
  }

  @Test func functionsAreCalledRowByRow() throws {
    #expect(
      try Self.answer("budgets | where budget is present | select d = doubled(budget)")
        == [["10亿元"], ["60000万元"]])
    #expect(try Self.answer("budgets | select i = initial(district)") == [["甲"], ["乙"], ["丙"]])
    #expect(try Self.answer("预算表 ｜ 筛选 翻番（预算） > 8亿元 ｜ 计数") == [["1"]])
    #expect(
      try Self.answer("budgets | where budget is missing | select d = doubled(budget)") == [
        ["missing"]
      ])
    #expect(
      try Self.answer("budgets | select s = or_none(if(budget is missing, missing, district))")
        == [["甲区"], ["乙区"], ["none"]])
    #expect(
      try Self.answer("budgets | where district == \"乙区\" | select y = in_yuan(budget)")
        == [["300000000"]])
    #expect(
      try Self.answer("def twice(x) = doubled(x); budgets | summarize s = sum(twice(budget))")
        == [["16亿元"]])
    #expect(
      try Self.answer("budgets | summarize n = count() by i = initial(district) | sort i | count")
        == [["3"]])
  }

  @Test func callsAreCheckedBeforehand() throws {
    #expect(try Self.codes("budgets | select d = doubled(district)") == [.wrongArgument])
    #expect(try Self.codes("budgets | select d = doubled(people)") == [.wrongArgument])
    #expect(try Self.codes("budgets | select d = doubled()") == [.wrongArgumentCount])
    #expect(try Self.codes("budgets | select d = doubledd(budget)") == [.unknownFunction])
    #expect(try Self.codes("def f(x) = broken(x); budgets | count") == [])
  }

  @Test func failuresOfTheHostEndTheQuery() throws {
    #expect(try Self.codes("budgets | select b = broken(district)") == [.hostFailed])
    #expect(try Self.codes("budgets | where broken(district) == \"x\"") == [.hostFailed])
    #expect(try Self.codes("budgets | select l = lying(district)") == [.hostFailed])
    #expect(try Self.codes("facts | summarize n = count() by b = broken(subject)") == [.hostFailed])
    #expect(try Self.codes("facts | sort broken(subject)") == [.hostFailed])
    let bad = HostTable("bad", columns: [HostTable.Column("x", .text)]) { throw Broken() }
    let thin = HostTable("thin", columns: [HostTable.Column("x", .text)]) { Table(Schema([])) }
    let other = HostTable("other", columns: [HostTable.Column("x", .text)]) {
      Table(Schema([ColumnDefinition("x", .period)]))
    }
    let host = try Host(tables: [bad, thin, other])
    for name in ["bad", "thin", "other"] {
      do {
        _ = try Evaluator(ledger: .bundled(), host: host).compile(name).run()
        Issue.record("\(name) gave rows")
      } catch let error as ScriptError {
        #expect(error.diagnostics.map(\.code) == [.hostFailed])
        #expect(error.isRunTime && error.source.text(error.diagnostics[0].span) == name)
      }
    }
  }

  @Test func rowsThatDoNotFitAreRefused() throws {
    func reason(_ rows: [[Value]]) -> String {
      do {
        _ = try Host(tables: [HostTable("t", columns: Self.columns, rows)])
        return ""
      } catch { return String(describing: error) }
    }
    let people = try Self.quantity(1, "人")
    let (name, money) = (Value.text("甲区"), try Self.quantity(5, "亿元"))
    #expect(reason([[name, money, people], [.missing, .missing, .missing]]) == "")
    #expect(reason([[name, money, people], [name, money]]).contains("row 2 of 2 values"))
    #expect(reason([[name, money, people, people]]).contains("row 1 of 4 values"))
    #expect(reason([[name, .text("5亿元"), people]]).contains("`budget` is of another type"))
    #expect(reason([[name, people, people]]).contains("`budget`"))
    #expect(reason([[name, money, money]]).contains("`people`"))
    #expect(reason([[people, money, people]]).contains("`district`"))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersOfTheHostAreFinite(number: Double) throws {
    let columns = [HostTable.Column("x", .quantity(.any))]
    let value = Quantity(.binary(number))
    let range = Quantity(Interval(lower: Number(0), upper: .binary(number)), .none)
    for quantity in [value, range] {
      let rows = [[Value.quantity(Quantity(1))], [.quantity(quantity)]]
      do {
        _ = try Host(tables: [HostTable("t", columns: columns, rows)])
        Issue.record("the rows were taken")
      } catch {
        #expect(error.description == "`t` has a row 2 whose `x` is no finite number")
      }
      let host = try Host(
        tables: [
          HostTable("t", columns: columns) {
            Table(
              Schema([ColumnDefinition("x", .quantity(.any))]),
              [.quantity(QuantityColumn([Quantity(1), quantity]))], count: 2)
          }
        ],
        functions: [
          HostFunction("f", takes: [.text], gives: .quantity(.any)) { _ in .quantity(quantity) }
        ])
      let evaluator = Evaluator(ledger: try .bundled(), host: host)
      for (text, name) in [("t | count", "t"), ("reports | where f(id) > 1", "f")] {
        do {
          _ = try evaluator.compile(text).run()
          Issue.record("\(text) was answered")
        } catch {
          #expect(error.diagnostics.map(\.code) == [.hostFailed])
          #expect(error.text(language: .english).contains("`\(name)`"))
          #expect(error.text(language: .english).contains("no finite number"))
        }
      }
      let open = try evaluator.compile("param n: number; reports | select n = $n")
      do {
        _ = try open.run(["n": .quantity(quantity)])
        Issue.record("the value was taken")
      } catch { #expect(error.diagnostics.map(\.code) == [.wrongParameterValue]) }
    }
    // The largest there is, and none, are let in.
    let largest = Value.quantity(Quantity(.binary(.greatestFiniteMagnitude)))
    _ = try Host(tables: [HostTable("t", columns: columns, [[largest], [.missing]])])
  }

  /// A host whose function is asked only about rows, and notes which.
  private static func noting(_ noted: Noted) throws -> Host {
    try Host(
      tables: [
        HostTable("words", columns: [.init("w", .text)], ["a", "b", "c", "a"].map { [.text($0)] })
      ],
      functions: [
        HostFunction("noted", takes: [.text], gives: .text) { values in
          noted.add(values[0])
          if values[0] == .text("c") { throw Broken() }
          return values[0]
        }
      ])
  }

  private final class Noted: Sendable {
    private let values = Mutex<[Value]>([])
    var all: [Value] { values.withLock { $0 } }
    func add(_ value: Value) { values.withLock { $0.append(value) } }
  }

  @Test(arguments: [
    "words | where w != \"c\" | where noted(w) == \"a\" | count",
    "words | where w != \"c\" | summarize n = count() by noted(w) | count",
    "words | where w != \"c\" | sort noted(w) | count",
    "words | where w != \"c\" | distinct noted(w) | count",
  ])
  func wordsThatNoRowHasAreNotAskedAbout(text: String) throws {
    let noted = Noted()
    let evaluator = Evaluator(ledger: try .bundled(), host: try Self.noting(noted))
    #expect(try evaluator.compile(text).run().rows.count == 1)
    #expect(Set(noted.all) == [.text("a"), .text("b")])
  }

  @Test func nothingOfTheHostsIsCalledBeforeAQueryRuns() throws {
    let noted = Noted()
    let evaluator = Evaluator(ledger: try .bundled(), host: try Self.noting(noted))
    let preset = Source("param p: text = noted(\"a\"); words | where w == $p | count")
    #expect(evaluator.check(preset).map(\.code) == [.wrongParameterValue])
    let digits = Source("words | select r = round(1.5, if(noted(w) == \"a\", 1, 1)) | count")
    _ = evaluator.check(digits)
    _ = evaluator.check(Source("words | select r = round(1.5, if(noted(\"a\") == \"a\", 1, 2))"))
    _ = evaluator.check(Source("let x = noted(\"a\"); words | where w == x | count"))
    #expect(noted.all == [])
    let named = try evaluator.compile("let x = noted(\"a\"); words | where w == x | count")
    #expect(try named.run().rows[0][0] == .quantity(Quantity(2)))
  }

  @Test func aSlowFunctionIsNotAskedOnceTheQueryIsToEnd() throws {
    let (noted, cancellation) = (Noted(), Cancellation())
    let host = try Host(functions: [
      HostFunction("slow", takes: [.text], gives: .text) { values in
        noted.add(values[0])
        cancellation.request()
        return values[0]
      }
    ])
    let query = try Evaluator(ledger: .bundled(), host: host).compile(
      "facts | select s = slow(subject)")
    do {
      _ = try query.run(limits: QueryLimits(threads: 1), cancellation: cancellation)
      Issue.record("it was not ended")
    } catch { #expect(error.isCancelled) }
    #expect(noted.all.count == 1)
  }

  @Test func theHostsTablesHaveColumnsBehindAPivotInCompletion() throws {
    let evaluator = Evaluator(ledger: try .bundled(), host: try Self.host())
    let text = "budgets | select district, people | pivot district values people | select "
    let found = evaluator.candidates(in: text, at: text.unicodeScalars.count).candidates
    #expect(found.map(\.text).contains("甲区"))
  }

  /// A program writes `Unit.named("箱")`, which knows nothing of the host's 24 瓶.
  @Test func valuesOfAProgramAreInTheHostsUnits() throws {
    @Sendable func boxes(_ count: Int, _ unit: String) -> Value {
      .quantity(Quantity(Number(count), Unit.named(unit) ?? .none))
    }
    let columns: [HostTable.Column] = [.init("stock", .quantity(.any))]
    let rows = [[boxes(3, "箱")], [boxes(2, "carton")], [boxes(80, "瓶")], [.missing]]
    let host = try Host(
      tables: [HostTable("stores", columns: columns, rows)],
      functions: [
        HostFunction("more", takes: [.quantity(.any)], gives: .quantity(.any)) { _ in
          boxes(4, "箱")
        }
      ], units: [HostUnit("箱", or: ["carton"], 24, of: "瓶")])
    let evaluator = Evaluator(ledger: try .bundled(), host: host)
    func answer(_ text: String, _ values: [String: Value] = [:]) throws -> [[String]] {
      try evaluator.compile(text).run(values).rows.map {
        $0.values.map { GivenValue.value($0).text }
      }
    }
    #expect(
      try answer("stores | select s = stock to 瓶") == [["72瓶"], ["48瓶"], ["80瓶"], ["missing"]])
    #expect(
      try answer("stores | summarize n = count() by stock") == [
        ["3箱", "1"], ["2箱", "1"], ["80瓶", "1"], ["missing", "1"],
      ])
    #expect(try answer("stores | take 1 | select s = more(stock) to 瓶") == [["96瓶"]])
    let asked = "param least: 瓶; stores | where stock >= $least | count"
    #expect(try answer(asked, ["least": boxes(3, "箱")]) == [["2"]])
    #expect(try answer(asked, ["least": boxes(2, "carton")]) == [["3"]])
    #expect(host.unit(named: "carton")?.factor == Ratio(24) && host.unit(named: "a b") == nil)
  }

  @Test func unitsAreWrittenComparedAndConverted() throws {
    #expect(try Self.answer("2箱 to 瓶") == [["48瓶"]])
    #expect(try Self.answer("1车 + 2carton to 箱") == [["52箱"]])
    #expect(try Self.answer("10元 / 1箱 < 1元 / 1瓶") == [["true"]])
    #expect(try Self.codes("2箱 > 3人") == [.incomparable])
    #expect(try Self.codes("2框") == [.unknownUnit])
    #expect(try Self.codes("param n: 箱 = 5; budgets | where $n > 100瓶 | count") == [])
  }

  @Test func namesMustBeFreeAndWritable() throws {
    let text = [HostTable.Column("x", .text)]
    func reason(_ make: () throws -> Host) -> String? {
      do {
        _ = try make()
        return nil
      } catch {
        return String(describing: error)
      }
    }
    func table(_ name: String) -> [HostTable] { [HostTable(name, columns: text, [])] }
    #expect(reason { try Host(tables: table("facts")) }?.contains("word of the language") == true)
    #expect(reason { try Host(tables: table("a b")) }?.contains("no name") == true)
    #expect(reason { try Host(tables: table("")) }?.contains("no name") == true)
    #expect(reason { try Host(tables: table("a") + table("a")) }?.contains("twice") == true)
    #expect(
      reason { try Host(tables: [HostTable("a", columns: text + text, [])]) }?.contains("twice")
        == true)
    #expect(
      reason { try Host(tables: [HostTable("a", columns: [HostTable.Column("s", .source)], [])]) }
        != nil)
    #expect(
      reason {
        try Host(functions: [HostFunction("sum", takes: [], gives: .text) { _ in .missing }])
      } != nil)
    #expect(reason { try Host(units: [HostUnit("元")]) }?.contains("already") == true)
    #expect(reason { try Host(units: [HostUnit("亿箱")]) } != nil)
    #expect(reason { try Host(units: [HostUnit("a b")]) } != nil)
    #expect(reason { try Host(units: [HostUnit("箱", 0, of: "瓶")]) } != nil)
    #expect(reason { try Host(units: [HostUnit("箱"), HostUnit("箱")]) } != nil)
    #expect(reason { try Host(tables: table("good"), units: [HostUnit("箱")]) } == nil)
  }

  @Test func tablesAndFunctionsAreCompleted() throws {
    let evaluator = Evaluator(ledger: try .bundled(), host: try Self.host())
    #expect(evaluator.candidates(in: "bud", at: 3).candidates.map(\.text) == ["budgets"])
    let columns = evaluator.candidates(in: "budgets | select bud", at: 20).candidates.map(\.text)
    #expect(columns == ["budget"])
    let functions = evaluator.candidates(in: "budgets | derive x = doub", at: 25).candidates
    #expect(functions.map(\.text) == ["doubled"] && functions[0].isFunction)
  }

  @Test func conversationsHaveTheHostToo() throws {
    var session = Evaluator(ledger: try .bundled(), host: try Self.host()).session
    var count = 0
    try session.run(Source("budgets | count")) { count += $0.rows.count }
    try session.run(Source("| derive x = 2箱")) { count += $0.rows.count }
    #expect(count == 2)
    #expect(
      try session.explain(Source("budgets | select doubled(budget)"), .plan).contains(
        "scan budgets"))
  }
}
