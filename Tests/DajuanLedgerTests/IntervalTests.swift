import Testing

@testable import DajuanLedger

@Suite struct IntervalTests {
  /// An interval of small whole ends, and points to try it with: its ends, what lies between and
  /// just outside.
  private static func random(_ random: inout SeededGenerator) -> Interval {
    func end() -> Number? {
      Int.random(in: 0..<6, using: &random) == 0
        ? nil : Number(Int.random(in: -4...4, using: &random))
    }
    let lower = end()
    let upper = end()
    let excludesLower = Bool.random(using: &random)
    let excludesUpper = Bool.random(using: &random)
    if let lower, let upper, lower == upper { return Interval(lower) }
    return Interval(
      lower: lower, upper: upper, excludesLower: excludesLower, excludesUpper: excludesUpper)
  }

  private static let probes = stride(from: -40, through: 40, by: 1).map {
    Number.exact(Decimal(coefficient: Int128($0 * 25), exponent: -2))
  }

  private static func points(_ interval: Interval) -> [Number] {
    probes.filter { interval.contains($0) }
  }

  @Test func resultsHoldEveryPointResult() {
    var random = SeededGenerator(seed: 1966)
    for _ in 0..<400 {
      let a = Self.random(&random)
      let b = Self.random(&random)
      let sum = a.adding(b)
      let difference = a.subtracting(b)
      let product = a.multiplied(by: b)
      let quotient = a.divided(by: b)
      let least = a.extreme(with: b, isLeast: true)
      let greatest = a.extreme(with: b, isLeast: false)
      for x in Self.points(a).prefix(30) {
        for y in Self.points(b).suffix(30) {
          #expect(sum.contains(x.adding(y)), "\(a) + \(b) at \(x), \(y)")
          #expect(difference.contains(x.subtracting(y)), "\(a) - \(b) at \(x), \(y)")
          #expect(product.contains(x.multiplied(by: y)), "\(a) * \(b) at \(x), \(y)")
          if let quotient, let value = x.divided(by: y) {
            #expect(quotient.contains(value), "\(a) / \(b) at \(x), \(y)")
          }
          #expect(least.contains(Swift.min(x, y)), "least of \(a), \(b) at \(x), \(y)")
          #expect(greatest.contains(Swift.max(x, y)), "greatest of \(a), \(b) at \(x), \(y)")
        }
      }
    }
  }

  @Test func comparisonAgreesWithEveryPoint() {
    var random = SeededGenerator(seed: 1952)
    var decided = 0
    for _ in 0..<600 {
      let a = Self.random(&random)
      let b = Self.random(&random)
      let xs = Self.points(a)
      let ys = Self.points(b)
      guard !xs.isEmpty, !ys.isEmpty else { continue }
      let less = Set(xs.flatMap { x in ys.map { x < $0 } })
      let lessOrEqual = Set(xs.flatMap { x in ys.map { x <= $0 } })
      let equal = Set(xs.flatMap { x in ys.map { x == $0 } })
      for (answer, seen) in [
        (a.isLess(than: b, orEqual: false), less), (a.isLess(than: b, orEqual: true), lessOrEqual),
        (a.isEqual(to: b), equal),
      ] {
        switch answer {
        case .yes: #expect(!seen.contains(false), "\(a), \(b)")
        case .no: #expect(!seen.contains(true), "\(a), \(b)")
        case .undecided: continue
        }
        decided += 1
      }
    }
    #expect(decided > 300)
  }

  @Test func decidesWhatTheEndsDecide() {
    let atLeast = Interval(lower: Number(8), upper: nil)
    let moreThan = Interval(lower: Number(8), upper: nil, excludesLower: true)
    let eight = Interval(Number(8))
    #expect(eight.isLess(than: atLeast, orEqual: true) == .yes)
    #expect(eight.isLess(than: atLeast, orEqual: false) == .undecided(.bounds))
    #expect(eight.isLess(than: moreThan, orEqual: false) == .yes)
    #expect(eight.isEqual(to: moreThan) == .no)
    #expect(eight.isEqual(to: atLeast) == .undecided(.bounds))
    #expect(atLeast.isLess(than: eight, orEqual: false) == .no)
  }

  @Test func divisorThatMayBeZeroGivesAnything() {
    let around = Interval(lower: Number(-1), upper: Number(1))
    #expect(Interval(Number(1)).divided(by: around) == .everything)
    #expect(around.divided(by: Interval(Number(0))) == nil)
    let above = Interval(lower: Number(0), upper: Number(2), excludesLower: true)
    let half = Number.exact(Decimal(coefficient: 5, exponent: -1))
    #expect(Interval(Number(1)).divided(by: above) == Interval(lower: half, upper: nil))
  }

  @Test func whatComesNearToZeroDoesNotHaveIt() {
    let above = Interval(lower: Number(0), upper: Number(2), excludesLower: true)
    let atLeast = Interval(lower: Number(1), upper: nil)
    let positive = Interval(lower: Number(0), upper: nil, excludesLower: true)
    #expect(above.multiplied(by: atLeast) == positive)
    #expect(atLeast.multiplied(by: above) == positive)
    #expect(atLeast.divided(by: atLeast) == positive)
    #expect(above.divided(by: above) == positive)
    #expect(above.divided(by: atLeast) == above)
    let notBelow = Interval(lower: Number(0), upper: nil)
    #expect(notBelow.multiplied(by: atLeast) == notBelow)
    #expect(notBelow.divided(by: atLeast) == notBelow)
  }

  @Test func endsInTheWrongOrderAreExchanged() {
    let interval = Interval(lower: Number(3), upper: Number(1), excludesLower: true)
    #expect(interval.lower == Number(1))
    #expect(interval.upper == Number(3))
    #expect(interval.excludesUpper)
    #expect(!interval.excludesLower)
  }
}
