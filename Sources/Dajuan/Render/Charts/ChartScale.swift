import DajuanLedger

/// An axis: the stretch of numbers it shows, and round ones among them to be marked.
struct ChartScale {
  /// A number marked on the axis.
  struct Tick {
    let value: Double
    let label: String
  }

  let low: Double
  let high: Double
  let ticks: [Tick]

  /// An axis over all the numbers, ending at ticks; with room beyond the outermost where asked.
  ///
  /// Steps are 1, 2 or 5 times a power of ten, about `count` of them.
  init(
    _ numbers: [Double], count: Int = 4, hasRoomAbove: Bool = false, hasRoomBelow: Bool = false,
    label: (Decimal) -> String
  ) {
    var low = numbers.min() ?? 0
    var high = numbers.max() ?? 0
    let size = max(low.magnitude, high.magnitude)
    // Numbers that differ by next to nothing would make steps too fine to be told apart.
    if high - low <= size * 1e-9 {
      let pad = size == 0 ? 1 : size / 2
      (low, high) = (low - pad, high + pad)
    }
    let (factor, exponent) = Self.step(atLeast: (high - low) / Double(count))
    let step = Decimal(coefficient: Int128(factor), exponent: exponent).doubleValue
    var first = Int((low / step).rounded(.down))
    var last = Int((high / step).rounded(.up))
    if hasRoomAbove, high > Double(last) * step - step / 2 { last += 1 }
    if hasRoomBelow, low < Double(first) * step + step / 2 { first -= 1 }
    ticks = (first...max(first + 1, last)).map { index in
      let number = Decimal(coefficient: Int128(index * factor), exponent: exponent)
      return Tick(value: number.doubleValue, label: label(number))
    }
    self.low = ticks[0].value
    self.high = ticks[ticks.count - 1].value
  }

  /// Where a number lies between the ends: 0 at the low one, 1 at the high one.
  func position(_ number: Double) -> Double { (number - low) / (high - low) }

  /// 1, 2 or 5 and a power of ten, the smallest that together reach `size`.
  private static func step(atLeast size: Double) -> (factor: Int, exponent: Int32) {
    var power = 1.0
    var exponent: Int32 = 0
    while power * 10 <= size { (power, exponent) = (power * 10, exponent + 1) }
    while power > size { (power, exponent) = (power / 10, exponent - 1) }
    for factor in [1, 2, 5] where Double(factor) * power >= size { return (factor, exponent) }
    return (1, exponent + 1)
  }
}
