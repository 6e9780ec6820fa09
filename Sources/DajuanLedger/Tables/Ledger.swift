/// Everything that reports say, as tables: the thing that queries are asked of.
///
/// A value: copies share their columns, and reading needs no lock.
public struct Ledger: Sendable {
  /// The passages that rows rest on; a `source` cell holds indices into it.
  public let sources: SourceTable
  private let tables: EntityTables

  /// Makes a ledger without reports, whose tables have no rows: for compiling queries.
  public init() { self.init(LedgerRows()) }

  /// Makes columns of rows. Cost: linear in the rows.
  package init(_ rows: LedgerRows) {
    sources = SourceTable(rows.sources)
    tables = EntityTables { Table($0, of: rows) }
  }

  /// Makes a ledger of tables that are there already; an entity without one has no rows.
  package init(tables: [Entity: Table], sources: SourceTable) {
    self.tables = EntityTables { tables[$0] ?? Table($0.schema) }
    self.sources = sources
  }

  /// Makes a ledger of tables that are made when they are first asked for, each by what is given here
  /// and each once, or once more on a second thread that asks at the same time.
  package init(sources: SourceTable, making table: @escaping @Sendable (Entity) -> Table) {
    self.sources = sources
    tables = EntityTables(whenAsked: table)
  }

  /// The table of an entity.
  public func table(_ entity: Entity) -> Table { tables[entity] }

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
}
