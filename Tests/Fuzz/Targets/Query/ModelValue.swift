/// A cell of the model.
enum ModelValue: Hashable, Sendable {
  case missing
  case text(String)
  /// A word of an enumeration.
  case choice(ModelChoice)
  case period(ModelPeriod)
  case quantity(ModelQuantity)
  case truth(ModelTruth)
  /// Passages of reports, of which the first is the one that counts.
  case sources([Int])
  /// The ends of what is divided, as far as binary numbers can tell them.
  case approximate(ModelRange, ModelUnit)
  /// The same in units of size one, where any unit that compares with one will do.
  case inBaseUnit(ModelRange, ModelUnit)

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
    case (.choice(let a), .choice(let b)): a.place < b.place
    case (.period(let a), .period(let b)): a < b
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

  /// The words, of text and of enumerations.
  var words: String? {
    switch self {
    case .text(let text): text
    case .choice(let choice): choice.word
    default: nil
    }
  }

  var quantity: ModelQuantity? { if case .quantity(let quantity) = self { quantity } else { nil } }
  var period: ModelPeriod? { if case .period(let period) = self { period } else { nil } }
  var truth: ModelTruth? { if case .truth(let truth) = self { truth } else { nil } }
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
  fileprivate var orderKey: [Int128] {
    [low ?? .min, opensLow ? 1 : 0, high ?? .max, opensHigh ? 0 : 1]
  }
}
