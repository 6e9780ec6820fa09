/// A cell of the model.
enum ModelValue: Hashable, Sendable {
  case missing
  case text(String)
  case year(Int)
  case quantity(ModelQuantity)
  case truth(ModelTruth)
  /// The ends of an average, as far as binary numbers can tell them.
  case average(low: Double?, high: Double?, ModelUnit)

  var isMissing: Bool { self == .missing || self == .truth(.undecided(.missing)) }

  /// What groups and distinct values are told apart by.
  var key: ModelKey {
    switch self {
    case .quantity(let quantity): ModelKey(.quantity(quantity.base), quantity.unit.dimension)
    // What a union fills a column of answers with is as much without one.
    case .truth(.undecided(.missing)): ModelKey(.missing, "")
    default: ModelKey(self, "")
    }
  }

  /// Whether it comes before another one of its column, by the lower end and then the upper; nothing
  /// where neither does. What is missing is handled by whoever asks.
  func comes(before other: ModelValue) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): a < b
    case (.year(let a), .year(let b)): a < b
    case (.truth(let a), .truth(let b)): a == .no && b == .yes
    case (.quantity(let a), .quantity(let b)):
      a.base.orderKey.lexicographicallyPrecedes(b.base.orderKey)
    default: false
    }
  }

  /// Whether sorting puts it last in both directions.
  var sortsLast: Bool {
    if case .truth(.undecided) = self { return true }
    return self == .missing
  }
}

/// A value and what is measured.
struct ModelKey: Hashable, Sendable {
  let value: ModelValue
  let dimension: String

  init(_ value: ModelValue, _ dimension: String) {
    (self.value, self.dimension) = (value, dimension)
  }
}

extension ModelQuantity {
  /// The lower end, an end left out lying just inside, then the upper.
  fileprivate var orderKey: [Int] {
    [low ?? .min, opensLow ? 1 : 0, high ?? .max, opensHigh ? 0 : 1]
  }
}
