/// Answers queries in the plainest way there is: rows one after another, every stage by itself, nothing
/// shared with what it is compared with.
struct Model {
  let tables: [ModelTable: [ModelRow]]
  /// How many rows conditions and joins have left undecided, by reason.
  private(set) var undecided: [ModelTruth.Reason: Int] = [:]

  init(_ tables: [ModelTable: [ModelRow]]) { self.tables = tables }

  mutating func rows(of query: ModelQuery) -> [ModelRow] {
    query.stages.reduce(tables[query.table] ?? []) { apply($1, to: $0) }
  }

  private mutating func apply(_ stage: ModelStage, to rows: [ModelRow]) -> [ModelRow] {
    switch stage {
    case .where(let condition): return rows.filter { keeps($0, condition) }
    case .select(let columns):
      return rows.map { row in
        ModelRow(uniqueKeysWithValues: columns.map { ($0.name, row[$0.column] ?? .missing) })
      }
    case .derive(let columns):
      return rows.map { row in
        columns.reduce(into: row) { $0[$1.name] = $1.expression.value(in: $0) }
      }
    case .sort(let keys): return sorted(rows, keys)
    case .take(let count, let keys): return grouped(rows, keys) { $0 < count }
    case .skip(let count, let keys): return grouped(rows, keys) { $0 >= count }
    case .distinct(let columns): return grouped(rows, columns) { $0 == 0 }
    case .summarize(let aggregates, let keys): return summarized(rows, aggregates, keys)
    case .join(let kind, let right, let keys, let brought):
      return joined(rows, kind, self.rows(of: right), keys, brought)
    case .union(let right): return rows + self.rows(of: right)
    }
  }

  private mutating func keeps(_ row: ModelRow, _ condition: ModelCondition) -> Bool {
    let truth = condition.truth(in: row)
    if case .undecided(let reason) = truth { undecided[reason, default: 0] += 1 }
    return truth == .yes
  }

  /// Insertion sort: a row goes before those that it has to come before.
  private func sorted(
    _ rows: [ModelRow], _ keys: [(column: String, isDescending: Bool)]
  ) -> [ModelRow] {
    func comes(_ a: ModelRow, before b: ModelRow) -> Bool {
      for key in keys {
        let (x, y) = (a[key.column] ?? .missing, b[key.column] ?? .missing)
        if x.sortsLast != y.sortsLast { return y.sortsLast }
        if x.sortsLast { continue }
        if x.comes(before: y) { return !key.isDescending }
        if y.comes(before: x) { return key.isDescending }
      }
      return false
    }
    return rows.reduce(into: []) { sorted, row in
      sorted.insert(row, at: sorted.firstIndex { comes(row, before: $0) } ?? sorted.count)
    }
  }

  /// The rows whose place among those of the same keys is one to be kept.
  private func grouped(
    _ rows: [ModelRow], _ keys: [String], _ isKept: (Int) -> Bool
  ) -> [ModelRow] {
    rows.indices.filter { place in
      isKept(rows[..<place].count { key($0, keys) == key(rows[place], keys) })
    }.map { rows[$0] }
  }

  private func key(_ row: ModelRow, _ columns: [String]) -> [ModelKey] {
    columns.map { (row[$0] ?? .missing).key }
  }

  private func summarized(
    _ rows: [ModelRow], _ aggregates: [ModelStage.Aggregate], _ keys: [String]
  ) -> [ModelRow] {
    // One group of all rows without keys, even when there are none.
    let firsts = keys.isEmpty ? [[:]] : grouped(rows, keys) { $0 == 0 }
    return firsts.map { first in
      let group = rows.filter { key($0, keys) == key(first, keys) }
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
      let matches = isOpen ? [] : right.filter { key($0, keys) == key(row, keys) }
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
}

extension ModelStage.Aggregate {
  /// What it comes to, of the rows of a group.
  func value(of rows: [ModelRow]) -> ModelValue {
    guard let column else { return .quantity(ModelQuantity(count: rows.count)) }
    let values = rows.map { $0[column] ?? .missing }.filter { !$0.isMissing }
    let quantities = values.compactMap { value -> ModelQuantity? in
      if case .quantity(let quantity) = value { quantity } else { nil }
    }
    switch function {
    case .count: return .quantity(ModelQuantity(count: values.count))
    case .countDistinct: return .quantity(ModelQuantity(count: Set(values.map(\.key)).count))
    case .first: return values.first ?? .missing
    case .last: return values.last ?? .missing
    case .any: return .truth(values.reduce(.no) { $1.truth.map($0.or) ?? $0 })
    case .min where quantities.isEmpty: return values.min { $0.comes(before: $1) } ?? .missing
    case .max where quantities.isEmpty: return values.min { $1.comes(before: $0) } ?? .missing
    default: return quantities.isEmpty ? .missing : value(of: quantities)
    }
  }

  private func value(of quantities: [ModelQuantity]) -> ModelValue {
    let sum = quantities.dropFirst().reduce(quantities[0]) { $0.adding($1) }
    switch function {
    case .min: return .quantity(.least(of: quantities))
    case .max: return .quantity(ModelQuantity.least(of: quantities.map(\.negated)).negated)
    case .median: return .quantity(.median(of: quantities))
    case .avg:
      func average(_ end: Int?) -> Double? {
        end.map { Double($0) / Double(ModelQuantity.scale) / Double(quantities.count) }
      }
      return .average(low: average(sum.low), high: average(sum.high), sum.unit)
    default: return .quantity(sum)
    }
  }
}

extension ModelValue {
  fileprivate var truth: ModelTruth? {
    if case .truth(let truth) = self { truth } else { nil }
  }
}
