package import DajuanSyntax

/// What a chart is drawn of: the last columns of an answer.
package struct ChartSpecification: Hashable, Sendable {
  package let form: Chart.Form
  /// How many columns of the answer name the group of a sparkline; they come first.
  package let groupCount: Int

  /// The column with the figures.
  package var valueColumn: Int { form == .spark ? groupCount : 1 }
}

extension CheckedQuery {
  /// The chart the answer is to be drawn as. A query that goes on from one has its rows only.
  package var chart: ChartSpecification? {
    if case .chart(let chart, _) = steps.last?.kind { chart } else { nil }
  }
}
