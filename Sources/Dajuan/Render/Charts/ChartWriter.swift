import DajuanSyntax

/// Draws an answer in characters, with what is to be said under it.
struct ChartWriter {
  let result: QueryResult
  let chart: ChartSpecification
  let options: RenderOptions
  let language: Language

  /// How wide a chart is drawn where no terminal says.
  static let defaultWidth = 80

  func write(to output: inout some TextOutputStream) {
    let style = TextStyle(usesColor: options.usesColor)
    let (lines, notes) = drawn(style)
    for line in lines { output.write(line + "\n") }
    let limit = options.maximumWidth ?? .max
    for line in notes.compactMap({ $0 }).flatMap({ WrappedText.lines($0, to: limit) }) {
      output.write(style.dim(line) + "\n")
    }
  }

  private func drawn(_ style: TextStyle) -> (lines: [String], notes: [String?]) {
    let reader = ChartReader(result, chart, language)
    let notes = ChartNotes(language: language)
    let width = options.maximumWidth ?? Self.defaultWidth
    switch chart.form {
    case .bar:
      let chart = BarChart(reader)
      let legend = notes.legend(
        ChartUncertainty(chart.bars.lazy.map(\.value)), shade: BarChartText.shade,
        up: BarChartText.right, down: BarChartText.left)
      let text = BarChartText(chart: chart, width: width, style: style)
      return (text.lines(), [legend, notes.missing(chart.missing)])
    case .line:
      let chart = LineChart(reader)
      let values = chart.series.flatMap(\.points).compactMap(\.value)
      let legend = notes.legend(
        ChartUncertainty(values), shade: LineChartText.shade, up: LineChartText.up,
        down: LineChartText.down)
      let text = LineChartText(chart: chart, width: width, style: style)
      let (lines, figures) = text.drawn()
      return (
        lines,
        [
          legend, notes.figures(figures), notes.missing(chart.missing),
          notes.leftOut(text.leftOut.count),
        ]
      )
    case .spark:
      let chart = SparkChart(reader)
      let values = chart.sparks.flatMap(\.values).compactMap { $0 }
      let legend = notes.legend(
        ChartUncertainty(values), shade: SparkChartText.shade, up: SparkChartText.up,
        down: SparkChartText.down)
      let text = SparkChartText(chart: chart, width: width, style: style)
      return (text.lines(), [legend, notes.gaps(chart.missingCount)])
    }
  }
}
