import DajuanLedger
import Foundation

/// The rows an engine has answered a question with, as text: a cell without a value is empty.
struct ResultRows {
  private var rows: [[String]]

  /// The rows of an answer of Dajuan's.
  init(_ table: Table, _ columns: [EngineQuery.ResultColumn]) {
    Workload.expect(table.columns.count == columns.count, "\(table.schema.columns.map(\.name))")
    rows = (0..<table.count).map { row in
      zip(table.row(row), columns).flatMap { Self.cells($0, $1) }
    }
  }

  /// The rows of a file.
  init(contentsOf path: String) throws {
    rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  var count: Int { rows.count }

  func write(to path: String) throws {
    let text = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// What differs between the rows, whatever their order; `nil` where nothing does.
  func difference(from other: ResultRows, _ columns: [EngineQuery.ResultColumn]) -> String? {
    let cells = columns.flatMap(\.cells)
    if rows.count != other.rows.count { return "\(rows.count) rows against \(other.rows.count)" }
    let (mine, others) = (sorted(by: cells), other.sorted(by: cells))
    for (a, b) in zip(mine, others) {
      let isEqual =
        a.count == cells.count && b.count == cells.count
        && cells.indices.allSatisfy { Self.isEqual(a[$0], b[$0], cells[$0]) }
      if !isEqual { return "\(a) against \(b)" }
    }
    return nil
  }

  /// Ordered by what is exact.
  private func sorted(by cells: [EngineQuery.ResultColumn]) -> [[String]] {
    let keys = cells.indices.filter { cells[$0] != .quotient }
    return
      rows
      .map { row in (key: keys.map { row[$0] }.joined(separator: "\t"), row: row) }
      .sorted { $0.key < $1.key }
      .map(\.row)
  }

  private static func isEqual(
    _ a: String, _ b: String, _ cell: EngineQuery.ResultColumn
  ) -> Bool {
    if a == b { return true }
    guard cell == .quotient, let a = Double(a), let b = Double(b) else { return false }
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  }

  private static func cells(_ value: Value, _ column: EngineQuery.ResultColumn) -> [String] {
    let ends = column.cells.count
    switch value {
    case .missing: return [String](repeating: "", count: ends)
    case .text(let word): return [word]
    case .period(let period): return [period.description]
    case .quantity(let quantity):
      let (lower, upper) = (quantity.interval.lower, quantity.interval.upper)
      Workload.expect(ends == 2 || lower == upper, "an interval where a number is due")
      return [lower, upper].prefix(ends).map { $0.map(text) ?? "" }
    case .truth, .source: preconditionFailure("no question asks for these")
    }
  }

  private static func text(_ number: Number) -> String {
    switch number {
    case .exact(let decimal): decimal.description
    case .binary(let double): double.description
    }
  }
}
