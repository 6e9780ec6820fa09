import DajuanLedger
internal import DajuanSyntax
internal import Synchronization

/// The values a ledger's column has, most frequent first.
struct ColumnValues: Sendable {
  struct Value: Sendable {
    /// As a query writes it.
    let text: String
    /// How many of the rows looked at have it.
    let count: Int
  }

  let values: [Value]
  /// How many rows were looked at.
  let rows: Int
  /// Whether these are all rows; otherwise counts are those of a sample.
  let isWhole: Bool

  /// How many rows are counted at most: 64 stretches of 4,096 that lie evenly over the table.
  ///
  /// A share of one in a thousand is then found within a tenth of it, two times out of three where rows
  /// that say the same do not lie together; a value on fewer rows than one in 38 stretches' distance may
  /// not be met at all, and is then listed behind those that were.
  static let sample = 64 * 4096

  /// How many distinct values are listed at most, the most frequent ones.
  static let limit = 10_000

  init?(of origin: RelationColumn.Origin, in ledger: Ledger) {
    let table = ledger.table(origin.entity)
    guard let index = table.schema.index(of: origin.name) else { return nil }
    switch table.columns[index] {
    case .text(let column):
      self.init(column.codes, of: column.words.count) { Printer.quoted(column.words[$0]) }
    case .period(let column):
      self.init(column.codes, of: column.periods.count) { column.periods[$0].description }
    case .quantity, .truth, .source: return nil
    }
  }

  private init(_ codes: Codes, of count: Int, text: (Int) -> String) {
    isWhole = codes.count <= Self.sample
    let stretches =
      isWhole
      ? [0..<codes.count]
      : (0..<64).map { stretch in
        let start = stretch * (codes.count - 4096) / 63
        return start..<start + 4096
      }
    rows = isWhole ? codes.count : Self.sample
    let counts = Self.counts(of: codes, in: stretches, count)
    let met = counts.sorted { ($1.count, $0.code) < ($0.count, $1.code) }.prefix(Self.limit)
    var values = met.map { Value(text: text($0.code), count: $0.count) }
    // Where the sample may have missed some, the others follow in the order of the ledger.
    if !isWhole, met.count < Self.limit, met.count < count {
      let known = Set(met.map(\.code))
      let others = (0..<count).lazy.filter { !known.contains($0) }.prefix(Self.limit - met.count)
      values += others.map { Value(text: text($0), count: 0) }
    }
    self.values = values
  }

  /// How often each code is there. Cost: a look at each row, and room for each code or each row.
  private static func counts(
    of codes: Codes, in stretches: [Range<Int>], _ count: Int
  ) -> [(code: Int, count: Int)] {
    if count > 1 << 20 {
      var counts: [Int32: Int] = [:]
      for row in stretches.joined() { counts[codes[row], default: 0] += 1 }
      return counts.filter { $0.key >= 0 && $0.key < count }.map { (Int($0.key), $0.value) }
    }
    var counts = [Int32](repeating: 0, count: count)
    for stretch in stretches {
      for row in stretch {
        let code = Int(codes[row])
        if code >= 0, code < count { counts[code] += 1 }
      }
    }
    return counts.indices.filter { counts[$0] > 0 }.map { ($0, Int(counts[$0])) }
  }
}

/// The values of a ledger's columns, each column's found out when it is first asked for and kept.
final class ColumnValueCache: Sendable {
  private let known = Mutex<[RelationColumn.Origin: ColumnValues]>([:])

  /// Cost: counts the column the first time; see ``ColumnValues/sample``.
  func values(of origin: RelationColumn.Origin, in ledger: Ledger) -> ColumnValues? {
    if let values = known.withLock({ $0[origin] }) { return values }
    guard let values = ColumnValues(of: origin, in: ledger) else { return nil }
    known.withLock { $0[origin] = values }
    return values
  }
}
