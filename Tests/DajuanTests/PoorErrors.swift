import DajuanSyntax
import Testing

@testable import Dajuan

/// Errors whose message is not good enough yet, each with what would be better. When one gets better
/// its test fails, and it leaves this file.
@Suite struct PoorErrors {
  struct Poor: CustomTestStringConvertible, Sendable {
    let query: String
    /// What is said now: code, place, message, and the suggestion if there is one.
    let now: [String]
    let better: String
    var testDescription: String { query }
  }

  static let all = [
    Poor(
      query: "def top(t) = t | take 3",
      now: ["DJ0106@| unexpected `|`"],
      better: "a `def` names an expression; a query is named by `let`, and takes no parameters"),
    Poor(
      query: "def within(p, r) = p in r; projects | where within(investment, 1亿元..5亿元)",
      now: ["DJ0305@1亿元..5亿元 `..` does not take a quantity in 元"],
      better: "none: the parameter stands after `in`, where a range of quantities is good"),
    Poor(
      query: "indicators | where growth > 8",
      now: [],
      better: "a warning: 8 is 800%, and no growth of this ledger is near; did you mean 8%?"),
    Poor(
      query: "facts | where value > 5亿元 and",
      now: ["DJ0105@ expected an expression, found the end of the query"],
      better: "`and` wants a second condition after it"),
    Poor(
      query: "projects | select name as n",
      now: ["DJ0106@as unexpected `as`"],
      better: "a column is renamed with `n = name`"),
    Poor(
      query: "projects | group by nature",
      now: ["DJ0103@group there is no operator `group`"],
      better: "groups are made by `summarize … by nature`"),
    Poor(
      query: "select * from projects",
      now: [
        "DJ0104@select the operator `select` must follow a `|`: write `| select`",
        "DJ0105@* expected an expression, found `*`", "DJ0106@projects unexpected `projects`",
      ],
      better: "a query starts with its table: `projects | …`; all columns are there without `*`"),
    Poor(
      query: "projects | where name like \"桥\"",
      now: [
        "DJ0304@name expected a condition, found text", "DJ0106@like unexpected `like`",
      ],
      better: "text is looked for with `contains`, or `matches` with * and ?"),
    Poor(
      query: "projects | where investment > 5 billion",
      now: [
        "DJ0301@> an amount of money and a plain number cannot be compared",
        "DJ0106@billion unexpected `billion`",
      ],
      better: "large amounts are written with 万 and 亿: `50亿元`"),
    Poor(
      query: "projects | order by investment",
      now: ["DJ0103@order there is no operator `order`"],
      better: "rows are ordered by `sort`"),
    Poor(
      query: "let a = 1, b = 2",
      now: ["DJ0106@, unexpected `,`"],
      better: "one `let` names one thing; write a second `let`"),
  ]

  @Test(arguments: all)
  func isStillPoor(poor: Poor) throws {
    var session = Session(ledger: try .bundled())
    let source = Source(poor.query)
    var found: [Diagnostic] = []
    do {
      try session.run(source) { _ in }
    } catch {
      found = error.diagnostics
    }
    let now = found.map { diagnostic in
      let advice = diagnostic.suggestion.map { ": " + $0.text.english } ?? ""
      return "\(diagnostic.code.rawValue)@\(source.text(diagnostic.span)) "
        + diagnostic.message(in: .english) + advice
    }
    #expect(now == poor.now, "better: \(poor.better)")
  }
}
