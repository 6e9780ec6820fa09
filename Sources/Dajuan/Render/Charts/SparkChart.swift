import DajuanLedger
import DajuanSyntax

/// A small line for each group, in the order of its rows, on a scale of its own.
struct SparkChart {
  struct Spark {
    /// The group's keys.
    let labels: [String]
    /// `nil` where the value is missing.
    let values: [ChartValue?]
    /// The figures of the first and last values there are, and of the lowest and highest.
    let figures: [String]

    /// The least and greatest of the numbers.
    var range: ClosedRange<Double>? {
      let anchors = values.compactMap { $0?.anchor }
      guard let low = anchors.min(), let high = anchors.max() else { return nil }
      return low...high
    }

    /// How high a value stands, 0 to 1; in the middle where all are alike.
    func height(_ value: ChartValue) -> Double? {
      guard let range, let anchor = value.anchor else { return nil }
      let span = range.upperBound - range.lowerBound
      return span > 0 ? (anchor - range.lowerBound) / span : 0.5
    }
  }

  let groupHeadings: [String]
  let valueHeading: String
  let figureHeadings: [String]
  private(set) var sparks: [Spark] = []

  init(_ reader: ChartReader) {
    let column = reader.chart.valueColumn
    groupHeadings = (0..<column).map(reader.heading)
    valueHeading = reader.heading(column)
    figureHeadings =
      reader.language == .chinese
      ? ["首", "末", "最低", "最高"] : ["first", "last", "lowest", "highest"]
    var numbering = KeyNumbering()
    var groups: [[Int]] = []
    for row in reader.rows {
      let number = numbering.number(of: (0..<column).map { reader.answer.table[row, $0] }, row: row)
      if number == groups.count { groups.append([]) }
      groups[number].append(row)
    }
    sparks = groups.map { rows in
      let unit = reader.unit(of: column, rows)
      let values = rows.map { row in
        reader.value(row, column, in: unit).flatMap { $0.anchor == nil ? nil : $0 }
      }
      return Spark(
        labels: (0..<column).map { reader.text(rows[0], $0) ?? "–" }, values: values,
        figures: Self.figures(of: values.compactMap { $0 }))
    }
  }

  /// How many values are missing.
  var missingCount: Int { sparks.reduce(0) { $0 + $1.values.count { $0 == nil } } }

  private static func figures(of values: [ChartValue]) -> [String] {
    let ordered = values.sorted { ($0.anchor ?? 0) < ($1.anchor ?? 0) }
    return [values.first, values.last, ordered.first, ordered.last].map { $0?.figure ?? "–" }
  }
}
