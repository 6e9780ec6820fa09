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
      if case .period(let period) = value { keep(period) } else { try add(value, keep: extreme) }
    case .sum, .avg: try add(value, keep: { $0.adding($1) })
    case .median, .quantile, .stddev:
      guard case .quantity(let quantity) = value else { return }
      values.append(try aligned(quantity))
    }
  }

  /// What the aggregate comes to.
  var result: Value {
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
    case .median: Statistics.quantile(values, 0.5).map(Value.quantity) ?? .missing
    case .quantile: Statistics.quantile(values, share).map(Value.quantity) ?? .missing
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

  private mutating func keep(_ period: Period) {
    guard case .period(let current) = kept else {
      kept = .period(period)
      return
    }
    kept = .period(function == .min ? Swift.min(current, period) : Swift.max(current, period))
  }

  private func extreme(_ a: Quantity, _ b: Quantity) -> Quantity? {
    guard let converted = b.converted(to: a.unit) else { return nil }
    let interval = a.interval.extreme(with: converted.interval, isLeast: function == .min)
    // A row that is itself the extreme keeps the report's words.
    if interval == a.interval { return a }
    return interval == b.interval && a.unit == b.unit ? b : Quantity(interval, a.unit)
  }

  /// The quantity in the unit of those before it.
  private func aligned(_ quantity: Quantity) throws(UnitConflict) -> Quantity {
    guard let unit = values.first?.unit else { return quantity }
    if unit == quantity.unit { return quantity }
    guard let converted = quantity.converted(to: unit) else {
      throw UnitConflict(first: unit, second: quantity.unit)
    }
    return converted
  }
}
