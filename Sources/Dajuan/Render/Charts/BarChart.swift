import DajuanLedger

/// A bar a row, each with its name and figure.
struct BarChart {
  struct Bar {
    let label: String
    let value: ChartValue
  }

  let nameHeading: String
  let valueHeading: String
  let bars: [Bar]
  /// The names of the rows that have no value.
  let missing: [String]
  /// The axis; zero is always on it.
  let scale: ChartScale

  init(_ reader: ChartReader) {
    nameHeading = reader.heading(0)
    valueHeading = reader.heading(1)
    let unit = reader.unit(of: 1, reader.rows)
    var bars: [Bar] = []
    var missing: [String] = []
    for row in reader.rows {
      let label = reader.text(row, 0) ?? "–"
      if let value = reader.value(row, 1, in: unit) {
        bars.append(Bar(label: label, value: value))
      } else {
        missing.append(label)
      }
    }
    self.bars = bars
    self.missing = missing
    let uncertainty = ChartUncertainty(bars.lazy.map(\.value))
    scale = ChartScale(
      bars.flatMap(\.value.ends) + [0], hasRoomAbove: uncertainty.contains(.openAbove),
      hasRoomBelow: uncertainty.contains(.openBelow)
    ) { reader.figure($0, unit, 1) }
  }
}

/// What a bar shows on one side of zero, as distances from it.
struct BarSide {
  /// As far as the number reaches in any case.
  let certain: Double
  /// As far as it may reach, where that has a limit.
  let possible: Double
  /// Whether it may reach any distance.
  let isOpen: Bool

  /// Whether there is more than the certain part.
  var isUncertain: Bool { isOpen || possible > certain }

  /// The side above zero.
  static func above(_ value: ChartValue) -> BarSide {
    let certain = max(0, value.lower ?? 0)
    return BarSide(
      certain: certain, possible: max(certain, value.upper ?? 0), isOpen: value.upper == nil)
  }

  /// The side below zero.
  static func below(_ value: ChartValue) -> BarSide {
    let certain = max(0, -(value.upper ?? 0))
    return BarSide(
      certain: certain, possible: max(certain, -(value.lower ?? 0)), isOpen: value.lower == nil)
  }
}
