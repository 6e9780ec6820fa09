package import DajuanLedger

/// Holds the rows of a ledger's tables against what its texts and corrections say, a report at a time.
package struct TablesComparison {
  private let tables: LedgerTables
  /// What differs: a line each.
  package private(set) var differences: [String] = []

  /// Compares with these tables.
  package init(_ tables: LedgerTables) { self.tables = tables }

  /// Compares the rows of a report.
  ///
  /// - Parameters:
  ///   - report: The report, as it is read and corrected now.
  ///   - id: Its id.
  ///   - index: Its place among the reports.
  package mutating func compare(_ report: Report, id: String, at index: Int) {
    guard index < tables.ends.count else {
      return differences.append("\(id): the tables have no rows of it")
    }
    var rows = LedgerRows()
    rows.append(report: report, id: id)
    let expected = Ledger(rows)
    let sources = tables.ends.rows(of: index, in: .sources)
    compare(expected, .reports, index..<index + 1, sources, id)
    for part in RowEnds.Part.allCases {
      guard let entity = Entity(rawValue: part.rawValue) else { continue }
      compare(expected, entity, tables.ends.rows(of: index, in: part), sources, id)
    }
    guard sources.count == expected.sources.count else {
      return differences.append(
        "\(id): \(sources.count) passages in the tables, \(expected.sources.count) in the text")
    }
    for (place, source) in sources.enumerated() {
      var row = expected.sources[place]
      row.report += index
      if tables.ledger.sources[source] != row {
        return differences.append(
          "\(id): another passage in the tables than in line \(row.lines.lowerBound) of the text")
      }
    }
  }

  private mutating func compare(
    _ expected: Ledger, _ entity: Entity, _ range: Range<Int>, _ sources: Range<Int>, _ id: String
  ) {
    let (own, others) = (tables.ledger.table(entity), expected.table(entity))
    guard range.count == others.count else {
      return differences.append(
        "\(id): \(range.count) rows of \(entity.rawValue) in the tables, and \(others.count) "
          + "in the text")
    }
    for (index, definition) in own.schema.columns.enumerated() {
      let first = range.enumerated().first { place, row in
        own[row, index] != Self.moved(others[place, index], by: sources.lowerBound)
      }
      if let first {
        differences.append(
          "\(id): the tables differ in \(entity.rawValue).\(definition.name), row "
            + "\(first.offset + 1) of the report")
      }
    }
  }

  private static func moved(_ value: Value, by base: Int) -> Value {
    if case .source(let places) = value { .source(places.map { $0 + base }) } else { value }
  }
}
