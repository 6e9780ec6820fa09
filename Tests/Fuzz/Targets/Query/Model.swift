/// Answers queries in the plainest way there is: rows one after another, every stage by itself, nothing
/// shared with what it is compared with.
struct Model {
  let tables: [ModelTable: [ModelRow]]
  /// How many rows conditions and joins have left undecided, by reason.
  private(set) var undecided: [ModelTruth.Reason: Int] = [:]
  /// The columns that `pivot` has made.
  private(set) var pivoted: [String] = []

  init(_ tables: [ModelTable: [ModelRow]]) { self.tables = tables }

  mutating func rows(of query: ModelQuery) throws(ModelStop) -> [ModelRow] {
    var rows = tables[query.table] ?? []
    for stage in query.stages { rows = try apply(stage, to: rows, of: query.table) }
    return rows
  }

  private mutating func apply(
    _ stage: ModelStage, to rows: [ModelRow], of table: ModelTable
  ) throws(ModelStop) -> [ModelRow] {
    switch stage {
    case .where(let condition): return rows.filter { keeps($0, condition) }
    case .select(let columns):
      return rows.map { row in
        ModelRow(uniqueKeysWithValues: columns.map { ($0.name, row[$0.column] ?? .missing) })
      }
    case .drop(_, let kept): return rows.map { row in row.filter { kept.contains($0.key) } }
    case .derive(let columns):
      return rows.map { row in
        columns.reduce(into: row) { $0[$1.name] = $1.expression.value(in: $0) }
      }
    case .windows(let windows, let keys, let order):
      return windowed(rows, windows, by: keys, order)
    case .sort(let keys): return rows.order(by: keys).map { rows[$0] }
    case .take(let count, let keys): return grouped(rows, keys) { $0 < count }
    case .skip(let count, let keys): return grouped(rows, keys) { $0 >= count }
    case .distinct(let columns), .distinctRows(let columns):
      return grouped(rows, columns) { $0 == 0 }
    case .summarize(let aggregates, let keys): return summarized(rows, aggregates, keys)
    case .join(let kind, let right, let keys, let brought):
      return joined(rows, kind, try self.rows(of: right), keys, brought)
    case .union(let right): return rows + (try self.rows(of: right))
    case .pivot(let column, let values, let keys, _):
      return try pivoted(rows, column, values, keys)
    case .count: return [["count": .quantity(ModelQuantity(count: rows.count))]]
    case .assert(let condition):
      if rows.contains(where: { condition.truth(in: $0) != .yes }) { throw .failedCheck }
      return rows
    case .describe(let columns): return described(rows, columns)
    case .track(let figures):
      return ModelTrack(outcomes: tables[table] ?? []).rows(of: rows, figures)
    }
  }

  private mutating func keeps(_ row: ModelRow, _ condition: ModelCondition) -> Bool {
    let truth = condition.truth(in: row)
    if case .undecided(let reason) = truth { undecided[reason, default: 0] += 1 }
    return truth == .yes
  }

  /// The rows whose place among those of the same keys is one to be kept.
  private func grouped(
    _ rows: [ModelRow], _ keys: [String], _ isKept: (Int) -> Bool
  ) -> [ModelRow] {
    rows.indices.filter { place in
      isKept(rows[..<place].count { $0.key(keys) == rows[place].key(keys) })
    }.map { rows[$0] }
  }

  private func windowed(
    _ rows: [ModelRow], _ windows: [ModelWindow], by keys: [String], _ order: [ModelOrder]
  ) -> [ModelRow] {
    let groups = grouped(rows, keys) { $0 == 0 }.map { first in
      let members = rows.indices.filter { rows[$0].key(keys) == first.key(keys) }
      return members.map { rows[$0] }.order(by: order).map { members[$0] }
    }
    var result = rows
    for window in windows {
      for group in groups {
        // The order is that of the rows before the stage, the values those of earlier columns.
        let values = window.values(in: group.map { result[$0] }) { a, b in
          rows[group[a]].comes(before: rows[group[b]], order)
        }
        for (place, value) in zip(group, values) { result[place][window.name] = value }
      }
    }
    return result
  }

  private func summarized(
    _ rows: [ModelRow], _ aggregates: [ModelAggregate], _ keys: [String]
  ) -> [ModelRow] {
    // One group of all rows without keys, even when there are none.
    let firsts = keys.isEmpty ? [[:]] : grouped(rows, keys) { $0 == 0 }
    return firsts.map { first in
      let group = rows.filter { $0.key(keys) == first.key(keys) }
      var row = ModelRow(uniqueKeysWithValues: keys.map { ($0, first[$0] ?? .missing) })
      for aggregate in aggregates { row[aggregate.name] = aggregate.value(of: group) }
      return row
    }
  }

  private mutating func joined(
    _ rows: [ModelRow], _ kind: ModelStage.Join, _ right: [ModelRow], _ keys: [String],
    _ brought: [String]
  ) -> [ModelRow] {
    var result: [ModelRow] = []
    for row in rows {
      let isOpen = keys.contains { (row[$0] ?? .missing).isMissing }
      if isOpen, !right.isEmpty { undecided[.missing, default: 0] += 1 }
      let matches = isOpen ? [] : right.filter { $0.key(keys) == row.key(keys) }
      switch kind {
      case .semi: if !matches.isEmpty { result.append(row) }
      case .anti: if matches.isEmpty { result.append(row) }
      case .left where matches.isEmpty: result.append(row)
      case .inner, .left:
        for match in matches {
          result.append(brought.reduce(into: row) { $0[$1] = match[$1] ?? .missing })
        }
      }
    }
    return result
  }

  private mutating func pivoted(
    _ rows: [ModelRow], _ column: String, _ values: String, _ keys: [String]
  ) throws(ModelStop) -> [ModelRow] {
    let order = [ModelOrder(column: column, isDescending: false)]
    let headings = grouped(rows, [column]) { $0 == 0 }
    let sorted = headings.order(by: order).map { headings[$0][column] ?? .missing }
    // A name that is taken gets another.
    func heading(_ value: ModelValue) -> String {
      value.heading + (keys.contains(value.heading) ? "_2" : "")
    }
    pivoted = sorted.map(heading)
    var result: [ModelRow] = []
    for first in grouped(rows, keys, { $0 == 0 }) {
      var cells = ModelRow(uniqueKeysWithValues: keys.map { ($0, first[$0] ?? .missing) })
      for row in rows where row.key(keys) == first.key(keys) {
        let value = row[values] ?? .missing
        if value.isMissing { continue }
        let name = heading(row[column] ?? .missing)
        if let other = cells[name], other.key != value.key { throw .severalValues }
        cells[name] = cells[name] ?? value
      }
      result.append(cells)
    }
    return result
  }

  private func described(_ rows: [ModelRow], _ columns: [String]) -> [ModelRow] {
    columns.map { column in
      let present = rows.map { $0[column] ?? .missing }.filter { !$0.isMissing }
      func number(_ count: Int) -> ModelValue { .quantity(ModelQuantity(count: count)) }
      return [
        "column": .text(column), "present": number(present.count),
        "missing": number(rows.count - present.count),
        "distinct": number(Set(present.map(\.key)).count),
      ]
    }
  }
}

/// What ends a query before it has an answer.
enum ModelStop: Error {
  /// A place of `pivot` with more than one value.
  case severalValues
  /// A row of which `assert` is not certain.
  case failedCheck
}

extension ModelRow {
  func key(_ columns: [String]) -> [ModelKey] { columns.map { (self[$0] ?? .missing).key } }

  /// Whether it stands before another one by some columns; nothing where neither does.
  func comes(before other: ModelRow, _ order: [ModelOrder]) -> Bool {
    for key in order {
      let (x, y) = (self[key.column] ?? .missing, other[key.column] ?? .missing)
      if x.sortsLast != y.sortsLast { return y.sortsLast }
      if x.sortsLast { continue }
      if x.comes(before: y) { return !key.isDescending }
      if y.comes(before: x) { return key.isDescending }
    }
    return false
  }
}

extension [ModelRow] {
  /// The places of the rows in order. Insertion sort: a row goes before those that it has to come before.
  func order(by keys: [ModelOrder]) -> [Int] {
    indices.reduce(into: []) { sorted, place in
      let next = sorted.firstIndex { self[place].comes(before: self[$0], keys) }
      sorted.insert(place, at: next ?? sorted.count)
    }
  }
}

extension ModelValue {
  /// What a column that is made of it is called.
  fileprivate var heading: String {
    switch self {
    case .period(let period):
      switch period.first {
      case nil: "..\(period.last)"
      case period.last: "\(period.last)"
      case let first?: "\(first)..\(period.last)"
      }
    default: words ?? "missing"
    }
  }
}
