import DajuanLedger
import Foundation

/// A fact's number as a column keeps it: ten-thousandths and a mark.
struct FactNumber {
  var lower: Int64 = 0
  var upper: Int64 = 0
  var bound: Bound = .exact
  var mark: UInt8 = 0

  /// What is told of an indicator: the number of that district and year, a promise within a few per
  /// cent of it.
  init(
    _ indicator: Int, place: Int, year: Int, nature: Nature, random: inout SplitMix
  ) {
    let (number, step) = Self.written(
      indicator, place: place, year: year, nature: nature, random: &random)
    bound = Self.bound(nature, random: &random)
    mark = UInt8(FactColumns.code(bound))
    (lower, upper) = (number, number)
    switch bound {
    case .exact: break
    case .atLeast: end(upper: nil)
    case .moreThan:
      // 余 and 多, a fifth of them, do not reach the next step.
      if random.next() % 5 == 0 {
        end(upper: number + step)
        mark |= QuantityMark.excludesUpper
      } else {
        end(upper: nil)
        mark |= QuantityMark.excludesLower
      }
    case .atMost: end(lower: nil)
    case .lessThan:
      end(lower: nil)
      mark |= QuantityMark.excludesUpper
    case .about: (lower, upper) = (number - step / 2, number + step / 2)
    case .range: end(upper: number + 5 * step)
    }
  }

  private mutating func end(upper end: Int64?) {
    upper = end ?? 0
    if end == nil { mark |= QuantityMark.hasNoUpper }
  }

  private mutating func end(lower end: Int64?) {
    lower = end ?? 0
    if end == nil { mark |= QuantityMark.hasNoLower }
  }

  /// The number in ten-thousandths, and the step of its last digit that counts.
  private static func written(
    _ indicator: Int, place: Int, year: Int, nature: Nature, random: inout SplitMix
  ) -> (number: Int64, step: Int64) {
    let form = Indicator.all[indicator].form
    let own = Gauss.of(indicator, place, salt: 1)
    let ofYear = Gauss.of(indicator, place, year, salt: 2)
    let miss = nature == .target ? Gauss.of(indicator, place, year, salt: 3) : 0
    switch form.size {
    case .counted(let middle, let spread):
      let size = 0.3 * Gauss.of(place, salt: 4)
      let power =
        middle + size + spread * own + 0.03 * Double(year - 2014) + 0.02 * ofYear + 0.015 * miss
      let digits = [1, 2, 2, 2, 3, 3, 3, 4, 4, 5][Int(random.next() % 10)]
      let place = max(0, Int(power.rounded(.down)) - digits + 1)
      let step = pow(10, Double(place))
      let count = max(1, (pow(10, power) / step).rounded())
      return (Int64(count * step) * 10_000, Int64(step) * 10_000)
    case .even(let middle, let spread):
      var number = middle + spread * (0.7 * own + 0.7 * ofYear + 0.1 * miss)
      if form.role == .share { number = min(100, number) }
      if form.role != .growth, form.role != .change { number = max(0.1, number) }
      let step = [10_000, 10_000, 10_000, 1000, 1000, 1000, 1000, 1000, 1000, 100][
        Int(random.next() % 10)]
      return (Int64((number * 10_000 / Double(step)).rounded()) * Int64(step), Int64(step))
    }
  }

  /// The bounds of ten thousand facts, by nature; about 15 of 100 are inexact.
  private static func bound(_ nature: Nature, random: inout SplitMix) -> Bound {
    let shares: [(Bound, UInt64)] =
      nature == .actual
      ? [
        (.exact, 9090), (.moreThan, 590), (.atLeast, 160), (.about, 60), (.lessThan, 55),
        (.atMost, 43), (.range, 2),
      ]
      : [
        (.exact, 7330), (.atLeast, 1290), (.about, 650), (.moreThan, 440), (.atMost, 190),
        (.range, 80), (.lessThan, 20),
      ]
    var point = random.next() % 10_000
    for (bound, share) in shares {
      if point < share { return bound }
      point -= share
    }
    return .exact
  }
}
