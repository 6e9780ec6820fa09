/// Where the rows of each report end in every table that is made of reports: those of report `i`
/// stand from the end of `i - 1`'s on.
package struct RowEnds: Hashable, Sendable {
  /// The tables that reports are taken apart into.
  package enum Part: String, CaseIterable, Sendable {
    case facts, indicators, projects, measures, honours, sources

    /// The column of `reports.arrow`.
    var column: String { rawValue + "_end" }
  }

  private var ends: [Part: [Int32]]
  /// What the rows of each report were made of, as a checksum: as long as it is the same, they hold.
  /// Empty where they are to be made anew whenever tables are written.
  package private(set) var origins: [String] = []

  /// Of no report.
  package init() {
    ends = Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, []) })
  }

  /// Notes that the rows of the next report end where the rows there are do.
  package mutating func append(_ rows: LedgerRows, origin: String = "") {
    append(
      [
        .facts: rows.facts.count, .indicators: rows.indicators.count,
        .projects: rows.projects.count, .measures: rows.measures.count,
        .honours: rows.honours.count, .sources: rows.sources.count,
      ], origin: origin)
  }

  /// Notes where the rows of the next report end; in a part that is not named there are none.
  package mutating func append(_ counts: [Part: Int], origin: String = "") {
    origins.append(origin)
    for part in Part.allCases { ends[part]?.append(Int32(counts[part] ?? 0)) }
  }

  /// How many reports there are.
  package var count: Int { ends[.sources]?.count ?? 0 }

  /// The rows of a report in a table.
  package func rows(of report: Int, in part: Part) -> Range<Int> {
    let ends = ends[part] ?? []
    let start = report == 0 ? 0 : Int(ends[report - 1])
    return start..<Int(ends[report])
  }

  private static let originColumn = "made_of"

  /// The columns of `reports.arrow` that say so.
  func columns() throws(StoreError) -> [ArrowOutputColumn] {
    let origins = TextColumn(origins.map { $0.isEmpty ? nil : $0 })
    return Part.allCases.map { .numbers($0.column, ArrowElements(ends[$0] ?? [])) }
      + [try origins.arrowColumn(Self.originColumn, table: Entity.reports.rawValue)]
  }

  /// Those of a file; `nil` where they do not go up from nought to the tables' ends.
  init?(_ file: ArrowFile, counts: [Part: Int]) throws(StoreError) {
    self.init()
    for part in Part.allCases {
      let column: Buffer<Int32> = try file.column(part.column).numbers()
      var last: Int32 = 0
      for row in 0..<column.count {
        if column[row] < last { return nil }
        last = column[row]
      }
      guard Int(last) == counts[part] else { return nil }
      ends[part] = (0..<column.count).map { column[$0] }
    }
    let column = try TextColumn(file.column(Self.originColumn))
    origins = (0..<column.count).map { column[$0] ?? "" }
  }
}
