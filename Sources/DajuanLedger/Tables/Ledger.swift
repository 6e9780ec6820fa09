/// Everything that reports say, as tables: the thing that queries are asked of.
///
/// A value: copies share their columns, and reading needs no lock.
public struct Ledger: Sendable {
  /// The passages that rows rest on; a `source` cell holds indices into it.
  public let sources: SourceTable
  private let tables: [Entity: Table]

  /// Makes columns of rows. Cost: linear in the rows.
  public init(_ rows: LedgerRows) {
    sources = SourceTable(rows.sources)
    let names = rows.reports.map(\.id)
    tables = [
      .reports: Self.table(.reports, rows.reports) { $0.cells },
      .facts: Self.table(.facts, rows.facts) { $0.cells(reportNames: names) },
      .indicators: Self.table(.indicators, rows.indicators) { $0.cells },
      .projects: Self.table(.projects, rows.projects) { $0.cells },
      .measures: Self.table(.measures, rows.measures) { $0.cells },
      .honours: Self.table(.honours, rows.honours) { $0.cells },
    ]
  }

  /// Makes a ledger of tables that are there already; an entity without one has no rows.
  package init(tables: [Entity: Table], sources: SourceTable) {
    self.tables = tables
    self.sources = sources
  }

  /// The table of an entity.
  public func table(_ entity: Entity) -> Table { tables[entity] ?? Table(entity.schema) }

  /// Where a passage stands: the short name of its report, and its first line.
  public func place(of source: Int) -> String {
    let passage = sources[source]
    return "\(reportName(passage.report)):\(passage.lines.lowerBound)"
  }

  /// The short name of a report, by its place in `reports`; empty where it has none.
  public func reportName(_ report: Int) -> String {
    let reports = table(.reports)
    guard (0..<reports.count).contains(report), let column = reports.schema.index(of: "id"),
      case .text(let name) = reports[report, column]
    else { return "" }
    return name
  }

  private static func table<Row>(
    _ entity: Entity, _ rows: [Row], _ cells: (Row) -> [Value]
  ) -> Table {
    var table = Table(entity.schema)
    for row in rows { table.append(cells(row)) }
    return table
  }
}

extension Value {
  fileprivate init(_ text: String?) { self = text.map(Value.text) ?? .missing }
  fileprivate init(_ quantity: Quantity?) { self = quantity.map(Value.quantity) ?? .missing }
  fileprivate init(_ period: Period?) { self = period.map(Value.period) ?? .missing }
}

extension ReportRow {
  fileprivate var cells: [Value] {
    [
      .text(id), Value(title), Value(place), Value(level?.rawValue),
      Value(date.flatMap { Period($0) }), Value(reviewed), Value(planned),
      .quantity(Quantity(characters)), .quantity(Quantity(facts)),
    ]
  }
}

extension FactRow {
  fileprivate func cells(reportNames: [String]) -> [Value] {
    [
      .text(reportNames[report]), Value(place), Value(section), .text(kind.rawValue),
      .text(subject), Value(measure), .text(role.rawValue), .quantity(value),
      .text(value.unit.name), .text(value.bound.rawValue), .text(nature.rawValue),
      .text(force.rawValue), Value(period), .text(text), .source([source]),
    ]
  }
}

extension Standing {
  fileprivate var cells: [Value] {
    [.text(nature.rawValue), .text(force.rawValue), Value(period), .source(sources)]
  }
}

extension IndicatorRow {
  fileprivate var cells: [Value] {
    [
      Value(standing.place), .text(name), Value(level), Value(growth), Value(change),
      Value(share), Value(rank),
    ] + standing.cells
  }
}

extension ProjectRow {
  fileprivate var cells: [Value] {
    [
      Value(standing.place), .text(name), Value(area), Value(count), Value(threshold),
      Value(started), Value(completed), Value(totalInvestment), Value(investment),
    ] + standing.cells
  }
}

extension MeasureRow {
  fileprivate var cells: [Value] {
    [
      Value(standing.place), .text(name), Value(category), Value(quantity), Value(coverage),
      Value(beneficiaries),
    ] + standing.cells
  }
}

extension HonourRow {
  fileprivate var cells: [Value] {
    [Value(place), .text(name), Value(level?.rawValue), Value(period), .source(sources)]
  }
}
