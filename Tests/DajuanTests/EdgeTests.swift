import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Queries at the edges: what once gave a wrong answer, or no answer at all.
@Suite struct EdgeTests {
  private func column(_ name: String, _ query: String) throws -> [String] {
    var ask = Asking(SampleRows.rows)
    return try ask.column(name, of: query)
  }

  @Test func takingTwiceTakesTheFewer() throws {
    #expect(try column("count", "indicators | sort name | take 3 | take 5 | count") == ["3"])
    #expect(try column("count", "indicators | sort name | take 5 | take 3 | count") == ["3"])
  }

  @Test(arguments: [
    "-(18446744073709551616 * -9223372036854775808)",
    "(18446744073709551616 * -9223372036854775808) / -1", "2021年 - (-9223372036854775808)",
    "split_part(\"a b\", \" \", length(id) - 9223372036854775807 - 1)",
  ])
  func numbersAtTheEndOfTheirRange(expression: String) throws {
    #expect(try column("x", "reports | select x = \(expression)").count == 1)
  }

  @Test func powersPastAnyMeasure() throws {
    let tens = (1...32).map { "a\($0) = a\($0 - 1) * a\($0 - 1)" }.joined(separator: ", ")
    #expect(try column("x", "reports | derive a0 = 10, \(tens) | select x = a32 > 1") == ["true"])
    let metres = [String](repeating: "1m", count: 130).joined(separator: " * ")
    #expect(try column("x", "reports | select x = \(metres)").count == 1)
  }

  @Test func doublingLetsEndInAnError() {
    let lets = (1...25).map { "let a\($0) = a\($0 - 1) + a\($0 - 1)" }.joined(separator: "\n")
    var ask = Asking(SampleRows.rows)
    let mistakes = ask.mistakes("let a0 = 1 + 1\n\(lets)\nreports | select x = a25")
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.hasPrefix("DJ0503") == true)
  }

  @Test func peopleAreNotThingsInAnyScale() {
    var ask = Asking(SampleRows.rows)
    #expect(ask.mistakes("reports | select x = 50000 to 万人") == ["DJ0311@50000 to 万人"])
    #expect(ask.mistakes("reports | select x = (5万人 to 万人) + 5个") == ["DJ0302@+"])
  }

  @Test(arguments: ["unit(x)", "unit(x) desc"])
  func extremesOfCountsDoNotDependOnTheOrder(order: String) throws {
    var rows = LedgerRows()
    rows.projects = ["个", "条", "个"].enumerated().map { index, unit in
      ProjectRow(
        name: "项目\(index)", count: SampleRows.quantity(String(index + 2), unit),
        standing: SampleRows.standing("甲区", .actual, 2021))
    }
    var ask = Asking(rows)
    for (function, value) in [("min", "2条"), ("max", "4条"), ("median", "3条"), ("sum", "9条")] {
      let query = "projects | derive x = count | sort \(order) | summarize v = \(function)(x)"
      #expect(try ask.column("v", of: query) == [value])
    }
  }

  @Test func enumeratedValuesSortByRank() throws {
    var ask = try Asking()
    #expect(
      try ask.column("level", of: "honours | distinct level | sort level") == [
        "national", "province", "city",
      ])
  }

  @Test func distinctRowsRestOnAllThatFellTogether() throws {
    #expect(
      try column("line", "indicators | where period is present | distinct place | cite") == [
        "1, 2, 4", "3",
      ])
  }

  @Test func caseGoesOnBehindWhatIsMissing() throws {
    let query = "indicators | select x = case(growth >= 8%, 1, growth is missing, 2, 3)"
    #expect(try column("x", query) == ["3", "3", "2", "–", "2", "3", "2"])
  }

  @Test func columnsAreNamedOnceAndAfterTheirLets() throws {
    var ask = Asking(SampleRows.rows)
    #expect(
      ask.mistakes("indicators | summarize count() by nature, nature") == ["DJ0206@nature"])
    #expect(try column("goal", "let goal = 5\nreports | select goal") == ["5"])
    #expect(
      ask.mistakes("indicators | select nmae, growth | where name == \"GDP\"") == ["DJ0202@nmae"])
  }
}
