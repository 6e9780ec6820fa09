import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Passing over stretches of a table leaves no row out, and counts none that is undecided less.
@Suite struct StretchTests {
  private static let rows = 3 * Stretch.rows + 1000

  /// Facts in which stretches differ: units and periods come and go, numbers grow, some have no value.
  private static func ledger(noted: Bool) throws -> Ledger {
    let yuan = try #require(Unit.named("元"))
    let mu = try #require(Unit.named("亩"))
    var random = SeededGenerator(seed: 5)
    var units: [Int32] = []
    var lower: [Int64] = []
    var upper: [Int64] = []
    var marks: [UInt8] = []
    for row in 0..<rows {
      let stretch = row / Stretch.rows
      let isOther = stretch == 1 && Int.random(in: 0..<10, using: &random) == 0
      let isMissing = stretch == 2 && Int.random(in: 0..<50, using: &random) == 0
      units.append(isMissing ? Codes.missing : isOther ? 1 : 0)
      let number = Int64.random(in: 0..<1000, using: &random) * 10_000 + Int64(stretch) * 5_000_000
      lower.append(number)
      let isOpen = stretch == 0 && Int.random(in: 0..<1000, using: &random) == 0
      upper.append(isOpen ? 0 : number)
      marks.append(
        isOpen ? QuantityMark.code(of: .atLeast) | QuantityMark.hasNoUpper : 0)
    }
    let values = QuantityColumn(
      units: [yuan, mu], unitCodes: Codes(units), lower: Buffer(lower), upper: Buffer(upper),
      marks: Buffer(marks))
    let years = (2019...2022).map { Period(year: $0) }
    let periods = Codes((0..<rows).map { Int32($0 / Stretch.rows) })
    let schema = Entity.facts.schema
    let columns = schema.columns.map { definition -> Column in
      switch definition.name {
      case "value": return .quantity(noted ? values.withRanges() : values)
      case "period":
        return .period(PeriodColumn(periods: years, codes: noted ? periods.withRanges() : periods))
      case "source": return .source(SourceColumn(one: Buffer([Int32](repeating: -1, count: rows))))
      default:
        let codes = Codes([Int32](repeating: 0, count: rows))
        return .text(
          TextColumn(
            words: WordList([definition.name == "nature" ? "actual" : "exact"]),
            codes: noted ? codes.withRanges() : codes))
      }
    }
    return Ledger(
      tables: [.facts: Table(schema, columns, count: rows)], sources: SourceTable())
  }

  private static let queries = [
    "facts | where value >= 1400元 | count",
    "facts | where value > 1499元 and period == 2021 | summarize n = count(), s = sum(value)",
    "facts | where value < 3元 | count",
    "facts | where value == 1200元 or period == 2019 | count",
    "facts | where period == 2022 | where value > 100元 | summarize m = max(value)",
    "facts | where value > 5亩 | count",
    "facts | sort value desc | take 12 | select period, value",
    "facts | where period in 2019..2021 | sort value | take 9 | select period, value",
    "facts | where nature == actual | sort value desc, period | take 5 | select period, value",
    "facts | where value > 1490元 | sort value desc | take 3 | select value",
    "facts | where unit(value) == \"亩\" | sort value desc | take 4 | select value",
    "facts | where value is missing | count",
  ]

  @Test func whatIsPassedOverHoldsNothing() throws {
    let (plain, noted) = (try Self.ledger(noted: false), try Self.ledger(noted: true))
    var passedOver = 0
    for text in Self.queries {
      let source = Source(text)
      let checked = Checker.check(
        ParsedScript.parse(source).script, in: source, environment: Environment(ledger: noted))
      guard case .query(let query)? = checked.statements.first else {
        Issue.record("\(text) is no query")
        continue
      }
      let expected = try Executor.run(Plan(query), on: plain)
      let found = try Executor.run(Plan(query), on: noted)
      #expect(expected.table.count == found.table.count, "\(text)")
      for row in 0..<expected.table.count {
        #expect(expected.table.row(row) == found.table.row(row), "\(text), row \(row)")
      }
      #expect(expected.undecided == found.undecided, "\(text)")
      passedOver += found.profile.steps.reduce(0) { $0 + $1.passedOver }
    }
    #expect(passedOver > 8)
  }
}
