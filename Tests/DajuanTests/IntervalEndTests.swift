import DajuanLedger
import Testing

@testable import Dajuan

/// What operations say of two intervals is what their points come to, and no more: all pairs of intervals with
/// small ends, left out or not or none, are tried at points on, beside and far from the ends.
@Suite struct IntervalEndTests {
  /// Beside an end, and far from every one.
  private static let (beside, far) = (1e-7, 1e7)

  private static func intervals(_ range: ClosedRange<Int>) -> [Interval] {
    let ends: [Int?] = [nil] + Array(range)
    var found: Set<Interval> = []
    for lower in ends {
      for upper in ends where lower == nil || upper == nil || (lower ?? 0) <= (upper ?? 0) {
        for (isLowerOut, isUpperOut) in [
          (false, false), (false, true), (true, false), (true, true),
        ] {
          found.insert(
            Interval(
              lower: lower.map { Number($0) }, upper: upper.map { Number($0) },
              excludesLower: isLowerOut, excludesUpper: isUpperOut))
        }
      }
    }
    return Array(found)
  }

  private static func holds(_ interval: Interval, _ point: Double) -> Bool {
    interval.contains(.binary(point))
  }

  private static func points(of interval: Interval) -> [Double] {
    let low = interval.lower?.doubleValue ?? -far
    let high = interval.upper?.doubleValue ?? far
    let some = [
      low, low + beside, low + 0.25, (low + high) / 2, high - 0.25, high - beside, high, -3, -1.5,
      -1,
      -0.5, -beside, 0, beside, 0.5, 1, 1.5, 3,
    ]
    return some.filter { holds(interval, $0) }
  }

  /// The ends that the points come near to, and whether they come to them.
  private static func isTight(_ result: Interval, _ low: Double, _ high: Double) -> Bool {
    func isEnd(_ end: Number?, _ isOut: Bool, _ seen: Double) -> Bool {
      guard let end = end?.doubleValue else { return abs(seen) > 1e3 }
      return abs(seen - end) < 1e-4 && isOut == (seen != end)
    }
    return isEnd(result.lower, result.excludesLower, low)
      && isEnd(result.upper, result.excludesUpper, high)
  }

  private static func expect(
    _ name: String, among intervals: [Interval],
    _ whole: (Interval, Interval) -> Interval?,
    mayBeWide: (Interval, Interval) -> Bool = { _, _ in false },
    at point: (Double, Double) -> Double?
  ) {
    let inner = intervals.map(points)
    for (a, first) in zip(intervals, inner) {
      for (b, second) in zip(intervals, inner) {
        let values = first.flatMap { x in second.compactMap { point(x, $0) } }
        guard let low = values.min(), let high = values.max() else { continue }
        guard let result = whole(a, b) else {
          Issue.record("\(a) \(name) \(b) comes to nothing")
          continue
        }
        let isHeld = values.allSatisfy { holds(result, $0) }
        if !isHeld || !mayBeWide(a, b) && !isTight(result, low, high) {
          Issue.record("\(a) \(name) \(b) is \(result), from \(low) to \(high)")
        }
      }
    }
  }

  @Test func operationsComeToWhatTheirPointsDo() {
    let all = Self.intervals(-2...2)
    #expect(all.count == 66)
    Self.expect("+", among: all, { $0.adding($1) }) { $0 + $1 }
    Self.expect("-", among: all, { $0.subtracting($1) }) { $0 - $1 }
    Self.expect("*", among: all, { $0.multiplied(by: $1) }) { $0 * $1 }
    Self.expect(
      "/", among: all, { $0.divided(by: $1) },
      // Where the divisor may be zero, nothing is known.
      mayBeWide: { $1.contains(Number(0)) }
    ) { $1 == 0 ? nil : $0 / $1 }
    Self.expect("least", among: all, { $0.extreme(with: $1, isLeast: true) }) { min($0, $1) }
    Self.expect("greatest", among: all, { $0.extreme(with: $1, isLeast: false) }) { max($0, $1) }
  }

  @Test func sharesComeToWhatTheirPointsDo() {
    let all = Self.intervals(0...3).filter { $0.lower != nil }
    Self.expect("of itself and", among: all, { WindowKernel.share($0, beside: $1) }) {
      $0 + $1 == 0 ? nil : $0 / ($0 + $1)
    }
  }
}
