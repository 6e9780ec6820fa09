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

  private enum Storage: Sendable {
    /// A table's columns as they stand: most queries only pick some, and holding all costs nothing so.
    case table([Column])
    case entries([Entry])
  }

  private var storage = Storage.entries([])

  private var entries: [Entry] {
    get {
      switch storage {
      case .table(let columns): columns.map { .ready($0) }
      case .entries(let entries): entries
      }
    }
    _modify {
      var own = entries
      // Gives up the shared storage, so that a change does not copy it.
      storage = .entries([])
      defer { storage = .entries(own) }
      yield &own
    }
  }

  init() {}

  /// Columns that are at hand.
  init(_ columns: some Sequence<Column>) { storage = .table(Array(columns)) }

  var startIndex: Int { 0 }
  var endIndex: Int {
    switch storage {
    case .table(let columns): columns.count
    case .entries(let entries): entries.count
    }
  }

  /// A column; it is gathered now if it has not been.
  subscript(place: Int) -> Column {
    get {
      switch storage {
      case .table(let columns): return columns[place]
      case .entries(let entries):
        switch entries[place] {
        case .ready(let column): return column
        case .deferred(let column): return column.column
        }
      }
    }
    set { entries[place] = .ready(newValue) }
  }

  private func entry(_ place: Int) -> Entry {
    switch storage {
    case .table(let columns): .ready(columns[place])
    case .entries(let entries): entries[place]
    }
  }

  mutating func replaceSubrange(_ places: Range<Int>, with columns: some Collection<Column>) {
    entries.replaceSubrange(places, with: columns.map { .ready($0) })
  }

  /// Adds one of other columns, at hand or not.
  mutating func append(_ other: BatchColumns, at place: Int) {
    entries.append(other.entry(place))
  }

  /// Puts one of other columns, at hand or not, in place of one here.
  mutating func replace(_ place: Int, with other: BatchColumns, at otherPlace: Int) {
    entries[place] = other.entry(otherPlace)
  }

  /// The given rows of all columns, each to be gathered when it is read.
  ///
  /// - Parameters:
  ///   - rows: In their order; below zero one without values.
  ///   - workers: Who will gather.
  /// - Returns: As many columns.
  func picking(_ rows: RowNumbers, _ workers: Workers) -> BatchColumns {
    picking(rows, workers, of: Array(indices))
  }

  /// The same of some columns only, in the given order.
  func picking(_ rows: RowNumbers, _ workers: Workers, of places: [Int]) -> BatchColumns {
    // Columns that stand in the same rows go on doing so.
    var combined: [ObjectIdentifier: RowNumbers] = [:]
    var result = BatchColumns()
    for place in places {
      let picked: DeferredColumn
      switch entry(place) {
      case .ready(let column): picked = DeferredColumn(column, rows, workers)
      case .deferred(let column):
        if let gathered = column.known {
          picked = DeferredColumn(gathered, rows, workers)
        } else {
          let key = ObjectIdentifier(column.rows)
          let both = combined[key] ?? RowNumbers(rows, of: column.rows)
          combined[key] = both
          picked = DeferredColumn(column.source, both, workers)
        }
      }
      result.entries.append(.deferred(picked))
    }
    return result
  }

  /// For each column one of its kind, for what its rows take; nothing is gathered.
  var samples: [Column] {
    switch storage {
    case .table(let columns): columns
    case .entries(let entries):
      entries.map { entry in
        switch entry {
        case .ready(let column): column
        case .deferred(let column): column.source
        }
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
