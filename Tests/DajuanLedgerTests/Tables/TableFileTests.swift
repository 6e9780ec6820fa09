import Glibc
import Testing

@testable import DajuanLedger

/// Tables written and opened again.
@Suite struct TableFileTests {
  private let folder = LedgerTestFolder()

  /// Every cell and passage of a ledger comes back as it was, whatever it holds.
  @Test(arguments: [(1, 40), (2, 1), (3, 300), (4, 0)] as [(UInt64, Int)])
  func everyValueComesBack(_ seed: UInt64, _ facts: Int) throws {
    let sample = LedgerSample(seed: seed, facts: facts)
    try folder.write(sample)
    let opened = try folder.open()
    Self.expectSame(opened, sample.tables.ledger)
    // What was opened is written as it was.
    let second = LedgerTestFolder()
    var writer = try LedgerWriter(second.ledger, tool: ToolVersion.text, creates: true)
    try writer.stage(
      LedgerTables(opened, ends: sample.ends), of: writer.folder.origin(madeBy: ToolVersion.text),
      notes: [])
    try writer.commit()
    Self.expectSame(try second.open(), opened)
  }

  static func expectSame(_ one: Ledger, _ other: Ledger) {
    for entity in Entity.allCases {
      let (table, expected) = (one.table(entity), other.table(entity))
      #expect(table.count == expected.count, "\(entity)")
      for row in 0..<min(table.count, expected.count) {
        #expect(table.row(row) == expected.row(row), "\(entity), row \(row)")
      }
    }
    #expect(one.sources.count == other.sources.count)
    for index in 0..<min(one.sources.count, other.sources.count) {
      #expect(one.sources[index] == other.sources[index])
    }
  }

  @Test func aColumnThatSaysTheSameIsWrittenOnce() throws {
    var rows = LedgerSample(seed: 5).rows
    for index in rows.facts.indices {
      rows.facts[index].text = rows.facts[index].value.surface ?? ""
    }
    let shared = try TableFile.columns(of: Ledger(rows).table(.facts), .facts).map(\.name)
    #expect(!shared.contains("value_unit"))
    let facts = rows.facts.filter { $0.value.surface != nil }
    rows.facts = facts
    let names = try TableFile.columns(of: Ledger(rows).table(.facts), .facts).map(\.name)
    #expect(!names.contains("value_text") && !names.contains("value_unit"))
    rows.facts[3].text = "其他"
    let apart = try TableFile.columns(of: Ledger(rows).table(.facts), .facts).map(\.name)
    #expect(apart.contains("value_text"))
  }

  @Test func exactNumbersTakeOneColumn() throws {
    var rows = LedgerRows()
    rows.reports = [ReportRow(id: "r", characters: 5, facts: 2)]
    let names = try TableFile.columns(of: Ledger(rows).table(.reports), .reports).map(\.name)
    #expect(
      names == [
        "id", "title", "place", "level", "date", "reviewed", "planned", "characters_lower",
        "characters_unit", "facts_lower", "facts_unit",
      ])
  }

  /// The codes of a file are as narrow as its words allow, the one for what is missing among them.
  @Test(arguments: [
    (128, false, "int8"), (128, true, "int16"), (32_768, false, "int16"), (32_768, true, "int32"),
  ])
  func codesAreNarrow(_ count: Int, _ hasMissing: Bool, _ kind: String) throws {
    var column = TextColumn((0..<count).map { String($0) })
    if hasMissing { column.append(nil) }
    let written = try column.arrowColumn("word", table: "test")
    #expect(written.type.description == "dictionary<utf8, \(kind)>")
  }

  @Test func rangesOfCodesAndNumbersAreKept() throws {
    var rows = LedgerSample(seed: 6, reports: 1, facts: 20).rows
    rows.facts = (0..<70_000).map { index in
      var fact = rows.facts[0]
      (fact.subject, fact.place) = (index < 65_536 ? "早" : "晚", index == 3 ? nil : "青禾县")
      fact.value = Quantity(Interval(Number(index)), .none)
      return fact
    }
    var ends = RowEnds()
    ends.append(rows)
    var writer = try LedgerWriter(folder.ledger, tool: ToolVersion.text, creates: true)
    try writer.stage(
      LedgerTables(Ledger(rows), ends: ends), of: writer.folder.origin(madeBy: ToolVersion.text),
      notes: [])
    try writer.commit()
    let facts = try folder.open().table(.facts)
    guard case .text(let subject) = facts.columns[4], case .text(let place) = facts.columns[1],
      case .quantity(let value) = facts.columns[7]
    else {
      Issue.record("the columns are others")
      return
    }
    #expect(subject.codes.ranges == [0...0, 1...1])
    #expect(place.codes.ranges == [0...1, 0...0], "what is missing has the code past the last")
    #expect(
      value.ranges == [
        [UnitRange(unit: 0, low: 0, highestLow: 655_350_000, high: 655_350_000)],
        [UnitRange(unit: 0, low: 655_360_000, highestLow: 699_990_000, high: 699_990_000)],
      ])
    #expect(place[3] == nil && place.words.count == 1)
  }
}
