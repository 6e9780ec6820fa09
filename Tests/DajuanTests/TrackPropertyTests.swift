import DajuanLedger
import Testing

@testable import Dajuan

/// A status against the trial of points: every value the outcome can have is held against the
/// promise as its words put it.
@Suite struct TrackPropertyTests {
  /// A target, and what a single number must do to keep it.
  private struct Target {
    let quantity: Quantity
    let isKept: (Double) -> Bool
  }

  private static func number(_ value: Double) -> Number {
    .exact(Decimal(coefficient: Int128((value * 1000).rounded()), exponent: -3))
  }

  private static func quantity(_ interval: Interval, _ bound: Bound? = nil) -> Quantity {
    Quantity(interval, .none, bound: bound)
  }

  private static func target(_ number: Int, _ form: Int, _ betterment: Betterment) -> Target {
    let x = Double(number)
    let isMore = betterment == .more
    func said(_ bound: Bound, isSurplus: Bool = false) -> Quantity {
      quantity(
        Quantity.interval(
          of: Decimal(number), bound: bound, lastDigit: .one, isSurplus: isSurplus), bound)
    }
    switch form {
    case 0: return Target(quantity: said(.exact)) { isMore ? $0 >= x : $0 <= x }
    case 1: return Target(quantity: said(.atLeast)) { $0 >= x }
    case 2: return Target(quantity: said(.moreThan)) { $0 > x }
    case 3: return Target(quantity: said(.atMost)) { $0 <= x }
    case 4: return Target(quantity: said(.lessThan)) { $0 < x }
    case 5: return Target(quantity: said(.about)) { isMore ? $0 >= x - 0.5 : $0 <= x + 0.5 }
    case 6:
      return Target(quantity: said(.moreThan, isSurplus: true)) { isMore ? $0 >= x : $0 < x + 1 }
    default:
      return Target(quantity: quantity(Interval(lower: Number(number), upper: Number(number + 3))))
      {
        isMore ? $0 >= x : $0 <= x + 3
      }
    }
  }

  /// Any interval with whole ends: open, closed, half-bounded, a point.
  private static func interval(_ random: inout SeededGenerator, around middle: Int, by reach: Int)
    -> Interval
  {
    let low = Int.random(in: middle - reach...middle + reach, using: &random)
    let high = low + Int.random(in: 0...3, using: &random)
    let (isOpenBelow, isOpenAbove) = (
      Int.random(in: 0..<5, using: &random) == 0, Int.random(in: 0..<5, using: &random) == 0
    )
    return Interval(
      lower: isOpenBelow ? nil : Number(low), upper: isOpenAbove ? nil : Number(high),
      excludesLower: low < high && Bool.random(using: &random),
      excludesUpper: low < high && Bool.random(using: &random))
  }

  private static func expected(_ answers: [Bool]) -> Status {
    answers.allSatisfy { $0 } ? .met : answers.contains(true) ? .undecided : .missed
  }

  @Test("A status is what every point of the outcome says", arguments: 0..<8)
  func statusAgreesWithPoints(form: Int) {
    var random = SeededGenerator(seed: UInt64(form) + 1)
    let grid = stride(from: -40.0, through: 40.0, by: 0.25)
    var seen: Set<Status> = []
    for _ in 0..<400 {
      let betterment: Betterment = Bool.random(using: &random) ? .more : .less
      let target = Self.target(Int.random(in: -9...9, using: &random), form, betterment)
      let actual = Self.interval(&random, around: 0, by: 10)
      let points = grid.filter { actual.contains(Self.number($0)) }
      let status = Requirement(target.quantity, betterment).status(of: Self.quantity(actual))
      let expected = Self.expected(points.map(target.isKept))
      #expect(status == expected, "\(target.quantity) \(betterment) against \(actual)")
      seen.insert(status)
    }
    #expect(seen == [.met, .missed, .undecided])
  }

  @Test("On a base that is not known exactly: every point of both")
  func impliedStatusAgreesWithPoints() throws {
    var random = SeededGenerator(seed: 99)
    var seen: Set<Status> = []
    for _ in 0..<1500 {
      let base = Self.interval(&random, around: 100, by: 5)
      let growth = Int.random(in: -10...10, using: &random)
      let factor = 1 + Double(growth) / 100
      let actual = Self.interval(&random, around: 100 + growth, by: 6)
      let isCeiling = Bool.random(using: &random)
      let target = Quantity(
        Quantity.interval(
          of: Decimal(growth), bound: isCeiling ? .atMost : .atLeast, lastDigit: .one),
        try #require(Unit.named("%")))
      let requirement = try #require(
        Requirement(target, .more).implied(on: Self.quantity(base)))
      let bases = Self.points(of: base, near: [])
      let thresholds = bases.map { $0 * factor }
      let points = Self.points(of: actual, near: thresholds)
      let answers = points.flatMap { point in
        thresholds.map { isCeiling ? point <= $0 + 1e-9 : point >= $0 - 1e-9 }
      }
      let status = requirement.status(of: Self.quantity(actual))
      #expect(status == Self.expected(answers), "\(base) × \(factor) against \(actual)")
      seen.insert(status)
    }
    #expect(seen == [.met, .missed, .undecided])
  }

  /// Points in an interval at its ends, close to them, between and far out, and near others.
  private static func points(of interval: Interval, near others: [Double]) -> [Double] {
    let ends = [interval.lower, interval.upper].compactMap { $0?.doubleValue }
    let marks = ends + others + [ends.reduce(0, +) / Double(max(1, ends.count)), -1000, 1000]
    return marks.flatMap { [$0 - 0.001, $0, $0 + 0.001] }.filter { interval.contains(number($0)) }
  }

  @Test("A gap is on the good side exactly where the promise is kept")
  func gapAgreesWithStatus() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let betterment: Betterment = Bool.random(using: &random) ? .more : .less
      let target = Self.target(
        Int.random(in: -9...9, using: &random), Int.random(in: 0..<8, using: &random), betterment)
      let value = Int.random(in: -10...10, using: &random)
      let requirement = Requirement(target.quantity, betterment)
      let actual = Self.quantity(Interval(Number(value)))
      guard let gap = requirement.gap(of: actual)?.interval.point else {
        Issue.record("no gap for \(target.quantity)")
        continue
      }
      let isKept = requirement.isStrict ? gap.signum > 0 : gap.signum >= 0
      #expect(isKept == target.isKept(Double(value)))
    }
  }
}
