import DajuanSyntax

/// Charts as one SVG document, one below the other.
///
/// The document stands by itself: no script, no style sheet, no font, and no reference to anything
/// outside it. All text is escaped.
///
///     var page = ChartPage(RenderOptions())
///     try session.run(source) { page.add($0) }
///     page.write(to: &output)
public struct ChartPage {
  private let options: RenderOptions
  private var drawings: [SVGDrawing] = []

  /// Makes an empty page; of the options only the language counts.
  public init(_ options: RenderOptions) { self.options = options }

  /// Whether there is no chart on it.
  public var isEmpty: Bool { drawings.isEmpty }

  /// Draws an answer; `false`, and nothing drawn, for one that is no chart.
  @discardableResult
  public mutating func add(_ result: QueryResult) -> Bool {
    guard let chart = result.chart else { return false }
    let language = options.language ?? result.language
    let reader = ChartReader(result, chart, language)
    let notes = ChartNotes(language: language)
    let undecided = result.footer(language).undecidedCounts
    func legend(
      _ values: some Sequence<ChartValue>, _ shade: String, _ up: String, _ down: String
    ) -> String? {
      notes.legend(ChartUncertainty(values), shade: shade, up: up, down: down)
    }
    switch chart.form {
    case .bar:
      let chart = BarChart(reader)
      let lines = [
        legend(chart.bars.map(\.value), "▨", "→", "←"), notes.missing(chart.missing), undecided,
      ]
      drawings.append(BarChartSVG(chart: chart, notes: lines.compactMap { $0 }).drawing())
    case .line:
      let chart = LineChart(reader)
      let values = chart.series.flatMap(\.points).compactMap(\.value)
      let lines = [legend(values, "▒", "↑", "↓"), notes.missing(chart.missing), undecided]
      drawings.append(LineChartSVG(chart: chart, notes: lines.compactMap { $0 }).drawing())
    case .spark:
      let chart = SparkChart(reader)
      let values = chart.sparks.flatMap(\.values).compactMap { $0 }
      let lines = [legend(values, "○", "↑", "↓"), notes.gaps(chart.missingCount), undecided]
      drawings.append(SparkChartSVG(chart: chart, notes: lines.compactMap { $0 }).drawing())
    }
    return true
  }

  /// Writes the document.
  public func write(to output: inout some TextOutputStream) {
    let width = SVGBuilder.number(SVGStyle.width)
    let height = SVGBuilder.number(drawings.reduce(0) { $0 + $1.height })
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" \
      font-family="'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', \
      sans-serif">
      <title>\(SVGBuilder.escaped(drawings.map(\.title).joined(separator: "; ")))</title>
      <defs>
      <pattern id="uncertain" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)">
      <rect width="6" height="6" fill="\(SVGStyle.colors[0])" fill-opacity="0.12"/>
      <rect width="2" height="6" fill="\(SVGStyle.colors[0])" fill-opacity="0.6"/>
      </pattern>
      </defs>
      <rect width="100%" height="100%" fill="#ffffff"/>

      """)
    var top = 0.0
    for drawing in drawings {
      output.write("<g transform=\"translate(0 \(SVGBuilder.number(top)))\">\n")
      output.write(drawing.body + "</g>\n")
      top += drawing.height
    }
    output.write("</svg>\n")
  }
}
