import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// A quantity as it is shown, written into a query, is the same quantity.
@Suite struct PrintBackTests {
  private static let units = Set(
    Vocabulary.spellings(of: .unit).compactMap { Unit.named($0)?.name }
      + ["", "元/人", "元/亩", "元/公里"]
  ).sorted()

  /// The values of expressions, asked as a script would ask.
  private static func values(_ expressions: [String]) throws -> [Quantity?] {
    let columns = expressions.enumerated().map { "x\($0) = \($1)" }.joined(separator: ", ")
    var session = Session(ledger: Ledger(SampleRows.rows))
    var found: [Quantity?] = []
    try session.run(Source("reports | take 1 | select " + columns)) { result in
      found = result.table.row(0).map { if case .quantity(let value) = $0 { value } else { nil } }
    }
    return found
  }

  /// Sizes of every order, some negative, some with many places.
  private static func number(_ random: inout SeededGenerator) -> Decimal {
    let digits = Int128(Int.random(in: -99_999...99_999, using: &random))
    return Decimal(coefficient: digits, exponent: Int32.random(in: -6...9, using: &random))
  }

  @Test(arguments: units)
  func everyUnit(name: String) throws {
    var random = SeededGenerator(seed: 3)
    let unit = try #require(Unit.named(name))
    let numbers = (0..<60).map { _ in Self.number(&random) }
      // Four digits and 年 are a year, and no length of time.
      .filter { unit.name != "年" || !(1000...2999).contains($0.intValue ?? 0) }
    let quantities = numbers.map { Quantity(.exact($0), unit) }
    let found = try Self.values(quantities.map { $0.text() })
    for (quantity, back) in zip(quantities, found) {
      #expect(back?.interval == quantity.interval, "\(quantity.text())")
      #expect(back?.unit == quantity.unit, "\(quantity.text())")
    }
  }

  /// The ends of a derived quantity: `≥7.5%`, `6.8万–6.9万人`, `-6～-5个`; a unit that stands once is both ends'.
  private static func ends(_ text: String, _ unit: String) -> [String] {
    if let sign = text.first, "≥>≤<".contains(sign) { return [String(text.dropFirst())] }
    let parts = text.split { $0 == "–" || $0 == "～" }.map(String.init)
    return parts.map { $0.hasSuffix(unit) ? $0 : $0 + unit }
  }

  @Test(arguments: ["元", "%", "人", "公里", "百分点", "元/人", ""])
  func bounds(name: String) throws {
    var random = SeededGenerator(seed: 5)
    let unit = try #require(Unit.named(name))
    for _ in 0..<60 {
      let low = Self.number(&random)
      let high = try #require(low.adding(Self.number(&random).magnitude))
      let isOpen = Int.random(in: 0..<3, using: &random)
      let interval = Interval(
        lower: isOpen == 1 ? nil : .exact(low), upper: isOpen == 2 ? nil : .exact(high),
        excludesLower: Bool.random(using: &random), excludesUpper: Bool.random(using: &random))
      let text = Quantity(interval, unit).text()
      let found = try Self.values(Self.ends(text, name)).map { $0?.interval.point }
      let wanted =
        interval.point.map { [$0] } ?? [interval.lower, interval.upper].compactMap { $0 }
      #expect(found == wanted.map { $0 }, "\(text)")
      if isOpen == 1 { #expect(text.hasPrefix(interval.excludesUpper ? "<" : "≤")) }
      if isOpen == 2 { #expect(text.hasPrefix(interval.excludesLower ? ">" : "≥")) }
    }
  }

  @Test func periods() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let year = Int.random(in: 1000...2999, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let candidates = [
        Period(year: year), Period(year: year, month: month),
        Period(year: year, quarter: (month + 2) / 3),
        Period(year: year, month: month, day: Int.random(in: 1...28, using: &random)),
      ]
      let period = try #require(candidates.randomElement(using: &random) ?? nil)
      var session = Session(ledger: Ledger(SampleRows.rows))
      var found: Value?
      let literal = period == Period(year: year) ? "\(period)年" : "\(period)"
      try session.run(Source("reports | take 1 | select x = \(literal)")) { result in
        found = result.table[0, 0]
      }
      #expect(found == .period(period), "\(period)")
    }
  }
}
