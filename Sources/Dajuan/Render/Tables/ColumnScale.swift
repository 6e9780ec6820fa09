import DajuanLedger

/// The one word of size, 万亿, 亿, 万 or none, that the figures of a column share, so that they compare
/// at a glance: 568.64亿元 over 0.32亿元, and not over 3200万元.
///
/// Only computed figures share one. A reported figure is shown in the report's own words, and a
/// column where one stands keeps to each figure's own. The largest word is chosen that the largest
/// figure would have by itself or that is smaller, with which no figure needs more than four places or
/// is below 0.01, and the largest has no more than eight digits before the point; where there is none,
/// each figure has its own.
struct ColumnScale {
  /// What the figures share.
  enum Shared: Equatable {
    /// Nothing: each has its own word.
    case none
    /// A word, or none.
    case word(Scale?)
  }

  private var unit: Unit?
  /// Whether the figures so far can share a word.
  private(set) var isPossible = true
  /// The word of the largest figure.
  private var largest: Scale?
  private var magnitude: Number = .exact(.zero)
  /// Places after the point that exact ends need without a word; below zero, noughts before it.
  private var places = Int32.min
  /// The smallest end but nought.
  private var smallest: Number?

  private static let mostPlaces: Int32 = 4
  private static let mostDigits: Int32 = 8

  /// Takes a figure into account.
  mutating func add(_ quantity: Quantity) {
    guard isPossible else { return }
    if quantity.surface != nil || unit.map({ $0 != quantity.unit }) == true {
      isPossible = false
      return
    }
    unit = quantity.unit
    for end in [quantity.interval.lower, quantity.interval.upper].compactMap({ $0 }) {
      let size = end.magnitude
      if size == Number(0) { continue }
      if case .exact(let decimal) = end { places = max(places, -decimal.exponent) }
      smallest = min(smallest ?? size, size)
      if size > magnitude { (magnitude, largest) = (size, quantity.scale) }
    }
  }

  /// What the figures share.
  var shared: Shared {
    guard isPossible, largest != nil else { return .none }
    let words: [Scale?] = [.trillion, .hundredMillion, .tenThousand, nil]
    for word in words where power(word) <= power(largest) {
      let digits = Number.exact(Decimal(coefficient: 1, exponent: power(word) + Self.mostDigits))
      let least = Number.exact(Decimal(coefficient: 1, exponent: power(word) - 2))
      if places == .min || places + power(word) <= Self.mostPlaces, magnitude < digits,
        smallest.map({ $0 >= least }) ?? true
      {
        return .word(word)
      }
    }
    return .none
  }

  private func power(_ word: Scale?) -> Int32 { word?.power ?? 0 }
}
