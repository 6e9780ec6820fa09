/// The names that columns have already. Finding a free one takes constant time, however many have
/// the same origin.
struct ColumnNames {
  private var taken: Set<String>
  /// For each name that was taken, the number to try next after it.
  private var next: [String: Int] = [:]

  init(_ columns: [RelationColumn] = []) { taken = Set(columns.map(\.name)) }

  func contains(_ name: String) -> Bool { taken.contains(name) }

  mutating func insert(_ name: String) { taken.insert(name) }

  /// The column under a name that none of the others has: `value_2`.
  mutating func distinguished(_ column: RelationColumn) -> RelationColumn {
    guard contains(column.name) else { return column }
    var number = next[column.name] ?? 2
    while contains("\(column.name)_\(number)") { number += 1 }
    next[column.name] = number + 1
    var result = column
    result.name = "\(column.name)_\(number)"
    result.chinese = column.chinese.map { "\($0)_\(number)" }
    return result
  }
}
