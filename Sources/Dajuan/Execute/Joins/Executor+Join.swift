import DajuanLedger
import DajuanSyntax

extension Executor {
  /// Left rows in their order, each with the right rows that match in theirs.
  ///
  /// A row whose key is missing or merely bounded matches nothing and is counted as undecided. Cost:
  /// linear in the rows of both sides and of the result.
  mutating func join(
    _ batch: Batch, _ join: Plan.Join, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    // The left side's conditions come first, though they are carried out last.
    let before = condition
    condition = nil
    let right = try rows(of: join.right)
    let last = condition
    condition = before
    defer { condition = last ?? condition }
    if let result = try joinCoded(batch, right, join, operation) { return result }
    return try joinValues(try settled(batch), right, join, operation)
  }

  /// The same value by value, whatever the keys are.
  private mutating func joinValues(
    _ batch: Batch, _ right: Batch, _ join: Plan.Join, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let table = try JoinTable(self, right, join.keys.map(\.right), operation)
    var matches = JoinMatches(join.kind)
    var undecided = self.undecided
    let keys = join.keys.map { Formula(.column($0.left), nil, operation.span) }
    try forEachChunk(of: batch.rows, keys, batch.columns, operation) {
      (chunk, vectors) throws(QueryFailure) in
      for (index, row) in chunk.enumerated() {
        let values = vectors.map { $0.value(index) }
        if let reason = JoinTable.openness(of: values), right.height > 0 { undecided.add(reason) }
        matches.add(row, table.matches(of: values))
        if matches.left.count > limits.rows {
          throw failure(.tooManyRows, ["join", String(limits.rows)], at: operation.span, operation)
        }
      }
    }
    self.undecided = undecided
    guard join.kind.bringsColumns else {
      var result = batch
      result.selection = matches.left.map(Int32.init)
      return result
    }
    return paired(batch, right, join, matches)
  }

  private func paired(
    _ left: Batch, _ right: Batch, _ join: Plan.Join, _ matches: JoinMatches
  ) -> Batch {
    var columns = left.columns.picking(RowNumbers(matches.left.map(Int32.init)), workers)
    // Beside a left row that nothing matches there is no row.
    let rows = RowNumbers(matches.right.map { $0.map(Int32.init) ?? -1 })
    let brought = right.columns.picking(rows, workers, of: join.kept)
    for place in brought.indices { columns.append(brought, at: place) }
    var result = Batch(columns: columns, height: matches.left.count)
    if let own = left.lineage, let other = right.lineage {
      result.lineage = zip(matches.left, matches.right).map { row, match in
        Self.unique(own[row] + (match.map { other[$0] } ?? []))
      }
    }
    return result
  }
}

/// The rows a join keeps: a left row with each right row that matches.
private struct JoinMatches {
  private let kind: JoinKind
  private(set) var left: [Int] = []
  /// For each of `left` the right row; `nil` for a left row without one.
  private(set) var right: [Int?] = []

  init(_ kind: JoinKind) { self.kind = kind }

  mutating func add(_ row: Int, _ matches: [Int]) {
    switch kind {
    case .semi: if !matches.isEmpty { left.append(row) }
    case .anti: if matches.isEmpty { left.append(row) }
    case .left where matches.isEmpty:
      left.append(row)
      right.append(nil)
    case .inner, .left:
      for match in matches {
        left.append(row)
        right.append(match)
      }
    }
  }
}

/// The right side of a join, by its keys.
///
/// Quantities that are equal have equal numbers in their base units, but not the other way round:
/// 5家 equals 5个, and 5个 equals 5条, but 5家 does not equal 5条. So rows are found by number, and
/// their units compared one by one.
private struct JoinTable {
  /// What values that can be equal have in common.
  private enum Part: Hashable {
    case text(String)
    case number(Number)
    case period(Period)
    case truth(Truth)
  }

  private var rows: [[Part]: [Int]] = [:]
  /// The columns of quantities among the keys, by place.
  private var quantities: [(place: Int, column: Column)] = []

  init(
    _ executor: Executor, _ batch: Batch, _ keys: [Int], _ operation: Plan.Operation
  ) throws(QueryFailure) {
    for (place, key) in keys.enumerated() {
      if case .quantity = batch.columns[key] { quantities.append((place, batch.columns[key])) }
    }
    var rows: [[Part]: [Int]] = [:]
    let formulas = keys.map { Formula(.column($0), nil, operation.span) }
    try executor.forEachChunk(of: batch.rows, formulas, batch.columns, operation) {
      chunk, vectors in
      for (index, row) in chunk.enumerated() {
        guard let key = Self.key(of: vectors.map { $0.value(index) }) else { continue }
        rows[key, default: []].append(row)
      }
    }
    self.rows = rows
  }

  /// The rows whose keys certainly equal the values, in order.
  func matches(of values: [Value]) -> [Int] {
    guard let key = Self.key(of: values), let rows = rows[key] else { return [] }
    if quantities.isEmpty { return rows }
    return rows.filter { row in
      quantities.allSatisfy { place, column in
        guard case .quantity(let own) = values[place], case .quantity(let other) = column[row]
        else { return true }
        return own.isEqual(to: other) == .yes
      }
    }
  }

  /// Why values can match nothing for certain; `nil` where they can.
  static func openness(of values: [Value]) -> Truth.Reason? {
    values.reduce(Truth.yes) { truth, value in
      switch value {
      case .missing: truth.and(.undecided(.missing))
      case .quantity(let quantity) where !quantity.isExact: truth.and(.undecided(.bounds))
      case .truth(.undecided(let reason)): truth.and(.undecided(reason))
      default: truth
      }
    }.reason
  }

  private static func key(of values: [Value]) -> [Part]? {
    var parts: [Part] = []
    for value in values {
      switch value {
      case .text(let text): parts.append(.text(text))
      case .quantity(let quantity):
        guard let number = quantity.baseInterval.point else { return nil }
        parts.append(.number(number))
      case .period(let period): parts.append(.period(period))
      case .truth(let truth):
        if truth.reason != nil { return nil }
        parts.append(.truth(truth))
      case .missing, .source: return nil
      }
    }
    return parts
  }
}
