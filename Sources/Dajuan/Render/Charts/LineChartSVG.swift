import TerminalText

/// Draws lines as SVG: each series in a colour and with a mark of its own, figures beside the
/// points where there is room and as tooltips everywhere.
struct LineChartSVG {
  let chart: LineChart
  let notes: [String]

  private static let plotHeight = 300.0
  private static let openLength = 20.0
  private static let figureSize = 11
  /// With more points, figures beside them would cover the lines; the tooltips have them all.
  private static let mostFigures = 300

  func drawing() -> SVGDrawing {
    var svg = SVGBuilder()
    let frame = Frame(chart)
    svg.text(heading, SVGStyle.margin, SVGStyle.margin + 12, isBold: true)
    drawAxes(frame, on: &svg)
    for (index, series) in chart.series.enumerated() { drawLine(series, index, frame, on: &svg) }
    var taken: [Box] = []
    for (index, series) in chart.series.enumerated() {
      for point in series.points { drawPoint(point, series, index, frame, &taken, on: &svg) }
    }
    if taken.count <= Self.mostFigures {
      for series in chart.series { drawFigures(series, frame, &taken, on: &svg) }
    }
    var y = frame.bottom + 40
    if chart.seriesHeading != nil { y = drawLegend(from: y, on: &svg) }
    for note in notes {
      svg.text(note, SVGStyle.margin, y + 8, size: 11, color: SVGStyle.faint)
      y += 16
    }
    return SVGDrawing(height: y + SVGStyle.margin, body: svg.text, title: heading)
  }

  private var heading: String {
    [chart.yHeading, chart.xHeading, chart.seriesHeading].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// Where numbers stand on the sheet.
  private struct Frame {
    let left: Double
    let right = SVGStyle.width - 40
    let top = SVGStyle.margin + 30
    let bottom = SVGStyle.margin + 30 + LineChartSVG.plotHeight
    private let scale: ChartScale
    private let from: Double
    private let through: Double

    init(_ chart: LineChart) {
      let ticks = chart.scale.ticks.map { SVGStyle.width(of: $0.label, size: 11) }
      left = SVGStyle.margin + (ticks.max() ?? 0) + 24
      scale = chart.scale
      from = chart.places.first?.x ?? 0
      through = chart.places.last?.x ?? 0
    }

    func x(_ number: Double) -> Double {
      guard through > from else { return (left + right) / 2 }
      return left + (number - from) / (through - from) * (right - left)
    }

    func y(_ number: Double) -> Double { bottom - scale.position(number) * (bottom - top) }
  }

  private func drawAxes(_ frame: Frame, on svg: inout SVGBuilder) {
    for tick in chart.scale.ticks {
      let y = frame.y(tick.value)
      svg.line(frame.left - 8, y, frame.right + 8, y, color: SVGStyle.rule)
      svg.text(
        tick.label, frame.left - 14, y + 4, anchor: "end", size: 11, color: SVGStyle.faint)
    }
    // The first and the last in any case, the others where there is room.
    var taken: [Box] = []
    for index in [0, chart.places.count - 1] + Array(chart.places.indices)
    where chart.places.indices.contains(index) {
      let place = chart.places[index]
      let width = SVGStyle.width(of: place.label, size: 11)
      let box = Box(x: frame.x(place.x) - width / 2 - 4, y: 0, width: width + 8, height: 1)
      if taken.contains(where: box.meets) { continue }
      taken.append(box)
      svg.line(
        frame.x(place.x), frame.bottom, frame.x(place.x), frame.bottom + 5, color: SVGStyle.faint)
      svg.text(
        place.label, frame.x(place.x), frame.bottom + 18, anchor: "middle", size: 11,
        color: SVGStyle.faint)
    }
  }

  /// The line through the points, interrupted where a value is missing.
  private func drawLine(
    _ series: LineChart.Series, _ index: Int, _ frame: Frame, on svg: inout SVGBuilder
  ) {
    for run in series.points.split(whereSeparator: { $0.value == nil }) where run.count > 1 {
      let places = run.compactMap { point in
        point.value?.anchor.map { (frame.x(point.x), frame.y($0)) }
      }
      svg.element(
        "polyline",
        [
          "points": SVGBuilder.points(places), "fill": "none", "stroke": color(index),
          "stroke-width": "2", "stroke-dasharray": dashes(index),
        ])
    }
  }

  private func drawPoint(
    _ point: LineChart.Point, _ series: LineChart.Series, _ index: Int, _ frame: Frame,
    _ taken: inout [Box], on svg: inout SVGBuilder
  ) {
    guard let value = point.value, let anchor = value.anchor else { return }
    let (x, y) = (frame.x(point.x), frame.y(anchor))
    if let lower = value.lower, let upper = value.upper, !value.isExact {
      svg.line(x, frame.y(lower), x, frame.y(upper), color: color(index), width: 9, opacity: 0.35)
    } else if !value.isExact {
      let step = value.upper == nil ? -Self.openLength : Self.openLength
      svg.line(x, y, x, y + step, color: color(index), width: 9, opacity: 0.35)
      svg.arrow(x, y + step, toward: step < 0 ? .up : .down, color: color(index))
    }
    let name = series.name.isEmpty ? "" : series.name + " "
    drawMark(index, x, y, tooltip: "\(name)\(point.label): \(value.figure)", on: &svg)
    taken.append(Box(x: x - 5, y: y - 5, width: 10, height: 10))
  }

  /// Circle, square, triangle or diamond, filled or hollow.
  private func drawMark(
    _ index: Int, _ x: Double, _ y: Double, tooltip: String, on svg: inout SVGBuilder
  ) {
    let fill = index / 4 % 2 == 0 ? color(index) : "#ffffff"
    let corners: [(Double, Double)]
    switch index % 4 {
    case 0:
      svg.element(
        "circle",
        [
          "cx": SVGBuilder.number(x), "cy": SVGBuilder.number(y), "r": "4.5", "fill": fill,
          "stroke": color(index), "stroke-width": "1.5",
        ], tooltip: tooltip)
      return
    case 1: corners = [(-4, -4), (4, -4), (4, 4), (-4, 4)]
    case 2: corners = [(0, -5.5), (5, 4), (-5, 4)]
    default: corners = [(0, -6), (6, 0), (0, 6), (-6, 0)]
    }
    svg.element(
      "polygon",
      [
        "points": SVGBuilder.points(corners.map { (x + $0.0, y + $0.1) }), "fill": fill,
        "stroke": color(index), "stroke-width": "1.5",
      ], tooltip: tooltip)
  }

  private func drawFigures(
    _ series: LineChart.Series, _ frame: Frame, _ taken: inout [Box], on svg: inout SVGBuilder
  ) {
    for point in series.points {
      guard let value = point.value, let anchor = value.anchor else { continue }
      let (x, y) = (frame.x(point.x), frame.y(anchor))
      let width = SVGStyle.width(of: value.figure, size: Self.figureSize)
      let lift = value.upper == nil ? 34.0 : 9
      let drop = value.lower == nil ? 44.0 : 19
      let places = [(x - width / 2, y - lift), (x - width / 2, y + drop), (x + 9, y + 4)]
      let free = places.first { place in
        let box = Box(x: place.0, y: place.1 - 9, width: width, height: 11)
        return place.0 >= 0 && place.0 + width <= SVGStyle.width && place.1 < frame.bottom
          && !taken.contains(where: box.meets)
      }
      guard let free else { continue }
      taken.append(Box(x: free.0, y: free.1 - 9, width: width, height: 11))
      svg.text(value.figure, free.0, free.1, size: Self.figureSize)
    }
  }

  /// The marks with the names of the series; where it ends.
  private func drawLegend(from top: Double, on svg: inout SVGBuilder) -> Double {
    var (x, y) = (SVGStyle.margin + 6, top)
    for (index, series) in chart.series.enumerated() {
      let width = SVGStyle.width(of: series.name) + 40
      if x > SVGStyle.margin + 6, x + width > SVGStyle.width - SVGStyle.margin {
        (x, y) = (SVGStyle.margin + 6, y + 20)
      }
      drawMark(index, x, y, tooltip: series.name, on: &svg)
      svg.text(series.name, x + 12, y + 5)
      x += width
    }
    return y + 26
  }

  private func color(_ index: Int) -> String { SVGStyle.colors[index % SVGStyle.colors.count] }

  /// Series of one colour differ in their dashes too.
  private func dashes(_ index: Int) -> String {
    ["none", "6 3", "2 3", "8 3 2 3"][index / SVGStyle.colors.count % 4]
  }
}

/// A rectangle that something stands in.
private struct Box {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  func meets(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}
