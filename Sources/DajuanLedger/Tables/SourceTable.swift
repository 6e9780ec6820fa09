/// The passages that a ledger's rows rest on: rows in memory, or a file's or a report's that are read one
/// by one as they are asked for.
public struct SourceTable: Sendable {
  private enum Storage: Sendable {
    case rows([SourceRow])
    case stored(StoredSources)
    case chosen(ChosenSources)
    case made(count: Int, @Sendable (Int) -> SourceRow)
  }

  private let storage: Storage

  /// Makes a table of rows.
  public init(_ rows: [SourceRow] = []) { storage = .rows(rows) }

  /// Makes a table over a file.
  init(_ stored: StoredSources) { storage = .stored(stored) }

  /// Makes a table of passages of others.
  init(_ chosen: ChosenSources) { storage = .chosen(chosen) }

  /// Makes a table of one report's passages, each made whenever it is asked for.
  package init(count: Int, _ row: @escaping @Sendable (Int) -> SourceRow) {
    storage = .made(count: count, row)
  }

  /// The number of passages.
  public var count: Int {
    switch storage {
    case .rows(let rows): rows.count
    case .stored(let sources): sources.count
    case .chosen(let sources): sources.places.count
    case .made(let count, _): count
    }
  }

  /// A passage. Cost: that of its words, where it is read from a file; of a place that only a damaged
  /// file names, ``SourceRow/unknown``.
  public subscript(index: Int) -> SourceRow {
    switch storage {
    case .rows(let rows): rows[index]
    case .stored(let sources): sources[index]
    case .chosen(let sources): sources[index]
    case .made(_, let row): row(index)
    }
  }

  /// The index of a passage's report; below zero for what only a damaged file names. Cost: its words
  /// are not read.
  public func report(of index: Int) -> Int {
    switch storage {
    case .rows(let rows): rows[index].report
    case .stored(let sources): sources.report(of: index)
    case .chosen(let sources): Int(sources.reports[index])
    case .made: 0
    }
  }
}

/// Passages of one table and of another behind it, in a new order.
final class ChosenSources: Sendable {
  private let first: SourceTable
  private let second: SourceTable
  /// Where each passage stands in the two tables, counted through.
  let places: [Int32]
  /// Its report's index, which is another than there.
  let reports: [Int32]

  init(_ first: SourceTable, _ second: SourceTable, places: [Int32], reports: [Int32]) {
    precondition(places.count == reports.count, "a report for every passage")
    (self.first, self.second) = (first, second)
    (self.places, self.reports) = (places, reports)
  }

  subscript(index: Int) -> SourceRow {
    let place = Int(places[index])
    var row = place < first.count ? first[place] : second[place - first.count]
    row.report = Int(reports[index])
    return row
  }
}

extension SourceRow {
  /// What stands for a passage that a damaged file names and does not have: no words, of no report.
  static let unknown = SourceRow(report: -1, section: "", statement: "", lines: 0...0)
}
