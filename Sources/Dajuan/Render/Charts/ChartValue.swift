import DajuanLedger

/// A quantity made ready to draw: its ends as binary numbers in the unit of its axis.
struct ChartValue {
  /// The lower end; `nil` for no limit.
  let lower: Double?
  /// The upper end; `nil` for no limit.
  let upper: Double?
  /// The figure as the table prints it.
  let figure: String

  /// `nil` where the quantity cannot be brought to the unit or is too large to draw.
  init?(_ quantity: Quantity, in unit: Unit, figure: String) {
    guard let interval = quantity.converted(to: unit)?.interval else { return nil }
    lower = interval.lower?.doubleValue
    upper = interval.upper?.doubleValue
    self.figure = figure
    guard ends.allSatisfy(\.isFinite) else { return nil }
  }

  /// Whether the number is known exactly.
  var isExact: Bool { lower != nil && lower == upper }

  /// The ends there are.
  var ends: [Double] { [lower, upper].compactMap { $0 } }

  /// Where a single mark for it stands: the number, the middle, or the only end; `nil` without ends.
  var anchor: Double? {
    guard let lower, let upper else { return lower ?? upper }
    return lower == upper ? lower : lower + (upper - lower) / 2
  }
}

/// Which sorts of uncertain values a chart has, for its legend.
struct ChartUncertainty: OptionSet {
  let rawValue: Int

  /// Between two ends, or beyond one.
  static let range = ChartUncertainty(rawValue: 1)
  static let openAbove = ChartUncertainty(rawValue: 2)
  static let openBelow = ChartUncertainty(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// What the values have among them.
  init(_ values: some Sequence<ChartValue>) {
    self = []
    for value in values where !value.isExact {
      insert(.range)
      if value.upper == nil { insert(.openAbove) }
      if value.lower == nil { insert(.openBelow) }
    }
  }
}
