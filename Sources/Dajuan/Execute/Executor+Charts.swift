import DajuanLedger
import DajuanSyntax

extension Executor {
  /// The columns a chart is drawn of, on each of whose axes all quantities must go together.
  func draw(
    _ batch: Batch, _ chart: ChartSpecification, _ formulas: [Formula], _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let result = try project(batch, formulas, operation)
    // Each sparkline has a scale of its own.
    var groups = KeyNumbering()
    var axes: [Axis] = []
    let rows = result.rows
    try inSteps(of: rows.count, operation) { places throws(QueryFailure) in
      for row in rows.part(places) {
        let keys = result.columns.prefix(chart.groupCount).map { $0[row] }
        let group = groups.number(of: keys, row: row)
        if group == axes.count { axes.append(Axis()) }
        try add(row, of: chart.valueColumn, to: &axes[group])
      }
    }
    if chart.form == .line {
      var axis = Axis()
      try inSteps(of: rows.count, operation) { places throws(QueryFailure) in
        for row in rows.part(places) { try add(row, of: 0, to: &axis) }
      }
    }
    return result

    func add(_ row: Int, of column: Int, to axis: inout Axis) throws(QueryFailure) {
      guard case .quantity(let quantity) = result.columns[column][row] else { return }
      do throws(UnitConflict) {
        try axis.add(quantity.unit)
      } catch {
        throw conflict(
          error, chart.form.command.english, of: formulas[column], at: formulas[column].span,
          operation, hasGroups: chart.form == .spark)
      }
    }
  }
}

/// The units along one axis.
private struct Axis {
  private var units: [Unit] = []

  /// Admits a unit that goes together with each of those before it.
  mutating func add(_ unit: Unit) throws(UnitConflict) {
    if units.contains(unit) { return }
    for other in units where !other.isCommensurable(with: unit) {
      throw UnitConflict(first: other, second: unit)
    }
    units.append(unit)
  }
}
