import DajuanLedger
import DajuanSyntax

extension Checker {
  /// `chart`: the columns it is drawn of become the answer's.
  mutating func checkChart(_ chart: Chart) -> Step.Kind {
    var columns: [RelationColumn] = []
    var formulas: [Formula] = []
    var names = ColumnNames()
    for assignment in chart.groups + chart.columns {
      let formula = check(assignment.value)
      columns.append(newColumn(for: assignment, formula, beside: &names))
      formulas.append(formula)
    }
    let specification = ChartSpecification(form: chart.form, groupCount: chart.groups.count)
    checkOperands(formulas, of: specification)
    relation.columns = columns
    // What follows a chart by mistake was written for the columns before it.
    if diagnostics.contains(where: { $0.code == .chartNotLast }) { relation.isUncertain = true }
    return .chart(specification, formulas)
  }

  private mutating func checkOperands(_ formulas: [Formula], of chart: ChartSpecification) {
    for (index, formula) in formulas.enumerated() {
      guard let type = formula.type else { continue }
      if index == chart.valueColumn {
        if case .quantity = type { continue }
        report(formula, at: index - chart.groupCount, Parameter.quantity.summary, of: chart)
      } else if index == 0, chart.form == .line {
        switch type {
        case .period, .quantity, .text, .enumeration: continue
        case .truth, .source:
          let wanted = Bilingual("a period, a quantity or text", "期间、数量或文本")
          report(formula, at: index, wanted, of: chart)
        }
      }
    }
  }

  private mutating func report(
    _ formula: Formula, at index: Int, _ wanted: Bilingual, of chart: ChartSpecification
  ) {
    report(
      .wrongArgument,
      terms: [chart.form.command, Bilingual(String(index + 1)), wanted, formula.summary],
      at: formula.span, labels: [formula.label])
  }

  /// Reports the first stage after a chart.
  mutating func reportAfterChart(_ stages: [Stage]) {
    for (stage, next) in zip(stages, stages.dropFirst()) {
      if case .chart = stage.kind { return report(.chartNotLast, at: next.keyword) }
    }
  }
}

extension Chart.Form {
  /// The operator with the form: `chart bar`.
  var command: Bilingual {
    let entries = [Keyword.chart, keyword].compactMap { Vocabulary.entry(of: $0) }
    return Bilingual(
      entries.map(\.english).joined(separator: " "), entries.map(\.chinese).joined(separator: " "))
  }
}
