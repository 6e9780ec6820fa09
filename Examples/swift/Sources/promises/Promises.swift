import Dajuan
import DajuanLedger

/// Asks the bundled report, or the ledger that is named, what was aimed at in a year, and holds it beside
/// what the program itself knows of last year.
///
///     promises 2022 [LEDGER]
@main
struct Promises {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count > 1 else { return print("promises YEAR [LEDGER]") }
    let ledger = words.count > 2 ? try Ledger.open(words[2]).ledger : try Ledger.bundled()
    let evaluator = Evaluator(ledger: ledger, host: try host())
    do throws(ScriptError) {
      let query = try evaluator.compile(
        """
        param year: period
        indicators
        | where nature == target and period == $year and growth is present
        | join left past on name
        | select name, growth, last_year, step = ahead(growth, last_year)
        | sort growth desc
        """)
      print(query.columns.map { $0.name + ($0.unit.map { " in \($0.name)" } ?? "") })
      for row in try query.run(["year": .text(words[1])]).rows {
        guard case .text(let name) = row["name"] else { continue }
        print(name, described(row["growth"]), described(row["last_year"]), described(row["step"]))
      }
    } catch {
      print(error.description)
    }
  }

  /// What the program knows and the reports do not say.
  private static func host() throws -> Host {
    let percent = try required(Unit.named("%"))
    let points = try required(Unit.named("百分点"))
    let past = HostTable(
      "past",
      columns: [
        .init("name", .text), .init("last_year", .quantity(.exactly(percent))),
      ],
      [
        [.text("地区生产总值"), .quantity(Quantity(Number(4), percent))],
        [.text("固定资产投资"), .quantity(Quantity(Number(11), percent))],
      ])
    let ahead = HostFunction(
      "ahead", takes: [.quantity(.exactly(percent)), .quantity(.exactly(percent))],
      gives: .quantity(.exactly(points)), gloss: "how far a target lies above last year"
    ) { values in
      guard case .quantity(let target) = values[0], case .quantity(let last) = values[1],
        let low = target.interval.lower, let known = last.interval.point
      else { return .missing }
      return .quantity(Quantity(.binary(low.doubleValue - known.doubleValue), points))
    }
    return try Host(tables: [past], functions: [ahead])
  }

  private static func described(_ value: Value) -> String {
    if case .quantity(let quantity) = value { return quantity.text() }
    return "–"
  }

  private struct Missing: Error {}

  private static func required<Wrapped>(_ value: Wrapped?) throws -> Wrapped {
    guard let value else { throw Missing() }
    return value
  }
}
