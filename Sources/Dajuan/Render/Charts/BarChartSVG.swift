import TerminalText

/// Draws bars as SVG: name, figure, and the bar on a scale. The uncertain part is hatched, an open
/// end has an arrow.
struct BarChartSVG {
  let chart: BarChart
  let notes: [String]

  private static let lineHeight = 17.0
  private static let thickness = 15.0
  private static let openLength = 22.0
  /// The longest line of a name, in terminal columns.
  private static let nameColumns = 40

  func drawing() -> SVGDrawing {
    var svg = SVGBuilder()
    let names = chart.bars.map { WrappedText.lines($0.label, to: Self.nameColumns) }
    let nameWidth = widest(names.flatMap { $0 } + [chart.nameHeading])
    let figureWidth = widest(chart.bars.map(\.value.figure) + [chart.valueHeading])
    let figureEnd = SVGStyle.margin + nameWidth + 14 + figureWidth
    let plot = (start: figureEnd + 44, end: max(figureEnd + 144, SVGStyle.width - 48))
    func x(_ number: Double) -> Double {
      plot.start + chart.scale.position(number) * (plot.end - plot.start)
    }
    let top = SVGStyle.margin + 32
    let height = names.reduce(0) { $0 + Self.rowHeight($1) }
    svg.text(chart.nameHeading, SVGStyle.margin, top - 14, isBold: true)
    svg.text(chart.valueHeading, figureEnd, top - 14, anchor: "end", isBold: true)
    for tick in chart.scale.ticks {
      svg.line(x(tick.value), top - 4, x(tick.value), top + height, color: SVGStyle.rule)
      svg.text(
        tick.label, x(tick.value), top + height + 15, anchor: "middle", size: 11,
        color: SVGStyle.faint)
    }
    var y = top
    for (bar, lines) in zip(chart.bars, names) {
      for (index, line) in lines.enumerated() {
        svg.text(line, SVGStyle.margin, y + 14 + Double(index) * Self.lineHeight)
      }
      svg.text(bar.value.figure, figureEnd, y + 14, anchor: "end")
      draw(.above(bar.value), x, y + 2, isLeft: false, on: &svg)
      draw(.below(bar.value), x, y + 2, isLeft: true, on: &svg)
      y += Self.rowHeight(lines)
    }
    svg.line(x(0), top - 4, x(0), top + height, color: SVGStyle.ink)
    y += 30
    for note in notes {
      svg.text(note, SVGStyle.margin, y + 8, size: 11, color: SVGStyle.faint)
      y += 16
    }
    return SVGDrawing(
      height: y + SVGStyle.margin, body: svg.text,
      title: chart.nameHeading + " · " + chart.valueHeading)
  }

  private func draw(
    _ side: BarSide, _ x: (Double) -> Double, _ y: Double, isLeft: Bool, on svg: inout SVGBuilder
  ) {
    let color = SVGStyle.colors[0]
    let sign = isLeft ? -1.0 : 1.0
    let (zero, certain, possible) = (x(0), x(sign * side.certain), x(sign * side.possible))
    func bar(_ from: Double, _ to: Double, _ fill: String) {
      if from != to { svg.rectangle(min(from, to), y, abs(to - from), Self.thickness, fill: fill) }
    }
    bar(zero, certain, color)
    bar(certain, possible, SVGStyle.uncertain)
    if side.isOpen {
      let end = certain + sign * Self.openLength
      bar(certain, end, SVGStyle.uncertain)
      svg.arrow(end, y + Self.thickness / 2, toward: isLeft ? .left : .right, color: color)
    }
  }

  private static func rowHeight(_ lines: [String]) -> Double {
    Double(lines.count) * lineHeight + 7
  }

  private func widest(_ texts: [String]) -> Double {
    texts.map { SVGStyle.width(of: $0) }.max() ?? 0
  }
}
