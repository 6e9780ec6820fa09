import DajuanLedger

/// What rows are ordered by: for each key its values, row by row.
struct SortKeys {
  let count: Int
  let values: [[SortKeyValue]]
  let isDescending: [Bool]
  let workers: Workers

  /// The rows' numbers in order; of equal ones the earlier first.
  var places: [Int] {
    StableSort.sorted(Array(0..<count), workers) { a, b in order(a, b) == .after }
  }

  /// How one row stands to another.
  func order(_ a: Int, _ b: Int) -> SortKeyValue.Order {
    for (key, isDescending) in zip(values, isDescending) {
      let order = key[a].order(to: key[b], isDescending: isDescending)
      if order != .same { return order }
    }
    return .same
  }
}

/// A value reduced to what sorting compares.
enum SortKeyValue {
  case missing
  case text(String)
  case number(Interval)
  case period(Period)

  enum Order { case before, same, after }

  /// An enumerated value goes by its place in the enumeration.
  init(_ value: Value, _ type: ColumnType?) {
    if case .text(let word) = value, case .enumeration(let enumeration) = type,
      let place = enumeration.values.firstIndex(of: word)
    {
      self = .number(Interval(Number(place)))
    } else {
      self.init(value)
    }
  }

  init(_ value: Value) {
    switch value {
    case .missing, .truth(.undecided), .source: self = .missing
    case .text(let text): self = .text(text)
    case .quantity(let quantity): self = .number(quantity.baseInterval)
    case .period(let period): self = .period(period)
    case .truth(.yes): self = .number(Interval(Number(1)))
    case .truth(.no): self = .number(Interval(Number(0)))
    }
  }

  func order(to other: SortKeyValue, isDescending: Bool) -> Order {
    let order: Order
    switch (self, other) {
    case (.missing, .missing): return .same
    case (.missing, _): return .after
    case (_, .missing): return .before
    case (.text(let a), .text(let b)): order = Self.order(a, b)
    case (.period(let a), .period(let b)): order = Self.order(a, b)
    case (.number(let a), .number(let b)): order = Self.order(a, b)
    default: return .same
    }
    guard isDescending else { return order }
    return order == .before ? .after : order == .after ? .before : .same
  }

  /// Whether this stands before the other; anything stands before what is missing.
  func comes(before other: SortKeyValue, isDescending: Bool) -> Bool {
    order(to: other, isDescending: isDescending) == .before
  }

  private static func order<T: Comparable>(_ a: T, _ b: T) -> Order {
    a < b ? .before : b < a ? .after : .same
  }

  private static func order(_ a: Interval, _ b: Interval) -> Order {
    // No limit below comes first, no limit above last; an end left out lies just inside.
    let low = order(a.lower, b.lower, isLower: true)
    if low != .same { return low }
    if a.excludesLower != b.excludesLower { return a.excludesLower ? .after : .before }
    let high = order(a.upper, b.upper, isLower: false)
    if high != .same { return high }
    if a.excludesUpper != b.excludesUpper { return a.excludesUpper ? .before : .after }
    return .same
  }

  private static func order(_ a: Number?, _ b: Number?, isLower: Bool) -> Order {
    switch (a, b) {
    case (nil, nil): .same
    case (nil, _): isLower ? .before : .after
    case (_, nil): isLower ? .after : .before
    case (let a?, let b?): order(a, b)
    }
  }
}
