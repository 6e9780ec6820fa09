/// A query of the model: what it says in the language.
struct ModelQuery {
  /// The table it starts at.
  let table: ModelTable
  var stages: [ModelStage] = []

  var text: String { ([table.rawValue] + stages.map(\.text)).joined(separator: " | ") }

  var tracks: Bool {
    stages.contains { if case .track = $0 { true } else { false } }
  }
}

/// The tables of a ledger that the model knows.
enum ModelTable: String {
  case indicators
  case measures
}

/// A column and a direction that rows are put in order by.
struct ModelOrder {
  let column: String
  let isDescending: Bool

  var text: String { column + (isDescending ? " desc" : "") }
}

enum ModelStage {
  enum Join: String, CaseIterable {
    case inner
    case left
    case semi
    case anti
  }

  case `where`(ModelCondition)
  case select([(name: String, column: String)])
  /// All columns but some, of which those that stay are named too.
  case drop([String], keeping: [String])
  case derive([(name: String, expression: ModelExpression)])
  case windows([ModelWindow], by: [String], sort: [ModelOrder])
  case sort([ModelOrder])
  case take(Int, by: [String])
  case skip(Int, by: [String])
  case distinct([String])
  /// Of all columns, which are named.
  case distinctRows([String])
  case summarize([ModelAggregate], by: [String])
  case join(Join, ModelQuery, on: [String], bringing: [String])
  case union(ModelQuery)
  /// One row of every combination of the keys, which are written where they are not all other columns.
  case pivot(String, values: String, keys: [String], isWritten: Bool)
  case count
  case assert(ModelCondition)
  /// What it tells of columns, as far as the model knows it.
  case describe([String])
  /// What the figures promise, of those columns.
  case track([String])

  var text: String {
    switch self {
    case .where(let condition): return "where \(condition.text)"
    case .select(let columns):
      return "select "
        + listed(columns.map { $0.name == $0.column ? $0.name : "\($0.name) = \($0.column)" })
    case .drop(let columns, _): return "select " + listed(columns.map { "-\($0)" })
    case .derive(let columns):
      return "derive " + listed(columns.map { "\($0.name) = \($0.expression.text)" })
    case .windows(let windows, let keys, let order):
      return "derive " + listed(windows.map(\.text)) + by(keys)
        + (order.isEmpty ? "" : " sort " + listed(order.map(\.text)))
    case .sort(let keys): return "sort " + listed(keys.map(\.text))
    case .take(let count, let keys): return "take \(count)\(by(keys))"
    case .skip(let count, let keys): return "skip \(count)\(by(keys))"
    case .distinct(let columns): return "distinct " + listed(columns)
    case .distinctRows(let columns): return "select \(listed(columns)) | distinct"
    case .summarize(let aggregates, let keys):
      return "summarize " + listed(aggregates.map(\.text)) + by(keys)
    case .join(let kind, let right, let keys, _):
      let word = kind == .inner ? "" : kind.rawValue + " "
      return "join \(word)(\(right.text)) on " + listed(keys)
    case .union(let right): return "union (\(right.text))"
    case .pivot(let column, let values, let keys, let isWritten):
      let pivot = "pivot \(column) values \(values)"
      return isWritten
        ? pivot + by(keys) : "select \(listed(keys + [column, values])) | \(pivot)"
    case .count: return "count"
    case .assert(let condition): return "assert \(condition.text)"
    case .describe(let columns):
      return "select \(listed(columns)) | describe | select column, present, `missing`, distinct"
    case .track: return "track"
    }
  }

  private func listed(_ items: [String]) -> String { items.joined(separator: ", ") }

  private func by(_ keys: [String]) -> String { keys.isEmpty ? "" : " by " + listed(keys) }
}
