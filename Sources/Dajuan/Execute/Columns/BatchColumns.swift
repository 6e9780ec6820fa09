import DajuanLedger

/// The columns of a batch. Each is at hand, or stands in another one's rows until somebody reads it.
///
/// So an operator that picks rows writes down their numbers once, for all columns; a column that nobody
/// reads later is never gathered, and one that is goes through all pickings in one step.
struct BatchColumns: RandomAccessCollection, RangeReplaceableCollection, Sendable {
  private enum Entry: Sendable {
    case ready(Column)
    case deferred(DeferredColumn)
  }

  private var entries: [Entry] = []

  init() {}

  /// Columns that are at hand.
  init(_ columns: some Sequence<Column>) { entries = columns.map { .ready($0) } }

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  /// A column; it is gathered now if it has not been.
  subscript(place: Int) -> Column {
    get {
      switch entries[place] {
      case .ready(let column): column
      case .deferred(let column): column.column
      }
    }
    set { entries[place] = .ready(newValue) }
  }

  mutating func replaceSubrange(_ places: Range<Int>, with columns: some Collection<Column>) {
    entries.replaceSubrange(places, with: columns.map { .ready($0) })
  }

  /// Adds one of other columns, at hand or not.
  mutating func append(_ other: BatchColumns, at place: Int) {
    entries.append(other.entries[place])
  }

  /// Puts one of other columns, at hand or not, in place of one here.
  mutating func replace(_ place: Int, with other: BatchColumns, at otherPlace: Int) {
    entries[place] = other.entries[otherPlace]
  }

  /// The given rows of all columns, each to be gathered when it is read.
  ///
  /// - Parameters:
  ///   - rows: In their order; below zero one without values.
  ///   - workers: Who will gather.
  /// - Returns: As many columns.
  func picking(_ rows: RowNumbers, _ workers: Workers) -> BatchColumns {
    picking(rows, workers, of: entries.indices.map { $0 })
  }

  /// The same of some columns only, in the given order.
  func picking(_ rows: RowNumbers, _ workers: Workers, of places: [Int]) -> BatchColumns {
    // Columns that stand in the same rows go on doing so.
    var combined: [ObjectIdentifier: RowNumbers] = [:]
    var result = BatchColumns()
    for place in places {
      let entry: DeferredColumn
      switch entries[place] {
      case .ready(let column): entry = DeferredColumn(column, rows, workers)
      case .deferred(let column):
        if let gathered = column.known {
          entry = DeferredColumn(gathered, rows, workers)
        } else {
          let key = ObjectIdentifier(column.rows)
          let both = combined[key] ?? RowNumbers(rows, of: column.rows)
          combined[key] = both
          entry = DeferredColumn(column.source, both, workers)
        }
      }
      result.entries.append(.deferred(entry))
    }
    return result
  }

  /// For each column one of its kind, for what its rows take; nothing is gathered.
  var samples: [Column] {
    entries.map { entry in
      switch entry {
      case .ready(let column): column
      case .deferred(let column): column.source
      }
    }
  }
}

extension BatchColumns: ExpressibleByArrayLiteral {
  init(arrayLiteral columns: Column...) { self.init(columns) }
}

extension Workers {
  /// Does the pieces of a task.
  func share(_ pieces: Int, _ body: @Sendable (Int) -> Void) {
    run(pieces) { _, piece in body(piece) }
  }
}
