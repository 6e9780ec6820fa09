import TerminalText

/// Draws bars of block characters: name, figure, and the bar beside a line at zero.
///
/// Solid as far as a number reaches in any case, shaded as far as it may reach, with an arrow where
/// there is no limit. Monochrome. On a narrow screen the bar stands under its name and figure.
struct BarChartText {
  let chart: BarChart
  let width: Int
  let style: TextStyle

  static let shade = "░"
  static let right = "→"
  static let left = "←"

  private static let leastPlot = 12

  func lines() -> [String] {
    if chart.bars.isEmpty { return [] }
    let names = chart.bars.map(\.label) + [chart.nameHeading]
    let nameWidth = min(names.map { DisplayWidth.of($0) }.max() ?? 0, max(12, width * 2 / 5))
    let figures = chart.bars.map(\.value.figure) + [chart.valueHeading]
    let figureWidth = figures.map { DisplayWidth.of($0) }.max() ?? 0
    let room = width - nameWidth - figureWidth - 4
    if room < Self.leastPlot || DisplayWidth.of(chart.nameHeading) > nameWidth { return stacked }
    let plot = Plot(chart, cells: room)
    let heading =
      DisplayWidth.pad(chart.nameHeading, to: nameWidth) + "  "
      + chart.valueHeading.padded(before: figureWidth)
    var lines = [style.bold(heading)]
    for bar in chart.bars {
      for (index, name) in WrappedText.lines(bar.label, to: nameWidth).enumerated() {
        let isFirst = index == 0
        let figure = (isFirst ? bar.value.figure : "").padded(before: figureWidth)
        let drawn = isFirst ? plot.drawn(bar.value) : plot.empty
        lines.append((DisplayWidth.pad(name, to: nameWidth) + "  \(figure)  \(drawn)").trimmedEnd)
      }
    }
    return lines
  }

  /// Names and figures, each with its bar beneath.
  private var stacked: [String] {
    let plot = Plot(chart, cells: width)
    func entry(_ name: String, _ figure: String) -> [String] {
      WrappedText.lines(name + "  " + figure, to: width)
    }
    var lines = entry(chart.nameHeading, chart.valueHeading).map(style.bold)
    for bar in chart.bars {
      lines += entry(bar.label, bar.value.figure)
      lines.append(plot.drawn(bar.value).trimmedEnd)
    }
    return lines
  }

  /// How numbers become cells.
  private struct Plot {
    /// Cells on either side of zero, without those of open ends.
    let below: Int
    let above: Int
    let openBelow: Int
    let openAbove: Int
    /// The cells an open end takes: shaded ones and the arrow.
    let openCells: Int
    /// What one cell stands for.
    let unit: Double

    init(_ chart: BarChart, cells: Int) {
      let values = chart.bars.map(\.value)
      openCells = cells < BarChartText.leastPlot ? 2 : 3
      openBelow = values.contains { $0.lower == nil } ? openCells : 0
      openAbove = values.contains { $0.upper == nil } ? openCells : 0
      let depth = values.flatMap(\.ends).map { max(0, -$0) }.max() ?? 0
      let height = values.flatMap(\.ends).map { max(0, $0) }.max() ?? 0
      let free = max(2, cells - 1 - openBelow - openAbove)
      if depth == 0 {
        (below, above) = (0, free)
      } else if height == 0 {
        (below, above) = (free, 0)
      } else {
        let share = Int((Double(free) * depth / (depth + height)).rounded())
        below = min(max(1, share), free - 1)
        above = free - below
      }
      unit = max(
        below > 0 ? depth / Double(below) : 0, above > 0 ? height / Double(above) : 0)
    }

    var empty: String { String(repeating: " ", count: below + openBelow) + "│" }

    func drawn(_ value: ChartValue) -> String {
      let left = cells(.below(value), limit: below, isLeft: true)
      let right = cells(.above(value), limit: above, isLeft: false)
      return left.reversed().joined().padded(before: below + openBelow) + "│" + right.joined()
    }

    /// The cells of one side, from zero outwards.
    private func cells(_ side: BarSide, limit: Int, isLeft: Bool) -> [String] {
      guard side.isUncertain else { return solid(side.certain, isLeft: isLeft) }
      let solid = unit > 0 ? Int((side.certain / unit).rounded()) : 0
      if side.isOpen {
        let arrow = isLeft ? BarChartText.left : BarChartText.right
        return [String](repeating: "█", count: solid)
          + [String](repeating: BarChartText.shade, count: openCells - 1) + [arrow]
      }
      // At least one cell is shaded, and none beyond the edge.
      let end = max(1, Int((side.possible / unit).rounded()))
      let full = min(solid, end - 1)
      return [String](repeating: "█", count: full)
        + [String](repeating: BarChartText.shade, count: end - full)
    }

    /// A bar of an exact number: to an eighth of a cell on the right, to a half on the left, where
    /// there are no finer blocks; never nothing unless it is zero.
    private func solid(_ number: Double, isLeft: Bool) -> [String] {
      guard number > 0, unit > 0 else { return [] }
      let steps = isLeft ? ["▐"] : ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
      let count = steps.count + 1
      let parts = max(1, Int((number / unit * Double(count)).rounded()))
      let rest = parts % count
      return [String](repeating: "█", count: parts / count) + (rest > 0 ? [steps[rest - 1]] : [])
    }
  }
}
