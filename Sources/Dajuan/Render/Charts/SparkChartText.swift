import TerminalText

/// Draws sparklines of block characters: the group, the line, and its first, last, lowest and
/// highest figures. Uncertain values stand at the end there is, marked beneath. Monochrome. On a narrow
/// screen these stand one under the other.
struct SparkChartText {
  let chart: SparkChart
  let width: Int
  let style: TextStyle

  static let shade = "░"
  static let up = "↑"
  static let down = "↓"

  private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let leastSpark = 8
  private static let gap = "  "

  func lines() -> [String] {
    if chart.sparks.isEmpty { return [] }
    let labels = columns(chart.groupHeadings, chart.sparks.map(\.labels))
    let figures = columns(chart.figureHeadings, chart.sparks.map(\.figures))
    let taken = (labels + figures).reduce(0) { $0 + $1 + Self.gap.count }
    let longest = chart.sparks.map(\.values.count).max() ?? 0
    let room = width - taken
    if room < max(Self.leastSpark, DisplayWidth.of(chart.valueHeading)) { return stacked }
    let sparkWidth = max(DisplayWidth.of(chart.valueHeading), min(longest, room))
    var lines = [
      style.bold(
        row(
          zip(chart.groupHeadings, labels).map { DisplayWidth.pad($0, to: $1) },
          DisplayWidth.pad(chart.valueHeading, to: sparkWidth),
          zip(chart.figureHeadings, figures).map { $0.padded(before: $1) }))
    ]
    for spark in chart.sparks {
      // A line longer than its room goes on beneath.
      for start in stride(from: 0, to: max(1, spark.values.count), by: sparkWidth) {
        let values = spark.values[start..<min(start + sparkWidth, spark.values.count)]
        let isFirst = start == 0
        lines.append(
          row(
            zip(spark.labels, labels).map { DisplayWidth.pad(isFirst ? $0 : "", to: $1) },
            DisplayWidth.pad(values.map { block($0, spark) }.joined(), to: sparkWidth),
            zip(spark.figures, figures).map { (isFirst ? $0 : "").padded(before: $1) }))
        let marks = values.map(mark).joined()
        if !marks.trimmedEnd.isEmpty {
          lines.append(row(labels.map { String(repeating: " ", count: $0) }, marks, []))
        }
      }
    }
    return lines
  }

  /// The group, its line and its figures beneath each other.
  private var stacked: [String] {
    let heading = (chart.groupHeadings + [chart.valueHeading]).joined(separator: Self.gap)
    var lines = WrappedText.lines(heading, to: width).map(style.bold)
    for spark in chart.sparks {
      if !spark.labels.isEmpty {
        lines += WrappedText.lines(spark.labels.joined(separator: Self.gap), to: width)
      }
      for start in stride(from: 0, to: spark.values.count, by: max(1, width)) {
        let values = spark.values[start..<min(start + width, spark.values.count)]
        let marks = values.map(mark).joined().trimmedEnd
        lines.append(values.map { block($0, spark) }.joined().trimmedEnd)
        if !marks.isEmpty { lines.append(marks) }
      }
      let figures = zip(chart.figureHeadings, spark.figures).map { "\($0) \($1)" }
      lines += WrappedText.lines(figures.joined(separator: Self.gap), to: width)
    }
    return lines
  }

  private func row(_ labels: [String], _ spark: String, _ figures: [String]) -> String {
    (labels + [spark] + figures).joined(separator: Self.gap).trimmedEnd
  }

  private func columns(_ headings: [String], _ rows: [[String]]) -> [Int] {
    headings.indices.map { column in
      rows.reduce(DisplayWidth.of(headings[column])) { max($0, DisplayWidth.of($1[column])) }
    }
  }

  private func block(_ value: ChartValue?, _ spark: SparkChart.Spark) -> String {
    guard let value, let height = spark.height(value) else { return " " }
    return Self.blocks[Int((height * Double(Self.blocks.count - 1)).rounded())]
  }

  private func mark(_ value: ChartValue?) -> String {
    guard let value, !value.isExact else { return " " }
    return value.upper == nil ? Self.up : value.lower == nil ? Self.down : Self.shade
  }
}
