import DajuanLedger

/// Two units that cannot be put together in one aggregate.
struct UnitConflict: Error {
  let first: Unit
  let second: Unit
}

/// Takes the values of one group one after another, and gives what the aggregate makes of them.
///
/// Missing values are passed over. Sums of exact numbers are exact, so their order is of no matter.
struct Accumulator {
  private let function: Aggregate.Function
  private let share: Double
  private var count = 0
  private var total: Quantity?
  /// Whether `total` is a row's value with its words.
  private var isRow = true
  private var values: [Quantity] = []
  private var kept: Value = .missing
  private var distinct: Set<KeyPart> = []
  private var truth = Truth.no

  init(_ aggregate: Aggregate) {
    function = aggregate.function
    share = aggregate.share
  }

  /// Counts a row, for a `count()` without an argument.
  mutating func addRow() { count += 1 }

  mutating func add(_ value: Value) throws(UnitConflict) {
    if function == .any, case .truth(let next) = value {
      if next.reason != .missing { truth = truth.or(next) }
      return
    }
    if value.isMissing { return }
    count += 1
    switch function {
    case .count, .any: break
    case .countDistinct: distinct.insert(KeyPart(value))
    case .first: if count == 1 { kept = value }
    case .last: kept = value
    case .min, .max:
      if case .quantity = value { try addExtreme(value) } else { keepExtreme(value) }
    case .sum, .avg: try add(value, keep: { $0.adding($1) })
    case .median, .quantile, .stddev:
      guard case .quantity(let quantity) = value else { return }
      let next = try aligned(quantity)
      values.append(next)
    }
  }

  /// What the aggregate comes to.
  func result(_ workers: Workers) -> Value {
    switch function {
    case .count: .quantity(Quantity(count))
    case .countDistinct: .quantity(Quantity(distinct.count))
    case .any: .truth(truth)
    case .first, .last: kept
    case .sum: total.map { .quantity($0.derived) } ?? .missing
    case .min, .max:
      total.map(Value.quantity) ?? kept
    case .avg:
      total?.divided(by: Quantity(count)).map { .quantity($0.derived) } ?? .missing
    case .median: Statistics.quantile(values, 0.5, workers).map(Value.quantity) ?? .missing
    case .quantile: Statistics.quantile(values, share, workers).map(Value.quantity) ?? .missing
    case .stddev: Statistics.deviation(values).map(Value.quantity) ?? .missing
    }
  }

  // MARK: Steps

  private mutating func add(
    _ value: Value, keep combine: (Quantity, Quantity) -> Quantity?
  ) throws(UnitConflict) {
    guard case .quantity(let next) = value else { return }
    guard let current = total else {
      total = next
      return
    }
    guard let sum = combine(current, next) else {
      throw UnitConflict(first: current.unit, second: next.unit)
    }
    total = sum
  }

  private mutating func addExtreme(_ value: Value) throws(UnitConflict) {
    guard case .quantity(let next) = value else { return }
    guard let current = total else {
      total = next
      return
    }
    guard let (extreme, isRow) = extreme(current, next) else {
      throw UnitConflict(first: current.unit, second: next.unit)
    }
    (total, self.isRow) = (extreme, isRow)
  }

  /// Keeps a text or a period that comes before the one kept, or after it for `max`.
  private mutating func keepExtreme(_ value: Value) {
    if SortKeyValue(value).comes(before: SortKeyValue(kept), isDescending: function == .max) {
      kept = value
    }
  }

  /// The extreme of what there is and a row's value, and whether it is a row's value itself.
  private func extreme(_ a: Quantity, _ b: Quantity) -> (Quantity, isRow: Bool)? {
    // In the unit of a sum, so that 个 takes the other side's classifier in either order.
    guard let unit = a.unit.combined(with: b.unit, by: .add)?.unit,
      let left = a.converted(to: unit), let right = b.converted(to: unit)
    else { return nil }
    let interval = left.interval.extreme(with: right.interval, isLeast: function == .min)
    // The first row that is itself the extreme keeps the report's words.
    if isRow, interval == left.interval, a.unit == unit { return (a, true) }
    if interval == right.interval, b.unit == unit { return (b, true) }
    return (Quantity(interval, unit), false)
  }

  /// The quantity in the unit of those before it.
  private mutating func aligned(_ quantity: Quantity) throws(UnitConflict) -> Quantity {
    guard let first = values.first?.unit else { return quantity }
    if first == quantity.unit { return quantity }
    guard let unit = first.combined(with: quantity.unit, by: .add)?.unit,
      let converted = quantity.converted(to: unit)
    else {
      throw UnitConflict(first: first, second: quantity.unit)
    }
    // 个 and bare numbers take the classifier of those after them.
    if unit != first { values = values.compactMap { $0.converted(to: unit) } }
    return converted
  }
}
