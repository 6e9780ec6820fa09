import DajuanLedger
internal import Synchronization

/// Some rows of a column, gathered when they are first read.
final class DeferredColumn: Sendable {
  /// The column they are rows of.
  let source: Column
  let rows: RowNumbers
  private let workers: Workers
  private let gathered = Mutex<Column?>(nil)

  init(_ source: Column, _ rows: RowNumbers, _ workers: Workers) {
    (self.source, self.rows, self.workers) = (source, rows, workers)
  }

  /// The rows as a column. Cost: the first time, one pass over them.
  var column: Column {
    gathered.withLock { gathered in
      if let gathered { return gathered }
      let column = source.gathered(rows.places, workers.share)
      gathered = column
      return column
    }
  }

  /// The rows as a column, if somebody has read them.
  var known: Column? { gathered.withLock { $0 } }
}

/// Numbers of rows, in order; below zero there is none. Columns that stand in the same rows share them.
final class RowNumbers: Sendable {
  let places: [Int32]

  init(_ places: [Int32]) { self.places = places }

  /// The rows that stand at some places among others. Cost: one pass.
  init(_ own: RowNumbers, of others: RowNumbers) {
    let all = others.places
    places = own.places.map { $0 < 0 ? $0 : all[Int($0)] }
  }
}
