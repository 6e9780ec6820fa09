/// A query of the model: what it says in the language.
struct ModelQuery {
  /// The table it starts at.
  let table: ModelTable
  var stages: [ModelStage] = []

  var text: String { ([table.rawValue] + stages.map(\.text)).joined(separator: " | ") }
}

/// The tables of a ledger that the model knows.
enum ModelTable: String {
  case indicators
  case measures
}

enum ModelStage {
  enum Join: String, CaseIterable {
    case inner
    case left
    case semi
    case anti
  }

  struct Aggregate {
    enum Function: String, CaseIterable {
      case count, sum, min, max, median, avg, first, last, any
      case countDistinct = "count_distinct"
    }

    let name: String
    let function: Function
    /// Nothing for a count of rows.
    let column: String?
  }

  case `where`(ModelCondition)
  case select([(name: String, column: String)])
  case derive([(name: String, expression: ModelExpression)])
  case sort([(column: String, isDescending: Bool)])
  case take(Int, by: [String])
  case skip(Int, by: [String])
  case distinct([String])
  case summarize([Aggregate], by: [String])
  case join(Join, ModelQuery, on: [String], bringing: [String])
  case union(ModelQuery)

  var text: String {
    switch self {
    case .where(let condition): return "where \(condition.text)"
    case .select(let columns):
      return "select "
        + listed(columns.map { $0.name == $0.column ? $0.name : "\($0.name) = \($0.column)" })
    case .derive(let columns):
      return "derive " + listed(columns.map { "\($0.name) = \($0.expression.text)" })
    case .sort(let keys):
      return "sort " + listed(keys.map { $0.column + ($0.isDescending ? " desc" : "") })
    case .take(let count, let keys): return "take \(count)\(by(keys))"
    case .skip(let count, let keys): return "skip \(count)\(by(keys))"
    case .distinct(let columns): return "distinct " + listed(columns)
    case .summarize(let aggregates, let keys):
      return "summarize "
        + listed(
          aggregates.map { "\($0.name) = \($0.function.rawValue)(\($0.column ?? ""))" }) + by(keys)
    case .join(let kind, let right, let keys, _):
      let word = kind == .inner ? "" : kind.rawValue + " "
      return "join \(word)(\(right.text)) on " + listed(keys)
    case .union(let right): return "union (\(right.text))"
    }
  }

  private func listed(_ items: [String]) -> String { items.joined(separator: ", ") }

  private func by(_ keys: [String]) -> String { keys.isEmpty ? "" : " by " + listed(keys) }
}
