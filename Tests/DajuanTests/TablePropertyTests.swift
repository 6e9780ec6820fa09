import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// What holds of join, union and pivot on any tables.
@Suite struct TablePropertyTests {
  /// Tables of random rows in which keys often meet, are missing, bounded or in another unit.
  private static func rows(seed: UInt64) -> LedgerRows {
    var random = SeededGenerator(seed: seed)
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "r", characters: 1, facts: 1)]
    rows.sources = (1...5).map {
      SourceRow(report: 0, section: "", statement: "句\($0)", lines: $0...$0)
    }
    func standing() -> Standing {
      SampleRows.standing(
        ["甲", "乙", "丙", nil].randomElement(using: &random) ?? nil,
        [.actual, .target].randomElement(using: &random) ?? .actual,
        [2020, 2021, 2022, nil].randomElement(using: &random) ?? nil,
        [Int.random(in: 0..<5, using: &random)])
    }
    func count() -> Quantity? {
      let number = String(Int.random(in: 1...3, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return nil
      case 1: return SampleRows.bounded(number, nil, "个")
      case 2: return SampleRows.quantity(number, "")
      case 3: return SampleRows.quantity(number, "家")
      case 4: return SampleRows.quantity(number, "条")
      case 5: return SampleRows.quantity(number, "公里")
      case 6: return SampleRows.quantity(number + "000", "米")
      default: return SampleRows.quantity(number, "个")
      }
    }
    for index in 0..<Int.random(in: 0...30, using: &random) {
      rows.projects.append(ProjectRow(name: "项\(index)", count: count(), standing: standing()))
    }
    for index in 0..<Int.random(in: 0...30, using: &random) {
      rows.measures.append(MeasureRow(name: "民\(index)", quantity: count(), standing: standing()))
    }
    return rows
  }

  /// The cells of an answer.
  private static func cells(_ query: String, _ session: Session) throws -> [[Value]] {
    var session = session
    var rows: [[Value]] = []
    try session.run(Source(query)) { result in
      rows = (0..<result.table.count).map { result.table.row($0) }
    }
    return rows
  }

  /// Whether two values are certainly equal, as `==` would say.
  private static func match(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)): a == b
    case (.period(let a), .period(let b)): a == b
    case (.quantity(let a), .quantity(let b)): a.isEqual(to: b) == .yes
    default: false
    }
  }

  @Test(arguments: 0..<60)
  func joinIsANestedLoop(seed: UInt64) throws {
    let session = Session(ledger: Ledger(Self.rows(seed: seed)))
    let keySets: [[(String, Int, String, Int)]] = [
      [("place", 1, "place", 1)], [("period", 2, "period", 2), ("place", 1, "place", 1)],
      [("count", 3, "quantity", 3)], [("count", 3, "quantity", 3), ("nature", 4, "nature", 4)],
    ]
    let left = "projects | select name, place, period, count, nature"
    let right = "measures | select other = name, place, period, quantity, nature"
    let a = try Self.cells(left, session)
    let b = try Self.cells(right, session)
    for keys in keySets {
      let on = keys.map { $0.0 == $0.2 ? $0.0 : "\($0.0) == \($0.2)" }.joined(separator: ", ")
      let kept =
        b.first.map(\.indices)?.filter { column in !keys.contains { $0.3 == column } } ?? []
      func matches(_ row: [Value]) -> [[Value]] {
        b.filter { other in keys.allSatisfy { Self.match(row[$0.1], other[$0.3]) } }
      }
      let inner = a.flatMap { row in matches(row).map { other in row + kept.map { other[$0] } } }
      #expect(try Self.cells("\(left) | join (\(right)) on \(on)", session) == inner)
      let outer = a.flatMap { row in
        let found = matches(row)
        return found.isEmpty
          ? [row + (5 - keys.count == 0 ? [] : [Value](repeating: .missing, count: 5 - keys.count))]
          : found.map { other in row + kept.map { other[$0] } }
      }
      #expect(try Self.cells("\(left) | join left (\(right)) on \(on)", session) == outer)
      #expect(
        try Self.cells("\(left) | join semi (\(right)) on \(on)", session)
          == a.filter { !matches($0).isEmpty })
      #expect(
        try Self.cells("\(left) | join anti (\(right)) on \(on)", session)
          == a.filter { matches($0).isEmpty })
    }
  }

  @Test(arguments: 0..<40)
  func unionHasTheRowsOfBoth(seed: UInt64) throws {
    let session = Session(ledger: Ledger(Self.rows(seed: seed)))
    let a = try Self.cells("projects | select name, place", session)
    let b = try Self.cells("measures | select place, name", session)
    #expect(
      try Self.cells(
        "projects | select name, place | union (measures | select place, name)", session)
        == a + b.map { [$0[1], $0[0]] })
    let count = try Self.cells(
      "projects | union (measures | select name), projects | count", session)
    #expect(count == [[.quantity(Quantity(2 * a.count + b.count))]])
    // What a union is made of can be told apart again.
    #expect(
      try Self.cells(
        "projects | union measures | join anti measures on name | select name", session)
        == a.map { [$0[0]] })
  }

  @Test(arguments: 0..<40)
  func pivotKeepsTheTotal(seed: UInt64) throws {
    let session = Session(ledger: Ledger(Self.rows(seed: seed)))
    let once = """
      projects | where unit(count) != "公里" and unit(count) != "米"
      | derive count = number(low(count))
      | summarize total = sum(count) by place, period, nature
      """
    let before = try Self.cells("\(once) | summarize t = sum(total)", session)
    for key in ["place", "period", "nature"] {
      let wide = "let p = \(once) | pivot \(key) values total\n"
      var run = session
      var names: [String] = []
      try run.run(Source(wide + "p | take 0")) { result in
        names = result.table.schema.columns.map(\.name).filter {
          !["place", "period", "nature"].contains($0)
        }
      }
      guard !names.isEmpty else {
        #expect(before == [[.missing]])
        continue
      }
      let sum = names.map { "(`\($0)` ?? 0)" }.joined(separator: " + ")
      let after = try Self.cells("\(wide)p | summarize t = sum(\(sum))", session)
      #expect(after == before || before == [[.missing]], "\(key)")
    }
  }
}
