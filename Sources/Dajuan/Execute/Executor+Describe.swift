import DajuanLedger
import DajuanSyntax

extension Executor {
  /// A row for each column: type, units, how many values are there and missing, how many differ,
  /// and the lowest and highest.
  func describe(
    _ batch: Batch, _ relation: Relation, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let rows = batch.rows
    var table = Table(Relation(Checker.descriptionColumns(of: relation)).schema)
    for (definition, column) in zip(relation.columns, batch.columns) {
      var summary = ColumnSummary()
      try inSteps(of: rows.count, operation) { places in
        for row in rows.part(places) { summary.add(column[row]) }
      }
      table.append(
        [
          .text(definition.name), .text((definition.type ?? .text).word.english),
          summary.units.isEmpty ? .missing : .text(summary.units.joined(separator: " ")),
          .quantity(Quantity(summary.present)), .quantity(Quantity(rows.count - summary.present)),
          .quantity(Quantity(summary.distinct.count)),
          summary.lowest.map { .text($0) } ?? .missing,
          summary.highest.map { .text($0) } ?? .missing,
        ])
    }
    let lineage = batch.lineage.map { _ in
      [[Int]](repeating: gatherLineage(batch)?.first ?? [], count: table.count)
    }
    return Batch(columns: BatchColumns(table.columns), height: table.count, lineage: lineage)
  }
}

/// What `describe` gathers of one column.
private struct ColumnSummary {
  var present = 0
  var distinct: Set<KeyPart> = []
  /// In order of first appearance.
  var units: [String] = []
  private var extremes: (lowest: Value, highest: Value)?

  mutating func add(_ value: Value) {
    if value.isMissing { return }
    present += 1
    distinct.insert(KeyPart(value))
    if case .quantity(let quantity) = value, !quantity.unit.name.isEmpty,
      !units.contains(quantity.unit.name)
    {
      units.append(quantity.unit.name)
    }
    guard let (lowest, highest) = extremes else {
      extremes = (value, value)
      return
    }
    if Self.isBefore(value, lowest) { extremes = (value, highest) }
    if Self.isBefore(highest, value) { extremes = (extremes?.lowest ?? value, value) }
  }

  /// Only values that can be ordered, in one unit, have a lowest and a highest.
  var lowest: String? { units.count > 1 ? nil : extremes.flatMap { Self.text($0.lowest) } }
  var highest: String? { units.count > 1 ? nil : extremes.flatMap { Self.text($0.highest) } }

  private static func isBefore(_ a: Value, _ b: Value) -> Bool {
    SortKeyValue(a).order(to: SortKeyValue(b), isDescending: false) == .before
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .quantity(let quantity): quantity.text(.brief)
    case .text(let text): text
    case .period(let period): period.description
    default: nil
    }
  }
}
