import Dajuan
import DajuanLedger
import DajuanSyntax

/// The steps of the tutorial "Holding the evaluator" of the documentation, one after another.
@main
struct Tutorial {
  static func main() async throws {
    try compileAndRun()
    try bind()
    try await cancel()
    try tellMistakes()
    try addToTheLanguage()
    try readColumns()
    try helpAnEditor()
  }

  private static func compileAndRun() throws {
    let evaluator = Evaluator(ledger: try .bundled())
    let query = try evaluator.compile(
      "projects | where investment is present | select name, investment | sort investment desc")
    for column in query.columns {
      print(column.name, column.chinese, column.unit?.name ?? "any unit")
    }
    for row in try query.run().rows.prefix(2) {
      guard case .text(let name) = row["name"], case .quantity(let money) = row["investment"]
      else { continue }
      print(name, money.text())
    }
  }

  private static func bind() throws {
    let evaluator = Evaluator(ledger: try .bundled())
    let query = try evaluator.compile(
      "param floor: percent; indicators | where growth >= $floor | select name, growth")
    for floor in ["3%", "8%", "10%"] {
      let answer = try query.run(["floor": .text(floor)])
      print(floor, answer.rows.count, "certain,", answer.undecidedByBounds, "open")
    }
    let eight = try query.bound(to: ["floor": .text("8%")])
    print(eight.parameters[0].value ?? "–", try eight.run().rows.count)
  }

  private static func cancel() async throws {
    let query = try Evaluator(ledger: .bundled()).compile("facts | sort value desc")
    let cancellation = Cancellation()
    cancellation.request()
    do {
      _ = try query.run(limits: QueryLimits(seconds: 5, rows: 1000), cancellation: cancellation)
    } catch {
      print(error.isCancelled, error.diagnostics[0].code.rawValue)
    }
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 { group.addTask { try query.run().rows.count } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    print(counts)
  }

  private static func tellMistakes() throws {
    do {
      _ = try Evaluator(ledger: .bundled()).compile("projects | where investment > 5人")
    } catch let error as ScriptError {
      print(error.text(language: .chinese), terminator: "")
      print(error.diagnostics[0].code.rawValue, error.diagnostics[0].span)
    }
  }

  private static func addToTheLanguage() throws {
    let people = HostTable(
      "people", chinese: "人口",
      columns: [.init("place", chinese: "地区", .text), .init("count", .quantity(.any))],
      [[.text("甲区"), .quantity(Quantity(Number(620_000), Unit.named("人") ?? .none))]])
    let shout = HostFunction("shout", takes: [.text], gives: .text) { values in
      guard case .text(let text) = values[0] else { return .missing }
      return .text(text + "!")
    }
    let host = try Host(
      tables: [people], functions: [shout], units: [HostUnit("箱", or: ["carton"], 24, of: "瓶")])
    let evaluator = Evaluator(ledger: try .bundled(), host: host)
    let answer = try evaluator.compile("人口 ｜ 选取 名 ＝ shout（地区），每人 ＝ 2箱 ÷ 1人").run()
    for row in answer.rows { print(row.values.count, answer.text(row: 0, column: 0) ?? "–") }
  }

  private static func readColumns() throws {
    let answer = try Evaluator(ledger: .bundled())
      .compile("indicators | where nature == target | select name, growth").run()
    guard case .quantity(let growth)? = answer.values("growth") else { return }
    let places = growth.units.map(\.name)
    let lowest = growth.lower.withSpan { lower in
      (0..<lower.count).filter { growth.unitCodes[$0] >= 0 }.map { lower[$0] }.min() ?? 0
    }
    print(places, Double(lowest) / 10_000)
  }

  private static func helpAnEditor() throws {
    let evaluator = Evaluator(ledger: try .bundled())
    let text = "indicators | whe"
    let list = evaluator.candidates(in: text, at: text.unicodeScalars.count)
    print(list.replacing, list.candidates.map(\.text))
    print(evaluator.check(Source("facts | where knd == project")).map(\.code.rawValue))
    print(evaluator.formatted(Source("facts|count"), in: .chinese) ?? "", terminator: "")
    print(evaluator.tables.map(\.chinese))
  }
}
