extension LedgerTables {
  /// Where the rows of a report come from.
  package enum Piece: Hashable, Sendable {
    /// From the tables there are: the rows of so manieth report.
    case kept(Int)
    /// From the new ones.
    case made(Int)
  }

  /// The rows of some reports of these tables and of others, report by report in a new order.
  ///
  /// - Parameters:
  ///   - made: The other tables.
  ///   - pieces: The reports.
  /// - Returns: The tables. Cost: every row is copied; the words of passages are read only when they
  ///   are asked for.
  package func joined(with made: LedgerTables, _ pieces: [Piece]) -> LedgerTables {
    let places = order(of: .sources, made, pieces)
    var moved = [Int32](repeating: -1, count: ledger.sources.count + made.ledger.sources.count)
    for (place, old) in places.enumerated() { moved[Int(old)] = Int32(place) }
    var reports: [Int32] = []
    var ends = RowEnds()
    var rows: [RowEnds.Part: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      let (tables, report) = origin(of: piece, made)
      for part in RowEnds.Part.allCases {
        rows[part, default: 0] += tables.ends.rows(of: report, in: part).count
      }
      ends.append(rows, origin: tables.ends.origins[report])
      let passages = tables.ends.rows(of: report, in: .sources).count
      reports += repeatElement(Int32(index), count: passages)
    }
    var tables: [Entity: Table] = [:]
    for entity in Entity.allCases {
      let rows = RowEnds.Part(rawValue: entity.rawValue).map { order(of: $0, made, pieces) }
      tables[entity] = ledger.table(entity).joined(
        with: made.ledger.table(entity), rows ?? reportOrder(made, pieces),
        passages: ledger.sources.count, moved)
    }
    let sources = ChosenSources(
      ledger.sources, made.ledger.sources, places: places, reports: reports)
    return LedgerTables(Ledger(tables: tables, sources: SourceTable(sources)), ends: ends)
  }

  private func origin(of piece: Piece, _ made: LedgerTables) -> (LedgerTables, report: Int) {
    switch piece {
    case .kept(let report): (self, report)
    case .made(let report): (made, report)
    }
  }

  private func reportOrder(_ made: LedgerTables, _ pieces: [Piece]) -> [Int32] {
    pieces.map { piece in
      switch piece {
      case .kept(let report): Int32(report)
      case .made(let report): Int32(ends.count + report)
      }
    }
  }

  /// The rows of a table, counted through these tables and then the others.
  private func order(
    of part: RowEnds.Part, _ made: LedgerTables, _ pieces: [Piece]
  ) -> [Int32] {
    let count = ends.count == 0 ? 0 : ends.rows(of: ends.count - 1, in: part).upperBound
    var order: [Int32] = []
    for piece in pieces {
      switch piece {
      case .kept(let report): order += ends.rows(of: report, in: part).map(Int32.init)
      case .made(let report):
        order += made.ends.rows(of: report, in: part).map { Int32(count + $0) }
      }
    }
    return order
  }
}

extension Table {
  /// The rows of this table and of another behind it, in a new order.
  ///
  /// - Parameters:
  ///   - other: The other table.
  ///   - rows: The rows, counted through both.
  ///   - count: How many passages those of the other table stand behind.
  ///   - moved: Where each passage stands now.
  /// - Returns: The table.
  fileprivate func joined(
    with other: Table, _ rows: [Int32], passages count: Int, _ moved: [Int32]
  ) -> Table {
    let isAsItIs =
      rows.count == self.count + other.count && rows.enumerated().allSatisfy { $0 == $1 }
    let columns = zip(columns, other.columns).map { own, others -> Column in
      var column = own
      if case .source(var sources) = own, case .source(let added) = others {
        for row in 0..<added.count { sources.append(added[row].map { $0 + count }) }
        return .source((isAsItIs ? sources : sources.gathered(rows)).moved(moved))
      }
      if other.count > 0 { column.append(contentsOf: others) }
      return isAsItIs ? column : column.gathered(rows)
    }
    return Table(schema, columns, count: rows.count)
  }
}
