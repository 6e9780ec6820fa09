import TerminalText

/// Draws sparklines as SVG: the group, the line, and its first, last, lowest and highest figures.
struct SparkChartSVG {
  let chart: SparkChart
  let notes: [String]

  private static let rowHeight = 36.0
  private static let lineHeight = 22.0

  func drawing() -> SVGDrawing {
    var svg = SVGBuilder()
    let labels = columns(chart.groupHeadings, chart.sparks.map(\.labels))
    let figures = columns(chart.figureHeadings, chart.sparks.map(\.figures))
    let taken = (labels + figures).reduce(0) { $0 + $1 + 16 }
    let sparkWidth = max(120, SVGStyle.width - 2 * SVGStyle.margin - taken)
    let start = SVGStyle.margin + labels.reduce(0) { $0 + $1 + 16 }
    var y = SVGStyle.margin + 14
    func row(_ labelTexts: [String], _ figureTexts: [String], isBold: Bool) {
      var x = SVGStyle.margin
      for (text, width) in zip(labelTexts, labels) {
        svg.text(text, x, y, isBold: isBold)
        x += width + 16
      }
      x += sparkWidth
      for (text, width) in zip(figureTexts, figures) {
        x += width + 16
        svg.text(text, x, y, anchor: "end", isBold: isBold)
      }
    }
    row(chart.groupHeadings, chart.figureHeadings, isBold: true)
    svg.text(chart.valueHeading, start, y, isBold: true)
    for spark in chart.sparks {
      y += Self.rowHeight
      row(spark.labels, spark.figures, isBold: false)
      draw(spark, from: start, width: sparkWidth, baseline: y + 4, on: &svg)
    }
    y += 26
    for note in notes {
      svg.text(note, SVGStyle.margin, y + 8, size: 11, color: SVGStyle.faint)
      y += 16
    }
    return SVGDrawing(
      height: y + SVGStyle.margin, body: svg.text,
      title: (chart.groupHeadings + [chart.valueHeading]).joined(separator: " · "))
  }

  private func draw(
    _ spark: SparkChart.Spark, from start: Double, width: Double, baseline: Double,
    on svg: inout SVGBuilder
  ) {
    let step = (width - 12) / Double(max(1, spark.values.count - 1))
    let places = spark.values.enumerated().map { index, value in
      value.flatMap { spark.height($0) }.map { height in
        (start + 6 + Double(index) * step, baseline - height * Self.lineHeight)
      }
    }
    let color = SVGStyle.colors[0]
    for run in places.split(whereSeparator: { $0 == nil }) where run.count > 1 {
      svg.element(
        "polyline",
        [
          "points": SVGBuilder.points(run.compactMap { $0 }), "fill": "none", "stroke": color,
          "stroke-width": "1.5",
        ])
    }
    for (value, place) in zip(spark.values, places) {
      guard let value, let (x, y) = place else { continue }
      // Hollow where the number is not known exactly, with the way it may go.
      svg.element(
        "circle",
        [
          "cx": SVGBuilder.number(x), "cy": SVGBuilder.number(y), "r": "2.5",
          "fill": value.isExact ? color : "#ffffff", "stroke": color,
        ], tooltip: value.figure)
      if value.upper == nil { svg.arrow(x, y - 4, toward: .up, color: color) }
      if value.lower == nil { svg.arrow(x, y + 4, toward: .down, color: color) }
    }
  }

  private func columns(_ headings: [String], _ rows: [[String]]) -> [Double] {
    headings.indices.map { column in
      rows.reduce(SVGStyle.width(of: headings[column])) {
        max($0, SVGStyle.width(of: $1[column]))
      }
    }
  }
}
