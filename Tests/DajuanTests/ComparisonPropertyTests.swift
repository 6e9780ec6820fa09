import DajuanLedger
import Testing

@testable import Dajuan

/// Comparisons against a model that tries points: fractions of whole numbers, without rounding.
@Suite struct ComparisonPropertyTests {
  /// A fraction of whole numbers.
  private struct Rational {
    let numerator: Int128
    let denominator: Int128

    init(_ decimal: Decimal, times size: Ratio) {
      let power = Decimal.power(of: UInt32(decimal.exponent.magnitude)) ?? 1
      let isFraction = decimal.exponent < 0
      numerator = decimal.coefficient * Int128(size.numerator) * (isFraction ? 1 : power)
      denominator = Int128(size.denominator) * (isFraction ? power : 1)
    }

    static func < (a: Rational, b: Rational) -> Bool {
      a.numerator * b.denominator < b.numerator * a.denominator
    }
  }

  private static let families = [
    ["元", "万元"], ["公里", "米", "里"], ["平方米", "亩", "公顷"], ["个", "", "条"], ["", "%", "‰", "成"],
    ["年", "个月", "个季度"], ["小时", "分钟", "秒"], ["吨", "斤"],
  ]

  /// Numbers an interval has, at its ends and next to them: enough to tell how it lies beside another,
  /// as no two ends are so near each other without being equal.
  private static func points(_ interval: Interval) -> [Decimal] {
    let step = Decimal(coefficient: 1, exponent: -9)
    var found: [Decimal] = []
    for end in [interval.lower, interval.upper] {
      guard case .exact(let decimal)? = end else { continue }
      found += [decimal, decimal.adding(step), decimal.subtracting(step)].compactMap { $0 }
    }
    if interval.lower == nil { found.append(Decimal(-1_000_000)) }
    if interval.upper == nil { found.append(Decimal(1_000_000)) }
    return found.filter { interval.contains(.exact($0)) }
  }

  private static func answer(_ seen: Set<Bool>) -> Truth {
    seen.count == 2 ? .undecided(.bounds) : Truth(seen.contains(true))
  }

  @Test(arguments: families)
  func agreesWithPoints(family: [String]) throws {
    var random = SeededGenerator(seed: 1259)
    var counts: [Truth: Int] = [:]
    for _ in 0..<600 {
      let units = try (0..<2).map { _ in
        let name = family.randomElement(using: &random) ?? ""
        return try #require(Unit.named(name))
      }
      let a = Quantity(RandomQuantities.interval(&random, -300...300), units[0])
      let b = Quantity(RandomQuantities.interval(&random, -300...300), units[1])
      var (less, more) = (Set<Bool>(), Set<Bool>())
      for x in Self.points(a.interval) {
        for y in Self.points(b.interval) {
          let (p, q) = (Rational(x, times: units[0].factor), Rational(y, times: units[1].factor))
          less.insert(p < q)
          more.insert(q < p)
        }
      }
      let found = a.isLess(than: b, orEqual: false)
      #expect(found == Self.answer(less), "\(a) < \(b)")
      #expect(b.isLess(than: a, orEqual: false) == Self.answer(more), "\(b) < \(a)")
      #expect(
        b.isLess(than: a, orEqual: true) == Self.answer(less).negated, "\(b) <= \(a)")
      // Some pair is equal where neither side is always below; all are where no pair is below.
      let isApart = less == [true] || more == [true]
      let isSame = less == [false] && more == [false]
      #expect(
        a.isEqual(to: b) == (isApart ? .no : isSame ? .yes : .undecided(.bounds)), "\(a) == \(b)")
      counts[found, default: 0] += 1
    }
    #expect(counts.count == 3 && counts.values.allSatisfy { $0 > 30 }, "\(counts)")
  }

  @Test func whatDoesNotEndIsNotRounded() throws {
    let mu = try #require(Unit.named("亩"))
    let metres = try #require(Unit.named("平方米"))
    let below = Quantity(.exact(try #require(Decimal("666.66666666666666666666"))), metres)
    let above = Quantity(.exact(try #require(Decimal("666.66666666666666666667"))), metres)
    let one = Quantity(Number(1), mu)
    #expect(below.isLess(than: one, orEqual: false) == .yes)
    #expect(one.isLess(than: above, orEqual: false) == .yes)
    #expect(one.isEqual(to: above) == .no)
  }
}
