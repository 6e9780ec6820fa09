import TerminalText

/// Draws lines of box characters on a grid with a scale, each series with a mark of its own, and
/// as many figures beside the points as there is room for. Monochrome: lines beside each other are
/// drawn through, dashed, dotted and double in turn. On a narrow screen the ends of the scale stand
/// above the picture.
struct LineChartText {
  let chart: LineChart
  let width: Int
  let style: TextStyle

  static let shade = "░"
  static let up = "↑"
  static let down = "↓"

  private static let marks =
    ["●", "○", "▲", "△", "■", "□", "◆", "◇"]
    + (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(Unicode.Scalar($0)) }
  private static let height = 16
  private static let leastPlot = 16
  private static let strokes = [
    Stroke(level: "─", upright: "│"), Stroke(level: "╌", upright: "╎"),
    Stroke(level: "┈", upright: "┊"), Stroke(level: "═", upright: "║"),
  ]

  /// What the line of a series is drawn with.
  private struct Stroke {
    let level: String
    let upright: String
  }

  /// The series there are no marks for.
  var leftOut: ArraySlice<LineChart.Series> { chart.series.dropFirst(Self.marks.count) }

  private var shown: ArraySlice<LineChart.Series> { chart.series.prefix(Self.marks.count) }

  /// The picture, and the figures of the points that have no room beside them.
  func drawn() -> (lines: [String], figures: [String]) {
    guard let first = chart.places.first, let last = chart.places.last else { return ([], []) }
    let tickWidth = chart.scale.ticks.map { DisplayWidth.of($0.label) }.max() ?? 0
    // Behind its ticks the picture has room, or else they are left out.
    let hasTicks = width - tickWidth - 2 >= Self.leastPlot
    let indent = hasTicks ? tickWidth + 1 : 0
    let plotWidth = max(1, width - indent - 1)
    let grid = Grid(
      scale: chart.scale, height: Self.height, width: plotWidth, from: first.x, through: last.x)
    var canvas = TextCanvas(width: plotWidth, height: Self.height)
    let figures = draw(on: &canvas, grid)
    var ticks = [String](repeating: "", count: Self.height)
    for tick in chart.scale.ticks { ticks[grid.row(tick.value)] = tick.label }
    var lines = WrappedText.lines(heading, to: width).map(style.bold)
    if !hasTicks, let low = chart.scale.ticks.first, let high = chart.scale.ticks.last {
      lines += WrappedText.lines("\(low.label) … \(high.label)", to: width)
    }
    for (tick, line) in zip(ticks, canvas.lines) {
      let label = hasTicks ? tick.padded(before: tickWidth) + " " : ""
      lines.append((label + (tick.isEmpty ? "│" : "┤") + line).trimmedEnd)
    }
    lines += bottom(grid, indent: indent, plotWidth: plotWidth)
    if chart.seriesHeading != nil { lines += legend }
    return (lines, figures)
  }

  private var heading: String {
    chart.seriesHeading.map { "\(chart.yHeading)  ·  \($0)" } ?? chart.yHeading
  }

  // MARK: Lines and points

  /// Draws the lines and points; what figures have no room.
  private func draw(on canvas: inout TextCanvas, _ grid: Grid) -> [String] {
    for (number, series) in shown.enumerated() {
      let stroke = Self.strokes[number % Self.strokes.count]
      for (point, next) in zip(series.points, series.points.dropFirst()) {
        guard let a = grid.cell(point), let b = grid.cell(next) else { continue }
        Self.join(a, b, stroke, on: &canvas)
      }
    }
    for series in shown {
      for point in series.points { shade(point, on: &canvas, grid) }
    }
    for (series, mark) in zip(shown, Self.marks) {
      for point in series.points {
        guard let cell = grid.cell(point) else { continue }
        canvas.put(mark, row: cell.row, column: cell.column)
      }
    }
    return shown.flatMap { label($0, on: &canvas, grid) }
  }

  /// A line between two cells: level as far as it can, with corners where it changes rows.
  private static func join(
    _ a: Grid.Cell, _ b: Grid.Cell, _ stroke: Stroke, on canvas: inout TextCanvas
  ) {
    let run = b.column - a.column
    guard run > 0 else {
      for row in min(a.row, b.row)...max(a.row, b.row) {
        canvas.fill(stroke.upright, row: row, column: a.column)
      }
      return
    }
    func row(_ column: Int) -> Int {
      let share = Double(column - a.column) / Double(run)
      return a.row + Int((share * Double(b.row - a.row)).rounded())
    }
    for column in a.column..<b.column {
      let (here, next) = (row(column), row(column + 1))
      if here == next {
        canvas.fill(stroke.level, row: here, column: column)
        continue
      }
      let falls = next > here
      canvas.fill(falls ? "╮" : "╯", row: here, column: column)
      canvas.fill(falls ? "╰" : "╭", row: next, column: column)
      for between in (min(here, next) + 1)..<max(here, next) {
        canvas.fill(stroke.upright, row: between, column: column)
      }
    }
  }

  /// The uncertain part of a point's value.
  private func shade(_ point: LineChart.Point, on canvas: inout TextCanvas, _ grid: Grid) {
    guard let value = point.value, !value.isExact, let cell = grid.cell(point) else { return }
    let column = cell.column
    if let lower = value.lower, let upper = value.upper {
      for row in grid.row(upper)...grid.row(lower) {
        canvas.put(Self.shade, row: row, column: column)
      }
    } else {
      let step = value.upper == nil ? -1 : 1
      canvas.put(Self.shade, row: cell.row + step, column: column)
      canvas.put(value.upper == nil ? Self.up : Self.down, row: cell.row + 2 * step, column: column)
    }
  }

  /// Figures beside the points where nothing else stands, the ends and extremes first; with their
  /// names, those there is no room for.
  private func label(
    _ series: LineChart.Series, on canvas: inout TextCanvas, _ grid: Grid
  ) -> [String] {
    let points = series.points.filter { $0.value != nil }
    guard let last = points.indices.last else { return [] }
    var homeless: [Int] = []
    let order = points.indices.sorted {
      (points[$0].value?.anchor ?? 0) < (points[$1].value?.anchor ?? 0)
    }
    var seen: Set<Int> = []
    for index in [last, 0, order[last], order[0]] + Array(points.indices)
    where seen.insert(index).inserted {
      guard let value = points[index].value, let cell = grid.cell(points[index]) else { continue }
      let size = DisplayWidth.of(value.figure)
      let (above, below) = (value.upper == nil ? 3 : 1, value.lower == nil ? 3 : 1)
      let centre = min(max(0, cell.column - size / 2), canvas.width - size)
      let places = [
        (cell.row - above, centre), (cell.row + below, centre), (cell.row, cell.column + 2),
        (cell.row, cell.column - 1 - size),
      ]
      let free = places.first { row, column in
        guard column >= 0, column + size <= canvas.width else { return false }
        // A blank on either side, or the edge.
        let columns = max(0, column - 1)..<min(canvas.width, column + size + 1)
        return canvas.isBlank(row: row, columns: columns)
      }
      guard let free else {
        homeless.append(index)
        continue
      }
      canvas.write(value.figure, row: free.0, column: free.1)
    }
    return homeless.sorted().map { index in
      let name = series.name.isEmpty ? "" : series.name + " "
      return "\(name)\(points[index].label) \(points[index].value?.figure ?? "")"
    }
  }

  // MARK: The x axis

  private func bottom(_ grid: Grid, indent edge: Int, plotWidth: Int) -> [String] {
    let indent = edge + 1
    var axis = [String](repeating: "─", count: plotWidth)
    var labels = TextCanvas(width: indent + plotWidth, height: 1)
    // The first and the last in any case, the others where there is room.
    let last = chart.places.count - 1
    for index in [0, last] + Array(chart.places.indices) {
      let place = chart.places[index]
      let column = grid.column(place.x)
      let size = DisplayWidth.of(place.label)
      let start = min(max(0, indent + column - size / 2), indent + plotWidth - size)
      let columns = max(0, start - 1)..<min(labels.width, start + size + 1)
      guard start >= 0, labels.isBlank(row: 0, columns: columns) else { continue }
      labels.write(place.label, row: 0, column: start)
      axis[column] = "┬"
    }
    return [
      String(repeating: " ", count: edge) + "└" + axis.joined(),
      labels.lines[0].trimmedEnd,
    ]
  }

  private var legend: [String] {
    var lines: [String] = []
    for (series, mark) in zip(shown, Self.marks) {
      let entry = "\(mark) \(series.name)"
      if let line = lines.last, DisplayWidth.of(line) + 3 + DisplayWidth.of(entry) <= width {
        lines[lines.count - 1] = line + "   " + entry
      } else {
        lines.append(entry)
      }
    }
    return lines.flatMap { WrappedText.lines($0, to: width) }
  }
}

/// How numbers become cells of a grid.
private struct Grid {
  struct Cell {
    let row: Int
    let column: Int
  }

  let scale: ChartScale
  let height: Int
  let width: Int
  let from: Double
  let through: Double

  func row(_ number: Double) -> Int {
    let row = Int(((1 - scale.position(number)) * Double(height - 1)).rounded())
    return min(max(0, row), height - 1)
  }

  /// With a cell free at either edge, so that marks do not touch the axis.
  func column(_ x: Double) -> Int {
    guard through > from else { return width / 2 }
    return 1 + Int(((x - from) / (through - from) * Double(width - 3)).rounded())
  }

  func cell(_ point: LineChart.Point) -> Cell? {
    guard let anchor = point.value?.anchor else { return nil }
    return Cell(row: row(anchor), column: column(point.x))
  }
}
