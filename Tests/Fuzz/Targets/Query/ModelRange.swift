/// Everything between two binary numbers, for what decimals cannot tell; infinite where there is no end.
struct ModelRange: Hashable, Sendable {
  let low: Double
  let high: Double
  /// Whether the end itself is left out, as far as a divisor has to know.
  var opensLow = false
  var opensHigh = false

  init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }

  /// What a quantity can be, in units of size one.
  init(_ quantity: ModelQuantity) {
    let size = Double(quantity.unit.size) / Double(ModelUnit.one)
    func number(_ end: Int128) -> Double { Double(end) / Double(ModelQuantity.scale) * size }
    low = quantity.low.map(number) ?? -.infinity
    high = quantity.high.map(number) ?? .infinity
    (opensLow, opensHigh) = (quantity.opensLow, quantity.opensHigh)
  }

  private var hasZero: Bool {
    (low < 0 || low == 0 && !opensLow) && (high > 0 || high == 0 && !opensHigh)
  }

  static func + (a: ModelRange, b: ModelRange) -> ModelRange {
    var sum = ModelRange(a.low + b.low, a.high + b.high)
    (sum.opensLow, sum.opensHigh) = (a.opensLow || b.opensLow, a.opensHigh || b.opensHigh)
    return sum
  }

  static func - (a: ModelRange, b: ModelRange) -> ModelRange {
    ModelRange(a.low - b.high, a.high - b.low)
  }

  /// Every product: the ends are among those of the ends, and nothing times anything is nothing.
  static func * (a: ModelRange, b: ModelRange) -> ModelRange {
    let products = [a.low, a.high].flatMap { x in
      [b.low, b.high].map { y in x == 0 || y == 0 ? 0 : x * y }
    }
    return ModelRange(products.min() ?? 0, products.max() ?? 0)
  }

  /// Every quotient: anything where it may be nothing that is divided by, and nothing where it is.
  func divided(by other: ModelRange) -> ModelRange? {
    if other.low == 0, other.high == 0 { return nil }
    if other.hasZero { return ModelRange(-.infinity, .infinity) }
    let low = other.high == 0 ? -Double.infinity : 1 / other.high
    return self * ModelRange(low, other.low == 0 ? .infinity : 1 / other.low)
  }

  /// In a unit, of what is in that of size one.
  func inUnit(_ unit: ModelUnit) -> ModelRange {
    let size = Double(unit.size) / Double(ModelUnit.one)
    return ModelRange(low / size, high / size)
  }
}
