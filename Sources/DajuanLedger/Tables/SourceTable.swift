/// The passages that a ledger's rows rest on: rows in memory, or a file's or a report's that are read one
/// by one as they are asked for.
public struct SourceTable: Sendable {
  private enum Storage: Sendable {
    case rows([SourceRow])
    case stored(StoredSources)
    case made(count: Int, @Sendable (Int) -> SourceRow)
  }

  private let storage: Storage

  /// Makes a table of rows.
  public init(_ rows: [SourceRow] = []) { storage = .rows(rows) }

  /// Makes a table over a file.
  init(_ stored: StoredSources) { storage = .stored(stored) }

  /// Makes a table of one report's passages, each made whenever it is asked for.
  package init(count: Int, _ row: @escaping @Sendable (Int) -> SourceRow) {
    storage = .made(count: count, row)
  }

  /// The number of passages.
  public var count: Int {
    switch storage {
    case .rows(let rows): rows.count
    case .stored(let sources): sources.count
    case .made(let count, _): count
    }
  }

  /// A passage. Cost: that of its words, where it is read from a file; of a place that only a damaged
  /// file names, ``SourceRow/unknown``.
  public subscript(index: Int) -> SourceRow {
    switch storage {
    case .rows(let rows): rows[index]
    case .stored(let sources): sources[index]
    case .made(_, let row): row(index)
    }
  }

  /// The index of a passage's report; below zero for what only a damaged file names. Cost: its words
  /// are not read.
  public func report(of index: Int) -> Int {
    switch storage {
    case .rows(let rows): rows[index].report
    case .stored(let sources): sources.report(of: index)
    case .made: 0
    }
  }
}

extension SourceRow {
  /// What stands for a passage that a damaged file names and does not have: no words, of no report.
  static let unknown = SourceRow(report: -1, section: "", statement: "", lines: 0...0)
}
