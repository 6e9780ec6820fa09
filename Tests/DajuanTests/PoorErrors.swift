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
      query: "projects | where investment > 5 billion",
      now: [
        "DJ0301@> an amount of money and a plain number cannot be compared: "
          + "give the number its unit, such as `5亿元`",
        "DJ0119@billion `billion` is not a word of this language: write `5十亿`",
      ],
      better: "one message: `5 billion` is 50亿, and wants its unit, `50亿元`"),
    Poor(
      query: "projects | where (count > 1 | select name",
      now: ["DJ0107@( this `(` is never closed"],
      better: "propose where it was to close"),
    Poor(
      query: "select a.name from projects a, measures b",
      now: [
        "DJ0121@select a query starts with its table, and its operators follow: "
          + "write `table | where … | select …`"
      ],
      better: "propose `projects | join measures on …`"),
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
