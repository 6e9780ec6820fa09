import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// A compiled query with other values of its parameters comes to what it would come to had it been written
/// with them, whether or not it is checked again for them.
@Suite struct BindingTests {
  /// A query whose parameter `p` is of a type, and literals of that type. The values of `decisive` ones
  /// have a part in what the checker finds.
  struct Case: Sendable, CustomTestStringConvertible {
    let type: String
    let query: String
    let values: [String]
    var isDecisive = false

    var testDescription: String { query }
  }

  private static let cases = [
    Case(
      type: "kind", query: "facts | where kind == $p | summarize n = count() by nature",
      values: ["project", "项目", "livelihood"]),
    Case(
      type: "percent", query: "indicators | where growth >= $p | select name, growth",
      values: ["3%", "8%", "0.5%", "8%..10%"]),
    Case(
      type: "money", query: "projects | derive x = if(investment > $p, investment - $p, $p)",
      values: ["5亿元", "0元", "30000万元", "1亿元..2亿元"]),
    Case(
      type: "period",
      query: "projects | where period in $p or period == $p or period overlaps $p | count",
      values: ["2021", "2022", "2020..2021", "2021Q1"]),
    Case(
      type: "text", query: "facts | where subject contains $p or subject matches $p | count",
      values: ["\"\"", "\"项目\"", "\"*企业*\""]),
    Case(
      type: "number",
      query: "projects | summarize s = sum(count * $p), m = max($p - count) by period",
      values: ["0", "2", "-1.5"]),
    Case(
      type: "truth", query: "projects | where $p or count > 300个 | count",
      values: ["true", "false"]),
    Case(type: "亿元", query: "projects | sort investment - $p | take 2", values: ["5", "300万元"]),
    Case(
      type: "money",
      query: "let rich = projects | where investment > $p; def gap(x) = x - $p; "
        + "rich | join rich on name | union rich | derive g = gap(investment) | summarize n = count() by g",
      values: ["5亿元", "10亿元"]),
    Case(
      type: "number",
      query: "facts | derive r = running_sum($p) by kind sort value + 0 * $p | distinct r",
      values: ["1", "3"]),
    Case(
      type: "percent", query: "indicators | assert possibly(growth < $p) or growth is missing",
      values: ["90%", "1%"]),
    Case(
      type: "percent", query: "indicators | chart bar name, growth - $p", values: ["1%", "2%"]),
    Case(
      type: "number", query: "facts | sort value | take $p", values: ["0", "3", "1.5", "-1"],
      isDecisive: true),
    Case(
      type: "number", query: "indicators | where growth > $p", values: ["0.05", "8"],
      isDecisive: true),
    Case(
      type: "number", query: "facts | derive x = round(1.2345, $p + 1)", values: ["1", "2", "0.5"],
      isDecisive: true),
    Case(
      type: "number", query: "facts | summarize q = quantile(value, $p) by unit",
      values: ["0.5", "0.25", "2"], isDecisive: true),
    Case(
      type: "text", query: "indicators | where name == $p or name in ($p, \"x\") | select name",
      values: ["\"GDP\"", "\"地区生产总值\"", "\"x\""], isDecisive: true),
    Case(
      type: "kind",
      query: "facts | where kind == $p | summarize n = count() by nature, unit "
        + "| pivot nature values n by unit",
      values: ["project", "indicator"], isDecisive: true),
    Case(
      type: "period", query: "projects | where period in 2020..$p | count",
      values: ["2021", "2022", "2019"], isDecisive: true),
    Case(
      type: "period", query: "projects | where period in ..$p or period == (2020..$p) | count",
      values: ["2021", "2022", "2019", "2020..2021"], isDecisive: true),
    Case(
      type: "money", query: "let some = 1亿元..$p; projects | where investment in some | count",
      values: ["5亿元", "0.5亿元", "1000万元..5亿元"], isDecisive: true),
    Case(
      type: "number", query: "facts | derive x = log(1024, $p) | summarize m = max(x)",
      values: ["2", "10", "1", "0"], isDecisive: true),
    Case(
      type: "text", query: "facts | where kind == $p or kind in ($p, \"other\") | count",
      values: ["\"项目\"", "\"project\"", "\"nothing of it\""], isDecisive: true),
    Case(
      type: "money", query: "param q: money = $p * 2; projects | where investment > $q | count",
      values: ["1亿元", "5亿元"], isDecisive: true),
  ]

  @Test(arguments: cases) func valuesMeanWhatTheyWouldMeanWritten(test: Case) throws {
    let evaluator = Evaluator(ledger: try .bundled())
    let open = try? evaluator.compile("param p: \(test.type)\n" + test.query)
    let bases = test.values.map { value in
      Self.outcome { try evaluator.compile("param p: \(test.type) = \(value)\n" + test.query) }
    }
    for (value, expected) in zip(test.values, bases) {
      let text = value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : value
      if let open {
        #expect(Self.outcome { try open.bound(to: ["p": .text(text)]) } == expected, "\(value)")
        // One value after the other is as good as one.
        for first in test.values {
          let bound = try? open.bound(to: ["p": .text(first.filter { $0 != "\"" })])
          guard let bound else { continue }
          #expect(
            Self.outcome { try bound.bound(to: ["p": .text(text)]) } == expected,
            "\(value) after \(first)")
        }
      }
    }
    #expect(open != nil)
  }

  @Test(arguments: cases) func onlyDecisiveValuesAreCheckedFor(test: Case) throws {
    let text = "param p: \(test.type)\n" + test.query
    var environment = Environment(ledger: try .bundled())
    environment.distinctValues = Session.distinctValues(in: try .bundled())
    let checked = Checker.check(
      ParsedScript.parse(Source(text)).script, in: Source(text), environment: environment,
      isDry: true)
    #expect(checked.decisive.contains("p") == test.isDecisive)
  }

  @Test func aPlanHasNoParameters() throws {
    let text = "param p: money = 5亿元; let q = $p * 2; projects | where investment > q"
    var session = Session(ledger: try .bundled())
    let plan = try session.explain(Source(text), .plan)
    #expect(plan.contains("investment > 5亿元 * 2") || plan.contains("5亿元"))
    try session.setParameter("p", to: "1亿元")
    // What was worked out with an earlier value stays as it is.
    #expect(try session.explain(Source("projects | where investment > q"), .plan).contains("5亿元"))
    #expect(try session.explain(Source("projects | where investment > $p"), .plan).contains("1亿元"))
  }

  /// What a query comes to: its answer and what it left undecided, or the codes of what is wrong and where.
  private static func outcome(_ make: () throws -> CompiledQuery) -> String {
    do {
      let query = try make()
      let answer = try query.run()
      var text = ""
      answer.write(RenderOptions(format: .json), to: &text)
      return text
        + " \(answer.undecidedByBounds) \(answer.undecidedByMissing) \(answer.undecidedByUnit)"
        + " \(query.columns.map(\.name)) \(query.warnings.map(\.code))"
    } catch let error as ScriptError {
      return error.diagnostics.map(\.code.rawValue).joined(separator: " ")
    } catch {
      return "\(error)"
    }
  }
}
