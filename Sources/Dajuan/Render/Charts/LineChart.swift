import DajuanLedger
import DajuanSyntax

/// Points joined in the order of x, in one series or several.
struct LineChart {
  struct Point {
    let x: Double
    let label: String
    /// `nil` where the value is missing: the line is interrupted there.
    let value: ChartValue?
  }

  struct Series {
    let name: String
    /// In the order of x.
    var points: [Point]
  }

  /// A place of the x axis.
  struct Place {
    let x: Double
    let label: String
  }

  let xHeading: String
  let yHeading: String
  /// The heading of the series, where there are any.
  let seriesHeading: String?
  private(set) var series: [Series] = []
  /// Every x once, in order.
  private(set) var places: [Place] = []
  /// The x, or series and x, of rows without a value, and of rows without an x.
  private(set) var missing: [String] = []
  let scale: ChartScale

  init(_ reader: ChartReader) {
    xHeading = reader.heading(0)
    yHeading = reader.heading(1)
    let hasSeries = reader.answer.relation.columns.count > 2
    seriesHeading = hasSeries ? reader.heading(2) : nil
    let unit = reader.unit(of: 1, reader.rows)
    let values = reader.rows.map { row in
      reader.value(row, 1, in: unit).flatMap { $0.anchor == nil ? nil : $0 }
    }
    let uncertainty = ChartUncertainty(values.lazy.compactMap { $0 })
    scale = ChartScale(
      values.flatMap { $0?.ends ?? [] }, hasRoomAbove: uncertainty.contains(.openAbove),
      hasRoomBelow: uncertainty.contains(.openBelow)
    ) { reader.figure($0, unit, 1) }
    gather(reader, values, hasSeries: hasSeries)
  }

  private mutating func gather(_ reader: ChartReader, _ values: [ChartValue?], hasSeries: Bool) {
    var axis = HorizontalAxis(reader)
    var numbers: [String: Int] = [:]
    for row in reader.rows {
      let name = hasSeries ? reader.text(row, 2) ?? "–" : ""
      let label = reader.text(row, 0) ?? "–"
      let x = axis.position(row)
      if x == nil || values[row] == nil {
        missing.append(name.isEmpty ? label : "\(name) \(label)")
      }
      guard let x else { continue }
      let number = numbers[name] ?? series.count
      if number == series.count {
        numbers[name] = number
        series.append(Series(name: name, points: []))
      }
      series[number].points.append(Point(x: x, label: label, value: values[row]))
    }
    series.removeAll { $0.points.allSatisfy { $0.value == nil } }
    for index in series.indices {
      // Stable, so that rows of one x are joined as they stand.
      series[index].points = series[index].points.enumerated()
        .sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
    }
    var seen: Set<Double> = []
    let all = series.flatMap(\.points).filter { $0.value != nil }.sorted { $0.x < $1.x }
    places = all.filter { seen.insert($0.x).inserted }.map { Place(x: $0.x, label: $0.label) }
  }
}

/// Where rows stand along the x axis.
private struct HorizontalAxis {
  private let reader: ChartReader
  private let unit: Unit
  /// The places of words, in the order in which they first come.
  private var words: [String: Int] = [:]

  init(_ reader: ChartReader) {
    self.reader = reader
    unit = reader.unit(of: 0, reader.rows)
  }

  /// `nil` where the x of a row is missing.
  mutating func position(_ row: Int) -> Double? {
    switch reader.answer.table[row, 0] {
    case .quantity: return reader.value(row, 0, in: unit)?.anchor
    case .period(let period):
      // The middle, so that a quarter stands within its year.
      return Double(period.lastDay) - Double((period.days ?? 1) - 1) / 2
    case .text(let text):
      let place = words[text] ?? words.count
      words[text] = place
      return Double(place)
    default: return nil
    }
  }
}
